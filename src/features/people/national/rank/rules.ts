import parameters from '../../../../../regions/indonesia/import-parameters.json' with { type: 'json' }
import { count, day, text } from '../cells/rules.ts'
import { contractGrades, grades } from '../codes/rules.ts'
import type { Row } from '../row/rules.ts'
import { field, required, sheet } from '../sheet/rules.ts'

/** `rw-golongan`: one grade a person was given. */
export const ranks = sheet({
  record: 'rank',
  person: 'owner',
  signatures: [['tmtGolongan'], ['golonganId', 'skNomor']],
  fields: {
    gradeId: field(text(60), 'golonganId'),
    grade: field(text(60), 'golongan', 'golonganNama'),
    sinceOn: required(day(), 'tmtGolongan'),
    promotionKind: field(text(), 'jenisKPNama', 'jenisKpNama', 'jenisKPId'),
    decreeNumber: field(text(150), 'skNomor', 'nomorSk'),
    decreeOn: field(day(), 'skTanggal', 'tanggalSk'),
    serviceYears: field(count(0, parameters.plausible.serviceYears), 'masaKerjaGolonganTahun'),
    serviceMonths: field(count(0, 11), 'masaKerjaGolonganBulan'),
  },
  facts({ gradeId, grade, ...rank }, row) {
    const gradeCode = gradeOf(gradeId, grade, row)
    if (gradeCode === undefined) {
      row.at('golonganId', gradeId ?? grade).refuse('import.code-unknown', { table: gradeTableOf(row) })
    }
    if (gradeCode === null) row.missing('golonganId', 'gradeId', 'grade')
    return { ...rank, gradeCode: gradeCode ?? null }
  },
  naturalKey: (facts) => [facts.gradeCode, facts.sinceOn],
})

export const gradeTableOf = (row: Row): string => (row.nip?.kind === 'PPPK' ? contractGrades.table : grades.table)

const pnsGrade = /\b(I{1,3}|IV)\s*[/.]\s*([a-e])\b/i
const romanAlone = (text: string | null) =>
  text === null ? undefined : contractGrades.find(text.replace(/^(?:gol(?:ongan)?\.?|pppk)\s+/i, ''))

/**
 * The grade code: a PNS grade's national id ("III/c" → 33), a PPPK grade's roman numeral. The national ids of PPPK
 * grades are not known, so a PPPK's text goes first; an id alone is kept as it is, unless it could be mistaken for the
 * id of a PNS grade. Null when nothing is given, undefined when what is given is no grade of this kind of employee.
 */
export function gradeOf(gradeId: string | null, grade: string | null, row: Row): string | null | undefined {
  if (gradeId === null && grade === null) return null
  if (row.nip?.kind === 'PPPK') {
    const roman = romanAlone(grade) ?? romanAlone(gradeId)
    if (roman !== undefined) return roman
    return grade === null && gradeId !== null && grades.find(gradeId) === undefined ? gradeId : undefined
  }
  const pns = [gradeId, grade].map((given) => pnsGradeIn(given)).find((code) => code !== undefined)
  return pns ?? (row.nip === null ? romanAlone(grade) : undefined)
}

function pnsGradeIn(given: string | null): string | undefined {
  if (given === null) return undefined
  const written = pnsGrade.exec(given)
  return grades.find(given) ?? (written ? grades.find(`${written[1]}/${written[2]}`) : undefined)
}
