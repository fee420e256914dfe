import { beforeAll, describe, expect, it } from 'vitest'
import type { Day } from '../../../shared/dates.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { type Client, onEachEngine } from '../../../testing/app.ts'
import { buildTown, type Town } from '../fixtures/town.ts'
import { carriesAssessments, readAssessment } from './rules.ts'

const at = { path: 'asesmen.csv', today: '2026-11-23' as Day }
const nip = '198001012010031002'
const other = '198001012010031003'
const row = {
  nip,
  kompetensi: 'm.5',
  level: '2',
  penilai: 'Atasan',
  nipPenilai: other,
  tanggal: '02-03-2026',
  catatan: 'Baik',
}

describe('reading asesmen', () => {
  it('makes a rating of a row, and a key of who said what about what when', () => {
    expect(readAssessment(row, at)).toEqual({
      ok: true,
      person: { nip },
      recordKey: `m.5|supervisor|${other}|2026-03-02`,
      facts: {
        competencyCode: 'M.5',
        level: 2,
        raterKind: 'supervisor',
        raterNip: other,
        assessedOn: '2026-03-02',
        note: 'Baik',
      },
      warnings: [],
    })
    expect(readAssessment({ ...row, id: 'a1b2' }, at)).toMatchObject({ recordKey: 'a1b2' })
    const self = { ...row, penilai: 'diri', catatan: '' }
    for (const nipPenilai of ['', nip])
      expect(readAssessment({ ...self, nipPenilai }, at)).toMatchObject({
        ok: true,
        recordKey: 'm.5|self||2026-03-02',
        facts: { raterKind: 'self', raterNip: nip, note: null },
      })
    expect(readAssessment({ ...row, penilai: 'pusat', nipPenilai: '' }, at)).toMatchObject({
      facts: { raterKind: 'centre', raterNip: null },
    })
  })

  it.each([
    [{ nip: '123' }, ['import.nip-too-short']],
    [{ nip: '' }, ['import.person-missing']],
    [{ kompetensi: '' }, ['import.required']],
    [{ kompetensi: 'Integritas' }, ['import.code-unknown']],
    [{ level: '6' }, ['import.out-of-range']],
    [{ level: '2,5' }, ['import.out-of-range']],
    [{ level: 'dua' }, ['import.number-unreadable']],
    [{ level: '=1+1' }, ['import.formula']],
    [{ penilai: 'tetangga' }, ['import.code-unknown']],
    [{ penilai: 'asesor', nipPenilai: '' }, ['import.required']],
    [{ penilai: 'asesor', nipPenilai: '1,98E+17' }, ['import.nip-scientific']],
    [{ penilai: 'asesor', nipPenilai: nip }, ['import.own-rater']],
    [{ penilai: 'diri' }, ['import.self-by-another']],
    [{ tanggal: '31-02-2026' }, ['import.day-impossible']],
    [{ tanggal: '24-11-2026' }, ['import.day-future']],
    [{ tanggal: '' }, ['import.required']],
    [{ level: '9', tanggal: 'kemarin' }, ['import.out-of-range', 'import.day-unreadable']],
  ])('rejects %j', (change, codes) => {
    const read = readAssessment({ ...row, ...change }, at)
    expect(read.ok ? [] : read.reasons.map((reason) => reason.code)).toEqual(codes)
  })

  it('is known by its name or its columns', () => {
    expect(carriesAssessments('kota.zip/asesmen.csv', [])).toBe(true)
    expect(carriesAssessments('asesmen-2026.xlsx/Lembar1', [])).toBe(true)
    expect(carriesAssessments('hasil.xlsx', ['NIP', 'Kompetensi', 'Level', 'Penilai', 'Tanggal'])).toBe(true)
    expect(carriesAssessments('rw-skp22.json', ['tahun', 'level', 'penilai'])).toBe(false)
  })
})

onEachEngine('importing assessments', (app) => {
  let town: Town
  let officer: Client
  const nips = new Map<PersonId, string>()
  beforeAll(async () => {
    town = await app().write(buildTown)
    officer = await app().as([{ role: 'officer' }])
    for (const person of await app().read((db) => db.selectFrom('person').select(['id', 'nip']).execute()))
      nips.set(person.id, person.nip)
  }, 120_000)

  const bring = async (rows: readonly Record<string, string>[]) => {
    const content = [Object.keys(rows[0]!).join(','), ...rows.map((r) => Object.values(r).join(','))].join('\r\n')
    const { body } = await officer.upload('import/upload', { name: 'asesmen.csv', content })
    await app().jobsDone()
    const preview = (await officer.get('import/show', { importId: body.importId })).body
    await officer.post('import/confirm', { importId: body.importId })
    await app().jobsDone()
    return { preview, done: (await officer.get('import/show', { importId: body.importId })).body }
  }
  const of = (person: PersonId, penilai: string, rater: PersonId | null, level = '1', kompetensi = 'M.5') => ({
    nip: nips.get(person)!,
    kompetensi,
    level,
    penilai,
    nipPenilai: rater === null ? '' : nips.get(rater)!,
    tanggal: '01-06-2026',
    catatan: '',
  })

  it('keeps every rater apart, refuses what cannot be, and computes afterwards', async () => {
    const good = [
      of(town.chief, 'diri', null, '3'),
      of(town.chief, 'atasan', town.head, '1'),
      of(town.chief, 'pusat', null, '2'),
    ]
    const { preview, done } = await bring([
      ...good,
      of(town.chief, 'atasan', town.head, '1', 'M.9'),
      { ...of(town.chief, 'asesor', town.head), nipPenilai: '198001012010031998' },
      { ...of(town.chief, 'diri', null), nip: '198001012010031997' },
      of(town.chief, 'diri', null, '4'),
      of(town.chief, 'diri', null, '3'),
    ])
    expect(preview).toMatchObject({ status: 'preview', counts: { new: 3, same: 1, rejected: 4 } })
    expect(done).toMatchObject({ status: 'done', counts: { new: 3, rejected: 4 } })
    const { body } = await officer.get('competency/profile', { personId: town.chief })
    const service = body.competencies.find((c: { competency: string }) => c.competency === 'M.5')
    expect(service).toMatchObject({ level: 2, gap: 0, spread: 2, evidence: 3 })
    expect(service.ratings.map((r: { raterKind: string; raterName: string }) => [r.raterKind, r.raterName])).toEqual([
      ['centre', null],
      ['self', 'Teuku Seksi'],
      ['supervisor', 'Cut Kepala'],
    ])
    // The computation that the import itself has started.
    const map = (await officer.get('competency/heatMap')).body
    expect(map.total.find((c: { competency: string }) => c.competency === 'M.5')).toMatchObject({
      persons: 16,
      assessed: 1,
    })

    const again = await bring(good)
    expect(again.done.counts).toMatchObject({ new: 0, same: 3, rejected: 0 })
    const other = await bring([of(town.chief, 'pusat', null, '5')])
    expect(other.preview.counts).toMatchObject({ rejected: 1 })
    expect((await officer.get('competency/evidence', { personId: town.chief })).body.total).toBe(3)
  })
})
