import type { Day } from '../../shared/dates.ts'
import type { Language } from '../../shared/words.ts'

/** The five levels of PermenPANRB 38/2017, from 1 (paham/dalam pengembangan) to 5 (ahli). */
export const levels = [1, 2, 3, 4, 5] as const
export type Level = (typeof levels)[number]

export const competencyKinds = ['managerial', 'sociocultural', 'technical'] as const
export type CompetencyKind = (typeof competencyKinds)[number]

/** `M.1`…`M.8` managerial, `SK.1` sociocultural, `T.…` technical. */
export type CompetencyCode = string

/** How well a number is founded: A text of the regulation, B a government system or two sources, C one source, D inference. */
export type Confidence = 'A' | 'B' | 'C' | 'D'

/** Numbers with a legal basis and the days on which they hold; both days are included, null is open-ended. */
export interface RuleSet {
  ruleSet: string
  effectiveFrom: Day
  effectiveTo: Day | null
  legalBasis: string
  confidence: Confidence
  note?: string | Bilingual
}

export interface Bilingual {
  id: string
  en: string
}

/** The words in the reader's language; a remark that somebody wrote in one language stays as it is. */
export const wordsIn = (text: string | Bilingual, language: Language): string =>
  typeof text === 'string' ? text : text[language]

export interface Competency {
  code: CompetencyCode
  kind: CompetencyKind
  name: Bilingual
  /** The affair of government a technical competency belongs to. */
  field?: Bilingual
  definition: Bilingual
  /** Five descriptions, the first is level 1. */
  levels: readonly Bilingual[]
}

export interface Dictionary extends RuleSet {
  levelNames: readonly Bilingual[]
  competencies: readonly Competency[]
}

/** The rule sets that hold on a day, the newest first. */
export const inForceOn = <T extends RuleSet>(sets: readonly T[], on: Day): T[] =>
  sets
    .filter((set) => set.effectiveFrom <= on && (set.effectiveTo === null || on <= set.effectiveTo))
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : a.effectiveFrom > b.effectiveFrom ? -1 : 0))

/** Every competency in force on a day with the dictionary it comes from; where two describe one code, the newer one counts. */
export function competenciesOn(
  dictionaries: readonly Dictionary[],
  on: Day,
): Map<CompetencyCode, Competency & { ruleSet: string; confidence: Confidence }> {
  const found = new Map<CompetencyCode, Competency & { ruleSet: string; confidence: Confidence }>()
  for (const { ruleSet, confidence, competencies } of inForceOn(dictionaries, on))
    for (const competency of competencies)
      if (!found.has(competency.code)) found.set(competency.code, { ...competency, ruleSet, confidence })
  return found
}

/** One class of a scale: it holds from `atLeast` up to the next class above; null takes everything below. */
export interface Band<Code extends string = string> {
  code: Code
  atLeast: number | null
}

/** The class of a value on a scale of half-open classes, in whatever order they are written. */
export function bandOf<Code extends string>(value: number, bands: readonly Band<Code>[]): Code | undefined {
  const floor = (band: Band) => band.atLeast ?? Number.NEGATIVE_INFINITY
  const reached = bands.filter((band) => value >= floor(band))
  return reached.reduce<Band<Code> | undefined>((best, b) => (best && floor(best) >= floor(b) ? best : b), undefined)
    ?.code
}
