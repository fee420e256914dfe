import { type Office, districtNames, offices } from './offices.ts'
import type { Crew } from './jobs.ts'
import { idOf, numberOf } from './random.ts'

/** A unit of the tree. `staff` counts those who work in it, without its head. */
export interface Unit {
  n: number
  id: string
  code: string
  name: string
  headTitle: string
  /** `EselonId` of the head; 99 where the head holds a functional post (school, health centre); none at the root. */
  echelon: string
  parent: Unit | null
  office: Unit | null
  crew: Crew
  staff: number
  service: boolean
  technical: string | null
}

export const cityName = 'Kota Lhokseumawe (data contoh)'

/** Kota Lhokseumawe in the national reference of agencies. */
export const agency = { id: 'A5EB03E23C29F6A0E040640A040252AD', code: '5174' }

/** The tree of one city, parents before children, with about `persons` places including the heads. */
export function unitsOf(seed: number, city: number, persons: number): Unit[] {
  const units: Unit[] = []
  const add = (parent: Unit | null, plan: Partial<Unit> & { name: string; headTitle: string }): Unit => {
    const n = units.length
    const unit: Unit = {
      n,
      id: idOf(seed, numberOf('unit'), city, n),
      code: `${agency.code}${String(n).padStart(5, '0')}`,
      echelon: '99',
      parent,
      office: parent?.office ?? null,
      crew: parent?.crew ?? 'administration',
      staff: 0,
      service: parent?.service ?? false,
      technical: parent?.technical ?? null,
      ...plan,
    }
    units.push(unit)
    if (parent?.parent === null) unit.office = unit
    return unit
  }
  const root = add(null, {
    name: city === 0 ? cityName : `${cityName} ${city + 1}`,
    headTitle: 'Wali Kota',
    echelon: '',
  })
  for (const office of offices) {
    if (units.length > 8 && units.length + unitsIn(office) > persons / 4) break
    build[office.shape ?? 'office'](add, add(root, planOf(office)), office)
  }
  return staffed(units, persons)
}

type Add = (parent: Unit | null, plan: Partial<Unit> & { name: string; headTitle: string }) => Unit

const planOf = ({ name, head, echelon, crew, service, technical }: Office) => ({
  name,
  headTitle: head,
  echelon,
  crew,
  service: service ?? false,
  technical: technical ?? null,
})

const unitsIn = (office: Office): number =>
  ({ secretariat: 26, district: 9, institution: 4, health: 33, education: 88, office: 8 })[office.shape ?? 'office']

const share = (total: number, parts: number) => Math.max(1, Math.round(total / parts))

function addOffice(add: Add, top: Unit, { name, staff, divisions, crew }: Office): Unit[] {
  const secretary = add(top, {
    name: 'Sekretariat',
    headTitle: `Sekretaris ${name}`,
    echelon: '31',
    crew: 'administration',
  })
  secretary.staff = 2
  const desks = ['Umum dan Kepegawaian', 'Keuangan dan Perencanaan'].map((desk) =>
    add(secretary, {
      name: `Subbagian ${desk}`,
      headTitle: `Kepala Subbagian ${desk}`,
      echelon: '41',
      crew: 'administration',
    }),
  )
  const atDesk = Math.min(9, Math.max(3, Math.round(staff * 0.12)))
  for (const desk of desks) desk.staff = atDesk
  const inspectors = name === 'Inspektorat'
  return divisions.map((division) =>
    add(top, {
      name: inspectors ? `Inspektur Pembantu ${division}` : `Bidang ${division}`,
      headTitle: inspectors ? `Inspektur Pembantu ${division}` : `Kepala Bidang ${division}`,
      echelon: '32',
      crew,
      staff: share(staff - 2 - 2 * atDesk, divisions.length),
    }),
  )
}

const parts = {
  'Pemerintahan dan Kesejahteraan Rakyat': ['Tata Pemerintahan', 'Kesejahteraan Rakyat', 'Hukum'],
  'Perekonomian dan Pembangunan': ['Perekonomian', 'Pengadaan Barang dan Jasa', 'Administrasi Pembangunan'],
  'Administrasi Umum': ['Umum', 'Organisasi', 'Protokol dan Komunikasi Pimpinan'],
}

