import type { UnitId } from '../../../shared/ids.ts'
import type { Db } from '../../../platform/db/open.ts'
import { removeGapsOfLeavers, type StoredGap, takeGapLock } from '../gap/queries.ts'
import type { CompetencyCode } from '../rules.ts'
import { ancestorsOf, clearSummaries, ownSummaries, saveSummaries, summariesOf, type UnitSummary } from './queries.ts'
import { emptySummary, type GapSummary, mergeSummaries, rollUp, subtractSummaries, summariseGaps } from './rules.ts'

/** Takes the old gaps out of the sums of their units and all units above, and adds the new ones. */
export async function changeSums(db: Db, before: readonly StoredGap[], after: readonly StoredGap[]): Promise<void> {
  const units = unitsIn([...before, ...after])
  if (units.length === 0) return
  const ancestors = await ancestorsOf(db, units)
  const out = rollUp(perUnit(before), ancestors)
  const into = rollUp(perUnit(after), ancestors)
  const touched = [...new Set([...out.keys(), ...into.keys()])]
  if (touched.length === 0) return
  const known = new Map((await summariesOf(db, touched)).map((row) => [keyOf(row), row.summary]))
  const changed: UnitSummary[] = []
  for (const unitId of touched)
    for (const competency of new Set([...keysOf(out, unitId), ...keysOf(into, unitId)])) {
      const old = known.get(keyOf({ unitId, competency })) ?? emptySummary()
      const without = subtractSummaries(old, out.get(unitId)?.get(competency) ?? emptySummary())
      const summary = mergeSummaries(without, into.get(unitId)?.get(competency) ?? emptySummary())
      if (JSON.stringify(summary) !== JSON.stringify(old)) changed.push({ unitId, competency, summary })
    }
  await saveSummaries(db, changed)
}

/** Adds up all gaps anew: each unit's own once, then up the tree. */
export async function renewSums(db: Db): Promise<void> {
  await takeGapLock(db)
  await removeGapsOfLeavers(db)
  const totals = rollUp(await ownSummaries(db), await ancestorsOf(db))
  await clearSummaries(db)
  await saveSummaries(
    db,
    [...totals].flatMap(([unitId, unit]) =>
      [...unit].map(([competency, summary]) => ({ unitId, competency, summary })),
    ),
  )
}

const keyOf = ({ unitId, competency }: { unitId: UnitId; competency: CompetencyCode }) => `${unitId} ${competency}`

const keysOf = (totals: ReadonlyMap<UnitId, ReadonlyMap<CompetencyCode, GapSummary>>, unitId: UnitId) =>
  totals.get(unitId)?.keys() ?? []

const unitsIn = (gaps: readonly StoredGap[]): UnitId[] => [
  ...new Set(gaps.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]))),
]

const perUnit = (gaps: readonly StoredGap[]): UnitSummary[] =>
  gaps.flatMap((gap) =>
    gap.unitId === null ? [] : [{ unitId: gap.unitId, competency: gap.competency, summary: summariseGaps([gap]) }],
  )
