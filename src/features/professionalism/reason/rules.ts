import { parseDay } from '../../../shared/dates.ts'
import { type Language, type Message, type Messages, say, type WordParams } from '../../../shared/words.ts'

/** A sentence still without a language: the key of its words and what fills them. */
export interface Reason {
  code: string
  params: WordParams
}

/** Only a real day is written out: texts of the records come through here too. */
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parseDay(text) !== undefined
const days: Record<Language, Intl.DateTimeFormat> = {
  id: new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
}

/**
 * Says a reason. A parameter that is a message key (`index.education.40`) is said first, a day is written the way
 * the language writes it; a code without words shows as itself.
 */
export function sentence(reason: Reason, messages: Messages, language: Language): string {
  const params: WordParams = {}
  for (const [name, value] of Object.entries(reason.params)) params[name] = wordOf(value, messages, language)
  return say(messages[reason.code] ?? reason.code, language, params)
}

function wordOf(value: string | number, messages: Messages, language: Language): string | number {
  if (typeof value === 'number') return value
  if (value.startsWith('index.')) {
    const message: Message = messages[value] ?? value.slice(value.lastIndexOf('.') + 1)
    return say(message, language)
  }
  return isDay(value) ? days[language].format(new Date(`${value}T00:00:00Z`)) : value
}
