import type { Insertable } from 'kysely'
import type { Db } from '../platform/db/open.ts'
import type { Tables } from '../platform/db/tables.ts'
import type { Employment, PostKind } from '../features/people/record/rules.ts'
import type { Day } from '../shared/dates.ts'
import type { PersonId, PostId, UnitId } from '../shared/ids.ts'
import { settleRegister } from '../features/people/settle/service.ts'
import '../features/people/tables.ts'

let sequence = 0

export const addUnit = async (
  db: Db,
  name: string,
  parentId: UnitId | null = null,
  more: Partial<Insertable<Tables['unit']>> = {},
): Promise<UnitId> => {
  const row = await db
    .insertInto('unit')
    .values({ name, parent_id: parentId, ...more })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export interface Someone {
  name: string
  unit?: UnitId | null
  post?: { kind?: PostKind; title: string; echelon?: string | null }
  employment?: Employment
  more?: Partial<Insertable<Tables['person']>>
}

/** A synthetic person with a NIP of their own; PPPK numbers say so in digits 13 and 14. */
export async function addPerson(db: Db, { name, unit = null, post, employment = 'PNS', more = {} }: Someone) {
  sequence += 1
  const nip = `19${80 + (Math.floor(sequence / 999) % 19)}0101${employment === 'PPPK' ? '202221' : '201003'}1${String((sequence % 999) + 1).padStart(3, '0')}`
  const row = await db
    .insertInto('person')
    .values({
      nip,
      national_id: `uji-${sequence}`,
      name,
      born_on: '1980-01-01' as Day,
      sex: 'M',
      employment,
      status_code: '01',
      unit_id: unit,
      post_id: post && unit !== null ? await addPost(db, unit, post) : null,
      ...more,
    })
    .returning(['id', 'nip'])
    .executeTakeFirstOrThrow()
  return row.id
}

async function addPost(db: Db, unit: UnitId, post: NonNullable<Someone['post']>): Promise<PostId> {
  const row = await db
    .insertInto('post')
    .values({ unit_id: unit, kind: post.kind ?? 'structural', title: post.title, echelon_code: post.echelon ?? null })
    .onConflict((c) => c.columns(['unit_id', 'kind', 'title']).doUpdateSet({ title: post.title }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export const supervisorOf = async (db: Db, personId: PersonId): Promise<PersonId | null> =>
  (await db.selectFrom('person').where('id', '=', personId).select('supervisor_id').executeTakeFirstOrThrow())
    .supervisor_id

/**
 * A small town: a city with two offices, each with a section. `far` works in the other office. Everybody's supervisor is
 * settled; training, appraisal and a sanction belong to the clerk.
 */
export async function addTown(db: Db) {
  const city = await addUnit(db, 'Kota Contoh', null, { national_id: `uji-kota-${++sequence}` })
  const office = await addUnit(db, 'Dinas Kesehatan', city, { national_id: `uji-dinas-${sequence}` })
  const section = await addUnit(db, 'Seksi Gizi', office, { national_id: `uji-seksi-${sequence}` })
  const otherOffice = await addUnit(db, 'Dinas Sosial', city, { national_id: `uji-lain-${sequence}` })
  const head = await addPerson(db, {
    name: 'Cut Kepala',
    unit: office,
    post: { title: 'Kepala Dinas', echelon: '22' },
    more: { title_front: 'Dr.', title_back: 'M.Si.', grade_code: '42', education_code: '45' },
  })
  const chief = await addPerson(db, {
    name: 'Teuku Seksi',
    unit: section,
    post: { title: 'Kepala Seksi Gizi', echelon: '41' },
    more: { grade_code: '33', education_code: '40' },
  })
  const clerk = await addPerson(db, {
    name: "Nur'aini Staf",
    unit: section,
    post: { kind: 'general', title: 'Pengelola Gizi' },
    more: {
      grade_code: '21',
      sex: 'F',
      appointed_on: '2010-03-01' as Day,
      email: `nuraini-${sequence}@contoh.invalid`,
    },
  })
  const contract = await addPerson(db, {
    name: 'Budi Kontrak',
    unit: section,
    employment: 'PPPK',
    post: { kind: 'functional', title: 'Nutrisionis Ahli Pertama' },
    more: { grade_code: 'IX' },
  })
  const far = await addPerson(db, { name: 'Jauh Sekali', unit: otherOffice, post: { title: 'Kepala Dinas Sosial' } })
  const gone = await addPerson(db, { name: 'Sudah Pensiun', unit: section, more: { status_code: '99' } })
  await db
    .insertInto('training')
    .values([
      training(clerk, 'Pelatihan Gizi', 12, '2026-05-04'),
      training(clerk, 'Pelatihan Lama', 40, '2024-05-04'),
      training(contract, 'Pelatihan Panjang', 30, '2026-02-02'),
    ])
    .execute()
  await db
    .insertInto('appraisal')
    .values({ person_id: clerk, record_key: 'uji', year: 2025, predicate: 2, rater_name: 'Teuku Seksi' })
    .execute()
  await db
    .insertInto('sanction')
    .values({ person_id: clerk, record_key: 'uji', type_code: '1', level: 'R', since_on: '2025-02-01' as Day })
    .execute()
  await settleRegister(db)
  return { city, office, section, otherOffice, head, chief, clerk, contract, far, gone }
}

const training = (person: PersonId, name: string, hours: number, endedOn: string) => ({
  person_id: person,
  record_key: name,
  kind: 'course' as const,
  name,
  hours,
  ended_on: endedOn as Day,
  year: Number(endedOn.slice(0, 4)),
  certificate_number: `SERT-${person}-${hours}`,
})
