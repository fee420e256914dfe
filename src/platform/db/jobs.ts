import type { JobDefinition } from '../jobs/jobs.ts'
import { writing } from './open.ts'

const day = 24 * 3600 * 1000

/** Throws away what has had its time: answers kept for repeated commands, ended sessions, old attempts, unused links. */
export const tidy: JobDefinition = {
  name: 'floor.tidy',
  async run({ services }) {
    const { kysely, embedded } = services.database
    const now = services.clock().getTime()
    const ago = (days: number) => new Date(now - days * day).toISOString()
    await writing(kysely, async (db) => {
      await db.deleteFrom('idempotency').where('created_at', '<', ago(7)).execute()
      await db.deleteFrom('session').where('expires_at', '<', ago(0)).execute()
      await db.deleteFrom('sign_in_attempt').where('last_failed_at', '<', ago(2)).execute()
      await db.deleteFrom('password_reset').where('expires_at', '<', ago(0)).execute()
    })
    // The embedded engine has no process of its own that does this.
    await embedded?.inTurn.exec('vacuum (analyze)')
  },
}
