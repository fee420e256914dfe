interface Placed {
  unitId: number
  parentId: number | null
}

/** The units a list is narrowed by: what stands at the top and the offices below it, and the one chosen already. */
export function officesAmong<U extends Placed>(units: readonly U[], chosen: string | undefined): readonly U[] {
  const tops = new Set(units.filter((unit) => unit.parentId === null).map((unit) => unit.unitId))
  return units.filter((unit) => tops.has(unit.unitId) || tops.has(unit.parentId ?? 0) || String(unit.unitId) === chosen)
}

/** A post and its unit in one line; the unit is left out where the post's own name ends in it. Empty when neither is known. */
export function placeInWords(post: string | null | undefined, unit: string | null | undefined): string {
  if (!post || !unit) return post || unit || ''
  return post.toLocaleLowerCase('id').endsWith(unit.toLocaleLowerCase('id')) ? post : `${post} · ${unit}`
}
