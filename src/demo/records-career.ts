import { type DayNumber, dayNumber, national, yearOf } from './calendar.ts'
import { jobs, levels } from './jobs.ts'
import type { Person } from './person.ts'
import {
  type Row,
  echelonName,
  gradeName,
  idOfName,
  nipOldOf,
  randomOf,
  recordId,
  titledName,
} from './records-identity.ts'
import { agency } from './units.ts'

const ranks: Record<string, string> = {
  '11': 'Juru Muda',
  '12': 'Juru Muda Tk. I',
  '13': 'Juru',
  '14': 'Juru Tk. I',
  '21': 'Pengatur Muda',
  '22': 'Pengatur Muda Tk. I',
  '23': 'Pengatur',
  '24': 'Pengatur Tk. I',
  '31': 'Penata Muda',
  '32': 'Penata Muda Tk. I',
  '33': 'Penata',
  '34': 'Penata Tk. I',
  '41': 'Pembina',
  '42': 'Pembina Tk. I',
  '43': 'Pembina Utama Muda',
}

const decree = (day: DayNumber, n: number) => `CONTOH.${800 + (n % 80)}/${1 + (n % 997)}/${yearOf(day)}`

/** `rw-golongan`: every rank since the appointment. */
export function rankRows(person: Person, on: DayNumber): Row[] {
  const random = randomOf(person, 'rw-golongan')
  return person.grades
    .filter(({ since }) => since <= on)
    .map(({ code, since }, n) => {
      const months = Math.max(0, Math.round((since - person.start) / 30.44))
      const number = random.between(1, 9999)
      return {
        id: recordId(person, 'rw-golongan', n),
        idPns: person.id,
        nipBaru: person.nip,
        nipLama: nipOldOf(person),
        golonganId: code,
        golongan: gradeName(code),
        pangkat: ranks[code] ?? null,
        skNomor: decree(since, number),
        skTanggal: national(since - random.between(10, 60)),
        tmtGolongan: national(since),
        noPertekBkn: null,
        tglPertekBkn: null,
        jumlahKreditUtama: null,
        jumlahKreditTambahan: null,
        jenisKPId:
          n === 0 ? '211' : person.kind === 'functional' ? '202' : person.kind === 'structural' ? '201' : '101',
        jenisKPNama:
          n === 0 ? 'Golongan dari Pengadaan CPNS/PNS' : person.kind === 'general' ? 'Reguler' : 'Pilihan (Jabatan)',
        masaKerjaGolonganTahun: String(Math.floor(months / 12)),
        masaKerjaGolonganBulan: String(months % 12),
        path: null,
      }
    })
}

/** `rw-jabatan`: the present post and those before it. */
export function postingRows(person: Person): Row[] {
  const random = randomOf(person, 'rw-jabatan')
  const posts: { kind: string; title: string; echelon: string; since: DayNumber }[] = []
  const first = person.since - person.start > 900
  const code = person.kind === 'structural' ? '1' : person.kind === 'functional' ? '2' : '4'
  if (person.kind === 'structural') {
    posts.push({ kind: '4', title: 'Penelaah Teknis Kebijakan', echelon: '99', since: person.start })
    const steps = person.echelon < '30' ? ['41', '32'] : person.echelon < '40' ? ['41'] : []
    steps.forEach((echelon, n) => {
      const since = person.start + Math.floor(((person.since - person.start) * (n + 2)) / (steps.length + 2))
      const title = echelon === '41' ? 'Kepala Subbagian Program dan Keuangan' : 'Kepala Bidang Perencanaan'
      posts.push({ kind: '1', title, echelon, since: Math.min(since, person.since - 365) })
    })
  } else if (person.kind === 'functional' && first) {
    const lower = person.level === 'MA' ? 'MU' : person.level === 'MU' ? 'PT' : person.level === 'PY' ? 'MH' : 'TR'
    const title =
      person.level === 'PT' || person.level === 'TR' || person.level === 'PM'
        ? person.title
        : `${jobs[person.job!].title} ${levels[lower].name}`
    posts.push({ kind: '2', title, echelon: '99', since: person.start })
  } else if (first && random.chance(0.6))
    posts.push({ kind: '4', title: 'Pengadministrasi Perkantoran', echelon: '99', since: person.start })
  posts.push({ kind: code, title: person.title, echelon: person.echelon, since: person.since })
  return posts.map((post, n) => {
    const since = Math.max(post.since, person.start)
    return {
      id: recordId(person, 'rw-jabatan', n),
      idPns: person.id,
      nipBaru: person.nip,
      nipLama: nipOldOf(person),
      jenisJabatan: post.kind,
      instansiKerjaId: agency.id,
      instansiKerjaNama: 'Pemerintah Kota Lhokseumawe',
      unorId: person.unit.id,
      unorNama: person.unit.name,
      unorIndukId: person.unit.office!.id,
      unorIndukNama: person.unit.office!.name,
      eselon: echelonName(post.echelon),
      eselonId: post.echelon,
      jabatanFungsionalId: post.kind === '2' ? idOfName(post.title) : null,
      jabatanFungsionalNama: post.kind === '2' ? post.title : null,
      jabatanFungsionalUmumId: post.kind === '4' ? idOfName(post.title) : null,
      jabatanFungsionalUmumNama: post.kind === '4' ? post.title : null,
      namaJabatan: post.kind === '1' ? post.title : null,
      namaUnor: person.unit.name,
      tmtJabatan: national(since),
      tmtPelantikan: post.kind === '4' ? null : national(since),
      nomorSk: decree(since, random.between(1, 9999)),
      tanggalSk: national(since - random.between(1, 20)),
      path: null,
    }
  })
}

