import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Language, type Messages, say, type WordParams } from '../../shared/words.ts'

const source = join(import.meta.dirname, '../..')

const foldersIn = (folder: string): string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isDirectory())

/** The folders that hold words: the floor, the browser floor with its screens, and every feature with its subjects. */
export function wordFolders(): string[] {
  const web = join(source, 'web')
  const features = foldersIn(join(source, 'features'))
  return [join(source, 'platform'), web, ...foldersIn(web), ...features, ...features.flatMap(foldersIn)]
}

function readWords(language: Language): Messages {
  const files = wordFolders().flatMap((folder) =>
    ['messages', 'refusals'].map((name) => join(folder, `${name}.${language}.json`)),
  )
  return Object.assign({}, ...files.filter(existsSync).map((file) => JSON.parse(readFileSync(file, 'utf8'))))
}

const all: Record<Language, Messages> = { id: readWords('id'), en: readWords('en') }

/** Says a message or a refusal code on the server: in errors, reports and spreadsheets. An unknown key is said as itself. */
export const sayIn = (language: Language, key: string, params?: WordParams): string =>
  say(all[language][key] ?? key, language, params)
