import type { Row } from './records-identity.ts'
import { ghostSequence } from './roster.ts'

/**
 * Wrong rows, on purpose: after every 200th row of a file comes a copy with one flaw, the flaws taking turns. The clean rows
 * stay complete, so the import must end with the same city whether or not the wrong rows are in the files; beside it stand
 * only the rows that the import takes all the same.
 */
export const cleanRowsPerWrongRow = 200
const firstAfter = 138

export type Flaw = (row: Row, n: number) => Row

export type Kind =
  | 'ref-unor'
  | 'data-utama'
  | 'rw-pendidikan'
  | 'rw-diklat'
  | 'rw-kursus'
  | 'rw-skp22'
  | 'rw-golongan'
  | 'rw-jabatan'
  | 'rw-hukdis'
  | 'nilaiipasn'
  | 'asesmen'
  | 'atasan'

const set = (row: Row, changes: Row): Row => ({ ...row, ...changes })
const nip = (row: Row): string => String(row.nipBaru ?? row.nip)
const ghostId = (n: number): string => `F0F0${(0xabcdef + n).toString(16).toUpperCase().padStart(28, '0')}`
const withNip = (row: Row, value: string): Row => set(row, 'nipBaru' in row ? { nipBaru: value } : { nip: value })

/** A number that is right in every digit and belongs to nobody. */
const ghost = (row: Row, n: number): string => nip(row).slice(0, 15) + String(ghostSequence + (n % 10))
const stranger: Flaw = (row, n) => withNip(set(row, fresh(row, n)), ghost(row, n))
const fresh = (row: Row, n: number): Row => ('id' in row ? { id: ghostId(n) } : {})
const replaced = (row: Row, n: number, from: number, digits: string): Row => {
  const number = ghost(row, n)
  return withNip(set(row, fresh(row, n)), number.slice(0, from) + digits + number.slice(from + digits.length))
}

const impossible = '31-02-2025'
const changed =
  (field: string, value: string | number): Flaw =>
  (row, n) =>
    set(row, { ...fresh(row, n), [field]: value })
const ofStranger =
  (field: string, value: string | number): Flaw =>
  (row, n) =>
    set(stranger(row, n), { [field]: value })
const twice: Flaw = (row) => ({ ...row })
const differing =
  (field: string, value: string | number, otherwise: string | number = value): Flaw =>
  (row) =>
    set(row, { [field]: row[field] === value ? otherwise : value })

/** Every flaw by file kind, with the name the tests and the documentation use. */
export const flaws = {
  'ref-unor': {
    'own-parent': (row, n) => set(row, { id: ghostId(n), DiatasanId: ghostId(n) }),
    'unknown-echelon': changed('EselonId', '77'),
  },
  'data-utama': {
    'nip-17-digits': (row, n) => withNip(set(row, fresh(row, n)), ghost(row, n).slice(0, 17)),
    'nip-19-digits': (row, n) => withNip(set(row, fresh(row, n)), `${ghost(row, n)}1`),
    'nip-letter-for-digit': (row, n) => withNip(set(row, fresh(row, n)), `${ghost(row, n).slice(0, 17)}O`),
    'nip-empty': (row, n) => withNip(set(row, fresh(row, n)), ''),
    'nip-birth-month-13': (row, n) => replaced(row, n, 4, '13'),
    'nip-birth-30-february': (row, n) => replaced(row, n, 4, '0230'),
    'nip-neither-pns-nor-pppk': (row, n) => replaced(row, n, 12, '15'),
    'nip-sex-3': (row, n) => replaced(row, n, 14, '3'),
    'nip-sequence-000': (row, n) => replaced(row, n, 15, '000'),
    'nip-appointed-as-a-child': (row, n) => replaced(row, n, 8, `${Number(nip(row).slice(0, 4)) + 12}`),
    'birth-differs-from-nip': ofStranger('tglLahir', '01-01-1971'),
    'impossible-date': ofStranger('tglLahir', impossible),
    'future-date': ofStranger('tglLahir', '17-08-2045'),
    'unknown-kind-of-post': ofStranger('jenisJabatanId', '9'),
    'unknown-education': ofStranger('tkPendidikanTerakhirId', '99'),
    'unknown-status': ofStranger('kedudukanPnsId', 'ZZ'),
    'unknown-sex': ofStranger('jenisKelamin', 'X'),
    'name-missing': ofStranger('nama', ''),
    duplicate: twice,
    conflict: differing('nama', 'Nama Lain (contoh baris bertentangan)'),
  },
  'rw-pendidikan': {
    'unknown-person': stranger,
    'unknown-level': changed('tkPendidikanId', '99'),
    'impossible-date': changed('tglLulus', impossible),
    duplicate: twice,
    conflict: differing('tahunLulus', '1901'),
  },
  'rw-diklat': {
    'unknown-programme': changed('latihanStrukturalId', '42'),
    'impossible-date': changed('tanggal', impossible),
    duplicate: twice,
  },
  'rw-kursus': {
    'unknown-person': stranger,
    'unknown-form': changed('jenisDiklatId', '77'),
    'impossible-date': changed('tanggalKursus', impossible),
    'future-date': changed('tanggalKursus', '17-08-2045'),
    'hours-not-a-number': changed('jumlahJam', 'dua puluh'),
    'hours-negative': changed('jumlahJam', -8),
    'formula-as-text': changed('namaKursus', '=HYPERLINK("http://contoh.invalid","buka")'),
    duplicate: twice,
    conflict: differing('jumlahJam', 999),
  },
  'rw-skp22': {
    'unknown-person': changed('pnsDinilaiId', ghostId(0)),
    'unknown-predicate': changed('KuadranKinerjaNilai', '9'),
    'future-year': changed('tahun', '2045'),
    duplicate: twice,
    conflict: differing('KuadranKinerjaNilai', '5', '4'),
  },
  'rw-golongan': {
    'unknown-grade': changed('golonganId', '35'),
    'impossible-date': changed('tmtGolongan', impossible),
    duplicate: twice,
  },
  'rw-jabatan': {
    'unknown-kind-of-post': changed('jenisJabatan', '9'),
    'impossible-date': changed('tmtJabatan', impossible),
    duplicate: twice,
  },
  'rw-hukdis': {},
  nilaiipasn: {
    'unknown-person': stranger,
    'not-a-number': changed('subtotal', 'delapan puluh'),
    'above-100': changed('subtotal', 140),
  },
  asesmen: {
    'unknown-person': stranger,
    'unknown-competency': changed('kompetensi', 'M.99'),
    'level-6': changed('level', '6'),
    'level-0': changed('level', '0'),
    'unknown-rater': changed('penilai', 'tetangga'),
    'impossible-date': changed('tanggal', impossible),
    'future-date': changed('tanggal', '17-08-2045'),
    duplicate: twice,
  },
  atasan: {},
} as const satisfies Record<Kind, Record<string, Flaw>>

