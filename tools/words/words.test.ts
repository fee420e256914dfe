import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Messages } from '../../src/shared/words.ts'
import { wordFolders } from '../../src/platform/words/words.ts'

const root = resolve(import.meta.dirname, '../..')

const read = (file: string): Messages => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Messages) : {})
const pairs = wordFolders().flatMap((folder) =>
  ['messages', 'refusals'].map((name) => ({
    where: `${folder}/${name}`,
    id: read(join(folder, `${name}.id.json`)),
    en: read(join(folder, `${name}.en.json`)),
  })),
)
const all: Messages = Object.assign({}, ...pairs.map((pair) => pair.id))

const code = filesIn(join(root, 'src')).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
}

const placeholders = (message: Messages[string]): string[] =>
  [...new Set([...JSON.stringify(message).matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))].sort()

describe('words', () => {
  it('has the same keys in both languages', () => {
    const missing = pairs.flatMap(({ where, id, en }) => {
      const keys = new Set([...Object.keys(id), ...Object.keys(en)])
      return [...keys].filter((key) => !(key in id) || !(key in en)).map((key) => `${where}: ${key}`)
    })
    expect(missing).toEqual([])
  })

  it('fills the same placeholders in both languages', () => {
    const different = pairs.flatMap(({ id, en }) =>
      Object.keys(id).filter((key) => key in en && placeholders(id[key]!).join() !== placeholders(en[key]!).join()),
    )
    expect(different).toEqual([])
  })

  it('has no empty message', () => {
    expect(
      pairs.flatMap(({ id, en }) =>
        [...Object.entries(id), ...Object.entries(en)].filter(([, message]) => message === '').map(([key]) => key),
      ),
    ).toEqual([])
  })

  it('has words for every refusal', () => {
    const codes = code.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/new Refusal\(\s*'([^']+)'/g)].map((match) => match[1]!),
    )
    expect(codes.length).toBeGreaterThan(10)
    expect([...new Set(codes)].filter((key) => !(key in all))).toEqual([])
  })

  it('has words for everything a screen says', () => {
    const said = code.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1]!),
    )
    expect([...new Set(said)].filter((key) => !(key in all))).toEqual([])
  })

  it('has words for every heading of a spreadsheet', () => {
    const headings = code.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/heading: '([^']+)'/g)].map((match) => match[1]!),
    )
    expect([...new Set(headings)].filter((key) => !(key in all))).toEqual([])
  })
})
