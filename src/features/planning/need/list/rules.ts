import type { UnitId } from '../../../../shared/ids.ts'
import type { GapGroup } from '../../../competency/group/rules.ts'
import type { CompetencyCode } from '../../../competency/rules.ts'
import {
  disagreement,
  discrepancyOf,
  farApart,
  importanceOnLevels,
  linesOf,
  meanWeightedDiscrepancy,
  placesOf,
  type Quadrant,
  quadrantOf,
  quadrantScore,
  rankedDiscrepancy,
  type RankingMethod,
  weightedGap,
} from '../ranking/rules.ts'
import { mayTell, type VoiceSource, voiceSources } from '../rules.ts'
import { meanInterval } from '../spread/rules.ts'

/** What can stand behind a need: the gap against the post held, against the post aimed at, and everybody who speaks of it. */
export const needSources = ['competency', 'aim', ...voiceSources] as const
export type NeedSource = (typeof needSources)[number]

/** Voices of one source on one competency in one office (null: the whole city), and how many of them the reader sees one by one. */
export interface VoiceSum {
  competency: CompetencyCode
  officeId: UnitId | null
  source: VoiceSource
  voices: number
  strength: number
  seen: number
}

/** People of one office who work towards another kind of post, in one competency. */
export interface AimSum {
  competency: CompetencyCode
  officeId: UnitId
  people: number
  assessed: number
  withGap: number
  seen: number
}

export interface NeedFacts {
  competency: CompetencyCode
  officeId: UnitId
  criticality: number
  /** Against the post held, marked who is appraised below Baik; absent where no post there asks for it. */
  gaps: GapGroup | undefined
  performance: { appraised: number; below: number }
  aims: AimSum | undefined
  voices: readonly VoiceSum[]
}

export interface Measures {
  weights: Readonly<Record<VoiceSource, number>>
  smallestGroup: number
  confidence: number
  /** Standard error of one rating per competency, in levels; null where unknown. */
  errorOf: (competency: CompetencyCode) => number | null
}

/** One need with what each source says, each apart; null where too few people stand behind a number to tell it. */
export function needOf(facts: NeedFacts, measures: Measures) {
  const { competency, officeId, criticality, gaps, performance, aims } = facts
  const assessed = gaps?.assessed ?? 0
  const missing = gaps?.missing ?? 0
  const mean = gaps
    ? meanInterval(
        {
          assessed,
          persons: gaps.persons,
          sum: missing,
          squares: gaps.missingSquares,
          error: measures.errorOf(competency),
        },
        measures.confidence,
      )
    : null
  const told = facts.voices.filter((sum) => mayTell(sum.voices, sum.seen, measures.smallestGroup))
  const aimTold = aims === undefined || mayTell(aims.people, aims.seen, measures.smallestGroup)
  const judgements = (gaps?.levels ?? []).flatMap((persons, i) =>
    persons > 0 ? [{ importance: importanceOnLevels(criticality), performance: i + 1, persons }] : [],
  )
  const discrepancy = discrepancyOf(judgements)
  const [low, high] = mean === null ? [null, null] : [Math.max(0, mean.low), Math.max(0, mean.high)]
  const whole = (value: number | null) => (value === null ? null : weightedGap(criticality, value * assessed))
  return {
    competency,
    unitId: officeId,
    criticality,
    persons: gaps?.persons ?? 0,
    assessed,
    withGap: gaps?.withGap ?? 0,
    certain: gaps?.certain ?? 0,
    likely: gaps?.likely ?? 0,
    meanMissing: assessed === 0 ? null : missing / assessed,
    low,
    high,
    priority: assessed === 0 ? null : weightedGap(criticality, missing),
    priorityLow: whole(low),
    priorityHigh: whole(high),
    both: gaps?.marked ?? 0,
    ...performance,
    aimed: aimTold ? (aims?.people ?? 0) : null,
    aimedWithGap: aimTold ? (aims?.withGap ?? 0) : null,
    voices: told.reduce((sum, voice) => sum + voice.voices, 0),
    voicePoints: told.reduce((sum, voice) => sum + measures.weights[voice.source] * voice.strength, 0),
    /** Requests there are, yet too few to say how many. */
    fewVoices: told.length < facts.voices.length,
    bySource: told.map(({ source, officeId: of, voices, strength }) => ({
      source,
      city: of === null,
      voices,
      strength,
    })),
    discrepancy,
    borich: meanWeightedDiscrepancy(judgements),
    rankedDiscrepancy: rankedDiscrepancy(judgements),
    sources: sourcesOf(facts, aimTold),
  }
}

export type Need = ReturnType<typeof needOf>

function sourcesOf({ gaps, aims, voices }: NeedFacts, aimTold: boolean): NeedSource[] {
  const speaking = new Set<NeedSource>(voices.map((voice) => voice.source))
  if ((gaps?.withGap ?? 0) > 0) speaking.add('competency')
  if (aimTold && (aims?.withGap ?? 0) > 0) speaking.add('aim')
  if ((gaps?.marked ?? 0) > 0) speaking.add('performance')
  return needSources.filter((source) => speaking.has(source))
}

export type Places = Record<RankingMethod, number | null>

export interface Ranked {
  quadrant: Quadrant | null
  places: Places
  /** How far apart the methods of discrepancy put it, 0–1 of the list; null where it cannot be compared. */
  apart: number | null
  disagrees: boolean
}

/** Every need with its place by every method, side by side: none of them is hidden in another. */
export function ranked<N extends Need>(needs: readonly N[]): (N & Ranked)[] {
  const measured = needs.flatMap(({ discrepancy }) => discrepancy ?? [])
  const lines = linesOf(measured)
  const quadrants = needs.map(({ discrepancy }) => discrepancy && quadrantOf(discrepancy, lines))
  const grid = needs.map(({ discrepancy }, i) => discrepancy && quadrantScore(quadrants[i]!, discrepancy.gap, 5))
  const by: Record<RankingMethod, (number | null)[]> = {
    'gap-criticality': placesOf(needs.map((need) => need.priority)),
    borich: placesOf(needs.map((need) => need.borich)),
    'importance-performance': placesOf(grid),
    'ranked-discrepancy': placesOf(needs.map((n) => n.rankedDiscrepancy && -n.rankedDiscrepancy)),
    voices: placesOf(needs.map((need) => (need.voicePoints > 0 ? need.voicePoints : null))),
  }
  return needs.map((need, i) => {
    const places: Places = {
      'gap-criticality': by['gap-criticality'][i]!,
      borich: by.borich[i]!,
      'importance-performance': by['importance-performance'][i]!,
      'ranked-discrepancy': by['ranked-discrepancy'][i]!,
      voices: by.voices[i]!,
    }
    const { voices: _, ...discrepancies } = places
    const apart = disagreement(Object.values(discrepancies), measured.length)
    return { ...need, quadrant: quadrants[i] ?? null, places, apart, disagrees: apart !== null && apart >= farApart }
  })
}