const ratings = ['', 'DI ATAS EKSPEKTASI', 'SESUAI EKSPEKTASI', 'DI BAWAH EKSPEKTASI']
const predicates = ['', 'SANGAT BAIK', 'BAIK', 'BUTUH PERBAIKAN', 'KURANG', 'SANGAT KURANG']

export interface Appraisal {
  year: number
  result: number
  behaviour: number
  predicate: number
}

/**
 * The yearly predicates of the three years before `on`: mostly Baik, and consistent with the matrix of PermenPANRB 6/2022
 * (result × behaviour). A few years are missing, as they are in the national system.
 */
export function appraisalsOf(person: Person, on: DayNumber): Appraisal[] {
  const random = randomOf(person, 'rw-skp22')
  const year = yearOf(on)
  const found: Appraisal[] = []
  for (let y = year - 3; y < year; y++) {
    const score = person.skill * 0.8 + random.normal() * 0.75
    const absent = random.chance(0.03)
    if (absent || dayNumber(y, 7, 1) < person.start) continue
    const [result, behaviour] =
      score > 1.5
        ? [1, 1]
        : score > 1.05
          ? [1, 2]
          : score > 0.8
            ? [2, 1]
            : score > -1.95
              ? [2, 2]
              : score > -2.75
                ? [3, 2]
                : score > -3.1
                  ? [2, 3]
                  : [3, 3]
    const predicate =
      behaviour === 3 ? (result === 3 ? 5 : 4) : result === 3 ? 3 : result === 1 && behaviour === 1 ? 1 : 2
    found.push({ year: y, result, behaviour, predicate })
  }
  return found
}

/** `rw-skp22`, with its two capitalised names. */
export function appraisalRows(person: Person, on: DayNumber): Row[] {
  const rater = person.supervisor
  return appraisalsOf(person, on).map(({ year, result, behaviour, predicate }) => ({
    id: recordId(person, 'rw-skp22', year),
    hasilKinerja: ratings[result]!,
    hasilKinerjaNilai: String(result),
    kuadranKinerja: predicates[predicate]!,
    KuadranKinerjaNilai: String(predicate),
    namaPenilai: rater ? titledName(rater) : 'Wali Kota (data contoh)',
    nipNrpPenilai: rater?.nip ?? null,
    penilaiGolonganId: rater?.grades.at(-1)!.code ?? null,
    penilaiJabatanNm: rater ? (rater.heads?.headTitle ?? rater.title) : 'Wali Kota',
    penilaiUnorNm: rater?.unit.name ?? null,
    perilakuKerja: ratings[behaviour]!,
    PerilakuKerjaNilai: String(behaviour),
    pnsDinilaiId: person.id,
    statusPenilai: rater ? 'ASN' : 'NON ASN',
    tahun: String(year),
    path: null,
  }))
}

const sanctions: readonly (readonly [readonly [string, string, string, number], number])[] = [
  [['1', 'Teguran Lisan', 'R', 0], 30],
  [['2', 'Teguran Tertulis', 'R', 0], 28],
  [['3', 'Pernyataan Tidak Puas Secara Tertulis', 'R', 0], 14],
  [['23', 'Pemotongan Tunjangan Kinerja 25% selama 6 bulan', 'S', 6], 9],
  [['24', 'Pemotongan Tunjangan Kinerja 25% selama 9 bulan', 'S', 9], 5],
  [['7', 'Penundaan Kenaikan Pangkat 1 Tahun', 'S', 12], 5],
  [['27', 'Penurunan Jabatan selama 12 bulan', 'B', 12], 5],
  [['28', 'Pembebasan Jabatan menjadi Pelaksana selama 12 bulan', 'B', 12], 4],
]

/** `rw-hukdis`: about one person in a hundred in six years, one in twelve of the decrees revoked. */
export function sanctionRows(person: Person, on: DayNumber): Row[] {
  const random = randomOf(person, 'rw-hukdis')
  if (!random.chance(person.skill < -1 ? 0.03 : 0.0075)) return []
  const [id, name, level, months] = random.weighted(sanctions)
  const day = on - random.between(40, 6 * 365)
  if (day < person.start + 180) return []
  const until = day + (months === 0 ? 180 : Math.round(months * 30.44))
  const revoked = random.chance(0.08) ? Math.min(on - 1, day + random.between(20, 39)) : null
  return [
    {
      id: recordId(person, 'rw-hukdis', 0),
      jenisHukuman: id,
      jenisHukumanNama: name,
      jenisTingkatHukumanId: level,
      hukumanTanggal: national(day),
      akhirHukumTanggal: national(until),
      skNomor: decree(day, random.between(1, 9999)),
      skTanggal: national(day - random.between(1, 14)),
      pnsOrang: person.id,
      skPembatalanTanggal: revoked === null ? null : national(revoked),
    },
  ]
}
