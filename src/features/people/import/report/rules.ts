import type { Language, WordParams } from '../../../../shared/words.ts'
import type { Note } from '../kind/rules.ts'
import { type Changes, shown } from '../staging/rules.ts'

export type Say = (key: string, params?: WordParams) => string

/** The name of a register's field in words: `import.field.gradeCode`; a field without words is said as it is. */
export function fieldIn(say: Say, field: string): string {
  const key = `import.field.${field}`
  const words = say(key)
  return words === key ? field : words
}

const aboutFields = ['import.conflict', 'import.conflict-settled', 'import.recorded-differs']

/** A reason about a comparison names the register's field; every other one names the file's own column. */
export const columnIn = (say: Say, { code, column }: Note): string | null =>
  column && aboutFields.includes(code) ? fieldIn(say, column) : column || null

/** All there is to say about a row on one line: reasons first, then what changes from what to what. */
export function sentenceOf(say: Say, reasons: readonly Note[], changes: Changes | null): string {
  const reasonsSaid = reasons.map((note) => {
    const column = columnIn(say, note)
    return `${column === null ? '' : `${column}: `}${say(note.code, note.params)}`
  })
  const changesSaid = Object.entries(changes ?? {})
    .filter(([, { conflict }]) => !conflict)
    .map(([field, { from, to }]) => `${fieldIn(say, field)}: ${shown(from)} → ${shown(to)}`)
  return [...reasonsSaid, ...changesSaid].join(' | ')
}

export const languageSay =
  (sayIn: (language: Language, key: string, params?: WordParams) => string, language: Language): Say =>
  (key, params) =>
    sayIn(language, key, params)
