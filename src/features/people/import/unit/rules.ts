/**
 * The circle a unit stands in when one climbs from parent to parent, its first member again at the end; undefined where
 * the climb ends at the top. A unit that only leads to a circle is not in it.
 */
export function circleOf(unit: string, parentOf: (unit: string) => string | null | undefined): string[] | undefined {
  const chain = [unit]
  const seen = new Set(chain)
  for (let at = parentOf(unit); at !== null && at !== undefined; at = parentOf(at)) {
    chain.push(at)
    if (at === unit) return chain
    if (seen.has(at)) return undefined
    seen.add(at)
  }
  return undefined
}
