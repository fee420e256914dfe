import { describe, expect, it, test } from 'vitest'
import type { Actor } from '../../../../shared/actor.ts'
import type { AccountId, PersonId, UnitId } from '../../../../shared/ids.ts'
import type { Role } from '../../../../shared/roles.ts'
import { type VoiceSource, voiceSources } from '../rules.ts'
import { mayRecord } from './access.ts'
import { flawOf, type NewVoice, stateOf } from './rules.ts'

const [office, section, elsewhere] = [1, 2, 3] as UnitId[] as [UnitId, UnitId, UnitId]
const [self, member, stranger] = [11, 12, 13] as PersonId[] as [PersonId, PersonId, PersonId]

const actor = (...roles: Role[]): Actor => ({
  accountId: 1 as AccountId,
  personId: self,
  language: 'id',
  roles: roles.map((role) => ({ role, unitId: role === 'head' ? office : null })),
})
const people = {
  me: { personId: self, supervisorId: null, offices: [section, office] },
  member: { personId: member, supervisorId: self, offices: [section, office] },
  stranger: { personId: stranger, supervisorId: null, offices: [elsewhere] },
}
const units = {
  own: { above: [section, office], ofTeam: true },
  other: { above: [elsewhere], ofTeam: false },
}
const about = (who: keyof typeof people | keyof typeof units | 'city') => ({
  person: who in people ? people[who as 'me'] : null,
  unit: who in units ? units[who as 'own'] : null,
})

describe('who may record what', () => {
  test.each<[Role, VoiceSource, Parameters<typeof about>[0], boolean]>([
    ['employee', 'own-request', 'me', true],
    ['employee', 'own-request', 'member', false],
    ['employee', 'supervisor-request', 'member', false],
    ['employee', 'supervisor-request', 'own', false],
    ['supervisor', 'supervisor-request', 'member', true],
    ['supervisor', 'supervisor-request', 'stranger', false],
    ['supervisor', 'supervisor-request', 'me', false],
    ['supervisor', 'supervisor-request', 'own', true],
    ['supervisor', 'supervisor-request', 'other', false],
    ['supervisor', 'supervisor-request', 'city', false],
    ['head', 'supervisor-request', 'member', true],
    ['head', 'supervisor-request', 'own', true],
    ['head', 'supervisor-request', 'other', false],
    ['head', 'supervisor-request', 'stranger', false],
    ['head', 'leader-priority', 'own', false],
    ['leader', 'leader-priority', 'city', true],
    ['leader', 'legal-duty', 'city', false],
    ['leader', 'supervisor-request', 'city', false],
    ['officer', 'leader-priority', 'city', false],
    ['officer', 'own-request', 'stranger', true],
    ['officer', 'own-request', 'city', false],
    ['officer', 'supervisor-request', 'other', true],
  ])('%s, %s, %s: %s', (role, source, who, may) => expect(mayRecord(actor(role), source, about(who))).toBe(may))

  it('leaves evidence and law to the development office', () => {
    for (const source of ['survey', 'legal-duty', 'evaluation', 'performance'] as const) {
      expect(mayRecord(actor('officer'), source, about('city'))).toBe(true)
      for (const role of ['employee', 'supervisor', 'head', 'leader', 'integrity', 'admin'] as const)
        expect(mayRecord(actor(role), source, about('city'))).toBe(false)
    }
  })

  it('gives nobody without a role anything', () => {
    for (const source of voiceSources)
      for (const who of ['me', 'member', 'own', 'city'] as const)
        expect(mayRecord(actor('integrity'), source, about(who))).toBe(false)
  })
})

const voice = (change: Partial<NewVoice>): NewVoice => ({
  source: 'survey',
  title: 'Perilaku pelaksana',
  reason: 'Nilai turun',
  legalBasis: null,
  competency: null,
  personId: null,
  aim: null,
  ...change,
})

test.each([
  [{}, null],
  [{ title: '' }, 'title-missing'],
  [{ title: '', competency: 'M.5' }, null],
  [{ reason: '' }, 'reason-missing'],
  [{ source: 'own-request', reason: '', title: '', competency: 'M.5', personId: 1 }, null],
  [{ source: 'own-request', reason: '', title: '', aim: 'pengawas', personId: 1 }, null],
  [{ aim: 'pengawas' }, 'aim-of-nobody'],
  [{ source: 'legal-duty' }, 'legal-basis-missing'],
  [{ source: 'legal-duty', legalBasis: 'PP 11/2017 pasal 203' }, null],
] as [Partial<NewVoice>, string | null][])('%j: %s', (change, flaw) => expect(flawOf(voice(change))).toBe(flaw))

test('a withdrawn request is withdrawn, whatever was decided', () => {
  expect(stateOf({ withdrawnAt: '2026-11-23', route: 'training' })).toBe('withdrawn')
  expect(stateOf({ withdrawnAt: null, route: 'training' })).toBe('routed')
  expect(stateOf({ withdrawnAt: null, route: null })).toBe('open')
})
