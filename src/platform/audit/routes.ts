import { implement } from '../http/implement.ts'
import { sayIn } from '../words/words.ts'
import { audit } from './contract.ts'
import { auditHead, auditRows } from './queries.ts'

export const auditRoutes = implement(audit, {
  list: async ({ db, actor, services }, filter) => {
    const { rows, total } = await auditRows(db, filter, services.region.timeZone)
    return { rows: rows.map((row) => ({ ...row, codeWords: row.code && sayIn(actor.language, row.code) })), total }
  },
  state: ({ db }) => auditHead(db),
})
