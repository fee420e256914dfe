import { codeOf, id, text } from '../cells/rules.ts'
import { echelons } from '../codes/rules.ts'
import { echelonOf } from '../posting/rules.ts'
import { field, required, sheet } from '../sheet/rules.ts'

/** `/referensi/ref-unor`: its columns start with capitals. */
export const units = sheet({
  record: 'unit',
  person: 'none',
  signatures: [['namaUnor'], ['diatasanId']],
  fields: {
    nationalId: required(id, 'id', 'unorId'),
    name: required(text(), 'namaUnor', 'nama'),
    parentNationalId: field(id, 'diatasanId', 'unorAtasanId'),
    headTitle: field(text(), 'namaJabatan'),
    echelon: field(codeOf(echelons), 'eselonId', 'eselon'),
    headNationalId: field(id, 'pemimpinPnsId'),
  },
  facts({ echelon, ...unit }, row) {
    if (unit.parentNationalId !== null && unit.parentNationalId === unit.nationalId) {
      row.at('DiatasanId', unit.parentNationalId).refuse('import.unit-own-parent')
    }
    return { ...unit, echelonCode: echelonOf(echelon) }
  },
  naturalKey: ({ nationalId }) => [nationalId],
})
