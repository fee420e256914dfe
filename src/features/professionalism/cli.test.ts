import { spawnSync } from 'node:child_process'
import { cpSync, createWriteStream, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import yazl from 'yazl'
import { rowsToXlsx } from '../../platform/rows/write.ts'
import type { Day } from '../../shared/dates.ts'
import type { Line } from './command/line/rules.ts'
import { printIndex } from './command/service.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bina-cli-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// Synthetic people, one per worked example of the index.
const [one, two, three, four, five] = [
  '198001012005011001',
  '197502022000021002',
  '198503032010032003',
  '199004042015041004',
  '197005051995051005',
] as const
const people = [
  {
    id: 'ID-ONE',
    nipBaru: one,
    nama: 'Contoh Satu',
    kedudukanPnsId: '01',
    tkPendidikanTerakhirId: '40',
    jenisJabatanId: '4',
    jabatanNama: 'Pengelola',
    eselonId: '99',
  },
  {
    id: 'ID-TWO',
    nipBaru: two,
    nama: 'Contoh Dua',
    kedudukanPnsId: '01',
    tkPendidikanTerakhirId: '45',
    jenisJabatanId: '1',
    jabatanNama: 'Kepala Bidang',
    eselonId: '31',
  },
  {
    id: 'ID-THREE',
    nipBaru: three,
    nama: 'Contoh Tiga',
    kedudukanPnsId: '01',
    tkPendidikanTerakhirId: '30',
    jenisJabatanId: '2',
    jabatanNama: 'Arsiparis Terampil',
    eselonId: '99',
  },
  {
    id: 'ID-FOUR',
    nipBaru: four,
    nama: 'Contoh Empat',
    kedudukanPnsId: '01',
    tkPendidikanTerakhirId: '15',
    jenisJabatanId: '4',
    jabatanNama: 'Pengemudi',
    eselonId: '99',
  },
  {
    id: 'ID-FIVE',
    nipBaru: five,
    nama: 'Contoh Lima',
    kedudukanPnsId: '01',
    tkPendidikanTerakhirId: '45',
    jenisJabatanId: '3',
    jabatanNama: 'Kepala Dinas',
    eselonId: '22',
  },
]
const course = (
  idPns: string,
  jenisDiklatId: string,
  jumlahJam: number,
  namaKursus = `Pelatihan contoh jenis ${jenisDiklatId}`,
) => ({
  idPns,
  namaKursus,
  jenisDiklatId,
  jumlahJam,
  tahunKursus: '2026',
  tanggalKursus: '01-03-2026',
  tanggalSelesaiKursus: '05-03-2026',
})
const sheets: Record<string, Record<string, string | number>[]> = {
  'data-utama': people,
  'rw-pendidikan': [{ idPns: 'ID-FIVE', tkPendidikanId: '50', pendidikanNama: 'S-3 Contoh', tahunLulus: '2015' }],
  'rw-diklat': [
    { nipBaru: two, latihanStrukturalId: '3', latihanStrukturalNama: 'PIM III', tahun: '2015' },
    { nipBaru: five, latihanStrukturalId: '4', latihanStrukturalNama: 'PIM II', tahun: '2018' },
  ],
  'rw-kursus': [
    course('ID-ONE', '3', 20),
    course('ID-ONE', '9', 6, 'Seminar Contoh'),
    course('ID-TWO', '8', 24),
    course('ID-THREE', '2', 40),
    course('ID-THREE', '4', 8),
    course('ID-FIVE', '3', 30),
    course('ID-FIVE', '7', 4),
  ],
  'rw-skp': [
    { nipBaru: one, tahun: '2025', nilaiPrestasiKerja: 88 },
    { nipBaru: two, tahun: '2025', nilaiPrestasiKerja: 91 },
    { nipBaru: three, tahun: '2025', nilaiPrestasiKerja: 76 },
    { nipBaru: four, tahun: '2025', nilaiPrestasiKerja: 50 },
    { nipBaru: five, tahun: '2025', nilaiPrestasiKerja: 95 },
  ],
  'rw-hukdis': [
    { nipBaru: two, jenisHukumanId: '1', jenisTingkatHukumanId: 'R', hukumanTanggal: '10-01-2024' },
    { nipBaru: four, jenisHukumanId: '14', jenisTingkatHukumanId: 'B', hukumanTanggal: '10-01-2024' },
  ],
}

const at = (path: string, content: string | Buffer) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), content)
  return join(folder, path)
}
const csv = (rows: Record<string, unknown>[], by = ';') =>
  [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(by)).join('\r\n')
