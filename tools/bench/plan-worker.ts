import { readFileSync } from 'node:fs'
import { evaluate } from '../../src/features/planning/optimum/check/rules.ts'
import { greedyPlan } from '../../src/features/planning/optimum/greedy/rules.ts'
import { index } from '../../src/features/planning/optimum/indexed/rules.ts'
import { readInstance } from '../../src/features/planning/optimum/instance/rules.ts'
import type { Problem } from '../../src/features/planning/optimum/problem/rules.ts'
import { solve } from '../../src/features/planning/optimum/service.ts'
import { generatePlan } from './plan-generator.ts'

/** What one solve in a process of its own measured. */
export interface Measured {
  objective: number | null
  bound: number
  gap: number | null
  status: string
  greedy: number
  feasible: boolean
  seconds: number
  cpuSeconds: number
  megabytes: number
  people: number
  programmes: number
}

const [what, seed] = process.argv.slice(2)
const problem = /^\d+x\d+$/.test(what!) ? generated(what!, Number(seed)) : fromFile(what!)
const greedy = evaluate(problem, greedyPlan(index(problem)))
const solution = await solve(problem)
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
process.send!({
  objective: solution.objective,
  bound: solution.bound,
  gap: solution.gap,
  status: solution.status,
  greedy: greedy.objective,
  feasible: solution.plan !== null && evaluate(problem, solution.plan).feasible,
  seconds: solution.seconds,
  cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
  megabytes: maxRSS / 1024,
  people: problem.people.length,
  programmes: problem.programmes.length,
} satisfies Measured)

function generated(size: string, from: number): Problem {
  const [people, programmes] = size.split('x').map(Number)
  return generatePlan(from, people!, programmes!)
}

function fromFile(path: string): Problem {
  const read = readInstance(JSON.parse(readFileSync(path, 'utf8')))
  if ('code' in read) throw new Error(`${path}: ${read.code}`)
  return read.problem
}
