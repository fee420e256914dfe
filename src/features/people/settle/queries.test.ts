import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Db } from '../../../platform/db/open.ts'
import type { PersonId, UnitId } from '../../../shared/ids.ts'
import { onEachEngine } from '../../../testing/app.ts'
import { addPerson, addUnit, supervisorOf } from '../../../testing/town.ts'
import { settleRegister } from '../register/service.ts'

const office = async (db: Db) => {
  const city = await addUnit(db, 'Kota')
  const dinas = await addUnit(db, 'Dinas', city)
  const bidang = await addUnit(db, 'Bidang', dinas)
  const empty = await addUnit(db, 'Seksi tanpa kepala', bidang)
  const mayor = await addPerson(db, { name: 'Sekda', unit: city, post: { title: 'Sekretaris Daerah', echelon: '21' } })
  const head = await addPerson(db, { name: 'Kadis', unit: dinas, post: { title: 'Kepala Dinas', echelon: '22' } })
  const deputy = await addPerson(db, { name: 'Sekretaris', unit: dinas, post: { title: 'Sekretaris', echelon: '31' } })
  const chief = await addPerson(db, { name: 'Kabid', unit: bidang, post: { title: 'Kepala Bidang', echelon: '32' } })
  const clerk = await addPerson(db, { name: 'Staf', unit: empty, post: { kind: 'general', title: 'Pengelola Data' } })
  return { city, dinas, bidang, empty, mayor, head, deputy, chief, clerk }
}

const except = (db: Db, person: PersonId, supervisor: PersonId) =>
  db
    .insertInto('supervisor_exception')
    .values({ person_id: person, supervisor_id: supervisor, reason: 'Uji', recorded_by: null })
    .execute()

