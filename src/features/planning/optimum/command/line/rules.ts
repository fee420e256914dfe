import type { Language, WordParams } from '../../../../../shared/words.ts'
import type { Reason } from '../../instance/rules.ts'

/** What the command line asks for. */
export interface Asked {
  file: string
  json: boolean
  seconds: number | null
  seed: number
  language: Language
}

const complaint = (code: string, params: WordParams = {}): Reason => ({ code: `optimum.command.${code}`, params })

/** Reads the arguments; the first thing wrong with them is answered as a reason. */
export function readArguments(args: readonly string[]): Asked | Reason {
  const asked: Asked = { file: '', json: false, seconds: null, seed: 1, language: 'id' }
  const rest = args.flatMap((arg) =>
    /^--\w+=/.test(arg) ? [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)] : [arg],
  )
  for (let i = 0; i < rest.length; i++) {
    const argument = rest[i]!
    if (argument === '--json') asked.json = true
    else if (argument === '--seconds' || argument === '--seed' || argument === '--lang') {
      const value = rest[++i]
      if (value === undefined || value.startsWith('--')) return complaint('no-value', { option: argument })
      const number = Number(value)
      if (argument === '--lang') {
        if (value !== 'id' && value !== 'en') return complaint('bad-language', { value })
        asked.language = value
      } else if (argument === '--seed') {
        if (!Number.isInteger(number) || number < 0 || number > 2 ** 31 - 1) return complaint('bad-seed', { value })
        asked.seed = number
      } else {
        if (!(number > 0) || number > 7 * 86_400) return complaint('bad-seconds', { value })
        asked.seconds = number
      }
    } else if (argument.startsWith('--')) return complaint('unknown-option', { option: argument })
    else if (asked.file !== '') return complaint('two-files', { value: argument })
    else asked.file = argument
  }
  return asked.file === '' ? complaint('usage') : asked
}

/** The language asked for, as far as it can be told from arguments that may be wrong otherwise. */
export const languageIn = (args: readonly string[]): Language =>
  args.includes('--lang=en') || args[args.indexOf('--lang') + 1] === 'en' ? 'en' : 'id'
