import type { Crew } from './jobs.ts'

/** What is taught: common subjects, and the technical subjects of each crew. */
export const soft = [
  'Komunikasi Efektif di Tempat Kerja',
  'Manajemen Waktu bagi ASN',
  'Kerja Sama Tim Lintas Unit',
  'Literasi Digital ASN',
  'Core Values BerAKHLAK',
  'Etika dan Kode Perilaku ASN',
  'Penulisan Naskah Dinas',
  'Budaya Kerja Adaptif',
]

export const service = [
  'Pelayanan Prima',
  'Penanganan Pengaduan Masyarakat',
  'Standar Pelayanan dan Survei Kepuasan Masyarakat',
]

const teaching = [
  'Pembelajaran Mendalam',
  'Asesmen Diagnostik di Kelas',
  'Pemanfaatan Platform Pembelajaran',
  'Pendidikan Inklusif',
]
const health = [
  'Bantuan Hidup Dasar',
  'Pencegahan dan Pengendalian Infeksi',
  'Manajemen Terpadu Balita Sakit',
  'Asuhan Persalinan Normal',
  'Keselamatan Pasien',
]
const office = [
  'Pengelolaan Kearsipan Dinamis',
  'Penyusunan Laporan Kinerja',
  'Penatausahaan Barang Milik Daerah',
  'Analisis Jabatan dan Beban Kerja',
]

const special: Partial<Record<Crew, string[]>> = {
  primarySchool: teaching,
  juniorSchool: teaching,
  healthCentre: health,
  hospital: health,
  finance: ['Penatausahaan Keuangan Daerah', 'Akuntansi Pemerintah Berbasis Akrual', 'Penyusunan Anggaran Kas'],
  audit: ['Audit Berbasis Risiko', 'Reviu Laporan Keuangan', 'Pengawasan Pengadaan Barang/Jasa'],
  planning: ['Penyusunan RKPD', 'Perencanaan Berbasis Data', 'Cascading Kinerja'],
  personnel: [
    'Manajemen Talenta',
    'Penyusunan Standar Kompetensi Jabatan',
    'Analisis Kebutuhan Pengembangan Kompetensi',
  ],
  licensing: ['Perizinan Berusaha Berbasis Risiko', 'Pengawasan Penanaman Modal', ...service],
  registry: ['Sistem Informasi Administrasi Kependudukan', 'Verifikasi Dokumen Pencatatan Sipil', ...service],
  computing: ['Keamanan Informasi', 'Pengelolaan Pusat Data', 'Satu Data Indonesia'],
  guard: ['Penegakan Peraturan Daerah yang Humanis', 'Pengendalian Massa', 'Deteksi Dini'],
  fire: ['Pemadam Kebakaran Tingkat Dasar', 'Penyelamatan di Ketinggian', 'Pertolongan Pertama'],
  cleaning: ['Pengelolaan Sampah 3R', 'Keselamatan Kerja Lapangan'],
  agriculture: ['Penyuluhan Pertanian Partisipatif', 'Budi Daya Ikan Air Payau', 'Pengendalian Hama Terpadu'],
  transport: ['Manajemen Lalu Lintas', 'Pengujian Kendaraan Bermotor'],
  library: ['Pengolahan Bahan Pustaka', 'Penyusutan Arsip'],
  social: ['Pendampingan Keluarga Penerima Manfaat', 'Verifikasi Data Kesejahteraan Sosial'],
}

export const technicalOf = (crew: Crew): readonly string[] => special[crew] ?? office

/** `jenisDiklat`: id, name, certificate class, the hours it usually has, how often it is chosen. */
export const forms = [
  ['3', 'Diklat Teknis', 'T', [20, 24, 30, 40], 22],
  ['8', 'Bimbingan Teknis', 'T', [8, 12, 16, 24], 20],
  ['16', 'E-Learning', 'T', [3, 6, 9], 15],
  ['17', 'Pelatihan Jarak Jauh', 'T', [10, 16, 20, 30], 9],
  ['9', 'Seminar', 'P', [4, 4, 8], 14],
  ['4', 'Workshop', 'P', [5, 10, 15], 10],
  ['7', 'Sosialisasi', 'P', [4], 10],
  ['11', 'Kursus', 'T', [10, 20], 3],
  ['14', 'Coaching', 'T', [2, 4], 3],
] as const

// The dash and the apostrophe are in Windows-1252 and not in ASCII: the file that is written in it needs them.
export const providers = [
  'BPSDM Aceh – Banda Aceh',
  'BKPSDM Kota Lhokseumawe',
  'Lembaga Administrasi Negara',
  'Puslatbang KHAN – Aceh Besar',
  'Pusat Pelatihan ’Contoh’',
]