onEachEngine('settling the register', (app) => {
  it('climbs to the nearest head; a head answers to the head above, a deputy to the own head', async () => {
    await app().write(async (db) => {
      const o = await office(db)
      await settleRegister(db)
      expect(await supervisorOf(db, o.clerk)).toBe(o.chief)
      expect(await supervisorOf(db, o.chief)).toBe(o.head)
      expect(await supervisorOf(db, o.deputy)).toBe(o.head)
      expect(await supervisorOf(db, o.head)).toBe(o.mayor)
      expect(await supervisorOf(db, o.mayor)).toBeNull()
      const tree = await db.selectFrom('unit_tree').where('unit_id', '=', o.empty).select('depth').execute()
      expect(tree.map((t) => t.depth).toSorted()).toEqual([0, 1, 2, 3])
    })
  })

  it('follows a unit that moves, and forgets where it was', async () => {
    await app().write(async (db) => {
      const o = await office(db)
      await settleRegister(db)
      await db.updateTable('unit').set({ parent_id: o.city }).where('id', '=', o.empty).execute()
      await settleRegister(db)
      expect(await supervisorOf(db, o.clerk)).toBe(o.mayor)
      const above = await db.selectFrom('unit_tree').where('unit_id', '=', o.empty).select('ancestor_id').execute()
      expect(above.map((t) => t.ancestor_id).toSorted()).toEqual([o.city, o.empty].toSorted())
    })
  })

  it('lets the named head lead, a head of two units act from the higher one, and passes over who has left', async () => {
    await app().write(async (db) => {
      const o = await office(db)
      const teacher = await addPerson(db, {
        name: 'Guru',
        unit: o.empty,
        post: { kind: 'functional', title: 'Guru' },
        more: { national_id: 'kepala-sekolah' },
      })
      await db
        .updateTable('unit')
        .set({ head_national_id: 'kepala-sekolah' })
        .where('id', 'in', [o.empty, o.bidang])
        .execute()
      await settleRegister(db)
      expect(await supervisorOf(db, o.clerk)).toBe(teacher)
      expect(await supervisorOf(db, o.chief)).toBe(teacher)
      expect(await supervisorOf(db, teacher)).toBe(o.head)

      await db.updateTable('person').set({ status_code: '99' }).where('id', '=', teacher).execute()
      await settleRegister(db)
      expect(await supervisorOf(db, o.clerk)).toBe(o.chief)
      expect(await supervisorOf(db, teacher)).toBeNull()
    })
  })

  it('chooses the better echelon, then the longer time in the post', async () => {
    await app().write(async (db) => {
      const unit = await addUnit(db, 'Bagian')
      const post = (title: string, echelon: string) => ({ title, echelon })
      await addPerson(db, {
        name: 'Baru',
        unit,
        post: post('Kepala A', '31'),
        more: { post_since_on: '2025-01-01' as never },
      })
      const first = await addPerson(db, {
        name: 'Lama',
        unit,
        post: post('Kepala B', '31'),
        more: { post_since_on: '2020-01-01' as never },
      })
      await addPerson(db, {
        name: 'Non',
        unit,
        post: post('Kepala C', '99'),
        more: { post_since_on: '2001-01-01' as never },
      })
      const clerk = await addPerson(db, { name: 'Staf', unit })
      await settleRegister(db)
      expect(await supervisorOf(db, clerk)).toBe(first)
    })
  })

  it('lets a recorded exception win, but not one that closes a circle', async () => {
    await app().write(async (db) => {
      const o = await office(db)
      await except(db, o.clerk, o.deputy)
      expect((await settleRegister(db)).ignoredExceptions).toEqual([])
      expect(await supervisorOf(db, o.clerk)).toBe(o.deputy)

      await except(db, o.head, o.clerk)
      const { ignoredExceptions } = await settleRegister(db)
      expect(ignoredExceptions.toSorted()).toEqual([o.clerk, o.head].toSorted())
      expect(await supervisorOf(db, o.clerk)).toBe(o.chief)
      expect(await supervisorOf(db, o.head)).toBe(o.mayor)
    })
  })

  it('survives units that stand above each other in a circle', async () => {
    await app().write(async (db) => {
      const a = await addUnit(db, 'A')
      const b = await addUnit(db, 'B', a)
      await db.updateTable('unit').set({ parent_id: b }).where('id', '=', a).execute()
      const heads: PersonId[] = []
      for (const [unit, title] of [
        [a, 'Kepala A'],
        [b, 'Kepala B'],
      ] as [UnitId, string][])
        heads.push(await addPerson(db, { name: title, unit, post: { title, echelon: '31' } }))
      await settleRegister(db)
      for (const head of heads) expect(await supervisorOf(db, head)).toBeNull()
      await db.updateTable('unit').set({ parent_id: null }).where('id', '=', a).execute()
    })
  })

  it('writes the words a person is found by', async () => {
    await app().write(async (db) => {
      const unit = await addUnit(db, 'Sub')
      const id = await addPerson(db, { name: "Ya'qub  M. Nur", unit, post: { title: 'Kepala UPTD/Puskesmas [Uji]' } })
      await settleRegister(db)
      const row = await db.selectFrom('person').where('id', '=', id).select(['search', 'nip']).executeTakeFirstOrThrow()
      expect(row.search).toBe(`yaqub m nur ${row.nip} kepala uptd puskesmas uji`)
    })
  })

  it('settles six thousand persons in about a second, and writes nothing the second time', async () => {
    await app().write(async (db) => {
      await sql`insert into unit (id, name, parent_id) overriding system value
        select 100000 + i, 'Unit ' || i, case when i > 0 then 100000 + (i - 1) / 6 end from generate_series(0, 599) i`.execute(
        db,
      )
      await sql`insert into post (unit_id, kind, title, echelon_code)
        select id, 'structural', 'Kepala', '41' from unit where id >= 100000`.execute(db)
      await sql`insert into person (nip, name, born_on, sex, employment, status_code, unit_id, post_id)
        select lpad(i::text, 18, '0'), 'Pegawai ' || i, '1980-01-01', 'M', 'PNS', '01', 100000 + i % 600,
          case when i < 600 then (select id from post where unit_id = 100000 + i) end
        from generate_series(0, 5999) i`.execute(db)
      const started = process.cpuUsage()
      await settleRegister(db)
      const { user, system } = process.cpuUsage(started)
      // Processor time, so that a busy machine does not fail it; a first import writes every row, and the plans are cold.
      expect((user + system) / 1e6).toBeLessThan(1.5)
      const before = await rows(db)
      await settleRegister(db)
      expect(await rows(db)).toEqual(before)
    })
  })
})

// Where a row lives changes with every write to it.
const rows = async (db: Db) =>
  (await sql`select id, ctid::text, supervisor_id from person where unit_id >= 100000 order by id`.execute(db)).rows
