import { type Actor, reachOf } from '../../shared/actor.ts'
import type { UnitId } from '../../shared/ids.ts'
import type { Place } from '../people/access.ts'

/** In which part somebody assesses. The assessment centre does not use the form: its results come in by import. */
export const assessingParts = ['self', 'supervisor', 'assessor'] as const
export type AssessingPart = (typeof assessingParts)[number]

/**
 * May this actor assess this person in this part? Everybody rates themselves, a supervisor the own team, an officer writes
 * down what a named assessor found. Nobody judges themselves in another part.
 */
export function mayAssess(
  actor: Actor,
  part: AssessingPart,
  person: Pick<Place, 'personId' | 'supervisorId'>,
): boolean {
  const reach = reachOf(actor, 'competency.assess')
  const isSelf = actor.personId !== null && actor.personId === person.personId
  switch (part) {
    case 'self':
      return reach.self && isSelf
    case 'supervisor':
      return reach.team && !isSelf && actor.personId !== null && person.supervisorId === actor.personId
    case 'assessor':
      return reach.city && !isSelf
  }
}

export const assessingPartsOf = (actor: Actor, person: Pick<Place, 'personId' | 'supervisorId'>): AssessingPart[] =>
  assessingParts.filter((part) => mayAssess(actor, part, person))

/** The units whose heat map this actor may open, with everything below them: all, some, or none. */
export function heatMapUnits(actor: Actor): 'all' | readonly UnitId[] {
  const reach = reachOf(actor, 'competency.read')
  return reach.city ? 'all' : reach.offices
}