const asJson = (name: string) => at(`json/${name}.json`, JSON.stringify({ code: 1, data: sheets[name] }))
const asCsv = (name: string) => at(`csv/${name}.csv`, csv(sheets[name] ?? []))
async function asXlsx(names: string[], path = 'book.xlsx'): Promise<string> {
  const book = names.map((name) => ({
    name,
    columns: Object.keys(sheets[name]?.[0] ?? {}).map((field) => ({ field, heading: field })),
    rows: sheets[name] ?? [],
  }))
  await pipeline(rowsToXlsx(book), createWriteStream(join(folder, path)))
  return join(folder, path)
}

async function run(args: string[], mostCharacters?: number) {
  const texts = { out: '', err: '' }
  const into = (key: 'out' | 'err') =>
    new Writable({
      write(chunk, _, done) {
        texts[key] += chunk
        done()
      },
    })
  const code = await printIndex(args, {
    out: into('out'),
    err: into('err'),
    today: '2026-11-23' as Day,
    mostCharacters,
  })
  const lines = texts.out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
  return { code, ...texts, lines }
}
const brief = ({ nip, kualifikasi, kompetensi, kinerja, disiplin, total, kategori }: Line) =>
  [nip, kualifikasi, kompetensi, kinerja, disiplin, total, kategori] as const

const worked = [
  [five, 25, 40, 30, 5, 100, 'Sangat Tinggi'],
  [two, 20, 30, 30, 3, 83, 'Tinggi'],
  [one, 15, 40, 25, 5, 85, 'Tinggi'],
  [three, 10, 25, 25, 5, 65, 'Rendah'],
  [four, 5, 0, 1, 1, 7, 'Sangat Rendah'],
]
const names = Object.keys(sheets)
const on = ['--on', '2026-12-31']

describe('the worked examples as national files', () => {
  test('JSON, a folder', async () => {
    names.forEach(asJson)
    const { code, err, lines } = await run([join(folder, 'json'), ...on])
    expect([code, err]).toEqual([0, ''])
    expect(lines.map(brief)).toEqual(worked)
  })
  test('CSV, a file each', async () => {
    const { code, err, lines } = await run([...names.map(asCsv), ...on])
    expect([code, err]).toEqual([0, ''])
    expect(lines.map(brief)).toEqual(worked)
  })
  test('XLSX, one workbook', async () => {
    const { code, err, lines } = await run([await asXlsx(names), ...on])
    expect([code, err]).toEqual([0, ''])
    expect(lines.map(brief)).toEqual(worked)
  })
  test('mixed formats in an archive, main data last, spilled to disk: the same to the letter', async () => {
    const zip = new yazl.ZipFile()
    zip.addFile(await asXlsx(['rw-kursus', 'rw-diklat'], 'training.xlsx'), 'kota/pelatihan.xlsx')
    zip.addFile(asCsv('rw-skp'), 'kota/rw-skp.csv')
    for (const name of ['rw-pendidikan', 'rw-hukdis', 'data-utama']) zip.addFile(asJson(name), `kota/${name}.json`)
    zip.end()
    const archive = join(folder, 'kota.zip')
    await pipeline(zip.outputStream, createWriteStream(archive))
    const held = await run([archive, ...on])
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('bina-ipasn-'))
    const spilled = await run([archive, ...on], 200)
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('bina-ipasn-'))).toEqual(before)
    expect(held.lines.map(brief)).toEqual(worked)
    expect(spilled.out).toBe(held.out)
    expect(held.err + spilled.err).toBe('')
  })
  test('persons of one month of birth are sorted too', async () => {
    const born = ['198001202005011003', '198001012005011002', one].map((nipBaru) => ({
      nipBaru,
      nama: 'Contoh',
      kedudukanPnsId: '01',
    }))
    const { lines } = await run([at('order/data-utama.json', JSON.stringify(born)), ...on])
    expect(lines.map((line) => line.nip)).toEqual([one, '198001012005011002', '198001202005011003'])
  })
  test('the same record in two files counts once, with its national id in one of them only', async () => {
    const half = [course('ID-FOUR', '3', 12)]
    const files = [
      asJson('data-utama'),
      at('x/rw-kursus.json', JSON.stringify(half.map((row) => ({ ...row, id: 'K1' })))),
      at('x/rw-kursus.csv', csv(half)),
    ]
    const { lines } = await run([...files, ...on])
    expect(lines.find((line) => line.nip === four)?.kompetensi).toBe(0)
  })
})

