import { reachOf } from '../../../shared/actor.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { heatMapUnits } from '../access.ts'
import { cellOf, type Summaries, together } from '../heatmap/rules.ts'
import { pathTo, unitsOnMap } from '../heatmap/queries.ts'
import { competencyRulesOn, type StoredRules } from '../parameters/queries.ts'
import { summariseGaps } from '../summary/rules.ts'
import { type OwnGap, ownGaps, type TeamGap, teamGaps } from './queries.ts'

const shown = 3

export async function showSummary(ctx: Ctx) {
  const { db, actor, today } = ctx
  const rules = await competencyRulesOn(db, today)
  const { validityYears } = rules.parameters.assessment
  const reach = reachOf(actor, 'competency.read')
  const self = actor.personId
  const own = self !== null && reach.self ? await ownGaps(db, self, today, validityYears) : null
  const team = self !== null && reach.team ? await teamGaps(db, self, today, validityYears) : null
  return {
    own: own && ownCard(own, named(ctx, rules)),
    team: team && teamCard(team, named(ctx, rules)),
    unit: await unitCard(ctx, named(ctx, rules)),
  }
}

const named =
  ({ actor }: Ctx, { competencies }: StoredRules) =>
  (code: string) =>
    competencies.get(code)?.name[actor.language] ?? code

type Named = (code: string) => string

const ownCard = (gaps: readonly OwnGap[], name: Named) => ({
  required: gaps.length,
  assessed: gaps.filter(({ level }) => level !== null).length,
  selfDue: gaps.filter(({ rated }) => !rated).length,
  largest: gaps
    .flatMap((row) =>
      row.gap === null || row.level === null || row.gap <= 0
        ? []
        : [{ ...row, gap: row.gap, level: row.level, name: name(row.competency) }],
    )
    .toSorted((a, b) => b.gap - a.gap || b.required - a.required)
    .slice(0, shown),
})

const teamCard = (gaps: readonly TeamGap[], name: Named) => ({
  persons: new Set(gaps.map(({ personId }) => personId)).size,
  due: new Set(gaps.filter(({ rated }) => !rated).map(({ personId }) => personId)).size,
  largest: largestOf(
    Object.fromEntries(
      [...Map.groupBy(gaps, ({ competency }) => competency)].map(([code, list]) => [code, summariseGaps(list)]),
    ),
    name,
  ),
  members: [...Map.groupBy(gaps, ({ personId }) => personId)]
    .map(([personId, list]) => ({
      personId,
      name: list[0]!.name,
      postTitle: list[0]!.postTitle,
      required: list.length,
      due: list.filter(({ rated }) => !rated).length,
      shortage: list.reduce((sum, { gap }) => sum + Math.max(0, gap ?? 0), 0),
    }))
    .toSorted((a, b) => b.due - a.due || a.name.localeCompare(b.name, 'id')),
})

async function unitCard({ db, actor }: Ctx, name: Named) {
  const within = heatMapUnits(actor)
  if (within !== 'all' && within.length === 0) return null
  const [unit] = await pathTo(db, within, undefined)
  const { units } = await unitsOnMap(db, unit?.unitId ?? null)
  const summaries = unit
    ? (units.find(({ unitId }) => unitId === unit.unitId)?.summaries ?? {})
    : together(units.map((row) => row.summaries))
  return { unitId: unit?.unitId ?? null, name: unit?.name ?? null, largest: largestOf(summaries, name) }
}

/** The competencies with most missing per assessed person. */
const largestOf = (summaries: Summaries, name: Named) =>
  Object.entries(summaries)
    .map(([code, summary]) => ({ ...cellOf(code, summary), name: name(code) }))
    .filter(({ withGap }) => withGap > 0)
    .toSorted((a, b) => (b.meanShortage ?? 0) - (a.meanShortage ?? 0))
    .slice(0, shown)