const build: Record<NonNullable<Office['shape']> | 'office', (add: Add, top: Unit, office: Office) => void> = {
  office: addOffice,

  secretariat(add, top, office) {
    for (const [area, bureaus] of Object.entries(parts)) {
      const assistant = add(top, { name: `Asisten ${area}`, headTitle: `Asisten ${area}`, echelon: '22' })
      for (const bureau of bureaus) {
        const unit = add(assistant, { name: `Bagian ${bureau}`, headTitle: `Kepala Bagian ${bureau}`, echelon: '31' })
        unit.technical = bureau === 'Pengadaan Barang dan Jasa' ? 'T.PBJ' : null
        const desk = add(unit, {
          name: `Subbagian Tata Usaha ${bureau}`,
          headTitle: `Kepala Subbagian Tata Usaha ${bureau}`,
          echelon: '41',
        })
        unit.staff = share(office.staff * 0.65, 9)
        desk.staff = share(office.staff * 0.35, 9)
      }
    }
    for (const area of [
      'Pemerintahan, Hukum dan Politik',
      'Pembangunan, Ekonomi dan Keuangan',
      'Kemasyarakatan dan SDM',
    ])
      add(top, { name: `Staf Ahli Bidang ${area}`, headTitle: `Staf Ahli Wali Kota Bidang ${area}`, echelon: '22' })
  },

  district(add, top, { divisions, staff }) {
    const secretary = add(top, { name: 'Sekretariat', headTitle: 'Sekretaris Kecamatan', echelon: '32', staff: 1 })
    for (const desk of ['Umum dan Kepegawaian', 'Perencanaan dan Keuangan'])
      add(secretary, {
        name: `Subbagian ${desk}`,
        headTitle: `Kepala Subbagian ${desk}`,
        echelon: '42',
        staff: share(staff, 8),
      })
    for (const section of divisions)
      add(top, {
        name: `Seksi ${section}`,
        headTitle: `Kepala Seksi ${section}`,
        echelon: '41',
        staff: share(staff * 0.73, 4),
      })
  },

  institution(add, top, { divisions, staff }) {
    for (const desk of divisions)
      add(top, {
        name: `Subbagian ${desk}`,
        headTitle: `Kepala Subbagian ${desk}`,
        echelon: '41',
        staff: share(staff, 3),
      })
  },

  health(add, top, office) {
    const care = addOffice(add, top, office)[2]!
    for (const place of [
      'Banda Sakti',
      'Mon Geudong',
      'Muara Dua',
      'Blang Cut',
      'Muara Satu',
      'Blang Mangat',
      'Kandang',
    ]) {
      const centre = add(care, { name: `UPTD Puskesmas ${place}`, headTitle: `Kepala UPTD Puskesmas ${place}` })
      centre.staff = 74
      add(centre, { name: 'Subbagian Tata Usaha', headTitle: 'Kepala Subbagian Tata Usaha', echelon: '42', staff: 7 })
    }
    const hospital = add(top, {
      name: 'UPTD Rumah Sakit Umum Daerah',
      headTitle: 'Direktur Rumah Sakit Umum Daerah',
      echelon: '31',
      crew: 'hospital',
    })
    add(hospital, {
      name: 'Bagian Tata Usaha',
      headTitle: 'Kepala Bagian Tata Usaha',
      echelon: '32',
      crew: 'administration',
      staff: 30,
    })
    for (const division of ['Pelayanan Medis', 'Keperawatan', 'Penunjang'])
      for (const section of sectionsOf(add, hospital, division)) section.staff = 58
  },

  education(add, top, office) {
    const [primary, junior] = addOffice(add, top, office)
    for (const [n, place] of places(60))
      add(primary!, {
        name: `SD Negeri ${n} ${place}`,
        headTitle: `Kepala SD Negeri ${n} ${place}`,
        crew: 'primarySchool',
        staff: 17,
      })
    for (const [n, place] of places(18))
      add(junior!, {
        name: `SMP Negeri ${n} ${place}`,
        headTitle: `Kepala SMP Negeri ${n} ${place}`,
        crew: 'juniorSchool',
        staff: 33,
      })
  },
}

function sectionsOf(add: Add, hospital: Unit, division: string): Unit[] {
  const unit = add(hospital, {
    name: `Bidang ${division}`,
    headTitle: `Kepala Bidang ${division}`,
    echelon: '32',
    staff: 4,
  })
  return [1, 2].map((n) =>
    add(unit, { name: `Seksi ${division} ${n}`, headTitle: `Kepala Seksi ${division} ${n}`, echelon: '41' }),
  )
}

function* places(schools: number): Generator<[number, string]> {
  for (let n = 0; n < schools; n++) yield [Math.floor(n / 4) + 1, districtNames[n % 4]!]
}

/** Scales the staff so that heads and staff together are exactly `persons`; the rounding rest goes to the largest units. */
function staffed(units: Unit[], persons: number): Unit[] {
  const places = Math.max(0, persons - (units.length - 1))
  const planned = units.reduce((sum, unit) => sum + unit.staff, 0)
  let given = 0
  for (const unit of units) given += unit.staff = Math.floor((unit.staff * places) / Math.max(1, planned))
  const bySize = [...units].sort((a, b) => b.staff - a.staff || a.n - b.n).filter((unit) => unit.parent !== null)
  for (let i = 0; given < places; i = (i + 1) % bySize.length, given++) bySize[i]!.staff++
  return units
}
