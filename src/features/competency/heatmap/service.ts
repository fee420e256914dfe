import { reachOf } from '../../../shared/actor.ts'
import type { UnitId } from '../../../shared/ids.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { totalTold } from '../../../platform/db/gather.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { headcount } from '../../people/headcount/service.ts'
import { heatMapUnits } from '../access.ts'
import { competencyRulesOn } from '../parameters/queries.ts'
import { countOnMap, pathTo, type PersonFilter, personsOnMap, unitsOnMap } from './queries.ts'
import { cellsOf, ownPart, together } from './rules.ts'

/** From the units' sums alone: no person is read, however large the city. */
export async function showHeatMap({ db, actor, today }: Ctx, { unitId }: { unitId?: UnitId | undefined }) {
  const within = heatMapUnits(actor)
  if (within !== 'all' && within.length === 0) throw new Refusal('competency.heat-map-not-yours', 403)
  const [unit, ...above] = await pathTo(db, within, unitId)
  if (!unit && (unitId !== undefined || within !== 'all')) throw new Refusal('competency.unit-unknown', 404)
  const { units, computedAt } = await unitsOnMap(db, unit?.unitId ?? null)
  const { competencies } = await competencyRulesOn(db, today)

  const below = units.filter((row) => row.unitId !== unit?.unitId)
  const parts = below.map((row) => row.summaries)
  const whole = unit ? (units.find((row) => row.unitId === unit.unitId)?.summaries ?? {}) : together(parts)
  const inUse = [...competencies.values()].filter(({ code }) => (whole[code]?.gaps ?? 0) > 0)
  const order = inUse.map(({ code }) => code)
  return {
    unit: unit ?? null,
    path: above.toReversed(),
    competencies: inUse.map(({ code, name, kind }) => ({ competency: code, name: name[actor.language], kind })),
    rows: below.map((row) => ({ ...row, cells: cellsOf(row.summaries, order) })),
    own: cellsOf(ownPart(whole, parts), order),
    total: cellsOf(whole, order),
    computedAt,
  }
}

export async function listHeatMapPersons(ctx: Ctx, filter: PersonFilter) {
  const rows = await personsOnMap(ctx.db, ctx.actor, filter)
  return { rows, total: totalTold(filter, rows.length) ?? (await totalOnMap(ctx, filter)) }
}

function totalOnMap({ db, actor }: Ctx, filter: PersonFilter): Promise<number> {
  const { unitId, own, team, search } = filter
  // Who is at work in a unit is counted already.
  const counted = !own && !team && search === undefined && reachOf(actor, 'competency.read').city
  return counted ? headcount(db, unitId) : countOnMap(db, actor, filter)
}
