import { expect, it } from 'vitest'
import { preview } from '../features/people/import/fixtures/files.ts'
import { type Client, onEachEngine } from '../testing/app.ts'
import type { Day } from '../shared/dates.ts'
import { generateCity, kinds } from './city.ts'
import { expectedIn, fixedFlaws, type Flaw, flaws, type Kind, outcomeOf } from './dirt.ts'
import type { Row } from './records-identity.ts'

const city = { on: '2026-11-23' as Day, persons: 600 }
const clean = generateCity({ ...city, clean: true })
const perKind = <T>(make: (kind: Kind) => T) => Object.fromEntries(kinds.map((kind) => [kind, make(kind)]))
const named = (files: Record<string, Row[]>) =>
  Object.fromEntries(Object.entries(files).map(([kind, rows]) => [`${kind}.json`, rows]))

interface Shown {
  importId: number
  files: { fileId: number; kind: Kind; counts: object }[]
}

onEachEngine('the demonstration city', (app) => {
  const officer = (): Promise<Client> => app().as([{ role: 'officer' }])

  it('is taken in with as many wrong rows as it says itself, kind by kind', async () => {
    const soiled = generateCity(city)
    const shown: Shown = await preview(app(), await officer(), named(perKind((kind) => [...soiled.rows(kind)])))
    const expected = perKind((kind) => expectedIn(kind, [...clean.rows(kind)].length))
    expect(Object.fromEntries(shown.files.map(({ kind, counts }) => [kind, counts]))).toMatchObject(expected)
  }, 60_000)

  it('knows of every flaw whether the import rejects it', async () => {
    const flawed = perKind((kind) => {
      const rows = [...clean.rows(kind)]
      const fixed = Object.entries<Flaw>(fixedFlaws[kind] ?? {}).map(
        ([name, flaw], n) => [name, flaw(rows[0]!, n)] as const,
      )
      const turns = Object.entries<Flaw>(flaws[kind]).map(([name, flaw], n) => [name, flaw(rows[n]!, n)] as const)
      return { rows, wrong: [...fixed, ...turns] }
    })
    const files = Object.fromEntries(
      Object.entries(flawed).map(([kind, { rows, wrong }]) => [kind, [...rows, ...wrong.map(([, row]) => row)]]),
    )
    const shown: Shown = await preview(app(), await officer(), named(files))
    for (const { kind, fileId } of shown.files) {
      const { rows, wrong } = flawed[kind]!
      const outcomes = await app().read((db) =>
        db
          .selectFrom('import_row')
          .where('file_id', '=', fileId)
          .where('row_number', '>', rows.length)
          .select('outcome')
          .orderBy('row_number')
          .execute(),
      )
      expect(wrong.map(([name], n) => [kind, name, outcomes[n]?.outcome])).toEqual(
        wrong.map(([name]) => [kind, name, outcomeOf(kind, name)]),
      )
    }
  }, 60_000)
})
