import type { ProfileCompetency } from './asking.ts'

/** Where the true level lies: the interval is kept for the gap, and a gap is the required level less the level. */
export const levelInterval = ({
  required,
  interval,
}: Pick<ProfileCompetency, 'required' | 'interval'>): readonly [number, number] | undefined =>
  interval ? [required - interval.high, required - interval.low] : undefined
