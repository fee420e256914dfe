import { type Actor, reachOf } from '../../shared/actor.ts'
import type { UnitId } from '../../shared/ids.ts'

/** Over a whole office or the city; not merely over oneself or one's team inside it. */
export function mayOpenUnit(actor: Actor, unitAndAbove: readonly UnitId[]): boolean {
  const reach = reachOf(actor, 'index.read')
  return reach.city || reach.offices.some((office) => unitAndAbove.includes(office))
}

/**
 * Whose reach ends inside a unit sees its mean only from this many persons on, and nothing below the mean: a mean over
 * fewer gives a colleague's score away to whoever knows the others'.
 */
export const leastPersonsForMean = 5

/**
 * Discipline points stand in the sum and cannot be hidden from whoever may see it. Picking persons out by them would
 * still make a list of the sanctioned, which takes the right to read the sanctions themselves.
 */
export const mayPickByDiscipline = (actor: Actor): boolean => reachOf(actor, 'people.sanctions').city
