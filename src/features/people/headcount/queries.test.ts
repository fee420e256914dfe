import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Db } from '../../../platform/db/open.ts'
import type { UnitId } from '../../../shared/ids.ts'
import { onEachEngine } from '../../../testing/app.ts'
import { addPerson, addTown, addUnit } from '../../../testing/town.ts'
import { settleRegister } from '../settle/service.ts'
import { isActive } from '../status/rules.ts'

/** Numbers from 0 up to but not including `below`, always the same ones. */
const drawing = (seed: number) => (below: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor((seed / 2_147_483_648) * below)
}

async function randomTown(db: Db, seed: number) {
  const draw = drawing(seed)
  const one = <T>(values: readonly T[]): T => values[draw(values.length)]!
  const units: UnitId[] = [await addUnit(db, 'Kota Acak')]
  for (let i = 0; i < 9; i++) units.push(await addUnit(db, `Unit ${i}`, one(units)))
  for (let i = 0; i < 60; i++) {
    const employment = one(['PNS', 'CPNS', 'PPPK'] as const)
    await addPerson(db, {
      name: `Orang ${i}`,
      unit: one(units.slice(0, 8)),
      employment,
      ...(draw(5) > 0 && {
        post: { kind: one(['structural', 'functional', 'general'] as const), title: `Jabatan ${i}` },
      }),
      more: {
        sex: one(['M', 'F'] as const),
        education_code: one([null, '15', '40', '45']),
        grade_code: employment === 'PPPK' ? one([null, 'V', 'IX']) : one([null, '12', '21', '33', '42', '99']),
        status_code: one(['01', '01', '01', '99', '02']),
      },
    })
  }
  return units
}

/** The same numbers without the database's help: every person carried up every chain of units, one by one. */
async function countedAnew(db: Db) {
  const units = await db.selectFrom('unit').select(['id', 'parent_id']).execute()
  const parents = new Map(units.map((unit) => [unit.id, unit.parent_id]))
  const persons = await db
    .selectFrom('person')
    .leftJoin('post', 'post.id', 'person.post_id')
    .select(['person.unit_id', 'employment', 'status_code', 'kind', 'education_code', 'sex', 'grade_code'])
    .execute()
  const counts: Record<string, number> = {}
  for (const p of persons.filter((person) => isActive(person.status_code))) {
    const grade = p.grade_code ?? ''
    const group =
      p.employment === 'PPPK'
        ? p.grade_code && `PPPK ${p.grade_code}`
        : ({ 1: 'PNS I', 2: 'PNS II', 3: 'PNS III', 4: 'PNS IV' }[grade[0] ?? ''] ?? null)
    const keys = [
      'persons',
      `employment ${p.employment}`,
      `postKind ${p.kind}`,
      `education ${p.education_code}`,
      `sex ${p.sex}`,
      `gradeGroup ${group}`,
    ]
    const add = (key: string) => (counts[key] = (counts[key] ?? 0) + 1)
    if (p.unit_id !== null) add(`${p.unit_id} staff`)
    for (let unit = p.unit_id; unit !== null; unit = parents.get(unit) ?? null)
      for (const key of keys) add(`${unit} ${key}`)
  }
  return counts
}

async function kept(db: Db) {
  const counts: Record<string, number> = {}
  for (const row of await db.selectFrom('unit_headcount').selectAll().execute()) {
    if (row.staff > 0) counts[`${row.unit_id} staff`] = row.staff
    counts[`${row.unit_id} persons`] = row.persons
    for (const { by, key, persons } of row.counts) counts[`${row.unit_id} ${by} ${key}`] = persons
  }
  return counts
}

onEachEngine('the headcount of units', (app) => {
  it.each([1, 2, 3])(
    'equals a count of every person, and still does after everything changed (town %i)',
    async (seed) => {
      await app().write(async (db) => {
        const units = await randomTown(db, seed)
        await settleRegister(db)
        expect(await kept(db)).toEqual(await countedAnew(db))

        await sql`update person set unit_id = ${units[9]}, status_code = '01' where id % 3 = ${seed % 3}`.execute(db)
        await sql`update person set status_code = '99' where unit_id = ${units[1]}`.execute(db)
        await sql`update person set unit_id = null, post_id = null where id % 7 = 0`.execute(db)
        await sql`update unit set parent_id = ${units[0]} where id = ${units[5]}`.execute(db)
        await settleRegister(db)
        expect(await kept(db)).toEqual(await countedAnew(db))
      })
    },
  )

  it('follows a correction, and tells the register how many there are', async () => {
    const town = await app().write(addTown)
    const officer = await app().as([{ role: 'officer' }])
    const bySex = async () => (await officer.get('people/unit', { unitId: town.section })).body.bySex
    const before = await bySex()
    const clerk = (await officer.get('people/person', { personId: town.clerk })).body
    const value = clerk.sex === 'F' ? 'M' : 'F'
    const input = { kind: 'person', recordId: town.clerk, field: 'sex', value, reason: 'Salah ketik di sumber data' }
    expect((await officer.post('people/correct', input)).status).toBe(200)
    expect(await bySex()).not.toEqual(before)
    await app().read(async (db) => expect(await kept(db)).toEqual(await countedAnew(db)))

    for (const unit of [{}, { unitId: town.office }]) {
      const whole = (await officer.get('people/register', { ...unit, limit: 200 })).body
      const first = (await officer.get('people/register', { ...unit, limit: 1 })).body
      const beyond = (await officer.get('people/register', { ...unit, limit: 1, offset: 1000 })).body
      expect(whole.rows.length).toBeGreaterThan(2)
      expect([first.total, beyond.total]).toEqual([whole.rows.length, whole.rows.length])
    }
  })
})
