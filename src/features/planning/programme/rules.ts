import type { ProgrammeId } from '../../../shared/ids.ts'
import type { CompetencyCode, Level } from '../../competency/rules.ts'

/** What a programme is about (the city's own division; issue M5: technical and soft skills, leadership). */
export const programmeKinds = ['technical', 'soft-skill', 'leadership', 'functional', 'sociocultural'] as const
export type ProgrammeKind = (typeof programmeKinds)[number]

/** Under which heading of the budget a programme is paid. */
export const categories = ['classical', 'online', 'coaching', 'placement', 'leadership'] as const
export type Category = (typeof categories)[number]

/** How surely a gain is known: stated beforehand, or measured by an evaluation. */
export const effectSources = ['assumption', 'evaluation'] as const
export type EffectSource = (typeof effectSources)[number]

export const employments = ['PNS', 'CPNS', 'PPPK'] as const
export const postKinds = ['structural', 'functional', 'general'] as const
export type AudiencePostKind = (typeof postKinds)[number]

/** Whom a programme is for; an absent field excludes nobody. Codes are those of the register. */
export interface Audience {
  employments?: readonly (typeof employments)[number][]
  postKinds?: readonly AudiencePostKind[]
  /** Narrows structural posts; without `postKinds` it means them. */
  echelons?: readonly string[]
  /** Narrows functional posts; without `postKinds` it means them. */
  functionalLevels?: readonly string[]
}

/** What a programme is expected to change: levels gained, with the standard error of that expectation. */
export interface Effect {
  competency: CompetencyCode
  targetLevel: Level
  gain: number
  standardError: number
  source: EffectSource
  basis: string
}

/** What an audience asks of a person; codes are those of the register, null where the post has none. */
export interface Attendant {
  employment: string
  postKind: string | null
  echelonCode: string | null
  functionalLevel: string | null
}

/** The kinds of post an audience names, by itself or by naming echelons or functional levels; undefined where it names none. */
export function kindsOf({ postKinds: kinds, echelons, functionalLevels }: Audience): AudiencePostKind[] | undefined {
  if (kinds?.length) return [...kinds]
  const named: AudiencePostKind[] = [
    ...(echelons?.length ? (['structural'] as const) : []),
    ...(functionalLevels?.length ? (['functional'] as const) : []),
  ]
  return named.length > 0 ? named : undefined
}

/** Whether a programme is for this person. Echelons narrow structural posts only, functional levels functional posts only. */
export function fits(audience: Audience, person: Attendant): boolean {
  const among = (wanted: readonly string[] | undefined, value: string | null) =>
    !wanted?.length || (value !== null && wanted.includes(value))
  return (
    among(audience.employments, person.employment) &&
    among(kindsOf(audience), person.postKind) &&
    (person.postKind !== 'structural' || among(audience.echelons, person.echelonCode)) &&
    (person.postKind !== 'functional' || among(audience.functionalLevels, person.functionalLevel))
  )
}

/**
 * The members of the circle that a programme would stand in if it needed `prerequisite`, beginning with itself: A needs B needs A.
 * Undefined where the way of what is needed first comes to an end.
 */
export function prerequisiteCircle(
  programme: ProgrammeId,
  prerequisite: ProgrammeId | null,
  needs: ReadonlyMap<ProgrammeId, ProgrammeId | null>,
): ProgrammeId[] | undefined {
  const way = [programme]
  for (let next = prerequisite; next !== null; next = needs.get(next) ?? null) {
    if (next === programme) return way
    // A circle that is there already and leaves this programme out.
    if (way.includes(next)) return undefined
    way.push(next)
  }
  return undefined
}

/** Rupiah a head when every seat is taken: what a session costs anyway, shared, and what each seat costs. */
export const rupiahPerHead = (cost: { fixedRupiah: number; seatRupiah: number; maxSeats: number }): number =>
  Math.round(cost.seatRupiah + cost.fixedRupiah / Math.max(1, cost.maxSeats))
