import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { onEachEngine } from '../../../../testing/app.ts'
import { course, load, person, preview, unit } from '../fixtures/files.ts'

onEachEngine('what imports leave behind', (app) => {
  const start = new Date('2026-11-23T03:00:00Z')
  const night = async (days: number) => {
    app().now = new Date(start.getTime() + days * 24 * 3600 * 1000)
    await app().write((db) => app().services.jobs.start(db, 'import.tidy', {}, null))
    await app().jobsDone()
  }
  const files = () => {
    const folder = join(app().services.config.dataDir, 'files/imports')
    return existsSync(folder) ? readdirSync(folder) : []
  }
  const left = () =>
    app().read(async (db) => ({
      files: files().length,
      rows: (await db.selectFrom('import_row').select('row_number').execute()).length,
      persons: (await db.selectFrom('import_person').select('nip').execute()).length,
      register: (await db.selectFrom('person').select('id').execute()).length,
    }))

  it('goes when its time is over; the import, its numbers and the register stay', async () => {
    const officer = await app().as([{ role: 'officer' }])
    const done = await load(app(), officer, {
      'ref-unor.json': [unit('unor-dinas', 'Dinas Contoh')],
      'data-utama.json': [person(1), person(2)],
    })
    const waiting = await preview(app(), officer, {
      'rw-kursus.json': [course(1, 'a')],
      'data-utama.json': [person(3)],
    })
    expect([done.status, waiting.status]).toEqual(['done', 'preview'])
    const before = await left()
    expect(before).toMatchObject({ files: 2, register: 2 })

    await night(364)
    expect(await left()).toEqual(before)
    await night(366)
    expect(await left()).toEqual({ files: 0, rows: 0, persons: 0, register: 2 })

    const later = await app().as([{ role: 'officer' }])
    const show = async (importId: number) => (await later.get('import/show', { importId })).body
    expect(await show(done.importId)).toMatchObject({ status: 'done', counts: done.counts, files: [] })
    expect(await show(waiting.importId)).toMatchObject({ status: 'cancelled', files: [] })
    expect((await later.get('import/report', { importId: done.importId, all: true })).status).toBe(200)
    expect((await later.post('import/confirm', { importId: waiting.importId })).body.error.code).toBe(
      'import.not-to-confirm',
    )
    app().now = start
  })

  it('goes sooner when an administrator sets so, and decided conflicts go with it', async () => {
    const admin = await app().as([{ role: 'admin' }])
    await admin.post('settings/edit', { key: 'retention.imports', value: 10, reason: 'Jadwal retensi arsip' })
    const { id } = await app().read((db) => db.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow())
    const decided = (day: string | null) => ({
      record_kind: 'person' as const,
      record_id: id,
      person_id: id,
      field: day ?? 'name',
      local_value: '"a"',
      national_value: '"b"',
      decision: day === null ? null : ('keep' as const),
      decided_at: day,
    })
    await app().write((db) =>
      db
        .insertInto('conflict')
        .values([decided('2026-11-01T00:00:00Z'), decided('2026-11-20T00:00:00Z'), decided(null)])
        .execute(),
    )
    await night(0)
    const conflicts = await app().read((db) => db.selectFrom('conflict').select('field').orderBy('field').execute())
    expect(conflicts.map(({ field }) => field)).toEqual(['2026-11-20T00:00:00Z', 'name'])
  })
})
