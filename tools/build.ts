import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

/**
 * Builds the screens into dist/web and weighs what a phone downloads: script, style and words, gzip, from Vite's
 * manifest. A screen over its budget fails the build.
 */
interface Piece {
  file: string
  name?: string
  src?: string
  css?: string[]
  imports?: string[]
  dynamicImports?: string[]
  isEntry?: boolean
}

const kB = 1000
const budgets = { signIn: 130 * kB, home: 220 * kB, screen: 90 * kB }
const root = fileURLToPath(new URL('../', import.meta.url))
const output = `${root}dist/web/`

await build({ configFile: `${root}vite.config.ts`, logLevel: 'warn' })

const manifest = JSON.parse(readFileSync(`${output}.vite/manifest.json`, 'utf8')) as Record<string, Piece>

/** The files that come down with these pieces: their own, their styles, and everything they import at once. */
function filesOf(keys: readonly string[]): Set<string> {
  const files = new Set<string>()
  const seen = new Set<string>()
  const visit = (key: string) => {
    const piece = manifest[key]
    if (!piece) throw new Error(`The build has no piece ${key}`)
    if (seen.has(key)) return
    seen.add(key)
    for (const file of [piece.file, ...(piece.css ?? [])]) files.add(file)
    piece.imports?.forEach(visit)
  }
  keys.forEach(visit)
  return files
}

const weights = new Map<string, number>()
function weigh(files: Iterable<string>): number {
  let bytes = 0
  for (const file of files) {
    if (!weights.has(file)) weights.set(file, gzipSync(readFileSync(output + file), { level: 9 }).length)
    bytes += weights.get(file) ?? 0
  }
  return bytes
}

// The heavier language counts.
const words = ['messages.id.json', 'messages.en.json'].toSorted(
  (a, b) => weigh(filesOf([b])) - weigh(filesOf([a])),
)[0] as string
const start = ['index.html', words]
const signIn = filesOf([...start, 'account/signIn.tsx'])
const home = filesOf([...start, 'shell/entry.ts'])
const counted = ['account/signIn.tsx']
const screens = Object.keys(manifest).filter((key) => manifest[key]?.src?.endsWith('.tsx') && !counted.includes(key))

const rows = [
  { what: 'sign-in', bytes: weigh(signIn), most: budgets.signIn },
  { what: 'home', bytes: weigh(home), most: budgets.home },
  ...screens.map((key) => ({
    what: `+ ${key.replace(/^(\.\.\/)+/, '')}`,
    bytes: weigh([...filesOf([key])].filter((file) => !home.has(file))),
    most: budgets.screen,
  })),
]

// The first piece must stand alone: a part of it that leans on a later piece (a new icon, say) is a circle, and a circle
// between pieces is a blank page.
const first = Object.values(manifest).find((piece) => piece.name === 'start')
const leansOn = (first?.imports ?? []).filter((key) => !key.includes('rolldown-runtime'))
if (!first || leansOn.length > 0) {
  console.error(
    `The start piece leans on ${leansOn.join(', ') || 'nothing, it is missing'}: see inStart in vite.config.ts`,
  )
  process.exitCode = 1
}

const shown = (bytes: number) => (bytes / kB).toFixed(1).padStart(8)
console.log(`${'gzip kB'.padEnd(48)}${'weight'.padStart(8)}${'budget'.padStart(8)}`)
for (const row of rows) {
  console.log(
    `${row.what.padEnd(48)}${shown(row.bytes)}${shown(row.most)}  ${row.bytes > row.most ? 'TOO HEAVY' : 'ok'}`,
  )
}
const tooHeavy = rows.filter((row) => row.bytes > row.most)
if (tooHeavy.length > 0) {
  console.error(`\n${tooHeavy.length} over budget: ${tooHeavy.map((row) => row.what).join(', ')}`)
  process.exitCode = 1
}
