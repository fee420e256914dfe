import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { readRegionFile } from '../../../platform/region.ts'
import { sayIn } from '../../../platform/words/words.ts'
import type { Day } from '../../../shared/dates.ts'
import type { Language, Messages } from '../../../shared/words.ts'
import { indexOf } from '../explanation/rules.ts'
import english from '../messages.en.json' with { type: 'json' }
import indonesian from '../messages.id.json' with { type: 'json' }
import { type Reason, sentence } from '../reason/rules.ts'
import { readRuleSet } from '../ruleset/check/rules.ts'
import type { RuleSet } from '../ruleset/rules.ts'
import { type Entry, personsIn } from './assembly/rules.ts'
import { type Complaint, gather } from './gathering/service.ts'
import { lineOf } from './line/rules.ts'
import { languageIn, readArguments } from './rules.ts'
import { Spill } from './spill/service.ts'

/** The rule sets known by name. */
const named: Record<string, string> = { IPASN_2019: 'ipasn-2019', IPASN_2024: 'ipasn-2024' }
const messages: Record<Language, Messages> = { id: indonesian, en: english }
const heldCharacters = 32 * 1024 * 1024

export interface Surroundings {
  out: Writable
  err: Writable
  today: Day
  /** How much is held in memory before it goes to temporary files; for tests. */
  mostCharacters?: number
}

/**
 * Reads national files and prints one JSON object per person and line, sorted by NIP. What cannot be taken is told on
 * `err` and does not stop the rest.
 *
 * @returns the exit code: 0 somebody was computed, 1 nobody, 2 the command was used wrongly
 */
export async function printIndex(args: readonly string[], around: Surroundings): Promise<0 | 1 | 2> {
  const { out, err, today, mostCharacters = heldCharacters } = around
  const language = languageIn(args)
  const words = messages[language]
  const misused = (reason: Reason) => {
    err.write(`${sentence(reason, words, language)}\n`)
    return 2 as const
  }
  const asked = readArguments(args, today)
  if ('code' in asked) return misused(asked)
  const ruleSet = ruleSetNamed(asked.rules, language)
  if ('code' in ruleSet) return misused(ruleSet)

  const spill = new Spill(mostCharacters)
  try {
    // A record dated between today and the day asked for is not a mistake.
    const latest = asked.on > today ? asked.on : today
    await gather(asked.files, latest, spill, (complaint) => err.write(`${complaintIn(language, complaint)}\n`))
    let computed = false
    for (const bucket of spill.buckets('n')) {
      for (const { nip, facts } of personsIn(spill.entries<Entry>(bucket), asked.on)) {
        const line = lineOf(nip, indexOf(facts, ruleSet, asked.on), words, language)
        if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain')
        computed = true
      }
    }
    if (!computed) err.write(`${sentence({ code: 'index.command.nothing', params: {} }, words, language)}\n`)
    return computed ? 0 : 1
  } finally {
    spill.close()
  }
}

function ruleSetNamed(name: string, language: Language): RuleSet | Reason {
  const known = named[name]
  const text = known === undefined ? textOf(name) : null
  if (known === undefined && text === null) return { code: 'index.command.unknown-rules', params: { value: name } }
  const read = readRuleSet(known === undefined ? parsed(text ?? '') : readRegionFile('indonesia', known))
  if ('ruleSet' in read) return read.ruleSet
  const problem = read.problems.map((p) => sentence(p, messages[language], language))[0] ?? ''
  return { code: 'index.command.bad-rules', params: { value: name, problem } }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** `kota.csv, baris 4, kolom nipBaru, nilai 123: NIP harus 18 angka.` The words of a row's faults are the import's. */
function complaintIn(language: Language, { path, row, column, value, reason }: Complaint): string {
  const own = messages[language][reason.code] !== undefined
  const said = own ? sentence(reason, messages[language], language) : sayIn(language, reason.code, reason.params)
  const say = (code: string, params: Reason['params']) => sentence({ code, params }, messages[language], language)
  if (row === undefined) return say('index.command.bad-file', { path, reason: said })
  if (column === undefined) return say('index.command.bad-record', { path, row: String(row), reason: said })
  const cell = { column: column || '–', value: JSON.stringify(value ?? null) }
  return say('index.command.bad-row', { path, row: String(row), ...cell, reason: said })
}
