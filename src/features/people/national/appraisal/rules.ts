import parameters from '../../../../../regions/indonesia/import-parameters.json' with { type: 'json' }
import type { AppraisalFacts } from '../../record/rules.ts'
import { amount, codeOf, text, year } from '../cells/rules.ts'
import { expectations, predicates } from '../codes/rules.ts'
import { field, required, sheet } from '../sheet/rules.ts'

type Expectation = AppraisalFacts['result']

/** `rw-skp22` (PermenPANRB 6/2022): two ratings and a predicate, as numbers or as words; two names start with a capital. */
export const predicateAppraisals = sheet({
  record: 'appraisal',
  person: 'owner',
  signatures: [['kuadranKinerjaNilai'], ['hasilKinerjaNilai'], ['kuadranKinerja'], ['hasilKinerja']],
  fields: {
    year: required(year, 'tahun'),
    result: field(codeOf(expectations), 'hasilKinerjaNilai', 'hasilKinerja'),
    behaviour: field(codeOf(expectations), 'perilakuKerjaNilai', 'perilakuKerja'),
    predicate: field(codeOf(predicates), 'kuadranKinerjaNilai', 'kuadranKinerja'),
    raterNip: field(text(30), 'nipNrpPenilai'),
    raterName: field(text(), 'namaPenilai'),
    raterPost: field(text(), 'penilaiJabatanNm', 'penilaiJabatan'),
  },
  facts(said, row) {
    const unrated = said.predicate === null && (said.result === null || said.behaviour === null)
    if (unrated) row.missing('KuadranKinerjaNilai', 'predicate', 'result', 'behaviour')
    return {
      ...said,
      result: numberOf(said.result) as Expectation,
      behaviour: numberOf(said.behaviour) as Expectation,
      predicate: numberOf(said.predicate) as AppraisalFacts['predicate'],
      value: null,
    }
  },
  naturalKey: (facts) => [facts.year],
})

const worth = amount(0, parameters.plausible.appraisalValue)

/**
 * `rw-skp`, before 2022: a value from 0 to 120. A zero there means that nobody filled the field in, so the value is
 * the first above zero of performance, its integrated or converted form, and the SKP value.
 */
export const valueAppraisals = sheet({
  record: 'appraisal',
  person: 'owner',
  signatures: [['nilaiPrestasiKerja'], ['nilaiSkp']],
  fields: {
    year: required(year, 'tahun'),
    performance: field(worth, 'nilaiPrestasiKerja'),
    integrated: field(worth, 'nilaiIntegrasi'),
    converted: field(worth, 'konversiNilai'),
    agreement: field(worth, 'nilaiSkp'),
    raterNip: field(text(30), 'nipNrpPenilai', 'penilaiNipNrp'),
    raterName: field(text(), 'namaPenilai', 'penilaiNama'),
    raterPost: field(text(), 'penilaiJabatanNm', 'penilaiJabatan'),
  },
  facts({ performance, integrated, converted, agreement, ...said }, row) {
    const value = [performance, integrated, converted, agreement].find((v) => v !== null && v > 0) ?? null
    if (value === null) row.missing('nilaiPrestasiKerja', 'performance', 'integrated', 'converted', 'agreement')
    return { ...said, result: null, behaviour: null, predicate: null, value }
  },
  naturalKey: (facts) => [facts.year],
})

const numberOf = (code: string | null): number | null => (code === null ? null : Number(code))
