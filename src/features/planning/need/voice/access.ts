import { type Actor, holds, reachOf } from '../../../../shared/actor.ts'
import type { AccountId, UnitId } from '../../../../shared/ids.ts'
import { mayReach, type Place } from '../../../people/access.ts'
import { isPersonal } from './rules.ts'
import type { VoiceSource } from '../rules.ts'

/** The unit a voice speaks of, with the units above it, and whether somebody of the actor's team works in it. */
export interface UnitPlace {
  above: readonly UnitId[]
  ofTeam: boolean
}

export interface Voice {
  source: VoiceSource
  accountId: AccountId | null
  /** Null where it is about nobody in particular. */
  person: Place | null
  unitId: UnitId | null
  /** The unit and all above it; empty where it is about the whole city. */
  above: readonly UnitId[]
}

/**
 * May this actor record this? Everybody asks for themselves, a supervisor for one of the team or for the unit they work in, a
 * head for the office, leaders set priorities, and what has the rank of evidence or law is the development office's to record.
 * The office also writes down what somebody asked for in another way.
 */
export function mayRecord(
  actor: Actor,
  source: VoiceSource,
  about: { person: Place | null; unit: UnitPlace | null },
): boolean {
  const reach = reachOf(actor, 'planning.request')
  const records = holds(actor, 'planning.manage')
  const { person, unit } = about
  switch (source) {
    case 'own-request':
      if (person === null) return false
      return records || (reach.self && actor.personId !== null && person.personId === actor.personId)
    case 'supervisor-request':
      if (records) return true
      if (person !== null) return mayAskFor(actor, person)
      return (
        unit !== null && ((reach.team && unit.ofTeam) || reach.offices.some((office) => unit.above.includes(office)))
      )
    case 'leader-priority':
      return holds(actor, 'planning.approve')
    case 'performance':
    case 'survey':
    case 'legal-duty':
    case 'evaluation':
      return records
  }
}

const mayAskFor = (actor: Actor, person: Place): boolean => {
  const reach = reachOf(actor, 'planning.request')
  if (actor.personId !== null && person.personId === actor.personId) return false
  return (
    (reach.team && actor.personId !== null && person.supervisorId === actor.personId) ||
    reach.offices.some((office) => person.offices.includes(office))
  )
}

/**
 * May this actor read this voice? A person's own request is seen by that person, the supervisor and the development office; what
 * is said of a person by others also by whoever else may see that person; what concerns a unit by those in it and over it.
 * `standing` are the units the actor works in or is over, with all above them.
 */
export function mayRead(actor: Actor, voice: Voice, standing: readonly UnitId[]): boolean {
  if (voice.accountId === actor.accountId) return true
  const reach = reachOf(actor, 'planning.read')
  if (voice.person !== null) {
    if (!isPersonal(voice.source)) return mayReach(actor, 'planning.read', voice.person)
    if (holds(actor, 'planning.manage')) return true
    if (actor.personId === null) return false
    return (
      (reach.self && voice.person.personId === actor.personId) ||
      (reach.team && voice.person.supervisorId === actor.personId)
    )
  }
  if (voice.unitId === null || reach.city) return true
  return reach.offices.some((office) => voice.above.includes(office)) || standing.includes(voice.unitId)
}

/** Who recorded it takes it back, as does the person whose own request it is, and the development office. */
export const mayWithdraw = (actor: Actor, voice: Voice): boolean =>
  voice.accountId === actor.accountId ||
  holds(actor, 'planning.manage') ||
  (isPersonal(voice.source) && actor.personId !== null && voice.person?.personId === actor.personId)
