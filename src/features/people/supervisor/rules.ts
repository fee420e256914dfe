/**
 * Whether a chain of supervisors, from the person upwards, comes back to somebody who is already in it. Answers the
 * members of the circle in order, the first again at the end (`[a, b, a]`); undefined where the chain ends at the top.
 */
export function supervisionCircle<Id>(chain: readonly Id[]): readonly Id[] | undefined {
  const seenAt = new Map<Id, number>()
  for (const [at, id] of chain.entries()) {
    const first = seenAt.get(id)
    if (first !== undefined) return chain.slice(first, at + 1)
    seenAt.set(id, at)
  }
  return undefined
}