test('exact output, with every reason', async () => {
  const { out } = await run([asJson('data-utama'), asJson('rw-skp'), asJson('rw-hukdis'), ...on])
  const line = out.split('\n').find((text) => text.includes(four))
  expect(line).toBe(
    JSON.stringify({
      nip: four,
      kualifikasi: 5,
      kompetensi: 0,
      kinerja: 1,
      disiplin: 1,
      total: 7,
      kategori: 'Sangat Rendah',
      reasons: [
        {
          dimension: 'kualifikasi',
          indicator: 'education',
          points: 5,
          max: 25,
          code: 'index.found.education',
          text: 'Pendidikan tertinggi: SLTA. Bukti: Data utama pegawai. Menyelesaikan pendidikan D-III: +5.',
          basis: 'Peraturan BKN 8/2019 (keyakinan A/B)',
        },
        {
          dimension: 'kompetensi',
          indicator: 'technical',
          points: 0,
          max: 22.5,
          code: 'index.found.technical-none',
          text: 'Belum ada diklat teknis yang dapat dihitung. Tambahan 20 JP diklat teknis: +22,5.',
          basis: 'Peraturan BKN 8/2019 (keyakinan A/B)',
        },
        {
          dimension: 'kompetensi',
          indicator: 'seminar',
          points: 0,
          max: 17.5,
          code: 'index.found.seminar-none',
          text: 'Belum ada seminar, lokakarya, atau sosialisasi yang dapat dihitung. Mengikuti satu seminar, lokakarya, atau sosialisasi: +17,5.',
          basis: 'Peraturan BKN 8/2019 (keyakinan A/B)',
        },
        {
          dimension: 'kinerja',
          indicator: 'appraisal',
          points: 1,
          max: 30,
          code: 'index.found.value',
          text: 'Nilai kinerja tahun 2025: 50 (Buruk). Bukti: SKP 2025: 50 (Buruk). Predikat Sangat Baik untuk tahun 2026, yang dihitung pada pengukuran berikutnya: +29.',
          basis: 'Peraturan BKN 8/2019 (keyakinan A/B)',
        },
        {
          dimension: 'disiplin',
          indicator: 'sanction',
          points: 1,
          max: 5,
          code: 'index.found.sanction',
          text: 'Hukuman disiplin terberat dalam 5 tahun terakhir: tingkat berat. Bukti: Hukuman disiplin berat, sejak 10 Januari 2024. Mulai 10 Januari 2029 hukuman terberat tidak lagi dihitung: +4.',
          basis: 'Peraturan BKN 8/2019 (keyakinan A/B)',
        },
      ],
    }),
  )
})

