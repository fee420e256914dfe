import type { Db } from '../../../platform/db/open.ts'
import type { Day } from '../../../shared/dates.ts'
import type { UnitId } from '../../../shared/ids.ts'
import type { Run } from '../result/queries.ts'
import { ancestorsOf, clearSummaries, ownGroups, saveSummaries, summariesOf } from './queries.ts'
import { addGroup, count, type Counted, emptyTally, merge, rollUp, subtract, type Tally } from './rules.ts'

/** Adds up all results of a run anew: each unit's own once, then up the tree. */
export async function renewSums(db: Db, run: Run, on: Day): Promise<void> {
  const own = new Map<UnitId | null, Tally>()
  for (const { unitId, ...group } of await ownGroups(db, run)) addGroup(tallyOf(own, unitId), group)
  const totals = rollUp(own, await ancestorsOf(db))
  await clearSummaries(db, run)
  await saveSummaries(
    db,
    run,
    [...totals].map(([unitId, tally]) => ({ unitId, summary: { on, tally } })),
  )
}

export type CountedIn = Counted & { unitId: UnitId | null }

/** Takes the old results out of the sums of their units and all units above, and adds the new ones. */
export async function changeSums(
  db: Db,
  run: Run,
  on: Day,
  before: readonly CountedIn[],
  after: readonly CountedIn[],
): Promise<void> {
  const units = new Set([...before, ...after].flatMap(({ unitId }) => unitId ?? []))
  const ancestors = await ancestorsOf(db, [...units])
  const out = rollUp(perUnit(before), ancestors)
  const into = rollUp(perUnit(after), ancestors)
  const touched = [...new Set([...out.keys(), ...into.keys()])]
  if (touched.length === 0) return
  const known = await summariesOf(db, run, touched)
  const changed = touched.map((unitId) => {
    const rest = subtract(known.get(unitId)?.tally ?? emptyTally(), out.get(unitId) ?? emptyTally())
    return { unitId, summary: { on, tally: merge(rest, into.get(unitId) ?? emptyTally()) } }
  })
  await saveSummaries(db, run, changed)
}

function perUnit(results: readonly CountedIn[]): Map<UnitId | null, Tally> {
  const own = new Map<UnitId | null, Tally>()
  for (const result of results) count(tallyOf(own, result.unitId), result)
  return own
}

function tallyOf(own: Map<UnitId | null, Tally>, unitId: UnitId | null): Tally {
  const tally = own.get(unitId) ?? emptyTally()
  own.set(unitId, tally)
  return tally
}
