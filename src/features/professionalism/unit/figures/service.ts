import type { Ctx } from '../../../../platform/http/context.ts'
import { reachOf } from '../../../../shared/actor.ts'
import type { UnitId } from '../../../../shared/ids.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import { leastPersonsForMean, mayOpenUnit } from '../../access.ts'
import { ruleSetVersion } from '../../ruleset/queries.ts'
import type { RuleSet } from '../../ruleset/rules.ts'
import { categoryOf } from '../../scoring/rules.ts'
import { binWidth, emptyTally, meansOf, type Tally } from '../rules.ts'
import { childrenToShow, cityToShow, unitToShow } from './queries.ts'

export interface Asked {
  unitId?: UnitId | undefined
  year?: number | undefined
  ruleSet?: string | undefined
}

/** The index of a unit with everything below it; without a number the city, the own office or the own unit. */
export async function unitIndexOf(ctx: Ctx, asked: Asked) {
  const { db } = ctx
  const unit = await unitOf(ctx, asked)
  const chosen =
    asked.year === undefined ? unit.summaries.at(-1) : unit.summaries.find(({ year }) => year === asked.year)
  const year = chosen?.year ?? asked.year ?? null
  const tally = chosen?.summary.tally ?? emptyTally()
  const shows = (t: Tally) => unit.open || t.measured >= leastPersonsForMean
  const means = shows(tally) ? meansOf(tally) : null
  const children = unit.open && year !== null ? await childrenToShow(db, unit.unitId, unit.ruleSet, year) : []
  const newest = Math.max(0, ...Object.keys(tally.versions).map(Number))
  const rules = newest > 0 ? await ruleSetVersion(db, unit.ruleSet, newest) : undefined
  return {
    unit: { unitId: unit.unitId, name: unit.name, parentId: unit.parentId },
    year,
    on: chosen?.summary.on ?? null,
    ruleSet: unit.ruleSet,
    /** How many of the measured were computed with which version. */
    versions: Object.entries(tally.versions).map(([version, n]) => ({ version: Number(version), n })),
    withheld: !shows(tally),
    open: unit.open,
    persons: tally.persons,
    measured: tally.measured,
    means,
    category: categoryFor(means?.total, rules),
    categories: unit.open ? tally.categories : null,
    bins: unit.open ? tally.bins.map((n, bin) => ({ from: bin * binWidth, to: (bin + 1) * binWidth, n })) : null,
    trend: unit.summaries.map(({ year: of, summary }) => ({
      year: of,
      measured: summary.tally.measured,
      mean: shows(summary.tally) ? (meansOf(summary.tally)?.total ?? null) : null,
    })),
    children: children.map(({ unitId, name, summary }) => {
      const own = summary?.tally ?? emptyTally()
      const mean = meansOf(own)?.total ?? null
      return {
        unitId,
        name,
        persons: own.persons,
        measured: own.measured,
        mean,
        category: categoryFor(mean, rules),
      }
    }),
  }
}

const categoryFor = (mean: number | null | undefined, rules: RuleSet | undefined) =>
  mean === null || mean === undefined || !rules ? null : categoryOf(mean, rules)

async function unitOf({ db, actor, services }: Ctx, { unitId, ruleSet }: Asked) {
  const reach = reachOf(actor, 'index.read')
  if (unitId === undefined && reach.city) {
    const city = await cityToShow(db, ruleSet)
    return { ...city, unitId: null, name: services.region.name, parentId: null, open: true }
  }
  const unit = await unitToShow(db, actor, unitId ?? reach.offices[0], ruleSet)
  if (!unit) throw new Refusal('index.unknown-unit', 404)
  return { ...unit, open: mayOpenUnit(actor, unit.ancestors) }
}
