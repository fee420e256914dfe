import { sql } from 'kysely'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Db } from '../../../platform/db/open.ts'
import type { ImportId, PersonId } from '../../../shared/ids.ts'
import { onEachEngine } from '../../../testing/app.ts'
import { addPerson, addTown, supervisorOf } from '../../../testing/town.ts'

const nip = '198803022011012777'
const nationalId = 'A8ACA7B1C2D3E4F5E040640A04027777'
const name = 'Zulfahmi "Zul" Unik'
const email = 'zulfahmi.unik@contoh.invalid'
const reason = 'Permintaan yang bersangkutan'

/** Every place in the database, the audit log apart, where one of these words stands. */
async function mentions(db: Db, words: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ schema: string; table: string; column: string }>`
    select table_schema as schema, table_name as "table", column_name as "column"
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') and table_name <> 'audit'
      and data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea')`.execute(db)
  const found: string[] = []
  for (const { schema, table, column } of rows) {
    const likes = words.flatMap((word) => [
      `%${word}%`,
      `%${JSON.stringify(word).slice(1, -1).replaceAll('\\', '\\\\')}%`,
    ])
    const hit = await sql`
      select from ${sql.table(`${schema}.${table}`)}
      where ${sql.ref(column)}::text ilike any(${likes}::text[]) limit 1`.execute(db)
    if (hit.rows.length > 0) found.push(`${schema}.${table}.${column}`)
  }
  return found.toSorted()
}

/** Somebody who is named wherever one can be: own records, others' records, imports, reasons, roles given and work done. */
async function addSomebodyEverywhere(db: Db, fileKey: string) {
  const town = await addTown(db)
  const zul = await addPerson(db, {
    name,
    unit: town.section,
    post: { title: 'Kepala Seksi Utama', echelon: '31' },
    more: { nip, national_id: nationalId, email, nip_old: '131234567' },
  })
  await db.updateTable('unit').set({ head_national_id: nationalId }).where('id', '=', town.office).execute()
  await db
    .updateTable('appraisal')
    .set({ rater_nip: nip, rater_name: name, rater_post: 'Kepala Seksi Utama' })
    .where('person_id', '=', town.clerk)
    .execute()
  await db
    .insertInto('supervisor_exception')
    .values({ person_id: town.chief, supervisor_id: zul, reason: `Ditunjuk ${name} (${nip})`, recorded_by: null })
    .execute()
  const origin = { from: null, to: nip }
  await db
    .insertInto('register_change')
    .values([
      change(town.clerk, { raterNip: origin, raterName: { from: name, to: null } }),
      change(zul, { name: { from: 'Lain', to: name } }),
    ])
    .execute()
  const { id } = await db
    .insertInto('import')
    .values({ name: `${nip}.zip`, status: 'done', file_key: fileKey })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addImported(db, id)
  return { ...town, zul, importId: id }
}

const change = (personId: PersonId, fields: object) => ({
  record_kind: 'person' as const,
  record_id: personId,
  person_id: personId,
  fields: JSON.stringify(fields),
  source: 'national' as const,
})

