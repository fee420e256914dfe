import type { PersonId, ProgrammeId, UnitId } from '../../../../shared/ids.ts'
import type { CompetencyCode } from '../../../competency/rules.ts'
import type { Force, Person, Problem, Programme, Session, Wish } from '../../optimum/problem/rules.ts'
import { criticalityOf, expectedGain, type PlanningParameters } from '../../parameters/rules.ts'
import { type Attendant, type Audience, type Category, type Effect, fits } from '../../programme/rules.ts'
import { firstWeeks } from '../calendar/rules.ts'
import { type PlanPin, settledBy } from '../pin/rules.ts'
import type { PlanRule, PlanSettings, SeatReason } from '../rules.ts'

export interface Colleague extends Attendant {
  personId: PersonId
  /** The office directly below the city, whose people must not all be away at once. */
  officeId: UnitId
  sex: string
  rank: string | null
  /** JP already earned in the year of the plan, and the floor and ceiling that the law sets (PP 11/2017, PP 49/2018). */
  hoursDone: number
  floor: number | null
  ceiling: number | null
  gaps: readonly { competency: CompetencyCode; required: number; level: number }[]
  finished: readonly ProgrammeId[]
}

export interface Offer {
  programmeId: ProgrammeId
  hours: number
  weeks: number
  online: boolean
  category: Category
  fixedRupiah: number
  seatRupiah: number
  minSeats: number
  maxSeats: number
  mostSessions: number
  audience: Audience
  prerequisiteId: ProgrammeId | null
  effects: readonly Effect[]
}

/** Benefit is counted in hundredths of a level times criticality, so that a plan's worth is a whole number. */
export const pointsPerLevel = 100

/** Money goes to the solver in thousands of rupiah: costs rounded up, budgets down. */
const thousand = 1000

/**
 * The parts of what a person would gain from a programme: per competency with an open gap the criticality and the levels that the plan
 * counts on – never more than the gap, and never beyond the level that the programme teaches.
 */
export function gainsOf(
  offer: Pick<Offer, 'effects'>,
  gaps: Colleague['gaps'],
  parameters: PlanningParameters,
): SeatReason[] {
  return offer.effects.flatMap((effect) => {
    const open = gaps.find(({ competency }) => competency === effect.competency)
    if (!open || open.level >= open.required) return []
    const reachable = Math.min(open.required, effect.targetLevel) - open.level
    const gain = Math.min(reachable, expectedGain(parameters, effect))
    return gain > 0 ? [{ ...open, criticality: criticalityOf(parameters, effect.competency), gain }] : []
  })
}

export const benefitOf = (gains: readonly SeatReason[]): number =>
  Math.round(gains.reduce((sum, { criticality, gain }) => sum + criticality * gain * pointsPerLevel, 0))

/** The year's plan as a question to the solver. Sessions are numbered in the order of their programmes and weeks. */
export function problemOf(
  colleagues: readonly Colleague[],
  offers: readonly Offer[],
  settings: PlanSettings,
  parameters: PlanningParameters,
  pins: readonly PlanPin[],
): Problem {
  const force = (rule: PlanRule): Force => {
    const { mode, price } = settings.rules[rule]
    return mode === 'soft' ? { price } : mode
  }
  const target = Math.max(0, ...colleagues.map(({ floor }) => floor ?? 0))
  const sessions = sessionsOf(offers, settings)
  const sizes = Map.groupBy(colleagues, ({ officeId }) => officeId)
  const problem: Problem = {
    people: colleagues.map((one) =>
      personOf(
        one,
        offers,
        parameters,
        target,
        pins.flatMap((pin) => (pin.personId === one.personId && pin.wish === 'in' ? [pin.programmeId] : [])),
      ),
    ),
    programmes: offers.map(programmeOf),
    sessions,
    hoursTarget: { hours: target, force: force('hours-floor') },
    hoursCapForce: force('hours-ceiling'),
    seatsLeastForce: force('min-seats'),
    prerequisiteForce: force('prerequisites'),
    sources: settings.budgets.map(({ source, rupiah }) => ({
      id: source,
      amount: Math.floor(rupiah / thousand),
      force: force('budget'),
    })),
    ceilings: settings.ceilings.map(({ category, rupiah }) => ({
      category,
      amount: Math.floor(rupiah / thousand),
      force: force('ceilings'),
    })),
    away: {
      share: settings.awayShare,
      offices: [...sizes].map(([id, members]) => ({ id, size: members.length })),
      force: force('office-away'),
    },
    rooms: { perWeek: settings.rooms, force: force('rooms') },
    blackout: { weeks: settings.blackoutWeeks, force: force('blackout') },
    floors: floorsOf(colleagues, settings, force),
  }
  return { ...problem, ...settledBy(pins, problem, force('mandatory')) }
}

