import type { Tone } from '../../../web/kit/badge.tsx'
import { t } from '../../../web/words.ts'
import type { Counts, ImportFile, ImportLine, Outcome } from './importAsking.ts'

export const outcomes: readonly Outcome[] = ['new', 'changed', 'same', 'conflict', 'rejected']

export const outcomeTones: Record<Outcome, Tone> = {
  new: 'good',
  changed: 'info',
  same: 'quiet',
  conflict: 'warn',
  rejected: 'bad',
}

export const statusTones: Record<ImportLine['status'], Tone> = {
  reading: 'info',
  preview: 'warn',
  applying: 'info',
  done: 'good',
  failed: 'bad',
  cancelled: 'quiet',
}

export const fileTones: Record<ImportFile['status'], Tone> = {
  read: 'info',
  rejected: 'bad',
  applied: 'good',
  failed: 'bad',
}

export const stations = ['upload', 'check', 'apply', 'report'] as const

const stationNow: Record<ImportLine['status'], number> = {
  reading: 1,
  preview: 1,
  applying: 2,
  done: 3,
  failed: 1,
  cancelled: 1,
}

/** Where an import stands on its way; one that failed after it was confirmed failed while it was applied. */
export const stationOf = (one: { status: ImportLine['status']; confirmedAt: string | null }): number =>
  one.status === 'failed' && one.confirmedAt !== null ? 2 : stationNow[one.status]

export const rowsIn = (counts: Counts): number => outcomes.reduce((sum, outcome) => sum + counts[outcome], 0)

/** What a confirmation would write. */
export const takenIn = (counts: Counts): number => counts.new + counts.changed

/** National names stay beside their words: they are what the files are called. */
export function kindWords(kind: string | null): string {
  if (kind === null) return t('people.import.kind.unknown')
  const key = `people.import.kind.${kind}`
  const words = t(key)
  return words === key ? kind : words
}

/** A value as it stands in a file: texts and numbers as they are, nothing as a dash. */
export const shown = (value: unknown): string =>
  value === null || value === undefined || value === ''
    ? '–'
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value)

/** A file's path without the archive's own name, which stands in front of every path and says nothing. */
export const nameIn = (importName: string, path: string): string =>
  path.startsWith(`${importName}/`) ? path.slice(importName.length + 1) : path
