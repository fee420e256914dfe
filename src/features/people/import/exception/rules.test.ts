import { expect, it } from 'vitest'
import type { Day } from '../../../../shared/dates.ts'
import { nipOf } from '../fixtures/files.ts'
import { carriesExceptions, readException } from './rules.ts'

const today = '2026-11-23' as Day
const codes = (values: object) => {
  const read = readException(values as Record<string, unknown>, today)
  return read.ok ? read.facts : read.reasons.map(({ code, column }) => `${column} ${code}`)
}

it.each([
  [
    { nip: nipOf(1), nipAtasan: nipOf(2), alasan: ' Tugas ' },
    { supervisorNip: nipOf(2), reason: 'Tugas' },
  ],
  [
    { NIP: nipOf(1), 'nip atasan': nipOf(2), Alasan: 'x' },
    { supervisorNip: nipOf(2), reason: 'x' },
  ],
  [{ nip: nipOf(1), nipAtasan: nipOf(1), alasan: 'x' }, ['alasan import.own-supervisor']],
  [{ nip: '19', alasan: '=1+1' }, ['nip import.nip-too-short', 'nipAtasan import.nip-empty', 'alasan import.formula']],
  [{ nip: nipOf(1), nipAtasan: nipOf(2), alasan: {} }, ['alasan import.required']],
])('reads %j', (values, expected) => {
  expect(codes(values)).toEqual(expected)
})

it.each([
  ['kota.zip/atasan.xlsx/Lembar1', ['a'], false],
  ['kota.zip/atasan.csv', ['a'], true],
  ['kota.zip/buku.xlsx/Atasan', ['a'], true],
  ['lain.csv', ['NIP', 'NIP Atasan', 'Alasan'], true],
  ['lain.csv', ['NIP', 'Alasan'], false],
])('knows the file %s with columns %j: %s', (path, columns, known) => {
  expect(carriesExceptions(path, columns)).toBe(known)
})
