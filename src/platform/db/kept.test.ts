import { expect, it } from 'vitest'
import { onEachEngine } from '../../testing/app.ts'
import { Kept } from './kept.ts'
import type { Db } from './open.ts'

onEachEngine('what is kept', (app) => {
  const setting = async (db: Db) =>
    (await db.selectFrom('setting').where('key', '=', 'uji.kept').select('value').executeTakeFirst())?.value
  const write = (value: string) => (db: Db) =>
    db
      .insertInto('setting')
      .values({ key: 'uji.kept', value: JSON.stringify(value) })
      .onConflict((c) => c.column('key').doUpdateSet({ value: JSON.stringify(value) }))
      .execute()
  const counted = (options: ConstructorParameters<typeof Kept>[0]) => {
    const kept = new Kept<unknown>(options)
    const counter = { questions: 0 }
    const ask = (db: Db) =>
      kept.of(db, 'uji', () => {
        counter.questions += 1
        return setting(db)
      })
    return { counter, ask }
  }

  it('is asked once until something is written, and what is not there is asked again', async () => {
    const { counter, ask } = counted({ milliseconds: 60_000 })
    expect([await app().read(ask), await app().read(ask)]).toEqual([undefined, undefined])
    expect(counter.questions).toBe(2)
    await app().write(write('satu'))
    expect([await app().read(ask), await app().read(ask)]).toEqual(['satu', 'satu'])
    expect(counter.questions).toBe(3)
    await app().write(write('dua'))
    expect(await app().read(ask)).toBe('dua')
  })

  it('is not believed by a transaction that writes, unless it asks before it writes', async () => {
    const [careful, before] = [counted({ milliseconds: 60_000 }), counted({ milliseconds: 60_000, alsoInWrites: true })]
    await app().read(careful.ask)
    await app().read(before.ask)
    const seen = await app().write(async (db) => {
      const early = await before.ask(db)
      await write('tiga')(db)
      return [early, await careful.ask(db)]
    })
    expect(seen).toEqual(['dua', 'tiga'])
    expect(before.counter.questions).toBe(1)
  })

  it('is old when something was written while it was asked', async () => {
    // On the embedded engine a write waits for the read to end.
    if (app().services.database.engine === 'embedded') return
    const kept = new Kept<string>({ milliseconds: 60_000 })
    const answers = await app().read(async (db) => [
      await kept.of(db, 'uji', async () => {
        await app().write(write('empat'))
        return 'lama'
      }),
      await kept.of(db, 'uji', async () => 'baru'),
    ])
    expect(answers).toEqual(['lama', 'baru'])
  })

  it('has its bound', async () => {
    const kept = new Kept<string>({ milliseconds: 60_000, most: 2 })
    const found = (value: string) => async () => value
    await app().read(async (db) => {
      for (const key of ['a', 'b', 'c']) await kept.of(db, key, found('lama'))
      expect([await kept.of(db, 'c', found('baru')), await kept.of(db, 'a', found('baru'))]).toEqual(['lama', 'baru'])
    })
  })

  it('has its time', async () => {
    const { counter, ask } = counted({ milliseconds: -1 })
    await app().read(ask)
    await app().read(ask)
    expect(counter.questions).toBe(2)
  })
})
