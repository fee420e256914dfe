import type { FunctionalLevel } from '../features/people/record/rules.ts'
import type { Field } from './fields.ts'

/**
 * A kind of work: its national title, what one studies for it, and who does it. `track` decides the ladder of levels of a
 * functional post; a job without a track is general (pelaksana). `retires` only where it differs from the level's age.
 */
export interface Job {
  title: string
  track?: 'expert' | 'skilled'
  field: Field
  /** `tkPendidikanId` required. */
  education: string
  women: number
  retires?: number
}

const expert = (title: string, field: Field, women = 0.5, more: Partial<Job> = {}): Job => ({
  title,
  track: 'expert',
  field,
  education: '40',
  women,
  ...more,
})

const skilled = (title: string, field: Field, education: string, women: number): Job => ({
  title,
  track: 'skilled',
  field,
  education,
  women,
})

const general = (title: string, field: Field, education: string, women: number): Job => ({
  title,
  field,
  education,
  women,
})

export const jobs = {
  teacher: expert('Guru', 'teaching', 0.74, { retires: 60 }),
  doctor: expert('Dokter', 'medicine', 0.62, { education: '42', retires: 60 }),
  dentist: expert('Dokter Gigi', 'dentistry', 0.75, { education: '42', retires: 60 }),
  nurse: skilled('Perawat', 'nursing', '30', 0.7),
  nurseExpert: expert('Perawat', 'nursing', 0.7, { education: '42' }),
  midwife: skilled('Bidan', 'midwifery', '30', 1),
  pharmacist: expert('Apoteker', 'pharmacy', 0.8, { education: '42' }),
  sanitarian: skilled('Tenaga Sanitasi Lingkungan', 'publicHealth', '30', 0.6),
  nutritionist: skilled('Nutrisionis', 'publicHealth', '30', 0.85),
  laboratory: skilled('Pranata Laboratorium Kesehatan', 'laboratory', '30', 0.75),
  personnel: expert('Analis Sumber Daya Manusia Aparatur', 'administration', 0.5),
  assessor: expert('Asesor Sumber Daya Manusia Aparatur', 'administration', 0.5),
  auditor: expert('Auditor', 'economics', 0.4),
  supervisor: expert('Pengawas Penyelenggaraan Urusan Pemerintahan Daerah', 'law', 0.4),
  planner: expert('Perencana', 'engineering', 0.45),
  policy: expert('Analis Kebijakan', 'administration', 0.45),
  computer: expert('Pranata Komputer', 'computing', 0.35),
  computerSkilled: skilled('Pranata Komputer', 'computing', '30', 0.35),
  archivist: expert('Arsiparis', 'library', 0.6),
  librarian: expert('Pustakawan', 'library', 0.7),
  publicRelations: expert('Pranata Hubungan Masyarakat', 'communication', 0.5),
  budget: expert('Analis Keuangan Pusat dan Daerah', 'economics', 0.55),
  procurement: expert('Pengelola Pengadaan Barang/Jasa', 'economics', 0.3),
  legal: expert('Analis Hukum', 'law', 0.45),
  licensing: expert('Penata Perizinan', 'administration', 0.5),
  civilRegistry: expert('Administrator Database Kependudukan', 'computing', 0.5),
  socialWorker: expert('Pekerja Sosial', 'social', 0.55),
  employment: expert('Pengantar Kerja', 'social', 0.5),
  familyPlanning: expert('Penyuluh Keluarga Berencana', 'social', 0.75),
  farming: expert('Penyuluh Pertanian', 'agriculture', 0.45),
  fishery: expert('Penyuluh Perikanan', 'agriculture', 0.35),
  environment: expert('Pengendali Dampak Lingkungan', 'engineering', 0.45),
  roads: expert('Penata Kelola Jalan dan Jembatan', 'engineering', 0.2),
  housing: expert('Penata Kelola Bangunan Gedung dan Kawasan Permukiman', 'engineering', 0.3),
  tourism: expert('Adyatama Kepariwisataan dan Ekonomi Kreatif', 'social', 0.5),
  trade: expert('Penyuluh Perindustrian dan Perdagangan', 'economics', 0.45),
  religion: expert('Penyuluh Agama Islam', 'religion', 0.35),
  vehicleTester: skilled('Penguji Kendaraan Bermotor', 'engineering', '30', 0.05),
  police: skilled('Polisi Pamong Praja', 'school', '15', 0.16),
  fireFighter: skilled('Pemadam Kebakaran', 'school', '15', 0.04),
  reviewer: general('Penelaah Teknis Kebijakan', 'administration', '40', 0.5),
  dataProcessor: general('Pengolah Data dan Informasi', 'administration', '30', 0.55),
  serviceOfficer: general('Penata Layanan Operasional', 'administration', '40', 0.5),
  serviceManager: general('Pengelola Layanan Operasional', 'administration', '30', 0.5),
  operator: general('Operator Layanan Operasional', 'school', '15', 0.35),
  clerk: general('Pengadministrasi Perkantoran', 'school', '15', 0.5),
  worker: general('Pengelola Umum Operasional', 'school', '10', 0.25),
} as const satisfies Record<string, Job>

