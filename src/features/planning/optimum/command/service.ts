import { readFileSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { type Language, type Messages, say } from '../../../../shared/words.ts'
import { type Reason, readInstance } from '../instance/rules.ts'
import english from '../messages.en.json' with { type: 'json' }
import indonesian from '../messages.id.json' with { type: 'json' }
import type { Problem } from '../problem/rules.ts'
import { type Solution, solve } from '../service.ts'
import { type Asked, languageIn, readArguments } from './line/rules.ts'

const messages: Record<Language, Messages> = { id: indonesian, en: english }

export interface Surroundings {
  out: Writable
  err: Writable
  signal?: AbortSignal
}

/**
 * Solves one instance file and prints the plan, as one JSON object with `--json`.
 *
 * @returns the exit code: 0 a plan was printed, 1 there is none, 2 the input or the command is wrong
 */
export async function solvePlan(args: readonly string[], around: Surroundings): Promise<0 | 1 | 2> {
  const language = languageIn(args)
  const tell = (reason: Reason) =>
    around.err.write(`${say(messages[language][reason.code] ?? reason.code, language, reason.params)}\n`)
  const refuse = (reason: Reason): 2 => {
    tell(reason)
    return 2
  }
  const asked = readArguments(args)
  if ('code' in asked) return refuse(asked)
  const read = problemIn(asked.file)
  if ('code' in read) return refuse(read)
  const solution = await solve(read.problem, {
    seed: asked.seed,
    ...(asked.seconds === null ? {} : { seconds: asked.seconds }),
    ...(around.signal ? { signal: around.signal } : {}),
    ...(asked.json ? {} : { onProgress: progressTo(around.err, language) }),
  })
  if (solution.plan === null) {
    tell({ code: `optimum.command.${solution.status}`, params: {} })
    return 1
  }
  if (solution.status === 'solver-died') tell({ code: 'optimum.command.kept', params: {} })
  around.out.write(asked.json ? `${JSON.stringify(printed(solution))}\n` : summary(asked, solution, read.problem))
  return 0
}

function problemIn(file: string): { problem: Problem } | Reason {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return { code: 'optimum.command.no-file', params: { file } }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { code: 'optimum.command.no-json', params: { file } }
  }
  return readInstance(value)
}

/** The keys that other programs read; an unknown bound is null, for JSON knows no infinity. */
const printed = ({ objective, bound, gap, seconds, plan }: Solution) => ({
  objective,
  bound: Number.isFinite(bound) ? bound : null,
  gap: gap !== null && Number.isFinite(gap) ? gap : null,
  seconds: Math.round(seconds * 100) / 100,
  plan,
})

function progressTo(
  err: Writable,
  language: Language,
): (progress: { objective: number | null; bound: number; seconds: number }) => void {
  let said = ''
  return ({ objective, bound, seconds }) => {
    const now = `${objective} ${bound}`
    if (now === said || objective === null || !Number.isFinite(bound)) return
    said = now
    const params = { objective, bound: Math.round(bound), seconds: Math.round(seconds) }
    err.write(`${say(messages[language]['optimum.command.progress']!, language, params)}\n`)
  }
}

function summary(asked: Asked, solution: Solution, problem: Problem): string {
  const { language } = asked
  const verdict = solution.verdict!
  const line = (code: string, params: Record<string, string | number>) =>
    say(messages[language][`optimum.summary.${code}`]!, language, params)
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 })
  return `${[
    line('plan', { name: problem.name ?? asked.file }),
    line(solution.status === 'optimal' ? 'proved' : 'within', {
      objective: verdict.objective,
      bound: Number.isFinite(solution.bound) ? solution.bound : '∞',
      gap: percent.format(solution.gap ?? 0),
    }),
    line('sessions', { n: solution.plan!.open.length, all: problem.sessions.length }),
    line('people', { n: verdict.reached, all: problem.people.length, seats: verdict.seats }),
    line('hours', { n: verdict.hoursMissing }),
    line('cost', { cost: verdict.cost, amount: (problem.sources ?? []).reduce((sum, s) => sum + s.amount, 0) }),
    line('seconds', { seconds: Math.round(solution.seconds * 10) / 10 }),
  ].join('\n')}\n`
}
