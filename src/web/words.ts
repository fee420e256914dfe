import { useSyncExternalStore } from 'react'
import { type Language, type Messages, type WordParams, say } from '../shared/words.ts'

type Dictionary = () => Promise<Messages>

// Each file is a chunk of its own: a phone loads one language of the features it opens.
const files = {
  ...import.meta.glob<Messages>('./messages.*.json', { import: 'default' }),
  ...import.meta.glob<Messages>('./*/messages.*.json', { import: 'default' }),
  ...import.meta.glob<Messages>('../features/*/messages.*.json', { import: 'default' }),
  ...import.meta.glob<Messages>('../features/*/*/messages.*.json', { import: 'default' }),
} as Record<string, Dictionary>

const remembered = 'bina.language'
const listeners = new Set<() => void>()
const wanted = new Set<string>()
let active: Language = ofThisDevice()
let dictionary: Messages = {}

// `web` are the floor's own words, `web/audit` those of one of its screens, `people/import` those of one subject.
const addressOf = (feature: string, language: Language) =>
  feature === 'web' || feature.startsWith('web/')
    ? `.${feature.slice('web'.length)}/messages.${language}.json`
    : `../features/${feature}/messages.${language}.json`

/** Before anybody has signed in here: the language this device spoke last, else its own; Bahasa Indonesia for every other. */
function ofThisDevice(): Language {
  const last = localStorage.getItem(remembered)
  if (last === 'id' || last === 'en') return last
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'id'
}

const read = async (feature: string, language: Language): Promise<Messages> =>
  (await files[addressOf(feature, language)]?.()) ?? {}

/** Loads the words of these features in the active language; a screen is shown only after its words are here. */
export async function loadWords(features: readonly string[]): Promise<void> {
  const missing = features.filter((f) => !wanted.has(f))
  if (missing.length === 0) return
  const language = active
  const found = await Promise.all(missing.map((f) => read(f, language)))
  if (language !== active) return loadWords(features)
  dictionary = Object.assign({}, dictionary, ...found)
  missing.forEach((f) => wanted.add(f))
}

/** Switches the language in place: every screen says its words again and keeps what was typed. */
export async function speak(language: Language): Promise<void> {
  if (language === active) return
  const asked = [...wanted]
  const found = await Promise.all(asked.map((f) => read(f, language)))
  // A screen's words arrived meanwhile, still in the language before.
  if (wanted.size > asked.length) return speak(language)
  active = language
  dictionary = Object.assign({}, ...found)
  localStorage.setItem(remembered, language)
  document.documentElement.lang = language
  listeners.forEach((tell) => tell())
}

export const activeLanguage = (): Language => active

/** A screen or frame that calls this is drawn again when the language changes, with everything inside it. */
export function useLanguage(): Language {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => active,
  )
}

/** The words of a key in the active language; an unknown key shows itself. */
export function t(key: string, params?: WordParams): string {
  const message = dictionary[key]
  return message === undefined ? key : say(message, active, params)
}
