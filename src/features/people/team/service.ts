import type { Ctx } from '../../../platform/http/context.ts'
import { ruleSetOn } from '../../../platform/rule-sets/queries.ts'
import { yearOf } from '../../../shared/dates.ts'
import { type LessonHourRules, lessonHoursIn, standingOf } from '../person/rules.ts'
import { type Page, registerRows, registerTotal } from '../register/queries.ts'
import { inWords } from '../register/service.ts'
import { trainingsOf } from './queries.ts'

/** One page of the actor's direct reports who are at work, each with this year's lesson hours. */
export async function team({ db, actor, today }: Ctx, page: Page) {
  if (actor.personId === null) return { rows: [], total: 0 }
  const filter = { supervisorId: actor.personId, status: 'active' } as const
  const lines = await registerRows(db, actor, filter, page)
  const ids = lines.map((line) => line.personId)
  const trainings = ids.length > 0 ? await trainingsOf(db, actor, ids) : []
  const rules = (await ruleSetOn<LessonHourRules>(db, 'JAM_PELAJARAN', today))?.body ?? { rules: [] }
  const year = yearOf(today)
  const rows = lines.map((line) => {
    const own = trainings.filter((training) => training.personId === line.personId)
    const hours = lessonHoursIn(own, year)
    return { ...inWords(line), year, hours, ...standingOf(hours, line, rules) }
  })
  return { rows, total: await registerTotal(db, actor, filter, page, rows.length) }
}
