import type { PersonId, ProgrammeId } from '../../../../shared/ids.ts'
import type { Force, Mandate, Pin, Problem } from '../../optimum/problem/rules.ts'

/** What somebody settled by hand: a programme that must or must not run, or a person who must or must not attend it. */
export interface PlanPin {
  programmeId: ProgrammeId
  /** Null pins the programme itself. */
  personId: PersonId | null
  /** Null means any week. */
  firstWeek: number | null
  wish: 'in' | 'out'
}

/** Pins in the words of the problem. Those that name nobody or nothing of this year are left aside. */
export function settledBy(
  pins: readonly PlanPin[],
  { people, programmes, sessions }: Pick<Problem, 'people' | 'programmes' | 'sessions'>,
  force: Force,
): { mandates: Mandate[]; pins: Pin[] } {
  const persons = new Set(people.map(({ id }) => id))
  const taught = new Set(programmes.map(({ id }) => id))
  const mandates: Mandate[] = []
  const settled: Pin[] = []
  for (const { programmeId: programme, personId, firstWeek, wish } of pins) {
    if (!taught.has(programme) || (personId !== null && !persons.has(personId))) continue
    if (personId !== null) {
      if (wish === 'in') mandates.push({ person: personId, programme, force })
      else settled.push({ person: personId, programme, in: false })
      continue
    }
    const meant = sessions.filter((s) => s.programme === programme && (firstWeek === null || s.weeks[0] === firstWeek))
    // "Must run" without a week asks for one run, not for every one that could be.
    for (const { id } of wish === 'in' ? meant.slice(0, 1) : meant) settled.push({ session: id, runs: wish === 'in' })
  }
  return { mandates, pins: settled }
}
