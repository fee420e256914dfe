import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { readRows } from '../../../platform/rows/read.ts'
import { type Client, onEachEngine, type TestApp } from '../../../testing/app.ts'
import { accept, counts, course, type Files, idOf, load, nipOf, person, preview, unit } from './fixtures/files.ts'

const city: Files = {
  // Histories before persons, persons before units: an archive promises no order.
  'rw-kursus.json': [course(1, 'a'), course(1, 'b', { namaKursus: 'Arsip' }), course(2, 'c')],
  'data-utama.json': [person(1), person(2, { unorId: 'unor-bidang', unorNama: 'Bidang Contoh' })],
  'rw-golongan.json': [{ idPns: idOf(2), golonganId: '33', tmtGolongan: '01-04-2020' }],
  'ref-unor.json': [unit('unor-bidang', 'Bidang Contoh', 'unor-dinas'), unit('unor-dinas', 'Dinas Contoh')],
}

const everything = async (app: TestApp) =>
  Promise.all(
    ['unit', 'post', 'person', 'training', 'rank', 'register_change', 'conflict'].map(async (table) => [
      table,
      (
        await app.read((db) =>
          sql`select to_jsonb(t) - 'recorded_at' as t from ${sql.table(table)} t order by id`.execute(db),
        )
      ).rows,
    ]),
  )

