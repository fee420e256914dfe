import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../../../shared/actor.ts'
import type { Day } from '../../../../shared/dates.ts'
import { type Client, onEachEngine } from '../../../../testing/app.ts'
import { buildNeedTown, type NeedTown } from '../fixtures/town.ts'
import { recordNeed } from '../service.ts'
import { mayRead, mayWithdraw } from './access.ts'
import { standingOf, voiceById } from './queries.ts'

onEachEngine('voices', (app) => {
  let town: NeedTown
  let officer: Client
  let leader: Client
  let head: Client
  let chief: Client
  let clerk: Client
  beforeAll(async () => {
    town = await app().write(buildNeedTown)
    officer = await app().as([{ role: 'officer' }])
    leader = await app().as([{ role: 'leader' }])
    head = await app().as([{ role: 'head', unitId: town.office }], town.head)
    chief = await app().as([], town.chief)
    clerk = await app().as([], town.clerk)
  }, 120_000)

  const say = (client: Client, voice: object) => client.post('planning/addVoice', voice)
  const refusal = async (asked: ReturnType<typeof say>) => {
    const { status, body } = await asked
    return [status, body.error?.code]
  }

  it('is two taps for oneself: a competency, and send', async () => {
    const { status, body } = await say(clerk, { source: 'own-request', competency: 'M.3' })
    expect(status).toBe(200)
    const { rows } = (await clerk.get('planning/voices', { mine: true })).body
    expect(rows).toMatchObject([
      {
        voiceId: body.voiceId,
        year: 2027,
        source: 'own-request',
        title: 'Komunikasi',
        strength: 2,
        personId: town.clerk,
        state: 'open',
        mayWithdraw: true,
      },
    ])
    expect(rows[0].sourceWords).toBe('Usulan sendiri')
    expect(await refusal(say(clerk, { source: 'own-request', competency: 'M.3' }))).toEqual([
      409,
      'planning.voice-twice',
    ])
  })

  it('is withdrawn, not deleted, and can be put back', async () => {
    const { voiceId } = (await say(clerk, { source: 'own-request', competency: 'M.4' })).body
    const listed = async (state: string) =>
      (await clerk.get('planning/voices', { state, competency: 'M.4' })).body.rows.map(
        (r: { voiceId: number }) => r.voiceId,
      )
    expect((await clerk.post('planning/withdrawVoice', { voiceId })).status).toBe(200)
    expect([await listed('withdrawn'), await listed('open')]).toEqual([[voiceId], []])
    expect(await refusal(clerk.post('planning/withdrawVoice', { voiceId }))).toEqual([
      409,
      'planning.voice-withdrawn-already',
    ])
    const again = (await say(clerk, { source: 'own-request', competency: 'M.4' })).body.voiceId
    expect(await refusal(clerk.post('planning/restoreVoice', { voiceId }))).toEqual([409, 'planning.voice-twice'])
    await clerk.post('planning/withdrawVoice', { voiceId: again })
    expect((await clerk.post('planning/restoreVoice', { voiceId })).status).toBe(200)
    expect(await refusal(clerk.post('planning/restoreVoice', { voiceId }))).toEqual([
      409,
      'planning.voice-stands-already',
    ])
    expect([await listed('withdrawn'), await listed('open')]).toEqual([[again], [voiceId]])
  })

  it('answers every wrong wish with its reason', async () => {
    const nobody = await app().as([{ role: 'employee' }])
    const wrong: [Client, object, number, string][] = [
      [nobody, { source: 'own-request', competency: 'M.3' }, 409, 'planning.voice-nobody'],
      [clerk, { source: 'own-request' }, 422, 'planning.voice-title-missing'],
      [clerk, { source: 'own-request', competency: 'X.1' }, 422, 'planning.competency-unknown'],
      [clerk, { source: 'own-request', personId: town.chief, competency: 'M.3' }, 404, 'planning.person-unknown'],
      [
        clerk,
        { source: 'supervisor-request', personId: town.clerk, competency: 'M.3' },
        403,
        'planning.voice-not-yours',
      ],
      [clerk, { source: 'survey', title: 'x', reason: 'y' }, 403, 'planning.voice-not-yours'],
      [chief, { source: 'supervisor-request', personId: town.far, competency: 'M.3' }, 404, 'planning.person-unknown'],
      [
        chief,
        { source: 'supervisor-request', personId: town.clerk, competency: 'M.3' },
        422,
        'planning.voice-reason-missing',
      ],
      [head, { source: 'leader-priority', title: 'x', reason: 'y' }, 403, 'planning.voice-not-yours'],
      [
        head,
        { source: 'supervisor-request', unitId: town.otherOffice, competency: 'M.3', reason: 'y' },
        403,
        'planning.voice-not-yours',
      ],
      [
        head,
        { source: 'supervisor-request', unitId: 999_999, competency: 'M.3', reason: 'y' },
        404,
        'planning.unit-unknown',
      ],
      [officer, { source: 'leader-priority', title: 'x', reason: 'y' }, 403, 'planning.voice-not-yours'],
      [officer, { source: 'legal-duty', title: 'x', reason: 'y' }, 422, 'planning.voice-legal-basis-missing'],
      [officer, { source: 'survey', title: 'x', reason: 'y', aim: 'pengawas' }, 422, 'planning.voice-aim-of-nobody'],
    ]
    for (const [client, voice, status, code] of wrong)
      expect([voice, ...(await refusal(say(client, voice)))]).toEqual([voice, status, code])
    expect((await say(clerk, { source: 'own-request', competency: 'M.3', strength: 4 })).status).toBe(422)
    for (const role of ['integrity', 'admin'] as const) {
      const client = await app().as([{ role }])
      expect(await refusal(say(client, { source: 'survey' }))).toEqual([403, 'account.not-allowed'])
      expect((await client.get('planning/voices')).status).toBe(403)
    }
  })

  describe('many voices', () => {
    const ids: number[] = []
    beforeAll(async () => {
      const far = await app().as([], town.far)
      const voices: [Client, object][] = [
        [clerk, { source: 'own-request', competency: 'M.6' }],
        [far, { source: 'own-request', aim: 'administrator' }],
        [officer, { source: 'own-request', personId: town.clerks[0], competency: 'M.2', reason: 'Lewat surat' }],
        [chief, { source: 'supervisor-request', personId: town.clerk, competency: 'M.5', reason: 'Perlu' }],
        [chief, { source: 'supervisor-request', unitId: town.section, competency: 'M.5', reason: 'Seksi perlu' }],
        [head, { source: 'supervisor-request', unitId: town.office, competency: 'M.2', reason: 'Dinas perlu' }],
        [
          leader,
          { source: 'leader-priority', title: 'Layanan ramah', competency: 'M.5', reason: 'Janji', strength: 3 },
        ],
        [
          officer,
          { source: 'legal-duty', title: 'Wajib', competency: 'M.1', reason: 'Aturan', legalBasis: 'PP 11/2017' },
        ],
        [
          officer,
          { source: 'survey', title: 'Perilaku', unitId: town.otherOffice, competency: 'M.5', reason: 'Turun' },
        ],
      ]
      for (const [client, voice] of voices) {
        const { status, body } = await say(client, voice)
        expect([voice, status]).toEqual([voice, 200])
        ids.push(body.voiceId)
      }
    }, 120_000)

    it('shows each to exactly those whom the rule allows, and lets exactly those withdraw it', async () => {
      const actors: [Client, Pick<Actor, 'personId' | 'roles'>][] = [
        [officer, { personId: null, roles: [{ role: 'officer', unitId: null }] }],
        [leader, { personId: null, roles: [{ role: 'leader', unitId: null }] }],
        [head, { personId: town.head, roles: roles('employee', 'supervisor', ['head', town.office]) }],
        [chief, { personId: town.chief, roles: roles('employee', 'supervisor') }],
        [clerk, { personId: town.clerk, roles: roles('employee') }],
        [await app().as([], town.clerks[1]), { personId: town.clerks[1]!, roles: roles('employee') }],
      ]
      let shown = 0
      for (const [client, who] of actors) {
        const actor: Actor = { ...who, accountId: client.accountId!, language: 'id' }
        const { rows } = (await client.get('planning/voices', { limit: 200 })).body
        const visible = new Map<number, boolean>(
          rows.map((row: { voiceId: number; mayWithdraw: boolean }) => [row.voiceId, row.mayWithdraw]),
        )
        for (const id of ids) {
          const { voice, standing } = await app().read(async (db) => ({
            voice: (await voiceById(db, id))!.voice,
            standing: await standingOf(db, actor),
          }))
          expect([id, who.roles, visible.has(id)]).toEqual([id, who.roles, mayRead(actor, voice, standing)])
          if (visible.has(id)) expect(visible.get(id)).toBe(mayWithdraw(actor, voice))
          shown += visible.has(id) ? 1 : 0
        }
      }
      expect(shown).toBeGreaterThan(20)
      expect(shown).toBeLessThan(actors.length * ids.length)
    })

    it('keeps a person’s own request from everybody but the supervisor and the development office', async () => {
      const sees = async (client: Client) =>
        (await client.get('planning/voices', { limit: 200 })).body.rows.some(
          (r: { voiceId: number }) => r.voiceId === ids[0],
        )
      expect([await sees(clerk), await sees(chief), await sees(officer)]).toEqual([true, true, true])
      expect([await sees(head), await sees(leader)]).toEqual([false, false])
      expect(await refusal(leader.post('planning/withdrawVoice', { voiceId: ids[0] }))).toEqual([
        404,
        'planning.voice-unknown',
      ])
      expect(await refusal(chief.post('planning/withdrawVoice', { voiceId: ids[0] }))).toEqual([
        403,
        'planning.voice-not-yours-to-withdraw',
      ])
    })

    it('filters, and goes out as a spreadsheet', async () => {
      const of = async (filter: object) => (await officer.get('planning/voices', { ...filter })).body.total
      expect([await of({ source: 'survey' }), await of({ competency: 'M.1' }), await of({ year: 2031 })]).toEqual([
        1, 1, 0,
      ])
      expect([await of({ personId: town.clerks[0] }), await of({ personId: town.far, source: 'survey' })]).toEqual([
        1, 0,
      ])
      // The office's own and what concerns the whole city.
      expect(await of({ unitId: town.otherOffice, competency: 'M.5' })).toBe(2)
      expect((await officer.get('planning/voices.xlsx')).status).toBe(200)
    })
  })

  it('takes what an evaluation found out', async () => {
    const today = '2026-11-23' as Day
    const need = {
      year: 2027,
      title: 'Sisa kesenjangan',
      reason: 'Dampak belum tampak',
      accountId: null,
      strength: 3 as const,
    }
    const id = await app().write((db) =>
      recordNeed({ db, today, now: app().now }, { ...need, competency: 'M.7', unitId: town.office }),
    )
    expect((await officer.get('planning/voices', { source: 'evaluation' })).body.rows).toMatchObject([
      { voiceId: id, competency: 'M.7', unitId: town.office, strength: 3 },
    ])
    await expect(
      app().write((db) => recordNeed({ db, today, now: app().now }, { ...need, competency: 'X.1', unitId: null })),
    ).rejects.toMatchObject({ code: 'planning.competency-unknown' })
  })
})

const roles = (...names: (Actor['roles'][number]['role'] | ['head', number])[]): Actor['roles'] =>
  names.map((name) =>
    typeof name === 'string' ? { role: name, unitId: null } : { role: name[0], unitId: name[1] as never },
  )
