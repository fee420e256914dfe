import { describe, expect, it } from 'vitest'
import { matchingUnits } from './unitTree.ts'

const unit = (unitId: number, name: string, parentId: number | null) => ({ unitId, name, parentId, persons: 1 })
const units = [
  unit(1, 'Kota Contoh', null),
  unit(2, 'Dinas Kesehatan', 1),
  unit(3, 'Seksi Gizi', 2),
  unit(4, 'Dinas Sosial', 1),
  // The top of what a supervisor sees: its parent is not in the list.
  unit(5, 'Subbagian Gizi Rumah Sakit', 99),
]
const found = (search: string) => matchingUnits(units, search).map((one) => one.unitId)

describe('units that match what is typed', () => {
  it('stand under everything above them', () => expect(found('seksi')).toEqual([1, 2, 3]))
  it('hold every word, in any order and case', () => expect(found('SAKIT gizi')).toEqual([5]))
  it('are all of them when nothing is typed', () => expect(found('  ')).toHaveLength(units.length))
  it('are none when nothing matches', () => expect(found('bandara')).toEqual([]))
})
