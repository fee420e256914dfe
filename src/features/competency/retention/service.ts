import { sql } from 'kysely'
import { reading } from '../../../platform/db/open.ts'
import type { JobRun } from '../../../platform/jobs/jobs.ts'
import { removeSome } from '../../../platform/retention/queries.ts'
import { retention } from '../../../platform/retention/rules.ts'
import { removeInBatches } from '../../../platform/retention/service.ts'
import { settingOf } from '../../../platform/settings/queries.ts'
import { type Day, addYears } from '../../../shared/dates.ts'
import { competencyRulesOn } from '../parameters/queries.ts'
import '../tables.ts'

/** Removes ratings whose time is over, never one that still counts; without a period set for them all are kept. */
export async function forgetOldRatings({ services, signal }: JobRun, today: Day): Promise<void> {
  const { kysely } = services.database
  const years = await reading(kysely, async (db) => {
    const set = await settingOf(db, retention.assessments)
    return set === 0 ? 0 : Math.max(set, (await competencyRulesOn(db, today)).parameters.assessment.validityYears)
  })
  if (years === 0) return
  const old = sql`assessed_on < ${addYears(today, -years)}::date`
  await removeInBatches(kysely, signal, (db, atOnce) => removeSome(db, 'assessment', old, atOnce))
}
