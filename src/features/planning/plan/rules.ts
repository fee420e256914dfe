import type { CompetencyCode } from '../../competency/rules.ts'
import type { Category } from '../programme/rules.ts'

export const planStatuses = ['draft', 'proposed', 'approved', 'replaced'] as const
export type PlanStatus = (typeof planStatuses)[number]

/** Every rule of a plan that can be hard, soft with a price (points of benefit per unit missed), or off. */
export const planRules = [
  'budget',
  'ceilings',
  'rooms',
  'min-seats',
  'prerequisites',
  'hours-floor',
  'hours-ceiling',
  'office-away',
  'blackout',
  'mandatory',
  'fair-office',
  'fair-sex',
  'fair-rank',
] as const
export type PlanRule = (typeof planRules)[number]

export const ruleModes = ['hard', 'soft', 'off'] as const
export type RuleMode = (typeof ruleModes)[number]

/** What the development office sets before solving. Money in rupiah, weeks counted from 1 as in the ISO calendar. */
export interface PlanSettings {
  budgets: { source: string; rupiah: number }[]
  ceilings: { category: Category; rupiah: number }[]
  rooms: number
  blackoutWeeks: number[]
  /** The largest share of an office that may be away in one week; small offices may always send one. */
  awayShare: number
  /** The share of each group (office, sex, rank) that the plan should reach. */
  fairShare: number
  rules: Record<PlanRule, { mode: RuleMode; price: number }>
  seconds: number
  seed: number
}

/** Why something is in or out: a code with words in both languages and the values those words need. */
export interface Reason {
  code: string
  values: Record<string, string | number>
}

/** One part of a seat's benefit: the gap it closes. Levels as assessed; `gain` is the shrunk expected effect that counts. */
export interface SeatReason {
  competency: CompetencyCode
  required: number
  level: number
  criticality: number
  gain: number
}

/** What the solver proved and what the plan reaches. Hours in JP, money in rupiah. */
export interface PlanOutcome {
  status: 'optimal' | 'stopped' | 'infeasible'
  objective: number
  bound: number
  /** (bound − objective) ÷ |objective|; 0 when proven optimal. */
  gap: number
  seconds: number
  measures: PlanMeasures
  /** The rules that hold the plan back, and what one more unit would bring. */
  binding: { rule: PlanRule; values: Record<string, string | number>; gain: number }[]
  /** The smallest set of rules that contradict each other, where nothing is possible. */
  conflict: Reason[]
}

export interface PlanMeasures {
  sessions: number
  seats: number
  people: number
  eligible: number
  rupiah: number
  budget: number
  hours: number
  /** Levels of competency gap that the plan is expected to close, and all that are open. */
  levelsClosed: number
  levelsOpen: number
  /** PNS who reach 20 JP with what is planned, and all PNS. */
  hoursReached: number
  hoursOwed: number
  byCategory: { category: Category; rupiah: number }[]
  /** Share reached, per group of a kind of fairness. */
  fairness: { by: 'office' | 'sex' | 'rank'; group: string; people: number; reached: number }[]
}
