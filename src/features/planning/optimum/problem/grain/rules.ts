import { type Force, priceOf, type Problem } from '../rules.ts'

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b))

/** The largest whole number that divides all of these; 0 of nothing, null when one is not whole. */
function divisorOf(numbers: Iterable<number>): number | null {
  let divisor = 0
  for (const n of numbers) {
    if (!Number.isInteger(n)) return null
    divisor = gcd(divisor, n)
  }
  return divisor
}

/**
 * The worth of every plan is a multiple of this, floors apart; null when that cannot be said. Benefits and hours often come
 * in fours, so that a bound of 2810 above a plan of 2808 already proves it.
 */
export function grainOf(problem: Problem): number | null {
  const { people, programmes, hoursTarget, near } = problem
  const soft = (force: Force | undefined) => priceOf(force) ?? 0
  const hours = divisorOf([
    ...programmes.map((p) => p.hours),
    ...people.map((q) => Math.max(0, (hoursTarget?.hours ?? 0) - q.hoursDone)),
  ])
  const ceilingHours = divisorOf([
    ...programmes.map((p) => p.hours),
    ...people.map((q) => (q.hoursCap ?? 0) - q.hoursDone),
  ])
  const costs = divisorOf([
    ...programmes.flatMap((p) => [...Object.values(p.costPerSession), ...Object.values(p.costPerSeat)]),
    ...[...(problem.sources ?? []), ...(problem.ceilings ?? [])].map(({ amount }) => amount),
  ])
  const money = [...(problem.sources ?? []), ...(problem.ceilings ?? [])].map(({ force }) => soft(force))
  const times = (price: number, unit: number | null) => (price === 0 ? 0 : price * (unit ?? Number.NaN))
  return divisorOf([
    ...people.flatMap((q) => q.wishes.map((w) => w.benefit)),
    times(soft(hoursTarget?.force), hours),
    times(soft(problem.hoursCapForce), ceilingHours),
    ...money.map((price) => times(price, costs)),
    ...[
      problem.seatsLeastForce,
      problem.seatsMostForce,
      problem.prerequisiteForce,
      problem.away?.force,
      problem.rooms?.force,
      problem.instructorForce,
      problem.blackout?.force,
      ...(problem.mandates ?? []).map((m) => m.force),
    ].map(soft),
    near?.pricePerSeat ?? 0,
    near?.pricePerSession ?? 0,
  ])
}

/** The least by which two plans can differ in worth; a breath when that cannot be said. */
export function stepOf(problem: Problem): number {
  const grain = grainOf(problem)
  const step = grain === null ? null : divisorOf([grain, ...(problem.floors ?? []).map((f) => priceOf(f.force) ?? 0)])
  return step === null ? 1e-6 : Math.max(1, step)
}
