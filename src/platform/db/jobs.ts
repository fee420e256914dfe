import { type RawBuilder, sql } from 'kysely'
import { removeExpiredSheets } from '../account/administration/sheet/service.ts'
import type { JobDefinition } from '../jobs/jobs.ts'
import { removeSome } from '../retention/queries.ts'
import { retention } from '../retention/rules.ts'
import { removeInBatches } from '../retention/service.ts'
import { settingOf } from '../settings/queries.ts'
import { reading } from './open.ts'
import type { Tables } from './tables.ts'

const day = 24 * 3600 * 1000

/** Throws away what has had its time: answers kept for repeated commands, ended sessions, old attempts, unused links, jobs. */
export const tidy: JobDefinition = {
  name: 'floor.tidy',
  async run({ services, signal }) {
    const { kysely, embedded } = services.database
    const now = services.clock().getTime()
    const ago = (days: number) => sql`${new Date(now - days * day).toISOString()}::timestamptz`
    const [jobs, accounts] = await reading(kysely, async (db) => [
      await settingOf(db, retention.jobs),
      await settingOf(db, retention.accounts),
    ])
    const overdue: [keyof Tables, RawBuilder<unknown>][] = [
      ['idempotency', sql`created_at < ${ago(7)}`],
      ['session', sql`expires_at < ${ago(0)}`],
      ['sign_in_attempt', sql`last_failed_at < ${ago(2)}`],
      ['password_reset', sql`expires_at < ${ago(0)}`],
      ['api_token', sql`expires_on < ${ago(accounts)}`],
      [
        'password_sheet',
        sql`seed is null and file_key is null and coalesce(taken_at, discarded_at, created_at) < ${ago(accounts)}`,
      ],
      ['job', sql`status in ('done', 'failed', 'cancelled') and coalesce(finished_at, created_at) < ${ago(jobs)}`],
    ]
    await removeExpiredSheets(services)
    for (const [table, condition] of overdue)
      await removeInBatches(kysely, signal, (db, atOnce) => removeSome(db, table, condition, atOnce))
    // The embedded engine has no process of its own that does this.
    await embedded?.inTurn.exec('vacuum (analyze)')
  },
}
