import { type Entry, open } from '../matrix/rules.ts'
import { awayLimit } from '../problem/rules.ts'
import type { Model } from '../model/form/rules.ts'
import { type Cut, least } from './found/rules.ts'
import { type Option, optionsOf } from './options/rules.ts'

/** Nobody sits in a part of a session: an attendance is at most "the session runs". Stated only where it is broken. */
export function seatCuts(model: Model, value: ArrayLike<number>): Cut[] {
  const cuts: Cut[] = []
  model.seat.forEach((column, x) => {
    const y = model.session[model.indexed.seatSession[x]!]!
    const by = value[column]! - value[y]!
    if (by > least) {
      const entries: Entry[] = [
        [column, 1],
        [y, -1],
      ]
      cuts.push({ lower: -open, upper: 0, entries, by })
    }
  })
  return cuts
}

/** A session that does not run takes nobody away: of each office no more than may be away, times "the session runs". */
export function officeCuts(model: Model, value: ArrayLike<number>): Cut[] {
  const { indexed } = model
  const { away } = indexed.problem
  if (!away || (away.force !== 'hard' && away.force !== undefined)) return []
  const limit = new Map(away.offices.map((o) => [o.id, awayLimit(away.share, o.size)]))
  const cuts: Cut[] = []
  indexed.seatsIn.forEach((seats, s) => {
    if (indexed.programmes[indexed.programmeOf[s]!]!.online) return
    const y = model.session[s]!
    for (const [office, xs] of Map.groupBy(seats, (x) => indexed.people[indexed.seatPerson[x]!]!.office)) {
      const most = limit.get(office) ?? 1
      if (xs.length <= most) continue
      const by = xs.reduce((sum, x) => sum + value[model.seat[x]!]!, 0) - most * value[y]!
      if (by <= least) continue
      cuts.push({ lower: -open, upper: 0, entries: [...xs.map((x): Entry => [model.seat[x]!, 1]), [y, -most]], by })
    }
  })
  return cuts
}

/** Every inequality between seats and the running of their session, broken or not. */
export function allSeatCuts(model: Model): Cut[] {
  const full = new Float64Array(model.matrix.cost.length)
  for (const column of model.seat) full[column] = 1
  return [...seatCuts(model, full), ...officeCuts(model, full)]
}

/** More hours than the ceiling leaves cannot all be taken: covers of each person's knapsack that the solution breaks. */
export function ceilingCuts(model: Model, value: ArrayLike<number>): Cut[] {
  const { indexed } = model
  const cuts: Cut[] = []
  for (let i = 0; i < indexed.people.length; i++) {
    const room = indexed.room[i]!
    if (!Number.isFinite(room)) continue
    const options = optionsOf(model, i, value)
    const fractional = options.filter(({ share }) => share > least)
    if (fractional.reduce((sum, o) => sum + o.hours, 0) <= room) continue
    const cover: Option[] = []
    let hours = 0
    for (const o of fractional.toSorted((a, b) => (1 - a.share) / a.hours - (1 - b.share) / b.hours)) {
      cover.push(o)
      hours += o.hours
      if (hours > room) break
    }
    for (const o of cover.toSorted((a, b) => a.share - b.share))
      if (hours - o.hours > room) {
        cover.splice(cover.indexOf(o), 1)
        hours -= o.hours
      }
    const by = cover.reduce((sum, o) => sum + o.share, 0) - (cover.length - 1)
    if (by <= least) continue
    // Anything as long as the longest of the cover may stand in for it.
    const longest = Math.max(...cover.map((o) => o.hours))
    const members = options.filter((o) => cover.includes(o) || o.hours >= longest)
    const entries = members.flatMap((o) => o.columns.map((c): Entry => [c, 1]))
    cuts.push({ lower: -open, upper: cover.length - 1, entries, by })
  }
  return cuts
}
