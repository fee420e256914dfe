import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { misnamed, mostLines, objection } from './rules.ts'

const root = resolve(import.meta.dirname, '../..')

const sources = ['src', 'tools', 'e2e'].flatMap((folder) => filesIn(folder))

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`
    return statSync(join(root, path)).isDirectory() ? filesIn(path) : [path]
  })
}

const importing =
  /^\s*(?:import|export)\s+(type\s+)?(?:([^'"]*?)\s+from\s+)?['"](\.{1,2}\/[^'"]+)['"]|import\(\s*['"](\.{1,2}\/[^'"]+)['"]/gm

// A lazy import is a link that is followed later, not something that must be there first.
function importsOf(path: string): { to: string; typeOnly: boolean; lazy: boolean }[] {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(importing)].map((match) => ({
    to: relative(root, resolve(root, dirname(path), (match[3] ?? match[4])!)),
    typeOnly: match[1] !== undefined,
    lazy: match[4] !== undefined,
  }))
}

const code = sources.filter((path) => /\.tsx?$/.test(path))

describe('the map of the house', () => {
  it('has one direction of dependency', () => {
    const wrong = code.flatMap((from) =>
      importsOf(from).flatMap(({ to, typeOnly }) => {
        const why = objection(from, to, typeOnly)
        return why ? [`${from} → ${to}: ${why}`] : []
      }),
    )
    expect(wrong).toEqual([])
  })

  it('uses only the agreed file names inside features', () => {
    expect(sources.flatMap((path) => (misnamed(path) ? [`${path}: ${misnamed(path)}`] : []))).toEqual([])
  })

  it('keeps files short', () => {
    const long = code.flatMap((path) => {
      const lines = readFileSync(join(root, path), 'utf8').split('\n').length - 1
      return lines > mostLines(path) ? [`${path}: ${lines} lines`] : []
    })
    expect(long).toEqual([])
  })

  it('has no circles between modules', () => {
    const edges = new Map(
      code.map((path) => [
        path,
        importsOf(path)
          .filter((i) => !i.typeOnly && !i.lazy)
          .map((i) => i.to),
      ]),
    )
    expect(circleIn(edges)).toBeUndefined()
  })
})

describe('the rules themselves can fail', () => {
  it.each([
    ['src/platform/http/dispatch.ts', 'src/features/people/service.ts', false],
    ['src/features/people/service.ts', 'src/features/competency/service.ts', false],
    ['src/features/people/ui/page.tsx', 'src/features/people/contract.ts', false],
    ['src/features/people/ui/page.tsx', 'src/features/people/queries.ts', true],
    ['src/features/competency/service.ts', 'src/features/people/register/queries.ts', false],
    ['src/features/people/rules.ts', 'src/platform/db/open.ts', false],
    ['src/features/people/service.ts', 'src/web/api.ts', false],
    ['src/shared/dates.ts', 'src/platform/config.ts', true],
  ])('%s must not import %s', (from, to, typeOnly) => expect(objection(from, to, typeOnly)).not.toBeNull())

  it('knows a wrong name', () => expect(misnamed('src/features/people/helpers.ts')).not.toBeNull())
})

function circleIn(edges: Map<string, string[]>): string[] | undefined {
  const done = new Set<string>()
  const walk = (path: string, trail: string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return undefined
    for (const next of edges.get(path) ?? []) {
      const circle = walk(next, [...trail, path])
      if (circle) return circle
    }
    done.add(path)
    return undefined
  }
  for (const path of edges.keys()) {
    const circle = walk(path, [])
    if (circle) return circle
  }
  return undefined
}
