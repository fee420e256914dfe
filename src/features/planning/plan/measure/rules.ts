import type { PersonId, ProgrammeId } from '../../../../shared/ids.ts'
import type { PlanningParameters } from '../../parameters/rules.ts'
import { type Colleague, fairGroups, gainsOf, type Offer } from '../problem/rules.ts'
import type { PlanMeasures } from '../rules.ts'

/** A seat as a plan gives it. */
export interface Seat {
  personId: PersonId
  programmeId: ProgrammeId
}

/** What a plan reaches, counted from its seats and not from what the solver says. */
export function measuresOf(
  colleagues: readonly Colleague[],
  offers: readonly Offer[],
  parameters: PlanningParameters,
  budget: number,
  { sessions, seats }: { sessions: readonly { programmeId: ProgrammeId }[]; seats: readonly Seat[] },
): PlanMeasures {
  const offered = new Map(offers.map((offer) => [offer.programmeId, offer]))
  const seatsOf = Map.groupBy(seats, ({ personId }) => personId)
  const hoursOf = (one: Colleague) =>
    (seatsOf.get(one.personId) ?? []).reduce((sum, { programmeId }) => sum + offered.get(programmeId)!.hours, 0)
  const byCategory = new Map<Offer['category'], number>()
  const spend = (programmeId: ProgrammeId, rupiah: (offer: Offer) => number) => {
    const offer = offered.get(programmeId)!
    byCategory.set(offer.category, (byCategory.get(offer.category) ?? 0) + rupiah(offer))
  }
  for (const { programmeId } of sessions) spend(programmeId, (offer) => offer.fixedRupiah)
  for (const { programmeId } of seats) spend(programmeId, (offer) => offer.seatRupiah)
  const owed = colleagues.filter(({ floor }) => floor !== null)
  return {
    sessions: sessions.length,
    seats: seats.length,
    people: seatsOf.size,
    eligible: colleagues.length,
    rupiah: [...byCategory.values()].reduce((sum, rupiah) => sum + rupiah, 0),
    budget,
    hours: colleagues.reduce((sum, one) => sum + hoursOf(one), 0),
    levelsClosed: colleagues.reduce((sum, one) => sum + closedFor(one, seatsOf.get(one.personId) ?? []), 0),
    levelsOpen: colleagues.reduce((sum, { gaps }) => sum + gaps.reduce((all, g) => all + g.required - g.level, 0), 0),
    hoursReached: owed.filter((one) => one.hoursDone + hoursOf(one) >= one.floor!).length,
    hoursOwed: owed.length,
    byCategory: [...byCategory].filter(([, rupiah]) => rupiah > 0).map(([category, rupiah]) => ({ category, rupiah })),
    fairness: Object.values(fairGroups).flatMap(({ by, of }) =>
      [...Map.groupBy(colleagues, of)].flatMap(([group, members]) =>
        group === null
          ? []
          : [
              {
                by,
                group,
                people: members.length,
                reached: members.filter(({ personId }) => seatsOf.has(personId)).length,
              },
            ],
      ),
    ),
  }

  // Two programmes for one competency do not close more than the gap there is.
  function closedFor(one: Colleague, mine: readonly Seat[]): number {
    const closed = new Map<string, number>()
    for (const { programmeId } of mine)
      for (const { competency, gain } of gainsOf(offered.get(programmeId)!, one.gaps, parameters))
        closed.set(competency, (closed.get(competency) ?? 0) + gain)
    return one.gaps.reduce(
      (sum, { competency, required, level }) => sum + Math.min(required - level, closed.get(competency) ?? 0),
      0,
    )
  }
}
