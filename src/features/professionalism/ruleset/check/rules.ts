import type { WordParams } from '../../../../shared/words.ts'
import { type IndicatorName, type RuleSet, ruleSetSchema, type Scale } from '../rules.ts'

/** What is wrong with an edited rule set: where, and a code whose words are in the feature's messages. */
export interface RuleSetProblem {
  path: string
  code: string
  params: WordParams
}

/** Reads an edited rule set. Either it is whole and free of contradictions, or every problem found is named. */
export function readRuleSet(value: unknown): { ruleSet: RuleSet } | { problems: RuleSetProblem[] } {
  const read = ruleSetSchema.safeParse(value)
  if (!read.success) return { problems: read.error.issues.map((issue) => shape(issue.path.join('.'))) }
  const problems = contradictionsIn(read.data)
  return problems.length > 0 ? { problems } : { ruleSet: read.data }
}

const shape = (path: string): RuleSetProblem => ({ path, code: 'index.rules.shape', params: { path: path || '/' } })

function contradictionsIn(rules: RuleSet): RuleSetProblem[] {
  const { qualification, competency, performance, discipline } = rules
  const problems: RuleSetProblem[] = []
  const say = (path: string, code: string, params: WordParams = {}) =>
    problems.push({ path, code: `index.rules.${code}`, params: { path, ...params } })
  const within = (path: string, points: number, max: number) => {
    if (points > max) say(path, 'above-max', { points, max })
  }

  if (rules.effectiveTo !== null && rules.effectiveTo < rules.effectiveFrom) say('effectiveTo', 'dates')
  const whole = qualification.max + competency.max + performance.max + discipline.max
  if (whole !== 100) say('max', 'not-hundred', { sum: whole })

  const levels = new Set<string>()
  for (const row of qualification.tables.flatMap((table) => table.rows)) {
    within('qualification.tables', row.points, qualification.max)
    for (const code of row.codes) {
      if (levels.has(code)) say('qualification.tables', 'twice', { code })
      levels.add(code)
    }
  }

  for (const [kind, points] of Object.entries(competency.points)) {
    const path = `competency.points.${kind}`
    const sum = Object.values(points).reduce((total, value) => total + value, 0)
    if (Math.abs(sum - competency.max) > 0.001) say(path, 'not-max', { sum, max: competency.max })
    for (const name of Object.keys(points) as IndicatorName[]) {
      const rule = competency.indicators[name]
      if (rule === undefined) say(path, 'no-indicator', { indicator: name })
      else if (rule.counts === 'performance') {
        checkScale(`competency.indicators.${name}.scale`, rule.scale, points[name] ?? 0, say)
      }
    }
  }

  checkScale('performance.scale', performance.scale, performance.max, say)
  for (const [level, value] of Object.entries(discipline.levels.points)) {
    within(`discipline.levels.points.${level}`, value, discipline.max)
  }
  const { none, R, S, B } = discipline.levels.points
  if (!(none >= R && R >= S && S >= B)) say('discipline.levels.points', 'not-descending')

  if (!descends(rules.categories.bands)) say('categories.bands', 'bands')
  if (new Set(rules.categories.bands.map((band) => band.code)).size !== 5) say('categories.bands', 'bands')
  return problems
}

function checkScale(
  path: string,
  scale: Scale,
  max: number,
  say: (path: string, code: string, params?: WordParams) => void,
) {
  const all = [...Object.values(scale.predicates), ...scale.values.bands, scale.missing]
  for (const { points } of all) if (points > max) say(path, 'above-max', { points, max })
  if (!descends(scale.values.bands)) say(`${path}.values.bands`, 'bands')
}

/** The lower bounds fall from band to band and only the last band is open below. */
const descends = (bands: readonly { above: number | null }[]): boolean =>
  bands.every((band, i) => {
    if (i === bands.length - 1) return band.above === null
    const next = bands[i + 1]?.above ?? null
    return band.above !== null && (next === null || next < band.above)
  })
