import { type Day, yearOf } from '../../../../shared/dates.ts'
import { codeIfKnown, codeOf, day, hours, text, year } from '../cells/rules.ts'
import { certificateClasses, structuralTrainings, trainingTypes } from '../codes/rules.ts'
import type { Row } from '../row/rules.ts'
import { field, sheet } from '../sheet/rules.ts'

/** `rw-diklat`: structural (leadership) training. */
export const structuralTraining = sheet({
  record: 'training',
  person: 'owner',
  signatures: [['latihanStrukturalId'], ['latihanStrukturalNama']],
  fields: {
    structuralId: field(codeOf(structuralTrainings), 'latihanStrukturalId'),
    name: field(text(), 'latihanStrukturalNama'),
    named: field(codeIfKnown(structuralTrainings), 'latihanStrukturalNama'),
    hours: field(hours, 'jumlahJam'),
    year: field(year, 'tahun'),
    startedOn: field(day('past'), 'tanggal', 'tanggalMulai'),
    endedOn: field(day(), 'tanggalSelesai'),
    provider: field(text(), 'institusiPenyelenggara'),
    certificateNumber: field(text(150), 'nomor', 'nomorSertipikat', 'noSertipikat'),
  },
  facts({ structuralId, named, ...training }, row) {
    const structuralCode = structuralId ?? named
    const name = training.name ?? (structuralCode && structuralTrainings.row(structuralCode)?.name) ?? null
    if (name === null) row.missing('latihanStrukturalId', 'structuralId', 'name')
    return {
      ...training,
      kind: 'structural' as const,
      name,
      typeCode: null,
      structuralCode,
      certificateClass: null,
      year: yearIn(training, 'tahun', 'tanggalSelesai', row),
    }
  },
  naturalKey: (facts) => ['structural', facts.structuralCode ?? facts.name, facts.year, facts.certificateNumber],
})

/** `rw-kursus`: all other training. Certificates are spelt one way when read and another when written: both are understood. */
export const courses = sheet({
  record: 'training',
  person: 'owner',
  signatures: [['namaKursus'], ['jenisKursusId'], ['tahunKursus']],
  fields: {
    name: field(text(), 'namaKursus', 'jenisKursusNama'),
    typeCode: field(codeOf(trainingTypes), 'jenisDiklatId', 'jenisDiklat', 'jenisDiklatNama'),
    certificateClass: field(codeOf(certificateClasses), 'jenisKursusSertifikat', 'jenisKursusSertipikat'),
    hours: field(hours, 'jumlahJam'),
    year: field(year, 'tahunKursus'),
    startedOn: field(day('past'), 'tanggalKursus'),
    endedOn: field(day(), 'tanggalSelesaiKursus'),
    provider: field(text(), 'institusiPenyelenggara'),
    certificateNumber: field(text(150), 'noSertipikat', 'nomorSertipikat', 'noSertifikat', 'nomorSertifikat'),
  },
  facts(training, row) {
    if (training.name === null) row.missing('namaKursus', 'name')
    return {
      ...training,
      kind: 'course' as const,
      structuralCode: null,
      year: yearIn(training, 'tahunKursus', 'tanggalSelesaiKursus', row),
    }
  },
  naturalKey: (facts) => ['course', facts.name, facts.startedOn ?? facts.year, facts.certificateNumber],
})

/** A training needs a year or a day: without one it can be set in no period of the index. */
function yearIn(
  said: { year: number | null; startedOn: Day | null; endedOn: Day | null },
  yearColumn: string,
  endColumn: string,
  row: Row,
): number | null {
  row.ordered(said.startedOn, said.endedOn, endColumn)
  const known = said.startedOn ?? said.endedOn
  if (said.year !== null) return said.year
  if (known !== null) return yearOf(known)
  row.missing(yearColumn, 'year', 'startedOn', 'endedOn')
  return null
}
