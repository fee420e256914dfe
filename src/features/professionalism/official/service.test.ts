import { beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '../../../shared/dates.ts'
import { type Client, onEachEngine } from '../../../testing/app.ts'
import { buildTown, type Town } from '../fixtures/town.ts'
import { carriesOfficialValues, readOfficial } from './rules.ts'

const at = { path: 'nilaiipasn.json', today: '2026-11-23' as Day }
const nip = '198001012010031002'
const parts = { kualifikasi: 15, kompetensi: '22,5', kinerja: 25, disiplin: 5 }

describe('reading nilaiipasn', () => {
  it('takes tahun and total, else created_at and subtotal, and the NIP of the path', () => {
    expect(readOfficial({ ...parts, nip, tahun: '2025', subtotal: 67.5 }, at)).toEqual({
      ok: true,
      person: { nip },
      recordKey: '2025',
      facts: {
        year: 2025,
        qualification: 15,
        competence: 22.5,
        performance: 25,
        discipline: 5,
        total: 67.5,
        statedOn: null,
      },
      warnings: [],
    })
    const inPath = readOfficial(
      { ...parts, subtotal: 1, total: 67.5, created_at: '2025-08-16 10:11:12' },
      { ...at, path: `nilaiipasn/${nip}.json` },
    )
    expect(inPath).toMatchObject({
      ok: true,
      person: { nip },
      facts: { year: 2025, statedOn: '2025-08-16', total: 67.5 },
    })
  })

  it.each([
    [{ nip, tahun: 2025, subtotal: 'delapan puluh' }, 'import.number-unreadable'],
    [{ nip, tahun: 2025, subtotal: 140 }, 'import.out-of-range'],
    [{ nip, tahun: 2025 }, 'import.required'],
    [{ nip, subtotal: 80 }, 'import.required'],
    [{ nip, tahun: 2031, subtotal: 80 }, 'import.year-out-of-range'],
    [{ nip, tahun: 2025, subtotal: '=1+1' }, 'import.formula'],
    [{ nip, created_at: '31-02-2025', subtotal: 80 }, 'import.day-impossible'],
    [{ nip: '123', tahun: 2025, subtotal: 80 }, 'import.nip-too-short'],
    [{ tahun: 2025, subtotal: 80 }, 'import.person-missing'],
  ])('rejects %j', (values, code) => {
    const read = readOfficial(values, at)
    expect(read.ok ? [] : read.reasons.map((reason) => reason.code)).toEqual([code])
  })

  it('warns of a total that is not the sum, and takes it', () => {
    const read = readOfficial({ ...parts, nip, tahun: 2025, subtotal: 80 }, at)
    expect(read.ok && read.warnings).toMatchObject([{ code: 'index.official-sum', params: { sum: 67.5 } }])
  })

  it('is known by its name or its columns', () => {
    expect(carriesOfficialValues('arsip.zip/nilaiipasn/1.json', [])).toBe(true)
    expect(
      carriesOfficialValues('buku.xlsx', ['NIP', 'Kualifikasi', 'Kompetensi', 'Kinerja', 'Disiplin', 'Total']),
    ).toBe(true)
    expect(carriesOfficialValues('rw-skp.json', ['disiplin', 'integritas', 'nilaiSkp'])).toBe(false)
  })
})

onEachEngine('importing the official index', (app) => {
  let town: Town
  let officer: Client
  let nipOf: (name: 'clerk' | 'nurse') => string
  beforeAll(async () => {
    town = await app().write(buildTown)
    officer = await app().as([{ role: 'officer' }])
    const rows = await app().read((db) => db.selectFrom('person').select(['id', 'nip']).execute())
    nipOf = (name) => rows.find((row) => row.id === town[name])!.nip
  }, 120_000)

  const bring = async (rows: object[]) => {
    const { body } = await officer.upload('import/upload', { name: 'nilaiipasn.json', content: JSON.stringify(rows) })
    await app().jobsDone()
    const preview = await officer.get('import/show', { importId: body.importId })
    expect(preview.body.status).toBe('preview')
    await officer.post('import/confirm', { importId: body.importId })
    await app().jobsDone()
    return (await officer.get('import/show', { importId: body.importId })).body
  }

  it('stands beside the estimate that the import itself has computed', async () => {
    const row = { ...parts, nip: nipOf('clerk'), tahun: '2025', subtotal: 67.5, created_at: '2026-03-02' }
    const done = await bring([row, { ...row, nip: nipOf('nurse'), subtotal: 'x' }])
    expect(done).toMatchObject({ status: 'done', counts: { new: 1, rejected: 1 } })
    const { body } = await officer.get('index/person', { personId: town.clerk, year: 2025 })
    expect(body).toMatchObject({
      official: { year: 2025, total: 67.5, competency: 22.5, statedOn: '2026-03-02' },
      estimate: { on: '2025-12-31' },
      trend: [{ official: null }, { year: 2025, official: 67.5 }, { official: null }],
    })
    const list = await officer.get('index/list', { year: 2025, unitId: town.health })
    const official = list.body.rows.filter((r: { official: number | null }) => r.official !== null)
    expect(official).toMatchObject([{ personId: town.clerk, official: 67.5 }])
    expect(await bring([row])).toMatchObject({ counts: { new: 0, same: 1 } })
  })
})
