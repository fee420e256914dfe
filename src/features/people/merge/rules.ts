/** A field corrected here; `kept` is the national value that was refused when the conflict was decided for the local one. */
export type LocalFields = Readonly<Record<string, { kept?: unknown }>>

export interface Merge {
  /** What the register takes over from the national record. */
  changes: Record<string, { from: unknown; to: unknown }>
  /** What a person has to decide; nothing is written until then. */
  conflicts: Record<string, { local: unknown; national: unknown }>
}

/**
 * Compares the register's facts with an incoming national record. Field by field: equal values do nothing; a field
 * corrected here becomes a conflict, unless exactly this national value was refused before; else it changes.
 *
 * An absent or empty (`null`) national value never erases a known one: national exports leave columns out and empty
 * for many reasons, and a silent loss cannot be told from a true one. Erasing is a local correction, with its reason.
 * Facts are plain values (text, number, boolean, null).
 */
export function mergeRecord(current: object, local: LocalFields, incoming: object): Merge {
  const known = current as Readonly<Record<string, unknown>>
  const merge: Merge = { changes: {}, conflicts: {} }
  for (const [field, national] of Object.entries(incoming)) {
    if (national === undefined || national === null) continue
    const from = known[field] ?? null
    if (same(from, national)) continue
    const corrected = Object.hasOwn(local, field) ? local[field] : undefined
    if (corrected === undefined) merge.changes[field] = { from, to: national }
    else if (!same(corrected.kept, national)) merge.conflicts[field] = { local: from, national }
  }
  return merge
}

/** The facts after a merge's changes. */
export const changed = <Facts extends object>(current: Facts, { changes }: Merge): Facts => ({
  ...current,
  ...Object.fromEntries(Object.entries(changes).map(([field, { to }]) => [field, to])),
})

/** 0 and -0 are one value: JSON does not keep them apart. */
const same = (one: unknown, other: unknown) => one === other || Object.is(one, other)
