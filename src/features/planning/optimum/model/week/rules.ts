import { awayLimit, type Id, roomsIn } from '../../problem/rules.ts'
import { type Entry, open } from '../../matrix/rules.ts'
import { addForced, type Model } from '../form/rules.ts'

/** What is counted week by week: people away per office, rooms, instructors. */
export function weeklyRows(model: Model): void {
  const { matrix: m, indexed, shared } = model
  const { problem, sessions, programmes, programmeOf } = indexed
  const rooms = new Map<number, Entry[]>()
  const teaching = new Map<Id, Map<number, Entry[]>>()
  sessions.forEach((s, k) => {
    if (!indexed.mayRun[k] && !indexed.mustRun[k]) return
    const entry: Entry = [model.session[k]!, 1]
    for (const week of s.weeks) {
      if (!programmes[programmeOf[k]!]!.online) push(rooms, week, entry)
      if (s.instructor !== undefined) push(at(teaching, s.instructor), week, entry)
    }
  })
  const add = (code: string, where: Id[], force: typeof problem.instructorForce, limit: number, entries: Entry[]) => {
    if (entries.length <= limit) return
    const row = addForced(m, force, -open, limit, entries)
    if (row >= 0) shared.push({ row, code, at: where })
  }
  if (problem.rooms)
    for (const [week, entries] of rooms)
      add('rooms', [week], problem.rooms.force, roomsIn(problem.rooms, week), entries)
  for (const [who, weeks] of teaching)
    for (const [week, entries] of weeks) add('instructor', [who, week], problem.instructorForce, 1, entries)
  if (!problem.away || problem.away.force === 'off') return
  const size = new Map(problem.away.offices.map((o) => [o.id, o.size]))
  const away = new Map<Id, Map<number, Entry[]>>()
  indexed.seatPerson.forEach((i, x) => {
    const s = indexed.seatSession[x]!
    if (programmes[programmeOf[s]!]!.online) return
    for (const week of sessions[s]!.weeks) push(at(away, indexed.people[i]!.office), week, [model.seat[x]!, 1])
  })
  for (const [office, weeks] of away)
    for (const [week, entries] of weeks)
      add('away', [office, week], problem.away.force, awayLimit(problem.away.share, size.get(office) ?? 0), entries)
}

function push(lists: Map<number, Entry[]>, week: number, entry: Entry): void {
  const list = lists.get(week)
  if (list) list.push(entry)
  else lists.set(week, [entry])
}

function at(maps: Map<Id, Map<number, Entry[]>>, key: Id): Map<number, Entry[]> {
  const known = maps.get(key) ?? new Map<number, Entry[]>()
  maps.set(key, known)
  return known
}
