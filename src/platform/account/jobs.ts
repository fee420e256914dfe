import type { AccountId } from '../../shared/ids.ts'
import { reading, writing } from '../db/open.ts'
import { hashSecret, newSecret } from '../auth/secrets.ts'
import type { JobDefinition } from '../jobs/jobs.ts'
import { sayIn } from '../words/words.ts'
import { accountById } from './queries.ts'

const linkMinutes = 60

/** Sends the link for a new password. */
export const sendLetter: JobDefinition<{ accountId: AccountId }> = {
  name: 'account.letter',
  async run({ services }, { accountId }) {
    const { kysely } = services.database
    const account = await reading(kysely, (db) => accountById(db, accountId))
    if (!account.email) return
    const secret = newSecret()
    const expiresAt = new Date(services.clock().getTime() + linkMinutes * 60_000)
    await writing(kysely, async (db) => {
      await db.deleteFrom('password_reset').where('account_id', '=', accountId).execute()
      await db
        .insertInto('password_reset')
        .values({ secret_hash: hashSecret(secret), account_id: accountId, expires_at: expiresAt.toISOString() })
        .execute()
    })
    const address = services.config.publicUrl ?? `http://${services.config.host}:${services.config.port}`
    await services.mail.send({
      to: account.email,
      subject: sayIn(account.language, 'account.letter.subject'),
      text: sayIn(account.language, 'account.letter.text', {
        name: account.name,
        link: `${address}/sandi-baru#${secret}`,
        minutes: linkMinutes,
      }),
    })
  },
}
