import { priceOf } from '../../problem/rules.ts'
import { addColumn, addRow, type Entry, open } from '../../matrix/rules.ts'
import { addForced, type Model } from '../form/rules.ts'

/** What concerns one person at a time: once per programme, one place at a time, ceiling, order, hours wished for. */
export function personRows(model: Model): void {
  const { matrix: m, indexed } = model
  const { problem } = indexed
  const target = priceOf(problem.hoursTarget?.force ?? 'off')
  const programmeAt = new Map(indexed.programmes.map(({ id }, p) => [id, p]))
  const capSoft = problem.hoursCapForce !== undefined && problem.hoursCapForce !== 'hard'
  for (let i = 0; i < indexed.people.length; i++) {
    const [begin, end] = [indexed.from[i]!, indexed.from[i + 1]!]
    const need = indexed.need[i]!
    if (begin === end) {
      if (typeof target === 'number') m.offset -= target * need
      else if (target === null && need > 0) addRow(m, need, open, [])
      continue
    }
    const hours = (x: number) => indexed.programmes[indexed.programmeOf[indexed.seatSession[x]!]!]!.hours
    const byProgramme = new Map<number, number[]>()
    const byWeek = new Map<number, number[]>()
    for (let x = begin; x < end; x++) {
      const s = indexed.seatSession[x]!
      pushTo(byProgramme, indexed.programmeOf[s]!, x)
      for (const week of indexed.sessions[s]!.weeks) pushTo(byWeek, week, x)
    }
    const ones = (xs: readonly number[]) => xs.map((x): Entry => [model.seat[x]!, 1])
    const known = new Set<string>()
    for (const xs of [...byProgramme.values(), ...byWeek.values()]) {
      if (xs.length < 2 || known.size === known.add(xs.join()).size) continue
      addRow(m, -open, 1, ones(xs))
    }
    const cap = indexed.people[i]!.hoursCap
    const total = [...byProgramme.values()].reduce((sum, xs) => sum + hours(xs[0]!), 0)
    const left = cap === null ? Number.POSITIVE_INFINITY : cap - indexed.people[i]!.hoursDone
    if (total > left) {
      const taken = Array.from({ length: end - begin }, (_, k): Entry => [model.seat[begin + k]!, hours(begin + k)])
      addForced(m, capSoft ? problem.hoursCapForce : 'hard', -open, left, taken)
    }
    orderRows(model, i, byProgramme, programmeAt)
    if (target !== undefined && need > 0) {
      const h = addColumn(m, target === null ? 0 : -target, 0, target === null ? 0 : need, false)
      model.missing[i] = h
      // Hours beyond the need bring nothing: cutting them off keeps a third of a long course from counting as a whole one.
      const entries: Entry[] = [[h, 1]]
      for (let x = begin; x < end; x++) entries.push([model.seat[x]!, Math.min(need, hours(x))])
      addRow(m, need, open, entries)
    }
  }
}

/** A session only after one of its prerequisite has ended; stated for all sessions that begin by then, which is tighter. */
function orderRows(
  model: Model,
  i: number,
  byProgramme: ReadonlyMap<number, number[]>,
  programmeAt: ReadonlyMap<string | number, number>,
): void {
  const { matrix: m, indexed } = model
  const force = indexed.problem.prerequisiteForce
  const hard = force === undefined || force === 'hard'
  for (const [p, xs] of byProgramme) {
    const before = indexed.programmes[p]!.prerequisite
    if (before === null || force === 'off' || indexed.people[i]!.finished?.includes(before)) continue
    const earlier = byProgramme.get(programmeAt.get(before)!) ?? []
    const begins = (x: number) => indexed.sessions[indexed.seatSession[x]!]!.weeks[0]!
    const ends = (x: number) => indexed.sessions[indexed.seatSession[x]!]!.weeks.at(-1)!
    for (const x of xs) {
      const by = hard ? xs.filter((other) => begins(other) <= begins(x)) : [x]
      const met = earlier.filter((e) => ends(e) < begins(x))
      addForced(m, force, -open, 0, [
        ...by.map((b): Entry => [model.seat[b]!, 1]),
        ...met.map((e): Entry => [model.seat[e]!, -1]),
      ])
    }
  }
}

function pushTo(lists: Map<number, number[]>, key: number, x: number): void {
  const list = lists.get(key)
  if (list) list.push(x)
  else lists.set(key, [x])
}
