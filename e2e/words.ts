import { globSync, readFileSync } from 'node:fs'
import { type Language, type Messages, say, type WordParams } from '../src/shared/words.ts'

const source = new URL('../src/', import.meta.url).pathname
const read = (language: Language): Messages =>
  Object.assign(
    {},
    ...globSync(`${source}**/{messages,refusals}.${language}.json`).map((file) =>
      JSON.parse(readFileSync(file, 'utf8')),
    ),
  )
const messages: Record<Language, Messages> = { id: read('id'), en: read('en') }

/** What the screen or the server says for a key. A journey that names a key which is gone fails here. */
export function t(key: string, params: WordParams = {}, language: Language = 'id'): string {
  const message = messages[language][key]
  if (message === undefined) throw new Error(`Nothing says ${key}`)
  return say(message, language, params)
}

/** The same for words whose parameters the journey does not know. */
export const like = (key: string, params: WordParams = {}): RegExp =>
  new RegExp(
    t(key, params)
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replace(/\{\w+\}/g, '.+'),
  )
