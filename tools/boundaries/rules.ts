/** Where a file belongs, and which other places it may import from. One page, so that everybody can know it by heart. */

export type Place = 'shared' | 'platform' | 'web' | 'server' | 'browser' | 'common' | 'ui' | 'demo' | 'app' | 'testing'

/** Names a file inside a feature or the floor's account-like folders may have. */
const serverNames = ['tables', 'queries', 'service', 'routes', 'jobs', 'cli']
const commonNames = ['rules', 'access', 'contract']

/** The order of the features: each may use those before it, never those after it. */
export const featureOrder = [
  'people',
  'competency',
  'performance',
  'professionalism',
  'planning',
  'training',
  'learning',
  'evaluation',
  'satisfaction',
  'integrity',
  'welfare',
  'participation',
  'insight',
]

export const featureOf = (path: string): string | undefined => /^src\/features\/([^/]+)\//.exec(path)?.[1]

const isUi = (path: string): boolean =>
  /^src\/features\/.+\/ui\//.test(path) || /^src\/features\/[^/]+\/ui\//.test(path)

const nameOf = (path: string): string =>
  path
    .split('/')
    .at(-1)!
    .replace(/\.tsx?$/, '')

/** Why this import is not allowed; null when it is. `typeOnly` imports vanish at run time, so screens may name a contract's type. */
export function objection(from: string, to: string, typeOnly: boolean): string | null {
  if (
    from.endsWith('.test.ts') ||
    from.startsWith('src/testing/') ||
    from.startsWith('e2e/') ||
    from.startsWith('tools/')
  )
    return null
  if (from.startsWith('src/shared/')) return to.startsWith('src/shared/') ? null : 'shared imports nothing but shared'
  if (from.startsWith('src/platform/'))
    return to.startsWith('src/shared/') || to.startsWith('src/platform/')
      ? null
      : 'the server floor never imports a feature or a screen'
  if (['src/web/screens.ts', 'src/web/extras.ts', 'src/web/home/sources.ts'].includes(from))
    return isUi(to) || to.startsWith('src/web/') || to.startsWith('src/shared/')
      ? null
      : 'the list of screens names screens only'
  if (from.startsWith('src/web/')) return webObjection(to, typeOnly)
  const feature = featureOf(from)
  if (feature) return featureObjection(feature, from, to, typeOnly)
  if (from.startsWith('src/demo/'))
    return to.startsWith('src/demo/') ||
      to.startsWith('src/shared/') ||
      to.startsWith('src/platform/') ||
      commonNames.includes(nameOf(to))
      ? null
      : 'the demonstration city comes in through the import, not through the back door'
  return isUi(to) || to.startsWith('src/web/') ? 'the server never imports a screen' : null
}

function webObjection(to: string, typeOnly: boolean): string | null {
  if (to.startsWith('src/shared/') || to.startsWith('src/web/')) return null
  if (typeOnly && nameOf(to) === 'contract' && to.startsWith('src/platform/')) return null
  return 'the browser floor never imports a feature or the server'
}

function featureObjection(feature: string, from: string, to: string, typeOnly: boolean): string | null {
  const other = featureOf(to)
  if (other && other !== feature && featureOrder.indexOf(other) > featureOrder.indexOf(feature))
    return `${feature} stands below ${other} and must not know it`
  if (isUi(from)) return uiObjection(to, typeOnly)
  if (isUi(to) || to.startsWith('src/web/')) return 'server code and screens never import each other'
  if (
    commonNames.includes(nameOf(from)) &&
    (serverNames.includes(nameOf(to)) || (to.startsWith('src/platform/') && !typeOnly))
  )
    return `${nameOf(from)}.ts runs anywhere and does no I/O`
  if (other && other !== feature && ['queries', 'routes', 'jobs'].includes(nameOf(to)) && !isPublishedQuery(to))
    return 'another feature is entered through service, rules, access or contract'
  if (from.endsWith('queries.ts') && nameOf(to) === 'service') return 'queries never call a use case'
  return null
}

// The condition "who may be seen" must be part of other features' SQL; it is the one query that people publishes.
const isPublishedQuery = (to: string): boolean => to === 'src/features/people/visible/queries.ts'

function uiObjection(to: string, typeOnly: boolean): string | null {
  if (to.startsWith('src/shared/') || to.startsWith('src/web/') || isUi(to) || to.endsWith('.json')) return null
  if (['rules', 'access'].includes(nameOf(to))) return null
  if (nameOf(to) === 'contract')
    return typeOnly ? null : 'a screen takes a contract as a type only, or its validator travels to the phone'
  return 'a screen imports rules, access, contract types and the browser floor'
}

const allowedNames =
  /^(rules|access|contract|tables|queries|service|routes|jobs|cli)\.ts$|\.test\.ts$|^(messages|refusals)\.(id|en)\.json$|\.(sql|csv|md)$/

/** Why a file inside a feature has a wrong name; null when it has a right one. */
export function misnamed(path: string): string | null {
  if (!featureOf(path) || isUi(path) || /\/fixtures\//.test(path)) return null
  return allowedNames.test(path.split('/').at(-1)!) ? null : 'not one of the agreed file names'
}

/** The most lines a file may have. */
export const mostLines = (path: string): number => (/\.test\.tsx?$/.test(path) || path.startsWith('e2e/') ? 500 : 300)