/** Candidate sessions: as many as the programme can be taught in the year, in weeks that are free where blackout weeks are kept. */
export function sessionsOf(offers: readonly Offer[], settings: PlanSettings): Session[] {
  const without = settings.rules.blackout.mode === 'hard' ? settings.blackoutWeeks : []
  let id = 0
  return offers.flatMap((offer, turn) =>
    firstWeeks(offer.mostSessions, offer.weeks, without, turn).map((first) => ({
      id: ++id,
      programme: offer.programmeId,
      weeks: Array.from({ length: offer.weeks }, (_, n) => first + n),
    })),
  )
}

const programmeOf = (offer: Offer): Programme => ({
  id: offer.programmeId,
  hours: offer.hours,
  online: offer.online,
  costPerSession: { [offer.category]: Math.ceil(offer.fixedRupiah / thousand) },
  costPerSeat: { [offer.category]: Math.ceil(offer.seatRupiah / thousand) },
  seatsLeast: offer.minSeats,
  seatsMost: offer.maxSeats,
  prerequisite: offer.prerequisiteId,
})

// The target is one number for all. Whoever owes no hours counts as having reached it, and the ceiling moves along.
function personOf(
  one: Colleague,
  offers: readonly Offer[],
  parameters: PlanningParameters,
  target: number,
  asked: readonly ProgrammeId[],
): Person {
  const done = one.floor === null ? target : one.hoursDone + (target - one.floor)
  const open = offers.filter(({ audience, programmeId }) => fits(audience, one) && !one.finished.includes(programmeId))
  const wishes = open.flatMap((offer) => {
    const benefit = benefitOf(gainsOf(offer, one.gaps, parameters))
    // Without a gap a programme still gives hours; only those who owe hours are asked, and only where no room is taken.
    const isAsked = asked.includes(offer.programmeId)
    return isAsked || benefit > 0 || (offer.online && one.floor !== null && one.hoursDone < one.floor)
      ? [{ programme: offer.programmeId, benefit }]
      : []
  })
  const wished = withSteps(wishes, open)
  return {
    id: one.personId,
    office: one.officeId,
    hoursDone: done,
    hoursCap: one.ceiling === null ? null : done + Math.max(0, one.ceiling - one.hoursDone),
    wishes: wished,
    finished: [...one.finished],
  }
}

// What must be finished before something wished for is wished for too, as a step without a benefit of its own.
function withSteps(wishes: readonly Wish[], open: readonly Offer[]): Wish[] {
  const all = [...wishes]
  // The list grows while it is walked, so that the steps of a step are found as well.
  for (const { programme } of all) {
    const before = open.find(({ programmeId }) => programmeId === programme)?.prerequisiteId
    if (!before || all.some((wish) => wish.programme === before)) continue
    if (open.some(({ programmeId }) => programmeId === before)) all.push({ programme: before, benefit: 0 })
  }
  return all
}

type GroupRule = Extract<PlanRule, `fair-${string}`>

/** Which groups the plan should reach evenly. */
export const fairGroups: Record<GroupRule, { by: 'office' | 'sex' | 'rank'; of: (one: Colleague) => string | null }> = {
  'fair-office': { by: 'office', of: ({ officeId }) => String(officeId) },
  'fair-sex': { by: 'sex', of: ({ sex }) => sex },
  'fair-rank': { by: 'rank', of: ({ rank }) => rank },
}

function floorsOf(
  colleagues: readonly Colleague[],
  settings: PlanSettings,
  force: (rule: PlanRule) => Force,
): NonNullable<Problem['floors']> {
  return (Object.keys(fairGroups) as GroupRule[]).flatMap((rule) => {
    const { by, of } = fairGroups[rule]
    if (settings.rules[rule].mode === 'off') return []
    return [...Map.groupBy(colleagues, of)].flatMap(([group, members]) =>
      group === null
        ? []
        : [
            {
              id: `${by}:${group}`,
              members: members.map(({ personId }) => personId),
              least: Math.ceil(settings.fairShare * members.length - 1e-9),
              force: force(rule),
            },
          ],
    )
  })
}
