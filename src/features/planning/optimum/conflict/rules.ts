import type { Force, Id, Problem } from '../problem/rules.ts'

/** A condition that can be taken out of a problem, by what it is about. */
export interface Condition {
  code: string
  at: Id[]
}

const families = ['hoursCapForce', 'seatsLeastForce', 'seatsMostForce', 'prerequisiteForce', 'instructorForce'] as const
const codes: Record<(typeof families)[number], string> = {
  hoursCapForce: 'hours-cap',
  seatsLeastForce: 'seats-least',
  seatsMostForce: 'seats-most',
  prerequisiteForce: 'prerequisite',
  instructorForce: 'instructor',
}
const isHard = (force: Force | undefined): boolean => force === undefined || force === 'hard'

/** Every hard condition that somebody set and could give up. */
export function conditionsOf(problem: Problem): Condition[] {
  const found: Condition[] = []
  for (const family of families) if (isHard(problem[family])) found.push({ code: codes[family], at: [] })
  if (problem.hoursTarget?.force === 'hard') found.push({ code: 'hours-target', at: [] })
  if (problem.away?.force === 'hard') found.push({ code: 'away', at: [] })
  if (problem.rooms?.force === 'hard') found.push({ code: 'rooms', at: [] })
  if (problem.blackout?.force === 'hard') found.push({ code: 'blackout', at: [] })
  for (const s of problem.sources ?? []) if (isHard(s.force)) found.push({ code: 'budget', at: [s.id] })
  for (const c of problem.ceilings ?? []) if (isHard(c.force)) found.push({ code: 'ceiling', at: [c.category] })
  for (const f of problem.floors ?? []) if (f.force === 'hard') found.push({ code: 'floor', at: [f.id] })
  for (const m of problem.mandates ?? [])
    if (m.force === 'hard') found.push({ code: 'mandate', at: [m.person, m.programme] })
  for (const [k] of (problem.pins ?? []).entries()) found.push({ code: 'pin', at: [k] })
  return found
}

/** The problem with only these of its hard conditions; soft ones, which forbid nothing, stay. */
export function keeping(problem: Problem, conditions: readonly Condition[]): Problem {
  const kept = new Set(conditions.map((c) => JSON.stringify([c.code, ...c.at])))
  const has = (code: string, ...at: Id[]) => kept.has(JSON.stringify([code, ...at]))
  const out: Problem = { ...problem }
  for (const family of families) if (isHard(problem[family]) && !has(codes[family])) out[family] = 'off'
  if (problem.hoursTarget?.force === 'hard' && !has('hours-target')) out.hoursTarget = undefined
  if (problem.away?.force === 'hard' && !has('away')) out.away = undefined
  if (problem.rooms?.force === 'hard' && !has('rooms')) out.rooms = undefined
  if (problem.blackout?.force === 'hard' && !has('blackout')) out.blackout = undefined
  out.sources = problem.sources?.map((s) => (isHard(s.force) && !has('budget', s.id) ? { ...s, force: 'off' } : s))
  out.ceilings = problem.ceilings?.filter((c) => !isHard(c.force) || has('ceiling', c.category))
  out.floors = problem.floors?.filter((f) => f.force !== 'hard' || has('floor', f.id))
  out.mandates = problem.mandates?.filter((m) => m.force !== 'hard' || has('mandate', m.person, m.programme))
  out.pins = problem.pins?.filter((_, k) => has('pin', k))
  return out
}

/**
 * The smallest set in which no condition can be spared: leaves out one after the other and puts back only what is
 * needed for the rest to stay impossible (deletion filter, Chinneck and Dravnieks 1991).
 *
 * @param impossible whether no plan at all keeps a problem's hard conditions; null when that could not be found out
 * @returns null when the problem is possible, or when time ended before that was known
 */
export function smallestConflict(
  problem: Problem,
  impossible: (problem: Problem) => boolean | null,
): { conditions: Condition[]; irreducible: boolean } | null {
  let conditions = conditionsOf(problem)
  if (impossible(problem) !== true) return null
  let irreducible = true
  for (const condition of conditions.toReversed()) {
    const rest = conditions.filter((c) => c !== condition)
    const answer = impossible(keeping(problem, rest))
    if (answer === true) conditions = rest
    else if (answer === null) irreducible = false
  }
  return { conditions, irreducible }
}
