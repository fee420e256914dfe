export interface UnitLine {
  unitId: number
  name: string
  parentId: number | null
  persons: number
}

/** The units whose name holds what is typed, with everything above them, so that each is found in its place. */
export function matchingUnits(units: readonly UnitLine[], search: string): readonly UnitLine[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return units
  const byId = new Map(units.map((unit) => [unit.unitId, unit]))
  const kept = new Set<number>()
  for (const unit of units) {
    if (!words.every((word) => unit.name.toLocaleLowerCase().includes(word))) continue
    for (let at: UnitLine | undefined = unit; at && !kept.has(at.unitId); at = byId.get(at.parentId ?? 0))
      kept.add(at.unitId)
  }
  return units.filter((unit) => kept.has(unit.unitId))
}
