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

/** Whom a programme is for; an absent field excludes nobody. Codes are those of the register. */
export interface Audience {
  employments?: readonly ('PNS' | 'CPNS' | 'PPPK')[]
  postKinds?: readonly ('structural' | 'functional' | 'general')[]
  echelons?: readonly string[]
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

/** Whether a programme is for this person. An audience of echelons or of functional levels takes whoever is in either. */
export function fits(audience: Audience, person: Attendant): boolean {
  const among = (wanted: readonly string[] | undefined, value: string | null) =>
    wanted === undefined || wanted.length === 0 || (value !== null && wanted.includes(value))
  const { echelons, functionalLevels } = audience
  const byRank =
    echelons?.length && functionalLevels?.length
      ? among(echelons, person.echelonCode) || among(functionalLevels, person.functionalLevel)
      : among(echelons, person.echelonCode) && among(functionalLevels, person.functionalLevel)
  return among(audience.employments, person.employment) && among(audience.postKinds, person.postKind) && byRank
}
