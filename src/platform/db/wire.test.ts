import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { onEachEngine } from '../../testing/app.ts'

onEachEngine('statements', (app) => {
  const kysely = () => app().services.database.kysely
  const refused = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { code?: string }) => error.code,
    )

  it('that fail are told apart and can be asked again', async () => {
    const wrong = () => refused(sql`select nothing from setting where key = ${'a'}`.execute(kysely()))
    expect([await wrong(), await wrong()]).toEqual(['42703', '42703'])
    const twice = () => sql`insert into setting (key, value) values (${'uji.wire'}, '1')`.execute(kysely())
    await twice()
    await expect(twice()).rejects.toMatchObject({ code: '23505', constraint: 'setting_pkey' })
  })

  it('asked in a transaction that has failed work after it', async () => {
    const late = sql<{ n: number }>`select ${41}::int + 1 as n`
    await refused(
      app().write(async (db) => {
        await refused(sql`select nothing from setting where key = ${'b'}`.execute(db))
        expect(await refused(late.execute(db))).toBe('25P02')
        throw new Error('rolled back')
      }),
    )
    for (let i = 0; i < 12; i++) expect((await late.execute(kysely())).rows).toEqual([{ n: 42 }])
  })

  it('are known anew when their table has changed', async () => {
    if (app().services.database.engine === 'postgres') return
    const all = () => sql`select * from uji_wire where id > ${0}`.execute(kysely())
    await sql`create table uji_wire (id int)`.execute(kysely())
    await sql`insert into uji_wire values (1)`.execute(kysely())
    await all()
    await sql`alter table uji_wire add column word text default 'é€😀'`.execute(kysely())
    expect(await refused(all())).toBe('0A000')
    expect((await all()).rows).toEqual([{ id: 1, word: 'é€😀' }])
  })

  it('carry bytes, nothing, lists and more texts than are kept prepared', async () => {
    const { rows } = await sql`
      select ${Buffer.from([0, 255])}::bytea as bytes, ${null}::text as nothing, ${[1, 2]}::int[] as list`.execute(
      kysely(),
    )
    expect(rows).toEqual([{ bytes: Buffer.from([0, 255]), nothing: null, list: [1, 2] }])
    for (let i = 0; i < 450; i++) await sql`select ${sql.lit(i)} as n, ${i}::int as same`.execute(kysely())
    expect((await sql`select ${sql.lit(0)} as n, ${0}::int as same`.execute(kysely())).rows).toEqual([
      { n: 0, same: 0 },
    ])
  })
})
