import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { reading } from '../db/open.ts'
import type { Tables } from '../db/tables.ts'

const page = 5000
const start = '0'.repeat(64)

/**
 * Recomputes the whole chain. A changed, removed or inserted row breaks it at that row; a log cut off at its end is
 * noticed by comparing `head` with the one noted down earlier.
 */
export async function verifyAudit(
  db: Kysely<Tables>,
): Promise<{ rows: number; head: string; brokenAt: number | null }> {
  let previous = start
  let rows = 0
  for (;;) {
    const batch = await reading(db, (trx) =>
      trx.selectFrom('audit').selectAll().where('id', '>', rows).orderBy('id').limit(page).execute(),
    )
    for (const row of batch) {
      const text = [
        previous,
        row.id,
        row.at,
        row.account_id ?? '',
        row.operation,
        row.subject ?? '',
        row.outcome,
        row.code ?? '',
        row.reason ?? '',
      ]
      const hash = createHash('sha256').update(text.join('\u001f')).digest('hex')
      if (row.id !== rows + 1 || row.previous_hash !== previous || row.hash !== hash)
        return { rows, head: previous, brokenAt: row.id }
      previous = row.hash
      rows += 1
    }
    if (batch.length < page) return { rows, head: previous, brokenAt: null }
  }
}
