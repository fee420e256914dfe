import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluate } from '../check/rules.ts'
import { readInstance } from '../instance/rules.ts'
import type { Plan } from '../problem/rules.ts'
import { solvePlan } from './service.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bina-plan-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fixture = (name: string) => join(import.meta.dirname, `../fixtures/${name}.json`)
const smallest = JSON.parse(readFileSync(fixture('T1'), 'utf8')) as {
  people: { id: number; jp_done: number }[]
  programmes: { id: number; prereq: number | null; min_seats: number }[]
  sessions: { id: number; prog: number; weeks: number[] }[]
  eligible: { prog: number; benefit: number }[][]
  budget: number
  [field: string]: unknown
}

async function command(...args: string[]) {
  const said = { out: '', err: '' }
  const sink = (name: 'out' | 'err') =>
    new Writable({
      write(chunk, _, done) {
        said[name] += String(chunk)
        done()
      },
    })
  const code = await solvePlan(args, { out: sink('out'), err: sink('err') })
  return { code, ...said }
}

function written(content: unknown): string {
  const path = join(folder, `${Math.random()}.json`)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('plan:solve', () => {
  it('prints one JSON object with the plan', async () => {
    const { code, out } = await command(fixture('T1'), '--json')
    expect(code).toBe(0)
    expect(out.trim().split('\n')).toHaveLength(1)
    const printed = JSON.parse(out) as { plan: Plan; [key: string]: unknown }
    expect(Object.keys(printed)).toEqual(['objective', 'bound', 'gap', 'seconds', 'plan'])
    expect(printed).toMatchObject({ objective: 11, bound: 11, gap: 0 })
    const read = readInstance(smallest)
    expect(evaluate('problem' in read ? read.problem : ({} as never), printed.plan)).toMatchObject({
      feasible: true,
      objective: 11,
    })
  })

  it('tells people in their language', async () => {
    expect((await command(fixture('T1'), '--seconds', '20')).out).toContain(
      'Nilai 11; terbukti tidak ada yang lebih baik.',
    )
    expect((await command(fixture('T1'), '--lang', 'en')).out).toContain('Worth 11; proved that none is better.')
  })

  it('has a plan for a year without money, and for nobody', async () => {
    const poor = await command(written({ ...smallest, budget: 0 }), '--json')
    expect(JSON.parse(poor.out)).toMatchObject({ plan: { open: [], assign: [] }, gap: 0 })
    const none = await command(written({ ...smallest, eligible: smallest.eligible.map(() => []) }), '--json')
    expect(JSON.parse(none.out)).toMatchObject({ plan: { open: [], assign: [] }, gap: 0 })
    const empty = await command(written({ ...smallest, people: [], eligible: [], sessions: [] }), '--json')
    expect(JSON.parse(empty.out)).toMatchObject({ objective: 0, plan: { open: [], assign: [] } })
  })

  const [first, ...others] = smallest.programmes
  const circle = [{ ...first!, prereq: 1 }, { ...others[0]!, prereq: 0 }, ...others.slice(1)]
  const { budget: _, ...withoutBudget } = smallest
  it.each<[string, unknown, string]>([
    ['text', 'not json', 'bukan JSON'],
    ['a list', [1, 2], 'harus berupa objek JSON'],
    ['a missing field', withoutBudget, 'budget'],
    ['a negative budget', { ...smallest, budget: -1 }, 'budget tidak boleh negatif'],
    [
      'an id used twice',
      { ...smallest, people: [smallest.people[0], ...smallest.people.slice(0, -1)] },
      'dua kali di people',
    ],
    ['an unknown programme', { ...smallest, sessions: [{ id: 0, prog: 99, weeks: [1] }] }, 'sessions.prog menyebut 99'],
    [
      'an unknown wish',
      { ...smallest, eligible: [[{ prog: 99, benefit: 1 }], ...smallest.eligible.slice(1)] },
      'eligible.prog menyebut 99',
    ],
    ['a short list', { ...smallest, eligible: [] }, 'eligible berisi 0 baris'],
    ['a circle', { ...smallest, programmes: circle }, 'berputar: 0 → 1 → 0'],
    ['weeks out of order', { ...smallest, sessions: [{ id: 0, prog: 0, weeks: [2, 1] }] }, 'minggunya harus berurutan'],
    [
      'seats upside down',
      { ...smallest, programmes: [{ ...first!, min_seats: 999 }, ...others] },
      'kursi paling sedikit',
    ],
    [
      'a person beyond the ceiling',
      { ...smallest, people: [{ ...smallest.people[0], jp_done: 999 }, ...smallest.people.slice(1)] },
      'melampaui batas jam',
    ],
  ])('refuses %s in one sentence', async (_name, content, words) => {
    const { code, out, err } = await command(written(content), '--json')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(words)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it('refuses a command used wrongly', async () => {
    for (const args of [
      [],
      ['--what'],
      ['x.json', 'y.json'],
      ['x.json', '--seconds', '0'],
      ['x.json', '--seed'],
      ['x.json', '--seed', '1.5'],
      ['x.json', '--lang', 'nl'],
      [join(folder, 'nothing.json')],
    ]) {
      const { code, out, err } = await command(...args)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err.trim().split('\n')).toHaveLength(1)
    }
  })

  it('says when no plan is possible', async () => {
    const { code, err } = await command(written({ ...smallest, open_sessions: [0, 1, 2, 3], budget: 0 }), '--lang=en')
    expect({ code, err }).toEqual({ code: 1, err: 'No plan keeps all hard conditions.\n' })
  })
})
