import { describe, expect, it } from 'vitest'
import { officesAmong, placeInWords } from './rules.ts'

describe('a post and its unit in one line', () => {
  it.each([
    ['Arsiparis Ahli Muda', 'Seksi Layanan', 'Arsiparis Ahli Muda · Seksi Layanan'],
    ['Kepala Bidang Tenaga Kerja', 'Bidang Tenaga Kerja', 'Kepala Bidang Tenaga Kerja'],
    ['KEPALA DINAS SOSIAL', 'Dinas Sosial', 'KEPALA DINAS SOSIAL'],
    [null, 'Dinas Sosial', 'Dinas Sosial'],
    ['Arsiparis Ahli Muda', null, 'Arsiparis Ahli Muda'],
    [null, null, ''],
  ])('%s, %s → %s', (post, unit, words) => expect(placeInWords(post, unit)).toBe(words))
})

describe('the units a list is narrowed by', () => {
  const units = [
    { unitId: 1, parentId: null },
    { unitId: 2, parentId: 1 },
    { unitId: 3, parentId: 2 },
    { unitId: 4, parentId: 3 },
  ]
  const idsOf = (chosen?: string) => officesAmong(units, chosen).map((unit) => unit.unitId)

  it('are the top and the offices below it', () => expect(idsOf()).toEqual([1, 2]))
  it('keep the one that a link chose', () => expect(idsOf('4')).toEqual([1, 2, 4]))
})