onEachEngine('an import', (app) => {
  let officer: Client
  const rowsOf = async (importId: number, filter = {}) =>
    (await officer.get('import/rows', { importId, ...filter })).body.rows

  it('shows what it would do, does it when told to, and does nothing the second time', async () => {
    officer = await app().as([{ role: 'officer' }])
    const shown = await preview(app(), officer, city)
    expect(shown).toMatchObject({ status: 'preview', counts: counts({ new: 8 }) })
    expect(shown.files.map((f: { kind: string }) => f.kind).toSorted()).toEqual(
      ['data-utama', 'ref-unor', 'rw-golongan', 'rw-kursus'], // prettier-ignore
    )
    expect(await app().read((db) => db.selectFrom('person').select('id').execute())).toEqual([])

    expect(await accept(app(), officer, shown.importId)).toMatchObject({ status: 'done', counts: counts({ new: 8 }) })
    const before = await everything(app())
    expect(JSON.stringify(before)).toContain('Pelayanan Prima')
    expect((await officer.post('import/confirm', { importId: shown.importId })).status).toBe(409)

    expect(await load(app(), officer, city)).toMatchObject({ status: 'done', counts: counts({ same: 8 }) })
    expect(await everything(app())).toEqual(before)
    const people = await app().read((db) =>
      db
        .selectFrom('person')
        .innerJoin('unit', 'unit.id', 'person.unit_id')
        .innerJoin('post', 'post.id', 'person.post_id')
        .select(['nip', 'unit.name as unit', 'post.title', 'search'])
        .orderBy('nip')
        .execute(),
    )
    expect(people).toMatchObject([
      { nip: nipOf(1), unit: 'Dinas Contoh', title: 'Pengelola Data' },
      { nip: nipOf(2), unit: 'Bidang Contoh', search: expect.stringContaining('pegawai contoh 2') },
    ])
  })

  it('takes a change with its history, and a person’s files one by one from a folder as one file', async () => {
    const files: Files = {
      'data-utama.json': [person(1, { golRuangAkhirId: '34', jabatanNama: 'Analis Data' })],
      [`rw-kursus/${nipOf(1)}.json`]: JSON.stringify({ code: 1, data: [course(1, 'a', { nipBaru: undefined })] }),
      [`rw-kursus/${nipOf(2)}.json`]: JSON.stringify([course(2, 'c', { nipBaru: undefined, jumlahJam: 32 })]),
      [`rw-kursus/${nipOf(3)}.json`]: JSON.stringify({ code: 0, data: 'Data tidak ditemukan' }),
    }
    const shown = await preview(app(), officer, files)
    expect(shown.files).toHaveLength(2)
    expect(shown.counts).toEqual(counts({ changed: 2, same: 1, rejected: 1 }))
    const [changed] = await rowsOf(shown.importId, { outcome: 'changed', search: nipOf(1) })
    expect(changed.changes).toEqual(
      expect.arrayContaining([
        { field: 'gradeCode', name: 'Golongan', from: '33', to: '34', conflict: false },
        { field: 'postTitle', name: 'Jabatan', from: 'Pengelola Data', to: 'Analis Data', conflict: false },
      ]),
    )
    expect((await rowsOf(shown.importId, { outcome: 'rejected' }))[0]).toMatchObject({
      path: `uji.zip/rw-kursus/${nipOf(3)}.json`,
      reasons: [{ code: 'file.service-message' }],
    })
    await accept(app(), officer, shown.importId)
    const after = await app().read((db) =>
      db
        .selectFrom('person')
        .innerJoin('post', 'post.id', 'person.post_id')
        .innerJoin('register_change as c', 'c.person_id', 'person.id')
        .where('nip', '=', nipOf(1))
        .select(['version', 'post.title', 'grade_code', 'c.fields', 'c.source'])
        .executeTakeFirstOrThrow(),
    )
    expect(after).toMatchObject({ version: 2, title: 'Analis Data', grade_code: '34', source: 'national' })
    expect(after.fields).toMatchObject({ gradeCode: { from: '33', to: '34' } })
    await load(app(), officer, city)
  })

  it('rejects bad rows with row, column, value and reason, and takes the good ones', async () => {
    const shown = await preview(app(), officer, {
      'ref-unor.json': [unit('u-a', 'Unit A', 'u-b'), unit('u-b', 'Unit B', 'u-a'), unit('u-c', 'Unit C', 'u-tiada')],
      'data-utama.json': [
        person(10),
        person(11, { nipBaru: nipOf(11).slice(1) }),
        person(12, { tmtGolAkhir: '31-02-2020' }),
        person(10, { nama: 'Nama Lain' }),
        person(10),
        person(13, { id: idOf(10) }),
        person(14, { nama: 'Rusak\u0000 \ud800' }),
      ],
      'rw-kursus.json': [course(10, 'j'), course(99, 'k'), course(10, 'l', { idPns: idOf(1) }), course(12, 'm')],
      'atasan.json': [
        { nip: nipOf(10), nipAtasan: nipOf(1), alasan: 'Ditugaskan' },
        { nip: nipOf(1), nipAtasan: nipOf(2), alasan: 'Ditugaskan' },
        { nip: nipOf(2), nipAtasan: nipOf(10), alasan: 'Melingkar' },
        { nip: nipOf(2), nipAtasan: nipOf(98), alasan: 'Tidak ada' },
      ],
    })
    const said = (await rowsOf(shown.importId, { outcome: 'rejected', limit: 100 })).map(
      ({ kind, row, reasons }: { kind: string; row: number; reasons: { code: string; column: string | null }[] }) =>
        `${kind} ${row} ${reasons.map((r) => `${r.code} ${r.column ?? ''}`.trim()).join(', ')}`,
    )
    expect(said.toSorted()).toEqual([
      'atasan 3 import.supervisor-circle nipAtasan',
      'atasan 4 import.unknown-person nipAtasan',
      'data-utama 2 import.nip-17-digits nipBaru',
      'data-utama 3 import.day-impossible tmtGolAkhir',
      'data-utama 4 import.duplicate',
      'data-utama 6 import.duplicate',
      'data-utama 7 import.text-encoding nama',
      'ref-unor 1 import.unit-circle DiatasanId',
      'ref-unor 2 import.unit-circle DiatasanId',
      'rw-kursus 2 import.unknown-person',
      'rw-kursus 3 import.person-contradicts',
      'rw-kursus 4 import.unknown-person',
    ])
    const [circle] = await rowsOf(shown.importId, { outcome: 'rejected', search: 'Melingkar' })
    expect(circle.reasons[0].message).toContain(`Pegawai Contoh 1 (${nipOf(1)}) → Pegawai Contoh 2 (${nipOf(2)})`)
    expect((await rowsOf(shown.importId, { search: 'Unit A' }))[0].reasons[0].message).toContain(
      'Unit A → Unit B → Unit A',
    )

    const done = await accept(app(), officer, shown.importId)
    expect(done).toMatchObject({ status: 'done', counts: counts({ new: 5, same: 1, rejected: 12 }) })
    const { rows } = await app().read((db) =>
      sql`select p.nip, s.nip as supervisor from supervisor_exception e join person p on p.id = e.person_id
          join person s on s.id = p.supervisor_id order by 1`.execute(db),
    )
    expect(rows).toEqual([
      { nip: nipOf(1), supervisor: nipOf(2) },
      { nip: nipOf(10), supervisor: nipOf(1) },
    ])
  })

  it('gives the rejected rows back as they came, in a report that can be read again', async () => {
    const { importId } = await preview(app(), officer, {
      'rw-kursus.csv': `Zeta;namaKursus;nipBaru;jumlahJam;tahunKursus;hasil\nsatu;Arsip;${nipOf(77)};8;2025;x\ndua;Arsip;${nipOf(1)};delapan;2025;\ntiga;Arsip;${nipOf(1)};8;2025;y`,
    })
    const reported = async (all: boolean) => {
      const { raw, headers } = await officer.get('import/report', { importId, all })
      expect(String(headers['content-disposition'])).toContain('.xlsx')
      const path = join(app().services.config.dataDir, 'laporan.xlsx')
      await writeFile(path, raw)
      const rows: Record<string, Record<string, unknown>[]> = {}
      for await (const event of readRows({ path, name: 'laporan' }))
        if (event.type === 'row') (rows[event.path] ??= []).push(event.values)
        else expect(event.type).toBe('file')
      return rows
    }
    const report = await reported(false)
    expect(Object.keys(report)).toEqual(['laporan/Ringkasan', 'laporan/rw-kursus'])
    expect(report['laporan/rw-kursus']).toHaveLength(2)
    expect(Object.keys(report['laporan/rw-kursus']![0]!).slice(0, 6)).toEqual(
      ['Zeta', 'namaKursus', 'nipBaru', 'jumlahJam', 'tahunKursus', 'hasil'], // prettier-ignore
    )
    expect(report['laporan/rw-kursus']![1]).toMatchObject({
      Zeta: 'dua',
      jumlahJam: 'delapan',
      Hasil: 'Ditolak',
      Baris: '3',
      Kolom: 'jumlahJam',
      Nilai: 'delapan',
      Alasan: expect.stringContaining('Angka tidak terbaca'),
    })
    expect((await reported(true))['laporan/rw-kursus']).toHaveLength(3)
  })

  it('gives every hostile file a reason and ends in a clear state', async () => {
    const shown = await preview(app(), officer, {
      'kosong.csv': '',
      'bukan.pdf': '%PDF-1.7 bukan tabel',
      'rusak.json': '[{"nipBaru":',
      'asing.json': [{ satu: 1, dua: 2 }],
    })
    expect(shown).toMatchObject({ status: 'failed', refusal: { code: 'import.nothing-readable' } })
    expect(shown.files.map((f: { path: string; refusal: { code: string } }) => `${f.path} ${f.refusal.code}`)).toEqual([
      'uji.zip/kosong.csv file.empty',
      'uji.zip/bukan.pdf file.unknown-format',
      'uji.zip/rusak.json file.broken-json',
      'uji.zip/asing.json import.kind-unknown',
    ])
    expect(await preview(app(), officer, 'PK\u0003\u0004 terpotong')).toMatchObject({
      status: 'failed',
      refusal: { code: 'file.broken-archive' },
      files: [{ status: 'rejected' }],
    })
    const half = await preview(app(), officer, `[${JSON.stringify(course(1, 'z'))},{"nipBaru":`, 'rw-kursus.json')
    expect(half).toMatchObject({
      status: 'preview',
      files: [{ status: 'read', refusal: { code: 'file.broken-json' }, counts: { new: 1 } }],
    })
  })

  it('applies a file wholly or not at all, and goes on with the others', async () => {
    await app().write(async (db) => {
      await sql`create function refuse_uji() returns trigger language plpgsql as
        $$ begin if new.name = 'Meledak' then raise exception 'uji'; end if; return new; end $$`.execute(db)
      await sql`create trigger refuse_uji before insert on training for each row execute function refuse_uji()`.execute(
        db,
      )
    })
    const { importId } = await preview(app(), officer, {
      'rw-kursus.json': [course(1, 'p'), course(1, 'q', { namaKursus: 'Meledak' }), course(1, 'r')],
      'rw-golongan.json': [{ nipBaru: nipOf(1), golonganId: '32', tmtGolongan: '01-04-2016' }],
    })
    const done = await accept(app(), officer, importId)
    expect(done.status).toBe('done')
    expect(done.files).toMatchObject([
      { kind: 'rw-kursus', status: 'failed', refusal: { code: 'import.file-failed' } },
      { kind: 'rw-golongan', status: 'applied' },
    ])
    const keys = await app().read((db) =>
      db.selectFrom('training').where('record_key', 'in', ['uji-kursus-p', 'uji-kursus-r']).select('id').execute(),
    )
    expect(keys).toEqual([])
    await app().write((db) => sql`drop trigger refuse_uji on training`.execute(db))
  })

  it('does not overwrite what has changed since the preview, nor bring in a record twice', async () => {
    const first = await preview(app(), officer, { 'data-utama.json': [person(1, { nama: 'Satu' }), person(50)] })
    const second = await preview(app(), officer, { 'data-utama.json': [person(1, { nama: 'Dua' }), person(50)] })
    await accept(app(), officer, first.importId)
    const done = await accept(app(), officer, second.importId)
    expect(done).toMatchObject({ status: 'done', counts: counts({ rejected: 2 }) })
    expect((await rowsOf(second.importId))[0].reasons[0].code).toBe('import.changed-since-preview')
    const [row] = await app().read((db) => db.selectFrom('person').where('nip', '=', nipOf(1)).select('name').execute())
    expect(row!.name).toBe('Satu')
  })

  it('follows a person whose NIP the nation has changed, and refuses a NIP that is somebody else’s', async () => {
    const changed = await load(app(), officer, {
      'data-utama.json': [person(50, { nipBaru: nipOf(51) }), person(1, { nipBaru: nipOf(2) })],
      'rw-kursus.json': [course(51, 'n')],
    })
    expect(changed.counts).toEqual(counts({ changed: 1, new: 1, rejected: 1 }))
    expect((await rowsOf(changed.importId, { outcome: 'rejected' }))[0].reasons[0].code).toBe('import.nip-of-another')
  })

  it('can be discarded until it is applied', async () => {
    const { importId } = await preview(app(), officer, { 'data-utama.json': [person(60)] })
    expect((await officer.post('import/discard', { importId })).status).toBe(200)
    const shown = (await officer.get('import/show', { importId })).body
    expect(shown).toMatchObject({ status: 'cancelled', files: [] })
    expect((await officer.post('import/confirm', { importId })).status).toBe(409)
    const { rows } = (await officer.get('import/list')).body
    const done = rows.find((row: { status: string }) => row.status === 'done')
    expect((await officer.post('import/discard', { importId: done.importId })).status).toBe(409)
    expect((await officer.get('import/show', { importId: 999_999 })).status).toBe(404)
  })

  it('stops when its job is cancelled, and leaves nothing behind', async () => {
    const rows = Array.from({ length: 4000 }, (_, n) => course(1, `banyak-${n}`))
    const content = JSON.stringify(rows)
    const { importId, jobId } = (await officer.upload('import/upload', { name: 'rw-kursus.json', content })).body
    await officer.post('job/cancel', { jobId })
    await app().jobsDone()
    const shown = (await officer.get('import/show', { importId })).body
    expect(shown).toMatchObject({ status: 'cancelled', files: [] })
    expect((await officer.post('import/confirm', { importId })).status).toBe(409)
  })

  it('is for those who may import, and shows sanctions to those only who may see them', async () => {
    for (const role of ['head', 'leader', 'integrity'] as const) {
      const client = await app().as([{ role }])
      for (const name of ['list', 'show', 'rows', 'report'])
        expect((await client.get(`import/${name}`, { importId: 1 })).status).toBe(403)
      for (const name of ['confirm', 'discard'])
        expect((await client.post(`import/${name}`, { importId: 1 })).status).toBe(403)
      expect((await client.upload('import/upload', { name: 'a.csv', content: 'a;b' })).status).toBe(403)
    }
    const { importId } = await preview(app(), officer, {
      'rw-hukdis.json': [{ nipBaru: nipOf(1), jenisTingkatHukumanId: 'R', hukumanTanggal: '01-02-2025', id: 'uji-h' }],
    })
    expect(await rowsOf(importId)).toHaveLength(1)
    const admin = await app().as([{ role: 'admin' }])
    expect((await admin.get('import/rows', { importId })).body.rows).toEqual([])
  })

  it('leaves its mark in the audit log', async () => {
    const admin = await app().as([{ role: 'admin' }])
    const { rows } = (await admin.get('audit/list', { operation: 'import/applied' })).body
    expect(rows.length).toBeGreaterThan(3)
  })
})