async function addImported(db: Db, importId: ImportId): Promise<void> {
  const { id } = await db
    .insertInto('import_file')
    .values({ import_id: importId, path: `rw-hukdis/${nip}.json`, kind: 'rw-hukdis', status: 'applied' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const row = (number: number, owner: string | null, original: object) => ({
    file_id: id,
    row_number: number,
    outcome: owner === null ? ('rejected' as const) : ('new' as const),
    nip: owner,
    place: `rw-hukdis/${nip}.json#${number}`,
    original: JSON.stringify(original),
    facts: JSON.stringify(original),
  })
  await db
    .insertInto('import_row')
    .values([
      row(1, nip, { nipBaru: nip, nama: name }),
      row(2, '198001012010031999', { nipNrpPenilai: nip, namaPenilai: name, nama: 'Orang Lain', angka: 7 }),
      row(3, null, { nipBaru: nip.slice(0, 17), nama: name }),
      row(4, null, { idPns: nationalId, namaKursus: 'Kursus' }),
      row(5, '198001012010031998', { nama: 'Zulfahmi Lain' }),
    ])
    .execute()
  // A number that a spreadsheet left without quotation marks.
  await sql`update import_row set original = ${`{"nipNrpPenilai": ${nip}, "nama": "Orang Lain"}`}::json
    where file_id = ${id} and row_number = 2`.execute(db)
}

onEachEngine('erasing a person', (app) => {
  const prepare = async () => {
    const upload = join(mkdtempSync(join(tmpdir(), 'bina-test-')), 'upload')
    writeFileSync(upload, nip)
    await app().services.files.put(`imports/${nip.slice(-4)}`, upload)
    return app().write((db) => addSomebodyEverywhere(db, `imports/${nip.slice(-4)}`))
  }

  it('leaves no trace outside the audit log, and everybody else as they were', async () => {
    const t = await prepare()
    const self = await app().as([{ role: 'officer' }], t.zul)
    await app().write((db) =>
      db.updateTable('account').set({ name, nip, email }).where('id', '=', self.accountId!).execute(),
    )
    await self.post('people/correct', {
      kind: 'person',
      recordId: t.clerk,
      field: 'name',
      value: 'Nuraini',
      reason: `Oleh ${nip}`,
    })
    await self.post('account/createToken', { name: 'Integrasi', expiresOn: '2027-01-31' })
    expect(
      (await app().read((db) => mentions(db, [nip, name, nationalId, email, '131234567']))).length,
    ).toBeGreaterThan(15)

    const admin = await app().as([{ role: 'admin' }])
    const erase = (input: object) => admin.post('people/erase', { personId: t.zul, nip, reason, ...input })
    expect((await erase({ nip: '1' })).body.error.code).toBe('erasure.nip-differs')
    const answer = await erase({})
    expect(answer.body).toEqual({})
    await app().jobsDone()

    expect(await app().read((db) => mentions(db, [nip, name, nationalId, email, '131234567']))).toEqual([])
    expect((await self.get('account/me')).status).toBe(401)
    expect((await admin.get('people/person', { personId: t.zul })).status).toBe(404)
    await expect(readAll(app().services.files.open(`imports/${nip.slice(-4)}`))).rejects.toThrow('ENOENT')

    await app().read(async (db) => {
      const rows = await db.selectFrom('import_row').select(['row_number', 'original']).orderBy('row_number').execute()
      expect(rows).toEqual([
        { row_number: 2, original: { nipNrpPenilai: null, nama: 'Orang Lain' } },
        { row_number: 5, original: { nama: 'Zulfahmi Lain' } },
      ])
      expect(await supervisorOf(db, t.chief)).toBe(t.head)
      const audit = await db
        .selectFrom('audit')
        .where('operation', '=', 'people/erase')
        .select(['subject', 'outcome', 'reason'])
        .execute()
      expect(audit.at(-1)).toEqual({ subject: `person:${t.zul}`, outcome: 'done', reason })
    })
    expect((await admin.get('people/person', { personId: t.clerk })).body).toMatchObject({
      name: 'Nuraini',
      trainings: [{}, {}],
      appraisals: [{ raterName: null }],
    })
  })

  it('is refused to whoever may not, to oneself, and while an import is at work', async () => {
    const t = await app().write(addTown)
    const { nip: other } = await app().read((db) =>
      db.selectFrom('person').where('id', '=', t.clerk).select('nip').executeTakeFirstOrThrow(),
    )
    const input = { personId: t.clerk, nip: other, reason }
    for (const role of ['officer', 'leader', 'integrity'] as const)
      expect((await (await app().as([{ role }])).post('people/erase', input)).body.error.code).toBe(
        'account.not-allowed',
      )
    const own = await app().as([{ role: 'admin' }], t.clerk)
    expect((await own.post('people/erase', input)).body.error.code).toBe('erasure.own')
    await app().write((db) => db.insertInto('import').values({ name: 'berjalan', status: 'applying' }).execute())
    const admin = await app().as([{ role: 'admin' }])
    expect((await admin.post('people/erase', input)).body.error.code).toBe('erasure.import-at-work')
    expect((await admin.post('people/erase', { ...input, personId: 999_999 })).status).toBe(404)
  })
})

async function readAll(stream: NodeJS.ReadableStream): Promise<void> {
  for await (const _ of stream);
}