describe('dirty input', () => {
  test('bad rows and files are told with their place and do not stop the good ones', async () => {
    const rows = [...people, { ...people[0], id: 'ID-SIX', nipBaru: '12345' }]
    const main = at('dirty/data-utama.json', JSON.stringify(rows))
    const courses = at(
      'dirty/rw-kursus.csv',
      csv([course('ID-ONE', '3', 20), course('ID-ONE', '77', 20), course('NOBODY', '3', 20)]),
    )
    const broken = at('dirty/broken.json', '[{"nama": ')
    const empty = at('dirty/empty.csv', '')
    const other = at('dirty/anggaran.csv', 'kode;jumlah\r\n1;2')
    const { code, err, lines } = await run([main, courses, broken, empty, other, join(folder, 'absent'), ...on])
    expect(code).toBe(0)
    expect(lines).toHaveLength(5)
    expect(lines.find((line) => line.nip === one)?.kompetensi).toBe(22.5)
    const told = err.trimEnd().split('\n')
    expect(told).toHaveLength(7)
    expect(told[0]).toMatch(/data-utama\.json, baris 6, kolom nipBaru, nilai "12345": /)
    expect(told[1]).toMatch(/rw-kursus\.csv, baris 3, kolom jenisDiklatId, nilai "77": /)
    expect(told[2]).toMatch(/broken\.json: /)
    expect(told[3]).toMatch(/empty\.csv: /)
    expect(told[4]).toMatch(/anggaran\.csv: Berkas ini bukan salah satu data nasional/)
    expect(told[5]).toMatch(/absent: Berkas atau folder ini tidak ada\./)
    expect(told[6]).toMatch(
      /rw-kursus\.csv, baris 4: NIP pemilik baris ini tidak ditemukan di data utama \(id NOBODY\)\./,
    )
  })
  test('a person known from histories alone is computed as far as possible', async () => {
    const nameless = { namaKursus: 'Bimtek', jenisDiklatId: '3', jumlahJam: 20, tanggalSelesaiKursus: '05-03-2026' }
    const file = at(`api/rw-kursus/${three}.json`, JSON.stringify([nameless]))
    const skp = at(
      'api/rw-skp22.json',
      JSON.stringify([{ nipBaru: three, tahun: 2025, hasilKinerjaNilai: '1', PerilakuKerjaNilai: '1' }]),
    )
    const { lines, code } = await run([file, skp, ...on])
    expect(code).toBe(0)
    expect(lines.map(brief)).toEqual([[three, 0, 0, 30, 5, 35, 'Sangat Rendah']])
    const codes = lines[0]?.reasons.map((reason) => reason.code)
    expect(codes).toContain('index.unmeasured.unknown')
    expect(codes).toContain('index.found.no-post')
    const posting = at(
      'api/rw-jabatan.json',
      JSON.stringify([{ nipBaru: three, jenisJabatan: '4', namaJabatan: 'Pengelola', tmtJabatan: '01-01-2020' }]),
    )
    expect((await run([file, skp, posting, ...on])).lines[0]?.kompetensi).toBe(22.5)
  })
  test('nothing to read is 1, and says so', async () => {
    const { code, out, err } = await run([at('nothing/empty.json', ''), ...on])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/Tidak ada satu pun pegawai yang dapat dihitung\.\n$/)
  })
})

describe('the command', () => {
  test.each([
    [[], /^Sebutkan berkas atau folder/],
    [['a.json', '--on', '2026-02-30'], /^2026-02-30 bukan tanggal/],
    [['a.json', '--on'], /^Pilihan --on memerlukan nilai/],
    [['a.json', '--year', '2026'], /^Pilihan --year tidak dikenal/],
    [['a.json', '--language', 'fr'], /^Bahasa fr tidak tersedia/],
    [['a.json', '--rules', 'IPASN_1999'], /^Aturan IPASN_1999 tidak ditemukan/],
    [['--language=en'], /^Name the files or folders to read/],
  ])('%j is refused in one sentence', async (args, sentence) => {
    const { code, out, err } = await run(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(sentence)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
  test('another rule set, by name and as an edited file', async () => {
    const files = [asJson('data-utama'), asJson('rw-kursus'), asJson('rw-skp')]
    const by2024 = await run([...files, ...on, '--rules', 'IPASN_2024'])
    expect(by2024.lines.find((line) => line.nip === five)).toMatchObject({ kompetensi: 40, kinerja: 30 })
    const region = join(import.meta.dirname, '../../../regions/indonesia/ipasn-2024.json')
    cpSync(region, join(folder, 'mine.json'))
    expect((await run([...files, ...on, '--rules', join(folder, 'mine.json')])).out).toBe(by2024.out)
    const wrong = at('wrong.json', '{"ruleSet": "X"}')
    expect(await run([...files, ...on, '--rules', wrong])).toMatchObject({ code: 2, out: '' })
  })
  test('as a process, in English', { timeout: 60_000 }, () => {
    const cli = join(import.meta.dirname, 'cli.ts')
    const made = spawnSync(process.execPath, [cli, asJson('data-utama'), '--on=2026-12-31', '--language=en'], {
      encoding: 'utf8',
    })
    expect([made.status, made.stderr]).toEqual([0, ''])
    const lines = made.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line)
    expect(lines.map((line) => line.nip)).toEqual([five, two, one, three, four])
    expect(Object.keys(lines[0] ?? {})).toEqual([
      'nip',
      'kualifikasi',
      'kompetensi',
      'kinerja',
      'disiplin',
      'total',
      'kategori',
      'reasons',
    ])
    expect(lines[4]?.reasons.map((reason) => reason.text)).toContain(
      'No technical training that counts. 20 more lesson hours of technical training: +22.5.',
    )
    expect(spawnSync(process.execPath, [cli], { encoding: 'utf8' }).status).toBe(2)
  })
})
