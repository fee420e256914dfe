import { type Day, parseDay } from '../../../shared/dates.ts'
import type { Language } from '../../../shared/words.ts'
import type { Reason } from '../reason/rules.ts'

/** What the command line asks for. `rules` is the name of a rule set or the path of a JSON file. */
export interface Asked {
  files: string[]
  on: Day
  rules: string
  language: Language
}

const options = ['--on', '--rules', '--language'] as const

/** Reads the arguments; the first thing wrong with them is answered as a reason. Without `--on` the day is today. */
export function readArguments(args: readonly string[], today: Day): Asked | Reason {
  const asked: Asked = { files: [], on: today, rules: 'IPASN_2019', language: 'id' }
  const rest = args.flatMap((arg) =>
    /^--\w+=/.test(arg) ? [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)] : [arg],
  )
  for (let i = 0; i < rest.length; i++) {
    const argument = rest[i] ?? ''
    if (!argument.startsWith('--')) asked.files.push(argument)
    else if (!options.includes(argument as (typeof options)[number])) {
      return { code: 'index.command.unknown-option', params: { option: argument } }
    } else {
      const value = rest[++i]
      if (value === undefined || value.startsWith('--')) {
        return { code: 'index.command.no-value', params: { option: argument } }
      }
      const problem = take(asked, argument as (typeof options)[number], value)
      if (problem !== null) return problem
    }
  }
  return asked.files.length === 0 ? { code: 'index.command.usage', params: {} } : asked
}

function take(asked: Asked, option: (typeof options)[number], value: string): Reason | null {
  switch (option) {
    case '--on': {
      const on = parseDay(value)
      if (on === undefined) return { code: 'index.command.bad-day', params: { value } }
      asked.on = on
      return null
    }
    case '--rules':
      asked.rules = value
      return null
    case '--language':
      if (value !== 'id' && value !== 'en') return { code: 'index.command.bad-language', params: { value } }
      asked.language = value
      return null
  }
}

/** The language asked for, as far as it can be told from arguments that may be wrong otherwise. */
export const languageIn = (args: readonly string[]): Language =>
  args.includes('--language=en') || args[args.indexOf('--language') + 1] === 'en' ? 'en' : 'id'
