import type { UnitId } from '../../../../shared/ids.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { Language } from '../../../../shared/words.ts'
import type { Ctx } from '../../../../platform/http/context.ts'
import { sayIn } from '../../../../platform/words/words.ts'
import type { CompetencyCode } from '../../../competency/rules.ts'
import { zOf } from '../../../competency/gap/rules.ts'
import type { RankingMethod } from '../ranking/rules.ts'
import { mayTell, type NeedRoute, planningYear } from '../rules.ts'
import { shareInterval } from '../spread/rules.ts'
import { needsSeen, type SeenNeed } from './gathering/service.ts'
import type { NeedSource } from './rules.ts'

interface Asked {
  year?: number | undefined
  method: RankingMethod
}

export interface NeedFilter extends Asked {
  competency?: CompetencyCode | undefined
  unitId?: UnitId | undefined
  source?: NeedSource | undefined
  route?: NeedRoute | 'none' | undefined
  disputed: boolean
  sort: 'place' | 'people' | 'unit' | 'competency'
  direction: 'asc' | 'desc'
  limit: number
  offset: number
}

/** The places are those among all needs the reader may see, whatever the list is narrowed to. */
export async function listNeeds(ctx: Ctx, filter: NeedFilter) {
  const { needs } = await needsSeen(ctx, filter.year ?? planningYear(ctx.today))
  const matching = needs.filter((need) => fits(need, filter)).toSorted(inOrder(filter))
  const page = matching.slice(filter.offset, filter.offset + filter.limit)
  return { total: matching.length, rows: page.map((need) => rowOf(need, filter.method, ctx.actor.language)) }
}

const fits = (need: SeenNeed, { competency, unitId, source, route, disputed }: NeedFilter): boolean =>
  (competency === undefined || need.competency === competency) &&
  (unitId === undefined || need.unitId === unitId) &&
  (source === undefined || need.sources.includes(source)) &&
  (route === undefined || (need.routed?.route ?? 'none') === route) &&
  (!disputed || need.disagrees)

function inOrder({ sort, direction, method }: NeedFilter): (a: SeenNeed, b: SeenNeed) => number {
  const sign = direction === 'desc' ? -1 : 1
  const last = Number.MAX_SAFE_INTEGER
  const byName = (a: SeenNeed, b: SeenNeed) =>
    a.unitName.localeCompare(b.unitName) || a.unitId - b.unitId || a.competency.localeCompare(b.competency)
  // What a method cannot rank stands at the end in either direction.
  const byPlace = (a: SeenNeed, b: SeenNeed) => {
    const [x, y] = [a.places[method], b.places[method]]
    return x === null || y === null ? (x ?? last) - (y ?? last) : sign * (x - y)
  }
  const key = {
    place: byPlace,
    people: (a: SeenNeed, b: SeenNeed) => sign * (a.withGap - b.withGap),
    unit: (a: SeenNeed, b: SeenNeed) => sign * a.unitName.localeCompare(b.unitName),
    competency: (a: SeenNeed, b: SeenNeed) => sign * a.competencyName.localeCompare(b.competencyName),
  }[sort]
  return (a, b) => key(a, b) || byPlace(a, b) || byName(a, b)
}

function rowOf(need: SeenNeed, method: RankingMethod, language: Language) {
  const { places, routed } = need
  return {
    ...need,
    sourcesWords: need.sources.map((source) => sayIn(language, `planning.need.source.${source}`)).join(', '),
    place: places[method],
    placeGap: places['gap-criticality'],
    placeBorich: places.borich,
    placeGrid: places['importance-performance'],
    placeDiscrepancy: places['ranked-discrepancy'],
    placeVoices: places.voices,
    route: routed?.route ?? null,
    routeWords: routed && sayIn(language, `planning.need.route.${routed.route}`),
    routeReason: routed?.reason ?? null,
  }
}

export async function showNeedMap(ctx: Ctx, { year = planningYear(ctx.today), method }: Asked) {
  const { needs, offices } = await needsSeen(ctx, year)
  const found = new Map(needs.map((need) => [`${need.unitId} ${need.competency}`, need]))
  const competencies = [...new Map(needs.map((n) => [n.competency, n.competencyName]))]
  const told = offices.filter(({ officeId }) => needs.some((need) => need.unitId === officeId))
  const column = (of: (need: SeenNeed) => number | null) =>
    told.map(({ officeId }) =>
      competencies.map(([competency]) => {
        const need = found.get(`${officeId} ${competency}`)
        return need === undefined ? null : of(need)
      }),
    )
  return {
    year,
    ranked: needs.filter((need) => need.places[method] !== null).length,
    offices: told.map(({ officeId, name }) => ({ unitId: officeId, name })),
    competencies: competencies.map(([competency, name]) => ({ competency, name })),
    places: column((need) => need.places[method]),
    withGap: column((need) => (need.assessed === 0 ? null : need.withGap)),
    assessed: column((need) => need.assessed),
    routed: needs.filter((need) => need.routed !== null).length,
  }
}

export async function showNeed(
  ctx: Ctx,
  asked: { year?: number | undefined; competency: CompetencyCode; unitId: UnitId },
) {
  const year = asked.year ?? planningYear(ctx.today)
  const seen = await needsSeen(ctx, year)
  const isMeant = (one: { competency: CompetencyCode }, unitId: UnitId) =>
    one.competency === asked.competency && unitId === asked.unitId
  const need = seen.needs.find((one) => isMeant(one, one.unitId))
  const facts = seen.facts.find((one) => isMeant(one, one.officeId))
  if (!need || !facts) throw new Refusal('planning.need-unknown', 404)
  const { competencies, confidenceLevel, parameters, gapBasis } = seen
  return {
    ...rowOf(need, 'gap-criticality', ctx.actor.language),
    year,
    ranked: seen.needs.filter((one) => one.places['gap-criticality'] !== null).length,
    definition: competencies.get(need.competency)?.definition[ctx.actor.language] ?? null,
    levels: [...(facts.gaps?.levels ?? [])],
    required: [...(facts.gaps?.required ?? [])],
    measurementError: seen.errorOf(need.competency),
    confidenceLevel,
    smallestGroup: parameters.need.smallestGroup,
    aims: aimsToTell(seen, asked),
    belowShare: shareInterval(need.below, need.appraised, zOf(confidenceLevel)),
    importance: need.discrepancy?.importance ?? null,
    performance: need.discrepancy?.performance ?? null,
    decidedAt: need.routed?.decidedAt ?? null,
    basis: `${gapBasis} ${parameters.basis}`,
  }
}

/** The posts people of the office work towards: all of them, or none where one could be found out by taking the others away. */
function aimsToTell(
  { aims, aimedGaps, parameters }: Awaited<ReturnType<typeof needsSeen>>,
  { competency, unitId }: { competency: CompetencyCode; unitId: UnitId },
) {
  const gapOf = new Map(aimedGaps.filter((g) => g.competency === competency).map((g) => [g.personId, g.gap]))
  const ofOffice = aims.filter((aim) => aim.officeId === unitId && gapOf.has(aim.personId))
  const kinds = [...Map.groupBy(ofOffice, (aim) => aim.jobKind)]
  const told = kinds.every(([, people]) =>
    mayTell(people.length, people.filter(({ seen }) => seen).length, parameters.need.smallestGroup),
  )
  if (!told) return []
  return kinds.map(([jobKind, people]) => ({
    jobKind,
    people: people.length,
    withGap: people.filter(({ personId }) => (gapOf.get(personId) ?? 0) >= 1).length,
  }))
}
