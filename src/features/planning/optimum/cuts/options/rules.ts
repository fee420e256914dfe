import type { Model } from '../../model/form/rules.ts'

/** One programme as one person may take it, with how much of it a relaxed solution gives them. */
export interface Option {
  programme: number
  columns: number[]
  hours: number
  share: number
  /** Programme that must come before; −1 without. */
  before: number
}

/** What a person may take, in the order of their wishes. */
export function optionsOf(model: Model, i: number, value: ArrayLike<number>): Option[] {
  const { indexed } = model
  const force = indexed.problem.prerequisiteForce
  const ordered = force === undefined || force === 'hard'
  const options = new Map<number, Option>()
  for (let x = indexed.from[i]!; x < indexed.from[i + 1]!; x++) {
    const p = indexed.programmeOf[indexed.seatSession[x]!]!
    let option = options.get(p)
    if (!option) {
      const { hours, prerequisite } = indexed.programmes[p]!
      const before =
        prerequisite === null || !ordered || indexed.people[i]!.finished?.includes(prerequisite)
          ? -1
          : indexed.programmes.findIndex(({ id }) => id === prerequisite)
      options.set(p, (option = { programme: p, columns: [], hours, share: 0, before }))
    }
    option.columns.push(model.seat[x]!)
    option.share += value[model.seat[x]!]!
  }
  return [...options.values()]
}

/** The sets of options, as bit masks, that fit under the hour ceiling and hold every prerequisite that is among them. */
export function possibleSets(options: readonly Option[], room: number): number[] {
  const masks: number[] = []
  const before = options.map((o) => (o.before < 0 ? -1 : options.findIndex((b) => b.programme === o.before)))
  for (let mask = 0; mask < 1 << options.length; mask++) {
    let hours = 0
    let held = true
    for (let k = 0; k < options.length && held; k++)
      if ((mask >> k) & 1) {
        hours += options[k]!.hours
        held = before[k]! < 0 || ((mask >> before[k]!) & 1) === 1
      }
    if (held && hours <= room) masks.push(mask)
  }
  return masks
}
