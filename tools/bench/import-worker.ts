import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createApp } from '../../src/app.ts'
import { loadDemo } from '../../src/demo/load.ts'
import { readConfig } from '../../src/platform/config.ts'
import { reading } from '../../src/platform/db/open.ts'
import { peakMegabytes } from './processes.ts'

// Loads one demonstration city into an empty database and tells how long each step took.
const [persons, databaseUrl] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'bina-bench-'))
if (databaseUrl) await emptyDatabase(databaseUrl)
const app = await createApp(
  readConfig({
    DATA_DIR: folder,
    DEMO_PERSONS: persons,
    LOG_LEVEL: 'error',
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
  }),
)
await loadDemo(app.http, app.services, () => {})
const answer = await reading(app.services.database.kysely, async (db) => {
  const jobs = await db.selectFrom('job').select(['name', 'started_at', 'finished_at']).execute()
  const secondsOf = (matches: (name: string) => boolean) =>
    jobs
      .filter(({ name }) => matches(name))
      .reduce((sum, job) => sum + (Date.parse(job.finished_at!) - Date.parse(job.started_at!)) / 1000, 0)
  const { rows } = await db
    .selectFrom('import_row')
    .select((s) => s.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()
  return {
    rows,
    readSeconds: secondsOf((name) => name === 'import.read'),
    applySeconds: secondsOf((name) => name === 'import.apply'),
    afterSeconds: secondsOf((name) => name.endsWith('.compute')),
  }
})
await app.close()
rmSync(folder, { recursive: true, force: true })
process.send!({ ...answer, megabytes: peakMegabytes(process.pid) }, () => process.disconnect())

async function emptyDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('drop schema if exists queue cascade; drop schema public cascade; create schema public')
  await client.end()
}
