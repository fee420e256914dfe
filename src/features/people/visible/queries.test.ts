import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Db } from '../../../platform/db/open.ts'
import type { Actor } from '../../../shared/actor.ts'
import type { AccountId, PersonId, UnitId } from '../../../shared/ids.ts'
import { permissions, roles } from '../../../shared/roles.ts'
import { onEachEngine } from '../../../testing/app.ts'
import { addPerson, addUnit } from '../../../testing/town.ts'
import { mayReach } from '../access.ts'
import { settleRegister } from '../settle/service.ts'
import { personsVisibleTo, placeOf, unitsVisibleTo } from './queries.ts'

/** An organisation drawn at random: each unit below an earlier one, each person in some unit or in none. */
const organisation = fc.record({
  parents: fc.array(fc.nat(), { minLength: 1, maxLength: 7 }),
  persons: fc.array(fc.record({ unit: fc.option(fc.nat(), { freq: 6 }), leads: fc.boolean() }), {
    minLength: 1,
    maxLength: 9,
  }),
})
type Organisation = typeof organisation extends fc.Arbitrary<infer T> ? T : never

async function build(db: Db, { parents, persons }: Organisation) {
  const units: UnitId[] = []
  for (const [n, parent] of parents.entries())
    units.push(await addUnit(db, `Unit ${n}`, n === 0 ? null : units[parent % n]!))
  const people: PersonId[] = []
  for (const { unit, leads } of persons)
    people.push(
      await addPerson(db, {
        name: 'Acak',
        unit: unit === null ? null : units[unit % units.length]!,
        ...(leads ? { post: { title: 'Kepala', echelon: '31' } } : {}),
      }),
    )
  await settleRegister(db)
  return { units, people }
}

class Undo extends Error {}

onEachEngine('may reach this person = is among the persons seen', (app) => {
  it('holds for every role, every permission and any mixture of roles', async () => {
    await fc.assert(
      fc.asyncProperty(
        organisation,
        fc.array(fc.record({ role: fc.constantFrom(...roles), unit: fc.option(fc.nat()) }), { maxLength: 3 }),
        fc.option(fc.nat()),
        async (drawn, granted, self) => {
          const compare = app().write(async (db) => {
            const { units, people } = await build(db, drawn)
            const places = []
            for (const id of people) places.push((await placeOf(db, id))!)
            const personId = self === null ? null : people[self % people.length]!
            const mixture = granted.map(({ role, unit }) => ({
              role,
              unitId: unit === null ? null : units[unit % units.length]!,
            }))
            const single = roles.map((role) => [{ role, unitId: role === 'head' ? units[0]! : null }])
            for (const held of [mixture, ...single]) {
              const actor: Actor = { accountId: 1 as AccountId, personId, roles: held, language: 'id' }
              for (const permission of permissions) {
                const seen = await personsVisibleTo(db, actor, permission)
                  .where('person.id', 'in', people)
                  .select('person.id')
                  .execute()
                const reached = places
                  .filter((place) => mayReach(actor, permission, place))
                  .map((place) => place.personId)
                expect([held, permission, seen.map((row) => row.id).toSorted()]).toEqual([
                  held,
                  permission,
                  reached.toSorted(),
                ])
                // Whoever sees a person sees the unit they stand in.
                const unitsSeen = await unitsVisibleTo(db, actor, permission).select('unit.id').execute()
                const known = new Set(unitsSeen.map((row) => row.id))
                for (const place of places)
                  if (place.unitId !== null && reached.includes(place.personId)) expect(known).toContain(place.unitId)
              }
            }
            throw new Undo()
          })
          await expect(compare).rejects.toThrow(Undo)
        },
      ),
      { numRuns: 8 },
    )
  }, 90_000)

  it('shows nothing to somebody without roles', async () => {
    await app().write(async (db) => {
      const { people } = await build(db, {
        parents: [0, 0],
        persons: [
          { unit: 0, leads: true },
          { unit: 1, leads: false },
        ],
      })
      const nobody: Actor = { accountId: 1 as AccountId, personId: people[0]!, roles: [], language: 'id' }
      for (const permission of permissions) {
        expect(await personsVisibleTo(db, nobody, permission).select('person.id').execute()).toEqual([])
        expect(await unitsVisibleTo(db, nobody, permission).select('unit.id').execute()).toEqual([])
      }
    })
  })
})
