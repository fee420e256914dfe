import type { Ctx } from '../../../platform/http/context.ts'
import { ruleSetOn } from '../../../platform/rule-sets/queries.ts'
import { holds } from '../../../shared/actor.ts'
import { yearOf } from '../../../shared/dates.ts'
import { peopleKinds } from '../import/kinds/service.ts'
import { type LessonHourRules, lessonHoursIn, standingOf } from '../person/rules.ts'
import { openConflicts, trainedPerson, waitingImports } from './queries.ts'

/** The register's part of the home screen. */
export async function summary(ctx: Ctx) {
  return { own: await ownHours(ctx), office: await waiting(ctx) }
}

async function ownHours({ db, actor, today }: Ctx) {
  const person = actor.personId === null ? undefined : await trainedPerson(db, actor.personId)
  if (!person) return null
  const rules = await ruleSetOn<LessonHourRules>(db, 'JAM_PELAJARAN', today)
  const year = yearOf(today)
  const hours = lessonHoursIn(person.trainings, year)
  return { year, hours, ...standingOf(hours, person, rules?.body ?? { rules: [] }) }
}

async function waiting({ db, actor }: Ctx) {
  if (!holds(actor, 'people.import') || !holds(actor, 'people.correct')) return null
  const hidden = peopleKinds.flatMap(({ permission, target }) =>
    permission && !holds(actor, permission) ? [target.record] : [],
  )
  return { importsWaiting: await waitingImports(db), conflicts: await openConflicts(db, actor, hidden) }
}
