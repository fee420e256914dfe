/**
 * Operations whose last answer stays on the phone and is shown without a network: those marked `offline: 'keep'` in
 * their contract. Everything else under /api is never kept.
 */
export const keptOffline: readonly string[] = [
  'account/me',
  'people/summary',
  'people/person',
  'competency/summary',
  'competency/profile',
  'competency/dictionary',
  'competency/assessmentForm',
  'index/summary',
  'index/mine',
  'planning/planOfPerson',
]

/**
 * Addresses whose answers stay on the phone. One that names a person never does: the own pages ask without a name, so
 * whoever opens another's page leaves nothing of them on the device.
 */
export const keptAddress = new RegExp(`/api/(${keptOffline.join('|')})(\\?(?!(.*&)?(personId|assessorId|unitId)=).*)?$`)

/** For how long and how many: a phone that is put away forgets by itself. */
export const keptFor = { maxEntries: 40, maxAgeSeconds: 14 * 24 * 3600 }

/** The browser's store of the kept answers; the service worker fills it and signing in or out empties it. */
export const keptIn = 'bina-answers'
