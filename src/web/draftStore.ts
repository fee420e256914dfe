// Drafts stay on this device, one place per account and form.
const prefix = 'bina.draft.'
let closed = false

export const placeOfDraft = (accountId: number | undefined, key: string): string =>
  `${prefix}${accountId ?? 'nobody'}.${key}`

export const removeDraft = (place: string): void => localStorage.removeItem(place)

/** Removes every draft; what is still on screen is not written again. */
export function clearDrafts(): void {
  closed = true
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key)
}

/** The draft at a place; undefined when there is none or it cannot be read. */
export function readDraft<T>(place: string): T | undefined {
  try {
    const text = localStorage.getItem(place)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined
  }
}

export function writeDraft(place: string, value: unknown): void {
  if (closed) return
  try {
    localStorage.setItem(place, JSON.stringify(value))
  } catch {
    // The device is full or forbids storage: the form still works, only the copy is missing.
  }
}
