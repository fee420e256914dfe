/** What people studied: names of the diplomas and the titles they carry, by level. */
interface Study {
  name: string
  diploma: string
  bachelor: string
  bachelorTitle: string
  diplomaTitle: string
  master: string
  masterTitle: string
  profession?: { name: string; front: string; back: string }
}

const study = (name: string, short: string, master: string, masterTitle: string, more: Partial<Study> = {}): Study => ({
  name,
  diploma: `D-III ${name}`,
  bachelor: `S-1 ${name}`,
  bachelorTitle: `S.${short}`,
  diplomaTitle: 'A.Md.',
  master: `S-2 ${master}`,
  masterTitle,
  ...more,
})

export const fields = {
  administration: study('Administrasi Negara', 'A.P.', 'Administrasi Publik', 'M.A.P.'),
  economics: study('Akuntansi', 'E.', 'Manajemen', 'M.M.'),
  law: study('Ilmu Hukum', 'H.', 'Ilmu Hukum', 'M.H.'),
  engineering: study('Teknik Sipil', 'T.', 'Teknik Sipil', 'M.T.'),
  computing: study('Teknik Informatika', 'Kom.', 'Ilmu Komputer', 'M.Kom.', { diplomaTitle: 'A.Md.Kom.' }),
  communication: study('Ilmu Komunikasi', 'I.Kom.', 'Ilmu Komunikasi', 'M.I.Kom.'),
  social: study('Sosiologi', 'Sos.', 'Administrasi Publik', 'M.Si.'),
  agriculture: study('Agribisnis', 'P.', 'Agribisnis', 'M.P.'),
  library: study('Ilmu Perpustakaan', 'IP.', 'Ilmu Perpustakaan', 'M.IP.'),
  religion: study('Hukum Keluarga Islam', 'H.', 'Hukum Islam', 'M.H.'),
  teaching: study('Pendidikan Guru', 'Pd.', 'Manajemen Pendidikan', 'M.Pd.', { diplomaTitle: 'A.Ma.Pd.' }),
  medicine: study('Kedokteran', 'Ked.', 'Kesehatan Masyarakat', 'M.K.M.', {
    profession: { name: 'Profesi Dokter', front: 'dr.', back: '' },
  }),
  dentistry: study('Kedokteran Gigi', 'K.G.', 'Kesehatan Masyarakat', 'M.K.M.', {
    profession: { name: 'Profesi Dokter Gigi', front: 'drg.', back: '' },
  }),
  nursing: study('Keperawatan', 'Kep.', 'Keperawatan', 'M.Kep.', {
    diplomaTitle: 'A.Md.Kep.',
    profession: { name: 'Profesi Ners', front: '', back: 'Ns., S.Kep.' },
  }),
  midwifery: study('Kebidanan', 'Keb.', 'Kebidanan', 'M.Keb.', { diplomaTitle: 'A.Md.Keb.' }),
  pharmacy: study('Farmasi', 'Farm.', 'Farmasi', 'M.Farm.', {
    diplomaTitle: 'A.Md.Farm.',
    profession: { name: 'Profesi Apoteker', front: 'apt.', back: 'S.Farm.' },
  }),
  publicHealth: study('Kesehatan Masyarakat', 'K.M.', 'Kesehatan Masyarakat', 'M.K.M.', { diplomaTitle: 'A.Md.Kes.' }),
  laboratory: study('Teknologi Laboratorium Medis', 'Tr.Kes.', 'Biomedik', 'M.Biomed.', { diplomaTitle: 'A.Md.A.K.' }),
  school: study('Administrasi Negara', 'A.P.', 'Administrasi Publik', 'M.A.P.'),
} as const satisfies Record<string, Study>

export type Field = keyof typeof fields

const school: Record<string, string> = {
  '05': 'SD',
  '10': 'SLTP',
  '15': 'SLTA IPS',
  '17': 'SMK',
}

/** Name of a diploma, by `tkPendidikanId`. */
export function diplomaName(field: Field, level: string): string {
  const of: Study = fields[field]
  if (level === '50') return 'S-3 Ilmu Administrasi'
  if (level === '45') return of.master
  if (level === '42') return of.profession?.name ?? of.bachelor
  if (level === '40') return of.bachelor
  return level === '30' ? of.diploma : school[level]!
}

/** Academic titles before and after the name for the highest level reached. */
export function titlesOf(field: Field, level: string, professional: boolean): { front: string; back: string } {
  const of: Study = fields[field]
  const front = professional ? (of.profession?.front ?? '') : ''
  const bachelor = professional && of.profession ? of.profession.back : of.bachelorTitle
  if (level === '50') return { front: 'Dr.', back: [bachelor, of.masterTitle].filter(Boolean).join(', ') }
  if (level === '45') return { front, back: [bachelor, of.masterTitle].filter(Boolean).join(', ') }
  if (level === '42' || level === '40') return { front, back: bachelor }
  return { front: '', back: level === '30' ? of.diplomaTitle : '' }
}

export const levelNames: Record<string, string> = {
  '05': 'SD',
  '10': 'SLTP',
  '15': 'SLTA',
  '17': 'SLTA Kejuruan',
  '30': 'Diploma III/Sarjana Muda',
  '40': 'S-1/Sarjana',
  '42': 'Profesi',
  '45': 'S-2',
  '50': 'S-3/Doktor',
}
