import { sql } from 'kysely'
import { reading } from '../../../platform/db/open.ts'
import type { JobRun } from '../../../platform/jobs/jobs.ts'
import { removeSome } from '../../../platform/retention/queries.ts'
import { retention } from '../../../platform/retention/rules.ts'
import { removeInBatches } from '../../../platform/retention/service.ts'
import { settingOf } from '../../../platform/settings/queries.ts'
import { type Day, yearOf } from '../../../shared/dates.ts'
import { yearsToCompute } from '../result/rules.ts'
import '../tables.ts'

/** Removes the results of years whose time is over, never one of those computed anew; without a period all are kept. */
export async function forgetOldResults({ services, signal }: JobRun, today: Day): Promise<void> {
  const { kysely } = services.database
  const years = await reading(kysely, (db) => settingOf(db, retention.index))
  if (years === 0) return
  const old = sql`year <= ${sql.lit(yearOf(today) - Math.max(years, yearsToCompute(today).length))}`
  for (const table of ['index_result', 'index_official', 'unit_index'] as const)
    await removeInBatches(kysely, signal, (db, atOnce) => removeSome(db, table, old, atOnce))
}
