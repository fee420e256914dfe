import type { PlanningParameters } from '../../parameters/rules.ts'
import { ramadanWeeks } from '../calendar/rules.ts'
import type { PlanRule, PlanSettings } from '../rules.ts'

/** What a new plan starts with: the region's parameters, the weeks of Ramadan free, no money yet. */
export function usualSettings({ plan }: PlanningParameters, year: number): PlanSettings {
  const { price } = plan
  const hard = { mode: 'hard', price: 0 } as const
  const soft = (points: number) => ({ mode: 'soft', price: points }) as const
  const rules: Record<PlanRule, PlanSettings['rules'][PlanRule]> = {
    budget: hard,
    ceilings: hard,
    rooms: hard,
    'min-seats': hard,
    prerequisites: hard,
    'hours-floor': soft(price.hours),
    // PP 49/2018 art. 40 names a ceiling; how it lives with UU 20/2023 art. 49 is open, so it warns before it blocks.
    'hours-ceiling': soft(price.ceiling),
    'office-away': hard,
    blackout: hard,
    mandatory: hard,
    'fair-office': soft(price.fairness),
    'fair-sex': soft(price.fairness),
    'fair-rank': { mode: 'off', price: price.fairness },
  }
  return {
    budgets: [],
    ceilings: [],
    rooms: plan.rooms,
    blackoutWeeks: ramadanWeeks(year),
    awayShare: plan.awayShare,
    fairShare: plan.fairShare,
    rules,
    seconds: plan.seconds,
    seed: 1,
  }
}
