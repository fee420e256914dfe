import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, inject, it } from 'vitest'
import { createApp } from '../../../app.ts'
import { writeArchive } from '../../../demo/archive.ts'
import { reading, writing } from '../../../platform/db/open.ts'
import type { Day } from '../../../shared/dates.ts'
import type { ImportId } from '../../../shared/ids.ts'
import { configFor } from '../../../testing/app.ts'
import { copyOfTemplate } from '../../../testing/templates.ts'
import { insertImport, setImport } from './queries.ts'

interface Far {
  status: string
  files: number
  applied: number
  staged: boolean
}

/** Runs the server on the folder until it is this far, then kills it without warning. Answers how far it was. */
async function killWhen(folder: string, isFar: (far: Far) => boolean): Promise<Far> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'fixtures/process.ts'), [folder], { stdio: 'inherit' })
  try {
    return await new Promise<Far>((resolve, reject) => {
      child.on('message', (far: Far) => isFar(far) && resolve(far))
      child.on('exit', (code) => reject(new Error(`The server ended on its own with ${code}`)))
    })
  } finally {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
    child.kill('SIGKILL')
    await ended
  }
}

async function inApp<T>(folder: string, work: (app: Awaited<ReturnType<typeof createApp>>) => Promise<T>): Promise<T> {
  const app = await createApp(configFor(folder, undefined))
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}

it('loses and doubles nothing when the server is killed while reading and while applying', async () => {
  const folder = copyOfTemplate(inject('embeddedTemplate'))
  try {
    const path = join(folder, 'kota.zip')
    await writeArchive(path, { persons: 150, on: '2026-11-23' as Day })
    const importId = await inApp(folder, ({ services }) =>
      writing(services.database.kysely, async (db): Promise<ImportId> => {
        await services.files.put('imports/uji', path)
        const bytes = statSync(path).size
        const at = new Date().toISOString()
        const id = await insertImport(db, {
          name: 'kota.zip',
          fileKey: 'imports/uji',
          bytes,
          createdBy: null,
          createdAt: at,
        })
        await setImport(db, id, { job_id: await services.jobs.start(db, 'import.read', { importId: id }, null) })
        return id
      }),
    )
    expect(await killWhen(folder, ({ staged }) => staged)).toMatchObject({ status: 'reading', applied: 0 })
    await killWhen(folder, ({ status }) => status === 'preview')

    await inApp(folder, ({ services }) =>
      writing(services.database.kysely, async (db) =>
        setImport(db, importId, {
          status: 'applying',
          job_id: await services.jobs.start(db, 'import.apply', { importId }, null),
        }),
      ),
    )
    for (const applied of [1, 3]) {
      const far = await killWhen(folder, (at) => at.applied >= applied)
      expect(far.status).toBe('applying')
      expect(far.applied).toBeLessThan(far.files)
    }
    await killWhen(folder, ({ status }) => status === 'done')

    expect(readdirSync(join(folder, 'spool'))).toEqual([])
    await inApp(folder, ({ services }) =>
      reading(services.database.kysely, async (db) => {
        const files = await db.selectFrom('import_file').select(['kind', 'status', 'counts']).execute()
        // The smallest cities have no sanctions: that sheet is empty.
        expect(files.filter(({ kind, status }) => kind !== null && status !== 'applied')).toEqual([])
        const accepted = (kinds: string[]) =>
          files.reduce(
            (sum, { kind, counts }) =>
              sum + (kinds.includes(kind!) ? ((counts as unknown as Record<string, number>).new ?? 0) : 0),
            0,
          )
        for (const [table, kinds] of Object.entries(kindsOf)) {
          const { rows } = await sql<{
            n: number
            v: number
          }>`select count(*) as n, max(version) as v from ${sql.table(table)}`.execute(db)
          expect({ table, ...rows[0] }).toEqual({ table, n: accepted(kinds), v: 1 })
        }
        const unsettled = await db.selectFrom('person').where('search', '=', '').select('id').execute()
        expect(unsettled).toEqual([])
        const audit = await db.selectFrom('audit').where('operation', '=', 'import/applied').select('id').execute()
        expect(audit).toHaveLength(1)
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}, 300_000)

const kindsOf = {
  unit: ['ref-unor'],
  person: ['data-utama'],
  education: ['rw-pendidikan'],
  training: ['rw-diklat', 'rw-kursus'],
  appraisal: ['rw-skp22'],
  rank: ['rw-golongan'],
  posting: ['rw-jabatan'],
}
