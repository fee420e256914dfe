import { beforeAll, expect, it } from 'vitest'
import type { PersonId } from '../../../../shared/ids.ts'
import { type Client, onEachEngine } from '../../../../testing/app.ts'
import { addTown, supervisorOf } from '../../../../testing/town.ts'
import { accept, counts, preview } from '../fixtures/files.ts'

const reason = 'Surat tugas 12/2026'

onEachEngine('an imported exception', (app) => {
  let town: Awaited<ReturnType<typeof addTown>>
  let officer: Client
  let nips: Record<'clerk' | 'chief' | 'head' | 'far', string>
  beforeAll(async () => {
    town = await app().write(addTown)
    officer = await app().as([{ role: 'officer' }])
    const nipOf = async (personId: PersonId): Promise<string> =>
      (await officer.get('people/person', { personId })).body.nip
    nips = {
      clerk: await nipOf(town.clerk),
      chief: await nipOf(town.chief),
      head: await nipOf(town.head),
      far: await nipOf(town.far),
    }
  })

  const file = (nipAtasan: string, alasan: string) => ({ 'atasan.json': [{ nip: nips.clerk, nipAtasan, alasan }] })
  const exception = () =>
    app().read((db) =>
      db
        .selectFrom('supervisor_exception')
        .where('person_id', '=', town.clerk)
        .select(['supervisor_id', 'reason'])
        .executeTakeFirst(),
    )
  const open = async () => (await officer.get('conflict/list')).body.rows
  const supervisor = () => app().read((db) => supervisorOf(db, town.clerk))

  it('changes another imported one', async () => {
    const first = await preview(app(), officer, file(nips.head, 'Penugasan lama'))
    expect(first.counts).toEqual(counts({ new: 1 }))
    await accept(app(), officer, first.importId)
    const second = await preview(app(), officer, file(nips.far, 'Penugasan baru'))
    expect(second.counts).toEqual(counts({ changed: 1 }))
    await accept(app(), officer, second.importId)
    expect(await exception()).toEqual({ supervisor_id: town.far, reason: 'Penugasan baru' })
    expect(await open()).toEqual([])
  })

  it('leaves one that was recorded by hand as it is, and asks', async () => {
    await officer.post('people/setSupervisor', { personId: town.clerk, supervisorId: town.head, reason })
    const same = await preview(app(), officer, file(nips.head, reason))
    expect(same.counts).toEqual(counts({ same: 1 }))
    const shown = await preview(app(), officer, file(nips.far, 'Dari berkas'))
    expect(shown.counts).toEqual(counts({ conflict: 1 }))
    await accept(app(), officer, shown.importId)
    expect(await exception()).toEqual({ supervisor_id: town.head, reason })
    expect(await supervisor()).toBe(town.head)
    expect(await open()).toMatchObject(
      [
        {
          record: 'supervisorException',
          personId: town.clerk,
          field: 'reason',
          local: reason,
          national: 'Dari berkas',
        },
        { field: 'supervisorNip', local: nips.head, national: nips.far },
      ].toSorted((a, b) => (a.field < b.field ? -1 : 1)),
    )
  })

  it('is not asked about again once the own one was kept, and is taken when somebody decides so', async () => {
    const idOf = async (field: string) =>
      (await open()).find((row: { field: string }) => row.field === field).conflictId
    const decide = async (field: string, decision: string) =>
      officer.post('conflict/decide', { conflictId: await idOf(field), decision, reason })
    expect((await decide('reason', 'keep')).status).toBe(200)
    expect((await decide('supervisorNip', 'take')).status).toBe(200)
    expect(await exception()).toEqual({ supervisor_id: town.far, reason })
    expect(await supervisor()).toBe(town.far)
    expect((await preview(app(), officer, file(nips.far, 'Dari berkas'))).counts).toEqual(counts({ same: 1 }))
  })

  it('does not overwrite one that was recorded while the preview lay waiting', async () => {
    await officer.post('people/clearSupervisor', { personId: town.clerk, reason })
    const waiting = await preview(app(), officer, file(nips.far, 'Dari berkas'))
    expect(waiting.counts).toEqual(counts({ new: 1 }))
    await officer.post('people/setSupervisor', { personId: town.clerk, supervisorId: town.head, reason })
    const done = await accept(app(), officer, waiting.importId)
    expect(done.counts).toEqual(counts({ rejected: 1 }))
    expect(await exception()).toEqual({ supervisor_id: town.head, reason })
  })
})
