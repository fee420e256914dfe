import { expect, test } from 'vitest'
import english from '../messages.en.json' with { type: 'json' }
import indonesian from '../messages.id.json' with { type: 'json' }
import { sentence } from './rules.ts'

const inIndonesian = (code: string, params: Record<string, string | number>) =>
  sentence({ code, params }, indonesian, 'id')
const inEnglish = (code: string, params: Record<string, string | number>) => sentence({ code, params }, english, 'en')

test('both languages hold the same words', () => {
  expect(Object.keys(english)).toEqual(Object.keys(indonesian))
})

test('names, days and numbers are said in the language', () => {
  expect(inIndonesian('index.gain.technical', { hours: 20, points: 22.5 })).toBe('Tambahan 20 JP diklat teknis: +22,5.')
  expect(inEnglish('index.gain.technical', { hours: 20, points: 22.5 })).toBe(
    '20 more lesson hours of technical training: +22.5.',
  )
  expect(inIndonesian('index.gain.sanction', { day: '2027-01-05', points: 2 })).toBe(
    'Mulai 5 Januari 2027 hukuman terberat tidak lagi dihitung: +2.',
  )
  expect(inEnglish('index.found.education', { level: 'index.education.40' })).toBe(
    "Highest education: bachelor's degree (S-1).",
  )
  expect(inIndonesian('index.found.no-appraisal', { year: '2025' })).toBe(
    'Penilaian kinerja tahun 2025 belum tercatat.',
  )
})

test('a text that only looks like a day stays as it is', () => {
  expect(inIndonesian('index.command.bad-day', { value: '2026-02-30' })).toContain('2026-02-30 bukan tanggal')
})

test('a code without words shows as itself', () => {
  expect(inIndonesian('index.unmeasured.status', { status: 'index.status.73' })).toContain('Kedudukan hukum: 73.')
})
