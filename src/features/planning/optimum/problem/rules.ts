/** A name given by whoever states the problem; only compared, never computed with. */
export type Id = string | number

/** How strongly a condition holds: always, at a price in points of benefit per unit missed, or not at all. */
export type Force = 'hard' | 'off' | { price: number }

export interface Wish {
  programme: Id
  /** Points gained when the person attends; zero for a prerequisite that is only a step. */
  benefit: number
}

export interface Person {
  id: Id
  office: Id
  hoursDone: number
  /** Lesson hours the person may reach in the year; null without a ceiling. */
  hoursCap: number | null
  wishes: Wish[]
  /** Programmes finished earlier: they count as prerequisites met. */
  finished?: Id[]
}

/** Money by category; whole units of whatever the budget is counted in. */
export type Cost = Record<string, number>

export interface Programme {
  id: Id
  hours: number
  /** Online sessions need no room and take nobody away from the office. */
  online: boolean
  costPerSession: Cost
  costPerSeat: Cost
  seatsLeast: number
  seatsMost: number
  prerequisite: Id | null
}

export interface Session {
  id: Id
  programme: Id
  /** Weeks of the year in which it takes place, ascending. */
  weeks: number[]
  instructor?: Id
}

/** A purse pays for the categories named; without names it pays for every category. */
export interface Source {
  id: Id
  amount: number
  categories?: string[]
  force?: Force
}

/** No more than this may be spent on one category, whoever pays. */
export interface Ceiling {
  category: string
  amount: number
  force?: Force
}

/** At least so many of these people attend something. */
export interface Floor {
  id: Id
  members: Id[]
  least: number
  force: Force
}

/** This person attends this programme. */
export interface Mandate {
  person: Id
  programme: Id
  force: Force
}

/** What a planner has settled by hand; always hard. */
export type Pin =
  { session: Id; runs: boolean } | { person: Id; programme: Id; in: boolean } | { person: Id; session: Id; in: boolean }

export interface Plan {
  open: Id[]
  assign: [person: Id, session: Id][]
}

/** Stay near an earlier plan: a price for each session and each seat that differs. */
export interface Nearness {
  plan: Plan
  pricePerSession: number
  pricePerSeat: number
}

/** The annual plan as a question: which sessions run, and who attends them. Optional conditions do not exist when absent. */
export interface Problem {
  name?: string
  people: Person[]
  programmes: Programme[]
  sessions: Session[]
  /** Lesson hours wished for everyone (20 a year, PP 11/2017 art. 203); the price is per hour missing. */
  hoursTarget?: { hours: number; force: Force }
  /** Of the ceiling that each person carries. */
  hoursCapForce?: Force
  seatsLeastForce?: Force
  seatsMostForce?: Force
  prerequisiteForce?: Force
  sources?: Source[]
  ceilings?: Ceiling[]
  /** At most max(1, share × size) of an office away in one week. */
  away?: { share: number; offices: { id: Id; size: number }[]; force: Force }
  rooms?: { perWeek: number; except?: Record<number, number>; force: Force }
  instructorForce?: Force
  blackout?: { weeks: number[]; force: Force }
  floors?: Floor[]
  mandates?: Mandate[]
  pins?: Pin[]
  near?: Nearness
}

/** The price of one unit missed; null when the condition is hard, undefined when it is off. */
export const priceOf = (force: Force | undefined): number | null | undefined =>
  force === 'off' ? undefined : force === undefined || force === 'hard' ? null : force.price

/**
 * What the purses together can pay of every set of categories (the condition of Gale and Hall): spending can be split
 * among them exactly when no set of categories costs more than the purses that may pay any of them.
 */
export function purses(problem: Problem): { categories: string[]; sources: Source[]; amount: number; force: Force }[] {
  // A purse whose limit is off is bottomless; it must not vanish, or nobody would pay for what only it may pay.
  const sources = (problem.sources ?? []).map((s) => (s.force === 'off' ? { ...s, amount: Infinity } : s))
  if (sources.length === 0) return []
  const used = categoriesOf(problem)
  const sets = new Map<string, { categories: string[]; sources: Source[]; amount: number; force: Force }>()
  for (let mask = 1; mask < 1 << used.length; mask++) {
    const categories = used.filter((_, i) => (mask >> i) & 1)
    const paying = sources.filter((s) => s.categories === undefined || s.categories.some((c) => categories.includes(c)))
    const key = paying.map(({ id }) => id).join('\u0000')
    const known = sets.get(key)
    // Of the sets that the same purses serve, only the largest can bind.
    if (known && known.categories.length >= categories.length) continue
    if (paying.some((s) => s.amount === Infinity)) continue
    const soft = paying.find((s) => s.force !== undefined && s.force !== 'hard')
    const amount = paying.reduce((sum, s) => sum + s.amount, 0)
    sets.set(key, { categories, sources: paying, amount, force: soft?.force ?? 'hard' })
  }
  return [...sets.values()]
}

/** The categories that anything costs, in order of first mention. */
export function categoriesOf(problem: Problem): string[] {
  const names = new Set<string>()
  for (const { costPerSession, costPerSeat } of problem.programmes)
    for (const cost of [costPerSession, costPerSeat]) for (const name of Object.keys(cost)) names.add(name)
  return [...names]
}

/** The cost in these categories; all of it without a choice. */
export const costIn = (cost: Cost, categories?: readonly string[]): number =>
  Object.entries(cost).reduce((sum, [name, amount]) => sum + (categories?.includes(name) === false ? 0 : amount), 0)

/** How many of an office may be away in one week. */
export const awayLimit = (share: number, size: number): number => Math.max(1, Math.floor(share * size))

/** Rooms that stand ready in a week. */
export const roomsIn = (rooms: NonNullable<Problem['rooms']>, week: number): number =>
  rooms.except?.[week] ?? rooms.perWeek
