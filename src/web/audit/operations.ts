import { t } from '../words.ts'

/** What an operation does, in words where the words are known, else its own name. */
export function operationWords(operation: string): string {
  const key = `web.audit.operation.${operation}`
  const words = t(key)
  return words === key ? operation : words
}

/** Beginnings of operation names that a filter offers. */
export const areas = [
  'account/',
  'accounts/',
  'import/',
  'people/',
  'conflict/',
  'competency/',
  'index/',
  'settings/',
  'job/',
] as const
