import echelonTables from '../../../../../regions/indonesia/echelons.json' with { type: 'json' }
import educationTables from '../../../../../regions/indonesia/education-levels.json' with { type: 'json' }
import functionalTables from '../../../../../regions/indonesia/functional-levels.json' with { type: 'json' }
import gradeTables from '../../../../../regions/indonesia/grades.json' with { type: 'json' }
import statusTables from '../../../../../regions/indonesia/legal-status.json' with { type: 'json' }
import performanceTables from '../../../../../regions/indonesia/performance-codes.json' with { type: 'json' }
import postTables from '../../../../../regions/indonesia/post-kinds.json' with { type: 'json' }
import sanctionTables from '../../../../../regions/indonesia/sanctions.json' with { type: 'json' }
import structuralTables from '../../../../../regions/indonesia/structural-training.json' with { type: 'json' }
import trainingTables from '../../../../../regions/indonesia/training-types.json' with { type: 'json' }

interface TableRow {
  code: string
  name: string
  aliases?: readonly string[]
}

/** A national code table, looked up by code or by name. */
export interface Codes<R extends TableRow = TableRow> {
  table: string
  /** A table known in part cannot call a code wrong. */
  complete: boolean
  /** All of the table, in its own order. */
  rows: readonly R[]
  /** The code meant by a code or a name, whatever its case, spaces, dots or lost leading zero; undefined if unknown. */
  find(text: string): string | undefined
  row(code: string): R | undefined
}

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

function codes<R extends TableRow>(
  tables: readonly { table: string; complete: boolean; rows: readonly R[] }[],
  table: string,
) {
  const found = tables.find((t) => t.table === table)
  if (found === undefined) throw new Error(`no code table ${table}`)
  const byCode = new Map<string, R>()
  const byName = new Map<string, string | null>()
  for (const row of found.rows) {
    byCode.set(row.code, row)
    // Spreadsheets turn "05" into 5: national codes are text and their leading zero is put back.
    if (row.code.startsWith('0')) byCode.set(row.code.replace(/^0+(?=.)/, ''), row)
    for (const name of [row.code, row.name, ...(row.aliases ?? [])]) {
      const key = plain(name)
      const owner = byName.get(key)
      // A name that two codes share (I.a) says nothing.
      if (key !== '') byName.set(key, owner === undefined || owner === row.code ? row.code : null)
    }
  }
  const result: Codes<R> = {
    table,
    complete: found.complete,
    rows: found.rows,
    find: (text) =>
      byCode.get(text)?.code ?? byCode.get(text.replace(/\.0+$/, ''))?.code ?? byName.get(plain(text)) ?? undefined,
    row: (code) => byCode.get(code),
  }
  return result
}

export const trainingTypes = codes(trainingTables, 'jenisDiklat')
export const certificateClasses = codes(trainingTables, 'kelasSertifikat')
export const structuralTrainings = codes(structuralTables, 'latihanStruktural')
export const postKinds = codes(postTables, 'jenisJabatan')
export const echelons = codes(echelonTables, 'eselon')
export const grades = codes(gradeTables, 'golongan')
export const contractGrades = codes(gradeTables, 'golongan PPPK')
export const functionalLevels = codes(functionalTables, 'jenjang jabatan fungsional')
export const predicates = codes(performanceTables, 'kuadranNilai')
export const expectations = codes(performanceTables, 'perilakuDanKinerja')
export const sanctionTypes = codes<TableRow & { level?: string }>(sanctionTables, 'jenisHukuman')
export const sanctionLevels = codes<TableRow>(sanctionTables, 'jenisTingkatHukuman')
export const legalStatuses = codes(statusTables, 'kedudukanHukum')
export const educationLevels = codes(educationTables, 'tkPendidikan')
