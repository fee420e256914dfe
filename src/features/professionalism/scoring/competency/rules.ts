import type { Day } from '../../../../shared/dates.ts'
import type { IndexFacts, TrainingRecord } from '../../facts/rules.ts'
import type { Indicator, IndicatorName, RuleSet, TrainingGroup } from '../../ruleset/rules.ts'
import type { Measure } from '../measure/rules.ts'
import { chosenAppraisal, pointsOnScale } from '../performance/rules.ts'

/** The indicators of a kind of post with their points; null where the kind is needed and unknown. */
export function indicatorsFor(
  facts: IndexFacts,
  { competency }: RuleSet,
): Partial<Record<IndicatorName, number>> | null {
  const { points } = competency
  if ('any' in points) return points.any
  return facts.postKind === null ? null : points[facts.postKind]
}

export function competencyScore(facts: IndexFacts, measure: Measure): number {
  const indicators = indicatorsFor(facts, measure.ruleSet)
  if (indicators === null) return 0
  let score = 0
  for (const name in indicators) {
    score += pointsFor(name as IndicatorName, indicators[name as IndicatorName] ?? 0, facts, measure)
  }
  return Math.round(score * 100) / 100
}

/** The points of one indicator. The training that earned them is added to `found` when it is given. */
export function pointsFor(
  name: IndicatorName,
  max: number,
  facts: IndexFacts,
  measure: Measure,
  found?: TrainingRecord[],
): number {
  const rule = measure.ruleSet.competency.indicators[name]
  if (rule === undefined) return 0
  switch (rule.counts) {
    case 'performance':
      return pointsOnScale(chosenAppraisal(facts, rule.scale, measure), rule.scale)
    case 'hours':
      return pointsForHours(countedHours(name, rule, facts, measure, found), requiredHours(rule, facts), max, rule)
    case 'leadership':
      return anyTraining(facts, (t) => fitsEchelon(t, rule, facts) && isDone(t, measure), found) ? max : 0
    case 'once': {
      if (isTrainedFromAppointment(rule, facts)) return max
      return anyTraining(facts, (t) => countsFor(name, rule, t, measure), found) ? max : 0
    }
  }
}

function anyTraining(facts: IndexFacts, counts: (t: TrainingRecord) => boolean, found?: TrainingRecord[]): boolean {
  if (found === undefined) return facts.training.some(counts)
  found.push(...facts.training.filter(counts))
  return found.length > 0
}

type Hours = Extract<Indicator, { counts: 'hours' }>
type Once = Extract<Indicator, { counts: 'once' }>
type Leadership = Extract<Indicator, { counts: 'leadership' }>

export const requiredHours = (rule: Hours, facts: IndexFacts): number =>
  (facts.employment !== null && rule.required.byEmployment[facts.employment]) || rule.required.hours

/** Lesson hours within the window, summed in hundredths so that the order of records cannot matter. */
export function countedHours(
  name: IndicatorName,
  rule: Hours,
  facts: IndexFacts,
  measure: Measure,
  found?: TrainingRecord[],
): number {
  let hundredths = 0
  for (const training of facts.training) {
    if (!countsFor(name, rule, training, measure)) continue
    const hours = Math.round(hoursOf(training, rule, facts) * 100)
    if (hours <= 0) continue
    found?.push(training)
    hundredths = rule.accumulate.enabled ? hundredths + hours : Math.max(hundredths, hours)
  }
  return hundredths / 100
}

/** All or nothing, or in proportion to the hours required where the rule set says so. */
function pointsForHours(hours: number, required: number, max: number, rule: Hours): number {
  if (hours >= required) return max
  return rule.proportional ? Math.round(((max * hours) / required) * 100) / 100 : 0
}

function hoursOf(training: TrainingRecord, rule: Hours, facts: IndexFacts): number {
  if (training.hours !== null) return training.hours
  const { days } = rule.daysAsFull
  if (days === null || training.startedOn === null || training.endedOn === null) return 0
  const lasted = (Date.parse(training.endedOn) - Date.parse(training.startedOn)) / 86_400_000 + 1
  return lasted >= days ? requiredHours(rule, facts) : 0
}

function countsFor(name: IndicatorName, rule: Hours | Once, training: TrainingRecord, measure: Measure): boolean {
  const group = groupOf(training, measure.ruleSet)
  return group !== null && rule.groups.includes(group) && isInWindow(training, measure.before[name] ?? null, measure)
}

/** Structural training is never technical, whatever its certificate class; other training goes by `jenisDiklat`. */
export function groupOf(training: TrainingRecord, { competency }: RuleSet): TrainingGroup | null {
  if (training.kind === 'structural') return 'leadership'
  const { byType, byClass } = competency.groups
  const byItsType = training.typeCode === null ? undefined : byType[training.typeCode]
  return byItsType ?? (training.certificateClass === null ? null : (byClass[training.certificateClass] ?? null))
}

/** The day training counts from: its end, else its start, else a set day of its year; null when undated. */
export function dayOfTraining(training: TrainingRecord, { competency }: RuleSet): Day | null {
  const known = training.endedOn ?? training.startedOn
  if (known !== null || training.year === null) return known
  return `${training.year}-${competency.yearOnly.monthDay}` as Day
}

function isInWindow(training: TrainingRecord, before: Day | null, measure: Measure): boolean {
  const day = dayOfTraining(training, measure.ruleSet)
  return day === null ? before === null : day <= measure.on && (before === null || day > before)
}

const isDone = (training: TrainingRecord, measure: Measure): boolean => isInWindow(training, null, measure)

/** The leadership training that the post's echelon asks for; null where the table names none. */
export const requiredLeadership = (rule: Leadership, facts: IndexFacts): readonly string[] | null =>
  rule.match.find((row) => facts.echelonCode?.length === 2 && facts.echelonCode.startsWith(row.echelon))
    ?.structuralCodes ?? null

const fitsEchelon = (training: TrainingRecord, rule: Leadership, facts: IndexFacts): boolean =>
  training.structuralCode !== null && (requiredLeadership(rule, facts)?.includes(training.structuralCode) ?? false)

/** Some regions count teachers, doctors and others as functionally trained from their appointment. */
export const isTrainedFromAppointment = (rule: Once, facts: IndexFacts): boolean =>
  rule.fromAppointment?.enabled === true &&
  facts.postKind === 'functional' &&
  rule.fromAppointment.titles.includes((facts.postTitle ?? '').toLowerCase().split(/\s+/)[0] ?? '')
