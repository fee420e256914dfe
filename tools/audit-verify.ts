import { verifyAudit } from '../src/platform/audit/verify.ts'
import { readConfig } from '../src/platform/config.ts'
import { openDatabase } from '../src/platform/db/open.ts'
import '../src/platform/tables.ts'

/** `npm run audit:verify [-- HEAD]`: recomputes the audit chain; with a head noted earlier, also notices a log cut off at its end. */
const database = await openDatabase(readConfig(process.env))
const { rows, head, brokenAt } = await verifyAudit(database.kysely)
const noted = process.argv[2]
const missing =
  noted !== undefined &&
  !(await database.kysely.selectFrom('audit').select('id').where('hash', '=', noted).executeTakeFirst())
await database.close()

if (brokenAt !== null) console.log(`Broken at entry ${brokenAt}; ${rows} entries before it are sound.`)
else if (missing) console.log(`Cut off: the noted head is not in the log (${rows} entries, head ${head}).`)
else console.log(`Sound: ${rows} entries, head ${head}`)
process.exit(brokenAt === null && !missing ? 0 : 1)
