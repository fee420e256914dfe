import type { Actor } from '../../../shared/actor.ts'
import type { OutputOf } from '../../../shared/contract.ts'
import type { Me } from '../../../web/account/session.ts'
import { client, queries } from '../../../web/api.ts'
import type { competency as competencyContract } from '../../competency/contract.ts'
import type { people as peopleContract } from '../../people/contract.ts'
import type { planning as contract } from '../contract.ts'

type Asked<Name extends keyof (typeof contract)['operations']> = OutputOf<(typeof contract)['operations'][Name]>

export type NeedRow = Asked<'needs'>['rows'][number]
export type NeedMapAnswer = Asked<'needMap'>
export type Need = Asked<'need'>
export type NeedPerson = Asked<'needPeople'>['rows'][number]
export type VoiceRow = Asked<'voices'>['rows'][number]

export const planning = client<typeof contract>('planning')
export const competency = client<typeof competencyContract>('competency')
export const people = client<typeof peopleContract>('people')

export const askAgain = (): Promise<void> => queries.invalidateQueries({ queryKey: ['planning'] })

/** The reader as the rules of access know them. */
export const actorOf = ({ account, roles }: Me): Actor => ({
  accountId: account.accountId as Actor['accountId'],
  personId: account.personId as Actor['personId'],
  roles: roles.map(({ role, unitId }) => ({ role, unitId: unitId as Actor['roles'][number]['unitId'] })),
  language: account.language,
})