export type JobKey = keyof typeof jobs

/** Names and national codes of the levels, and the age at which they retire (BKN reference table; D for single posts). */
export const levels: Record<FunctionalLevel, { name: string; retires: number }> = {
  PM: { name: 'Pemula', retires: 58 },
  TR: { name: 'Terampil', retires: 58 },
  MH: { name: 'Mahir', retires: 58 },
  PY: { name: 'Penyelia', retires: 58 },
  PT: { name: 'Ahli Pertama', retires: 58 },
  MU: { name: 'Ahli Muda', retires: 58 },
  MA: { name: 'Ahli Madya', retires: 60 },
  UT: { name: 'Ahli Utama', retires: 65 },
}

/** The level that goes with a rank on a ladder. */
export function levelAt(track: 'expert' | 'skilled', grade: number): FunctionalLevel {
  if (track === 'expert') return grade >= 41 ? 'MA' : grade >= 33 ? 'MU' : 'PT'
  return grade >= 33 ? 'PY' : grade >= 31 ? 'MH' : grade >= 22 ? 'TR' : 'PM'
}

type Mix = { pns: number; jobs: readonly (readonly [JobKey, number])[] }

const office = (pns: number, ...special: (readonly [JobKey, number])[]): Mix => ({
  pns,
  jobs: [
    ...special,
    ['reviewer', 14],
    ['policy', 5],
    ['dataProcessor', 12],
    ['serviceOfficer', 12],
    ['serviceManager', 7],
    ['clerk', 14],
    ['operator', 10],
    ['archivist', 2],
    ['computerSkilled', 3],
  ],
})

/** Who works where: the mix of jobs of a unit and the share of them who are PNS. */
export const crews = {
  administration: office(0.6, ['budget', 5], ['planner', 4], ['personnel', 3]),
  secretariat: office(0.6, ['policy', 8], ['publicRelations', 5], ['legal', 5], ['procurement', 6]),
  personnel: office(0.75, ['personnel', 26], ['assessor', 10], ['computer', 8]),
  audit: {
    pns: 0.85,
    jobs: [
      ['auditor', 40],
      ['supervisor', 30],
      ['reviewer', 10],
      ['clerk', 8],
      ['dataProcessor', 6],
    ],
  },
  finance: office(0.7, ['budget', 32]),
  planning: office(0.7, ['planner', 40]),
  licensing: office(0.65, ['licensing', 34], ['employment', 8]),
  registry: office(0.5, ['civilRegistry', 34]),
  computing: office(0.6, ['computer', 28], ['publicRelations', 10]),
  social: office(0.55, ['socialWorker', 28]),
  family: office(0.5, ['familyPlanning', 34]),
  agriculture: office(0.5, ['farming', 22], ['fishery', 14]),
  trade: office(0.5, ['trade', 22], ['employment', 4]),
  environment: office(0.4, ['environment', 14]),
  cleaning: {
    pns: 0.1,
    jobs: [
      ['worker', 60],
      ['operator', 30],
      ['clerk', 4],
    ],
  },
  works: office(0.45, ['roads', 20], ['housing', 8]),
  housing: office(0.5, ['housing', 30]),
  transport: {
    pns: 0.35,
    jobs: [
      ['operator', 45],
      ['vehicleTester', 12],
      ['serviceManager', 12],
      ['clerk', 12],
      ['reviewer', 8],
    ],
  },
  library: office(0.6, ['librarian', 20], ['archivist', 20]),
  tourism: office(0.5, ['tourism', 22]),
  religion: office(0.45, ['religion', 26]),
  guard: {
    pns: 0.3,
    jobs: [
      ['police', 70],
      ['operator', 16],
      ['clerk', 6],
      ['reviewer', 4],
    ],
  },
  fire: {
    pns: 0.3,
    jobs: [
      ['fireFighter', 70],
      ['operator', 15],
      ['clerk', 6],
      ['reviewer', 5],
    ],
  },
  district: office(0.6),
  primarySchool: {
    pns: 0.52,
    jobs: [
      ['teacher', 84],
      ['operator', 8],
      ['worker', 8],
    ],
  },
  juniorSchool: {
    pns: 0.55,
    jobs: [
      ['teacher', 82],
      ['clerk', 8],
      ['librarian', 3],
      ['worker', 5],
      ['computerSkilled', 2],
    ],
  },
  healthCentre: {
    pns: 0.52,
    jobs: [
      ['midwife', 34],
      ['nurse', 24],
      ['nurseExpert', 7],
      ['doctor', 5],
      ['dentist', 2],
      ['pharmacist', 2],
      ['sanitarian', 5],
      ['nutritionist', 4],
      ['laboratory', 4],
      ['clerk', 6],
      ['operator', 4],
    ],
  },
  hospital: {
    pns: 0.5,
    jobs: [
      ['nurse', 34],
      ['nurseExpert', 16],
      ['midwife', 16],
      ['doctor', 10],
      ['pharmacist', 5],
      ['laboratory', 6],
      ['nutritionist', 3],
      ['clerk', 6],
      ['operator', 6],
    ],
  },
} as const satisfies Record<string, Mix>

export type Crew = keyof typeof crews
