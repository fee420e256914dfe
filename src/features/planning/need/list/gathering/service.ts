import type { UnitId } from '../../../../../shared/ids.ts'
import type { Ctx } from '../../../../../platform/http/context.ts'
import { competenciesAsked, type GapAgainst, gapGroups, gapsAgainst } from '../../../../competency/service.ts'
import type { GapGroup } from '../../../../competency/group/rules.ts'
import type { CompetencyCode } from '../../../../competency/rules.ts'
import { planningParametersOn } from '../../../parameters/queries.ts'
import { criticalityOf } from '../../../parameters/rules.ts'
import { officesSeen, performanceOfOffices, personsByOffice } from '../../office/queries.ts'
import { routesOf } from '../../route/queries.ts'
import { standingOf } from '../../voice/queries.ts'
import { type Aim, aimsOf, voiceSums } from '../queries.ts'
import { type AimSum, type NeedFacts, needOf, ranked, type VoiceSum } from '../rules.ts'

/**
 * Every need the actor may look at in a year, ranked by every method among them: a fixed number of statements, whatever the size
 * of the city.
 */
export async function needsSeen(ctx: Ctx, year: number) {
  const { db, actor, today } = ctx
  const parameters = await planningParametersOn(db, today)
  const { competencies, confidenceLevel, errors, basis } = await competenciesAsked(db, today)
  const offices = await officesSeen(db, actor)
  const standing = await standingOf(db, actor)

  const aims = await aimsOf(db, actor, standing, year)
  const aimedGaps = await gapsAgainst(db, aims, today)
  const facts = factsOf({
    offices: offices.map(({ officeId }) => officeId),
    groups: await gapGroups(db, personsByOffice(db, actor, today)),
    performance: new Map((await performanceOfOffices(db, actor, today)).map((row) => [row.officeId, row])),
    aims: aimSums(aims, aimedGaps),
    voices: await voiceSums(db, actor, standing, year),
    criticality: (competency) => criticalityOf(parameters, competency),
  })
  const measures = {
    weights: parameters.need.sourceWeights,
    smallestGroup: parameters.need.smallestGroup,
    confidence: confidenceLevel,
    errorOf: (competency: CompetencyCode) => errors.get(competency) ?? null,
  }
  const nameOf = new Map(offices.map(({ officeId, name }) => [officeId, name]))
  const routes = new Map((await routesOf(db, year)).map((row) => [keyOf(row.competency, row.unitId), row]))
  const needs = ranked(facts.map((one) => needOf(one, measures))).map((need) => ({
    ...need,
    competencyName: competencies.get(need.competency)?.name[actor.language] ?? need.competency,
    unitName: nameOf.get(need.unitId) ?? '',
    routed: routes.get(keyOf(need.competency, need.unitId)) ?? null,
  }))
  const { errorOf } = measures
  return { needs, offices, competencies, facts, aims, aimedGaps, errorOf, parameters, confidenceLevel, gapBasis: basis }
}

export type SeenNeed = Awaited<ReturnType<typeof needsSeen>>['needs'][number]

const keyOf = (competency: CompetencyCode, officeId: UnitId) => `${competency} ${officeId}`

interface Sources {
  offices: readonly UnitId[]
  groups: readonly GapGroup[]
  performance: ReadonlyMap<UnitId, { appraised: number; below: number }>
  aims: readonly AimSum[]
  voices: readonly VoiceSum[]
  criticality: (competency: CompetencyCode) => number
}

/** One entry per competency and office of which anything at all is known; what concerns the whole city stands in every office. */
function factsOf({ offices, groups, performance, aims, voices, criticality }: Sources): NeedFacts[] {
  const byKey = <T>(rows: readonly T[], key: (row: T) => string) => new Map(rows.map((row) => [key(row), row]))
  const gapOf = byKey(groups, (g) => keyOf(g.competency, g.groupId))
  const aimOf = byKey(aims, (a) => keyOf(a.competency, a.officeId))
  const ofOffice = Map.groupBy(voices, (v) => (v.officeId === null ? v.competency : keyOf(v.competency, v.officeId)))
  const codes = new Set([...groups, ...aims, ...voices].map((row) => row.competency))
  return [...codes].toSorted().flatMap((competency) =>
    offices.flatMap((officeId) => {
      const key = keyOf(competency, officeId)
      const heard = [...(ofOffice.get(key) ?? []), ...(ofOffice.get(competency) ?? [])]
      if (!gapOf.has(key) && !aimOf.has(key) && heard.length === 0) return []
      const { appraised, below } = performance.get(officeId) ?? { appraised: 0, below: 0 }
      return [
        {
          competency,
          officeId,
          criticality: criticality(competency),
          gaps: gapOf.get(key),
          performance: { appraised, below },
          aims: aimOf.get(key),
          voices: heard,
        },
      ]
    }),
  )
}

function aimSums(aims: readonly Aim[], gaps: readonly GapAgainst[]): AimSum[] {
  const aimOf = new Map(aims.map((aim) => [aim.personId, aim]))
  const groups = Map.groupBy(gaps, (gap) => keyOf(gap.competency, aimOf.get(gap.personId)!.officeId))
  return [...groups.values()].map((rows) => ({
    competency: rows[0]!.competency,
    officeId: aimOf.get(rows[0]!.personId)!.officeId,
    people: rows.length,
    assessed: rows.filter(({ gap }) => gap !== null).length,
    withGap: rows.filter(({ gap }) => gap !== null && gap >= 1).length,
    seen: rows.filter(({ personId }) => aimOf.get(personId)!.seen).length,
  }))
}
