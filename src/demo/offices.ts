import type { Crew } from './jobs.ts'

/**
 * The offices of the demonstration city. The list follows the size and kind of a real city's offices; staff numbers are
 * invented. Offices stand in the order in which a small city is filled, so that every role exists in it.
 */
export interface Office {
  name: string
  head: string
  echelon: string
  /** Staff without heads in a city of about 6,000. */
  staff: number
  crew: Crew
  divisions: readonly string[]
  /** Serves citizens at a counter or at the bedside: where the city's weak spot is. */
  service?: boolean
  /** Code of the technical competency of its work (`competency-technical.json`). */
  technical?: string
  shape?: 'secretariat' | 'district' | 'institution' | 'health' | 'education'
}

type More = Partial<Pick<Office, 'service' | 'technical' | 'shape'>>

const dinas = (name: string, staff: number, crew: Crew, divisions: readonly string[], more: More = {}): Office => ({
  name: `Dinas ${name}`,
  head: `Kepala Dinas ${name}`,
  echelon: '22',
  staff,
  crew,
  divisions,
  ...more,
})

const badan = (name: string, staff: number, crew: Crew, divisions: readonly string[], more: More = {}): Office => ({
  name,
  head: `Kepala ${name}`,
  echelon: '22',
  staff,
  crew,
  divisions,
  ...more,
})

const institution = (name: string, staff: number): Office => ({
  name: `Sekretariat ${name}`,
  head: `Kepala Sekretariat ${name}`,
  echelon: '31',
  staff,
  crew: 'religion',
  divisions: ['Umum', 'Program dan Keuangan', 'Hukum dan Hubungan Masyarakat'],
  shape: 'institution',
})

const district = (name: string): Office => ({
  name: `Kecamatan ${name}`,
  head: `Camat ${name}`,
  echelon: '31',
  staff: 40,
  crew: 'district',
  divisions: ['Pemerintahan', 'Pemberdayaan Masyarakat dan Gampong', 'Ketenteraman dan Ketertiban', 'Pelayanan Umum'],
  service: true,
  shape: 'district',
})

