/**
 * Operations whose last answer stays on the phone and is shown without a network: those marked `offline: 'keep'` in
 * their contract. Everything else under /api is never kept.
 */
export const keptOffline: readonly string[] = [
  'account/me',
  'people/summary',
  'people/person',
  'people/team',
  'people/units',
  'people/unit',
  'competency/summary',
  'competency/profile',
  'competency/dictionary',
  'competency/assessmentForm',
  'competency/heatMap',
  'index/summary',
  'index/mine',
]
