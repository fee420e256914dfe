import type { Indexed } from '../indexed/rules.ts'
import type { Plan } from '../problem/rules.ts'
import { canOpen, canSit, type Draft, emptyDraft, type Frame, frameOf, gainOf, run, seat } from './state/rules.ts'

/**
 * The plan that a careful clerk would write: again and again the session that brings most for its money, filled with
 * those who gain most, while money lasts. The yardstick that an optimised plan must never fall below; a first plan to
 * start from. It need not keep conditions that bind people to programmes (mandates, pins of seats) or hard floors.
 */
export function greedyPlan(indexed: Indexed): Plan {
  const frame = frameOf(indexed)
  const draft = emptyDraft(indexed)
  for (let s = 0; s < indexed.sessions.length; s++)
    if (indexed.mustRun[s]) {
      run(indexed, frame, draft, s, 1)
    }
  for (let s = 0; s < indexed.sessions.length; s++) if (indexed.mustRun[s]) fill(indexed, frame, draft, s)
  const worth = new Float64Array(indexed.sessions.length).fill(Infinity)
  const stale = new Uint8Array(indexed.sessions.length).fill(1)
  for (;;) {
    // A worth only falls as seats and money go, so only the leader has to be looked at again.
    const leader = largest(worth)
    if (leader < 0) break
    if (!stale[leader]) {
      run(indexed, frame, draft, leader, 1)
      fill(indexed, frame, draft, leader)
      worth[leader] = -Infinity
      stale.fill(1)
      // What could not run for want of a prerequisite may run now.
      for (let s = 0; s < worth.length; s++) if (!draft.running[s] && follows(indexed, s, leader)) worth[s] = Infinity
      continue
    }
    worth[leader] = worthOf(indexed, frame, draft, leader)
    stale[leader] = 0
  }
  fillUp(indexed, frame, draft)
  return {
    open: indexed.sessions.flatMap(({ id }, s) => (draft.running[s] ? [id] : [])),
    assign: Array.from(draft.taken).flatMap((taken, x): Plan['assign'] =>
      taken ? [[indexed.people[indexed.seatPerson[x]!]!.id, indexed.sessions[indexed.seatSession[x]!]!.id]] : [],
    ),
  }
}

const follows = (indexed: Indexed, s: number, leader: number): boolean =>
  indexed.programmes[indexed.programmeOf[s]!]!.prerequisite === indexed.sessions[leader]!.programme

function largest(worth: Float64Array): number {
  let best = -1
  for (let s = 0; s < worth.length; s++) if (worth[s]! > 0 && (best < 0 || worth[s]! > worth[best]!)) best = s
  return best
}

/** Gain per unit of money of opening a session now; −∞ when it cannot be. Leaves the draft as it was. */
function worthOf(indexed: Indexed, frame: Frame, draft: Draft, s: number): number {
  if (!canOpen(indexed, draft, s)) return -Infinity
  const before = draft.spent
  run(indexed, frame, draft, s, 1)
  const seated: number[] = []
  const gain = fill(indexed, frame, draft, s, seated)
  const cost = draft.spent - before
  const enough =
    seated.length > 0 &&
    seated.length >= indexed.programmes[indexed.programmeOf[s]!]!.seatsLeast &&
    draft.spent <= frame.budget
  for (const x of seated) seat(indexed, frame, draft, x, -1)
  run(indexed, frame, draft, s, -1)
  return enough && gain > 0 ? gain / Math.max(1, cost) : -Infinity
}

/** Seats those who gain most in a running session; returns what that adds. */
function fill(indexed: Indexed, frame: Frame, draft: Draft, s: number, seated: number[] = []): number {
  const cost = frame.seatCost[indexed.programmeOf[s]!]!
  let sum = 0
  const ranked = indexed.seatsIn[s]!.map((x) => ({ x, gain: gainOf(indexed, frame, draft, x) }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain || a.x - b.x)
  for (const { x } of ranked) {
    if (draft.spent + cost > frame.budget) break
    if (!canSit(indexed, frame, draft, x)) continue
    const gain = gainOf(indexed, frame, draft, x)
    if (gain <= 0) continue
    seat(indexed, frame, draft, x, 1)
    seated.push(x)
    sum += gain
  }
  return sum
}

/** What money is left buys single seats in sessions that run anyway. */
function fillUp(indexed: Indexed, frame: Frame, draft: Draft): void {
  const ranked = Array.from(draft.taken, (_, x) => x)
    .filter((x) => !draft.taken[x] && draft.running[indexed.seatSession[x]!])
    .map((x) => ({ x, gain: gainOf(indexed, frame, draft, x) }))
    .sort((a, b) => b.gain - a.gain || a.x - b.x)
  for (const { x } of ranked) {
    const cost = frame.seatCost[indexed.programmeOf[indexed.seatSession[x]!]!]!
    if (draft.spent + cost <= frame.budget && canSit(indexed, frame, draft, x) && gainOf(indexed, frame, draft, x) > 0)
      seat(indexed, frame, draft, x, 1)
  }
}