const general: readonly Office[] = [
  {
    name: 'Sekretariat Daerah',
    head: 'Sekretaris Daerah',
    echelon: '21',
    staff: 220,
    crew: 'secretariat',
    divisions: [],
    technical: 'T.PBJ',
    shape: 'secretariat',
  },
  badan(
    'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia',
    52,
    'personnel',
    [
      'Pengadaan, Pemberhentian dan Informasi',
      'Mutasi dan Promosi',
      'Pengembangan Kompetensi',
      'Penilaian Kinerja dan Penghargaan',
    ],
    { technical: 'T.SDM' },
  ),
  { ...badan('Inspektorat', 55, 'audit', ['I', 'II', 'III', 'Khusus']), head: 'Inspektur' },
  dinas(
    'Penanaman Modal, Pelayanan Terpadu Satu Pintu dan Tenaga Kerja',
    48,
    'licensing',
    ['Penanaman Modal', 'Pelayanan Perizinan Berusaha', 'Pelayanan Nonperizinan dan Pengaduan', 'Tenaga Kerja'],
    { service: true, technical: 'T.IZN' },
  ),
  dinas(
    'Kependudukan dan Pencatatan Sipil',
    44,
    'registry',
    ['Pelayanan Pendaftaran Penduduk', 'Pelayanan Pencatatan Sipil', 'Pengelolaan Informasi dan Pemanfaatan Data'],
    { service: true, technical: 'T.DUK' },
  ),
  dinas(
    'Komunikasi, Informatika dan Persandian',
    55,
    'computing',
    ['Informasi dan Komunikasi Publik', 'Penyelenggaraan E-Government', 'Statistik dan Persandian'],
    { technical: 'T.TIK' },
  ),
  dinas('Sosial', 60, 'social', ['Rehabilitasi Sosial', 'Perlindungan dan Jaminan Sosial', 'Pemberdayaan Sosial'], {
    service: true,
  }),
  dinas(
    'Kesehatan',
    80,
    'healthCentre',
    ['Kesehatan Masyarakat', 'Pencegahan dan Pengendalian Penyakit', 'Pelayanan Kesehatan', 'Sumber Daya Kesehatan'],
    { service: true, technical: 'T.KLN', shape: 'health' },
  ),
  dinas(
    'Pendidikan dan Kebudayaan',
    90,
    'administration',
    [
      'Pembinaan Sekolah Dasar',
      'Pembinaan Sekolah Menengah Pertama',
      'Pembinaan PAUD dan Pendidikan Nonformal',
      'Guru dan Tenaga Kependidikan',
      'Kebudayaan',
    ],
    { technical: 'T.PED', shape: 'education' },
  ),
  badan(
    'Badan Perencanaan Pembangunan Daerah',
    50,
    'planning',
    [
      'Perencanaan dan Pengendalian',
      'Pemerintahan dan Pembangunan Manusia',
      'Perekonomian dan Sumber Daya Alam',
      'Infrastruktur dan Kewilayahan',
    ],
    { technical: 'T.REN' },
  ),
  badan(
    'Badan Pengelolaan Keuangan Daerah',
    90,
    'finance',
    ['Anggaran', 'Perbendaharaan', 'Akuntansi', 'Aset', 'Pendapatan'],
    { technical: 'T.KEU' },
  ),
  dinas('Perpustakaan dan Kearsipan', 55, 'library', ['Perpustakaan', 'Pembinaan Kearsipan', 'Pengelolaan Arsip'], {
    technical: 'T.ARS',
  }),
  dinas('Perhubungan', 190, 'transport', ['Lalu Lintas', 'Angkutan dan Keselamatan', 'Prasarana dan Perparkiran'], {
    service: true,
  }),
  dinas('Pekerjaan Umum dan Penataan Ruang', 160, 'works', [
    'Bina Marga',
    'Cipta Karya',
    'Sumber Daya Air',
    'Tata Ruang',
  ]),
  dinas('Lingkungan Hidup', 360, 'cleaning', [
    'Penataan Lingkungan',
    'Pengelolaan Sampah',
    'Pengendalian Pencemaran',
    'Pertamanan',
  ]),
  dinas(
    'Perindustrian, Perdagangan, Koperasi dan UKM',
    120,
    'trade',
    ['Perindustrian', 'Perdagangan', 'Koperasi dan UKM', 'Metrologi dan Pasar'],
    { service: true },
  ),
  dinas('Kelautan, Perikanan, Pertanian dan Pangan', 150, 'agriculture', [
    'Perikanan',
    'Tanaman Pangan dan Hortikultura',
    'Peternakan',
    'Ketahanan Pangan',
    'Penyuluhan',
  ]),
  badan('Satuan Polisi Pamong Praja dan Wilayatul Hisbah', 330, 'guard', [
    'Ketertiban Umum',
    'Penegakan Peraturan Daerah',
    'Wilayatul Hisbah',
    'Perlindungan Masyarakat',
  ]),
  badan('Badan Penanggulangan Bencana Daerah', 190, 'fire', [
    'Pencegahan dan Kesiapsiagaan',
    'Kedaruratan dan Logistik',
    'Rehabilitasi dan Rekonstruksi',
    'Pemadam Kebakaran',
  ]),
  dinas('Syariat Islam dan Pendidikan Dayah', 110, 'religion', [
    'Dakwah dan Peribadatan',
    'Bina Hukum Syariat',
    'Pendidikan Dayah',
  ]),
  dinas('Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk dan KB', 95, 'family', [
    'Pemberdayaan Perempuan',
    'Perlindungan Anak',
    'Pengendalian Penduduk',
    'Keluarga Berencana',
  ]),
  dinas('Pemuda, Olahraga dan Pariwisata', 75, 'tourism', ['Kepemudaan', 'Olahraga', 'Pariwisata dan Ekonomi Kreatif']),
  dinas('Perumahan Rakyat dan Kawasan Permukiman', 70, 'housing', [
    'Perumahan',
    'Kawasan Permukiman',
    'Prasarana dan Utilitas',
  ]),
  dinas('Pertanahan', 35, 'works', ['Penatagunaan Tanah', 'Sengketa dan Pengadaan Tanah']),
  dinas('Pemberdayaan Masyarakat dan Gampong', 40, 'administration', [
    'Pemerintahan Gampong',
    'Kelembagaan Masyarakat',
    'Usaha Ekonomi Gampong',
  ]),
  {
    ...badan('Sekretariat DPRK', 60, 'secretariat', [
      'Umum dan Keuangan',
      'Persidangan dan Perundang-undangan',
      'Fasilitasi Penganggaran dan Pengawasan',
    ]),
    head: 'Sekretaris DPRK',
  },
  badan('Badan Kesatuan Bangsa dan Politik', 40, 'administration', [
    'Ideologi dan Wawasan Kebangsaan',
    'Politik Dalam Negeri',
    'Ketahanan Ekonomi dan Sosial',
  ]),
  badan('Badan Riset dan Inovasi Daerah', 30, 'planning', ['Riset', 'Inovasi dan Teknologi'], { technical: 'T.REN' }),
  institution('Majelis Permusyawaratan Ulama', 25),
  institution('Majelis Adat Aceh', 25),
  institution('Majelis Pendidikan Daerah', 22),
  institution('Baitul Mal', 34),
]

const districts = ['Banda Sakti', 'Muara Dua', 'Muara Satu', 'Blang Mangat'].map(district)

/** 32 offices and 4 districts; the districts come early so that a small city has them too. */
export const offices: readonly Office[] = [...general.slice(0, 7), ...districts, ...general.slice(7)]
export const districtNames = districts.map((d) => d.name.replace('Kecamatan ', ''))
