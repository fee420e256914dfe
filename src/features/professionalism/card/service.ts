import type { Ctx } from '../../../platform/http/context.ts'
import { sayIn } from '../../../platform/words/words.ts'
import { reachOf } from '../../../shared/actor.ts'
import { personIndex } from '../person/service.ts'
import type { Category } from '../ruleset/rules.ts'
import { unitIndexOf } from '../unit/figures/service.ts'

/** The index's part of the home screen: the same figures as the screens behind it, cut short. */
export async function showSummary(ctx: Ctx) {
  return { own: await ownCard(ctx), unit: await unitCard(ctx) }
}

const wordsOf = ({ actor }: Ctx, category: Category) => sayIn(actor.language, `index.category.${category}`)

async function ownCard(ctx: Ctx) {
  const { personId } = ctx.actor
  if (personId === null || !reachOf(ctx.actor, 'index.read').self) return null
  const { year, estimate, official, trend } = await personIndex(ctx, { personId })
  if (estimate === null || year === null) return null
  const [gain] = estimate.gains
  return {
    year,
    total: estimate.scores.total,
    category: estimate.category,
    categoryText: wordsOf(ctx, estimate.category),
    measured: estimate.measured,
    official: official?.total ?? null,
    gain: gain ? { text: gain.text, points: gain.points } : null,
    trend: trend.flatMap((y) => (y.total === null ? [] : [{ year: y.year, total: y.total }])),
  }
}

async function unitCard(ctx: Ctx) {
  const reach = reachOf(ctx.actor, 'index.read')
  if (!reach.city && reach.offices.length === 0) return null
  const { unit, year, means, category, persons, measured, trend } = await unitIndexOf(ctx, {})
  return {
    unitId: unit.unitId,
    name: unit.name,
    year,
    mean: means?.total ?? null,
    category,
    categoryText: category && wordsOf(ctx, category),
    persons,
    measured,
    trend: trend.flatMap(({ year: of, mean }) => (mean === null ? [] : [{ year: of, mean }])),
  }
}
