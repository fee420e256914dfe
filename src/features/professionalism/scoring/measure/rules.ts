import { addYears, type Day, yearOf } from '../../../../shared/dates.ts'
import type { IndicatorName, RuleSet, Window } from '../../ruleset/rules.ts'

/** A rule set brought to a day: what would be worked out again for every person is worked out once. */
export interface Measure {
  ruleSet: RuleSet
  on: Day
  year: number
  appraisalYear: number
  educationPoints: ReadonlyMap<string, number>
  /** Per indicator the last day that no longer counts; null where every day counts. */
  before: Readonly<Partial<Record<IndicatorName, Day | null>>>
  sanctionsBefore: Day
}

/** The last day before a window that ends on `on`: one year on 2026-12-31 begins after 2025-12-31. */
export const dayBefore = (window: Window, on: Day): Day =>
  window.by === 'calendar' ? (`${yearOf(on) - window.years}-12-31` as Day) : addYears(on, -window.years)

export function measureOf(ruleSet: RuleSet, on: Day): Measure {
  const before: Partial<Record<IndicatorName, Day | null>> = {}
  for (const [name, rule] of Object.entries(ruleSet.competency.indicators)) {
    const window = rule.counts === 'once' || rule.counts === 'hours' ? rule.window : null
    before[name as IndicatorName] = window === null ? null : dayBefore(window, on)
  }
  const rows = ruleSet.qualification.tables.flatMap((table) => table.rows)
  return {
    ruleSet,
    on,
    year: yearOf(on),
    appraisalYear: yearOf(on) - ruleSet.performance.yearsBack.years,
    educationPoints: new Map(rows.flatMap((row) => row.codes.map((code) => [code, row.points] as const))),
    before,
    sanctionsBefore: dayBefore(ruleSet.discipline.window, on),
  }
}