/** The sheets that are too short for every 200th row have a fixed set of wrong rows after the first person's row. */
export const fixedFlaws: Partial<Record<Kind, Record<string, Flaw>>> = {
  'rw-hukdis': {
    'formula-cell': changed('skNomor', '=HYPERLINK("http://contoh.invalid","buka")'),
    'unknown-level': changed('jenisTingkatHukumanId', 'Q'),
    'impossible-date': changed('hukumanTanggal', impossible),
  },
  atasan: {
    'own-supervisor': (row) => set(row, { nip: row.nipAtasan!, alasan: 'Atasan bagi diri sendiri' }),
    circle: (row) => set(row, { nip: row.nipAtasan!, nipAtasan: row.nip!, alasan: 'Saling menjadi atasan' }),
    'unknown-supervisor': (row, n) =>
      set(row, { nipAtasan: `${String(row.nipAtasan).slice(0, 15)}${ghostSequence + n}` }),
    'nip-17-digits': (row) => set(row, { nip: nip(row).slice(0, 17) }),
    'formula-cell': (row) => set(row, { alasan: '=1+1' }),
  },
}

/**
 * Flaws that the import takes: where the birth differs from the number one of the two is wrong, and a status may be newer
 * than our table, so both come with a warning; a grade that its name tells needs no code.
 */
const taken: Partial<Record<Kind, readonly string[]>> = {
  'data-utama': ['birth-differs-from-nip', 'unknown-status'],
  'rw-golongan': ['unknown-grade'],
}

/** What the import makes of a row with this flaw, where nothing was in the register before. */
export function outcomeOf(kind: Kind, flaw: string): 'new' | 'same' | 'rejected' {
  if (flaw === 'duplicate') return 'same'
  return taken[kind]?.includes(flaw) ? 'new' : 'rejected'
}

/** What an import of one file of so many clean rows reports, its wrong rows included. */
export function expectedIn(kind: Kind, cleanRows: number): { new: number; same: number; rejected: number } {
  const expected = { new: cleanRows, same: 0, rejected: 0 }
  for (const [flaw, times] of Object.entries(wrongRowsIn(kind, cleanRows))) expected[outcomeOf(kind, flaw)] += times
  return expected
}

/** How often each flaw is in a file of so many clean rows. Counted, not promised: the tests compare it with the files. */
export function wrongRowsIn(kind: Kind, cleanRows: number): Record<string, number> {
  const counts: Record<string, number> = {}
  const fixed = Object.keys(fixedFlaws[kind] ?? {})
  for (const name of fixed) if (cleanRows > 0) counts[name] = 1
  const names = Object.keys(flaws[kind])
  const wrong = cleanRows < firstAfter ? 0 : 1 + Math.floor((cleanRows - firstAfter) / cleanRowsPerWrongRow)
  for (let n = 0; names.length > 0 && n < wrong; n++)
    counts[names[n % names.length]!] = (counts[names[n % names.length]!] ?? 0) + 1
  return counts
}

/** Gives each row of one file back, followed by the wrong row when its turn has come. */
export function soiler(kind: Kind): (row: Row) => readonly Row[] {
  const turns = Object.values<Flaw>(flaws[kind])
  const fixed = Object.values(fixedFlaws[kind] ?? {})
  let clean = 0
  let wrong = 0
  return (row) => {
    clean++
    if (clean === 1 && fixed.length > 0) return [row, ...fixed.map((flaw, n) => flaw(row, n))]
    if (turns.length === 0 || clean < firstAfter || (clean - firstAfter) % cleanRowsPerWrongRow !== 0) return [row]
    const flaw = turns[wrong % turns.length]!
    return [row, flaw(row, wrong++)]
  }
}
