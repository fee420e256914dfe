import type { Day } from '../../../../shared/dates.ts'
import type { PlanId } from '../../../../shared/ids.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { Db } from '../../../../platform/db/open.ts'
import { ruleSetOn } from '../../../../platform/rule-sets/queries.ts'
import { type LessonHourRules, standingOf } from '../../../people/person/rules.ts'
import { planningParametersOn } from '../../parameters/queries.ts'
import type { PlanSettings } from '../rules.ts'
import {
  colleaguesAtWork,
  effectsTaught,
  finishedProgrammes,
  hoursIn,
  offersTaught,
  openGaps,
  pinsOf,
} from './queries.ts'
import { type Colleague, type Offer, problemOf } from './rules.ts'

/** A programme is not offered again to whoever finished it in this many years (D). */
const yearsFinished = 3

/** What a plan of a year is made from, and the question it puts to the solver. @throws Refusal where nothing can be planned */
export async function questionOf(db: Db, plan: { planId: PlanId; year: number; settings: PlanSettings }, today: Day) {
  const parameters = await planningParametersOn(db, today)
  const offers = await offersOf(db)
  if (offers.length === 0) throw new Refusal('planning.no-programme', 409)
  const colleagues = await colleaguesOf(db, plan.year, today)
  if (colleagues.length === 0) throw new Refusal('planning.nobody', 409)
  const pins = await pinsOf(db, plan.planId)
  return { parameters, offers, colleagues, problem: problemOf(colleagues, offers, plan.settings, parameters, pins) }
}

async function offersOf(db: Db): Promise<Offer[]> {
  const offers = await offersTaught(db)
  const effects = Map.groupBy(await effectsTaught(db), ({ programmeId }) => programmeId)
  return offers.map((offer) => ({ ...offer, effects: effects.get(offer.programmeId) ?? [] }))
}

async function colleaguesOf(db: Db, year: number, today: Day): Promise<Colleague[]> {
  const rules = (await ruleSetOn<LessonHourRules>(db, 'JAM_PELAJARAN', today))?.body ?? { rules: [] }
  const gaps = Map.groupBy(await openGaps(db), ({ personId }) => personId)
  const hours = await hoursIn(db, year)
  const finished = await finishedProgrammes(db, year - yearsFinished)
  return (await colleaguesAtWork(db)).map(({ gradeCode, ...one }) => {
    const hoursDone = hours.get(one.personId) ?? 0
    const { floor, ceiling } = standingOf(hoursDone, one, rules)
    return {
      ...one,
      rank: rankGroup(one.employment, gradeCode),
      hoursDone,
      floor,
      ceiling,
      gaps: gaps.get(one.personId) ?? [],
      finished: finished.get(one.personId) ?? [],
    }
  })
}

const rankGroup = (employment: string, grade: string | null): string | null =>
  employment === 'PPPK'
    ? 'PPPK'
    : grade === null
      ? null
      : `PNS ${['I', 'II', 'III', 'IV'][Number(grade[0]) - 1] ?? ''}`.trim()
