/** A message, or its plural forms, with `{name}` placeholders. */
export type Message = string | { one: string; other: string }
export type Messages = Record<string, Message>
export type Language = 'id' | 'en'
export type WordParams = Record<string, string | number>

const plurals: Record<Language, Intl.PluralRules> = { id: new Intl.PluralRules('id'), en: new Intl.PluralRules('en') }
const numbers: Record<Language, Intl.NumberFormat> = {
  id: new Intl.NumberFormat('id-ID'),
  en: new Intl.NumberFormat('en-GB'),
}

/**
 * Fills a message. Numbers are written the way the language writes them; plural forms go by the parameter `n`.
 * A missing placeholder stays visible as `{name}`: better ugly than wrong.
 */
export function say(message: Message, language: Language, params: WordParams = {}): string {
  const form = typeof message === 'string' ? message : message[pluralForm(language, params.n)]
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? numbers[language].format(value) : value
  })
}

const pluralForm = (language: Language, n: string | number | undefined): 'one' | 'other' =>
  typeof n === 'number' && plurals[language].select(n) === 'one' ? 'one' : 'other'
