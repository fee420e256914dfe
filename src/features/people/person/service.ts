import type { Ctx } from '../../../platform/http/context.ts'
import { ruleSetOn } from '../../../platform/rule-sets/queries.ts'
import { yearOf } from '../../../shared/dates.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { Refusal } from '../../../shared/refusal.ts'
import {
  echelon,
  educationLevel,
  functionalLevel,
  grade,
  legalStatus,
  predicate,
  sanctionType,
  trainingType,
} from '../naming/rules.ts'
import { isActive } from '../status/rules.ts'
import { historyRows, historyTotal } from '../history/queries.ts'
import { type PersonPage, personPage } from './queries.ts'
import { fullName, type LessonHourRules, lessonHoursIn, standingOf, timeOfService } from './rules.ts'

/** A person page. Whoever may not see the person learns no more than that there is nothing to see. */
export async function person({ db, actor, today }: Ctx, input: { personId?: PersonId | undefined }) {
  const personId = input.personId ?? actor.personId
  const page = personId === null ? undefined : await personPage(db, actor, personId)
  if (!page) throw new Refusal('people.unknown', 404)
  const hourRules = await ruleSetOn<LessonHourRules>(db, 'JAM_PELAJARAN', today)
  const year = yearOf(today)
  const hours = lessonHoursIn(page.trainings, year)
  return {
    ...page,
    ...recordsInWords(page),
    fullName: fullName(page),
    status: legalStatus(page.statusCode),
    active: isActive(page.statusCode),
    education: educationLevel(page.educationCode),
    grade: grade(page.gradeCode),
    dates: page,
    service: page.appointedOn && timeOfService(page.appointedOn, today),
    unit: page.unitId && { unitId: page.unitId, name: page.unitName!, path: page.unitPath },
    post: page.postId && postOf(page),
    supervisor: supervisorOf(page),
    lessonHours: { year, hours, ...standingOf(hours, page, hourRules?.body ?? { rules: [] }) },
  }
}

const postOf = (page: PersonPage) => ({
  postId: page.postId!,
  title: page.postTitle!,
  kind: page.postKind!,
  echelon: echelon(page.echelonCode),
  functionalLevel: functionalLevel(page.functionalLevel),
  postClass: page.postClass,
})

const supervisorOf = (page: PersonPage) =>
  page.supervisorName === null
    ? null
    : {
        personId: page.supervisorSeenId,
        fullName: fullName({
          name: page.supervisorName,
          titleFront: page.supervisorTitleFront,
          titleBack: page.supervisorTitleBack,
        }),
        postTitle: page.supervisorPost,
        exception:
          page.exceptionReason === null ? null : { reason: page.exceptionReason, recordedAt: page.exceptionAt! },
      }

const recordsInWords = (page: PersonPage) => ({
  educations: page.educations.map((r) => ({ ...r, level: educationLevel(r.levelCode) })),
  trainings: page.trainings.map((r) => ({ ...r, type: trainingType(r.typeCode) })),
  ranks: page.ranks.map((r) => ({ ...r, grade: grade(r.gradeCode) })),
  postings: page.postings.map((r) => ({ ...r, echelon: echelon(r.echelonCode) })),
  appraisals: page.appraisals.map((r) => ({ ...r, predicate: predicate(r.predicate) })),
  sanctions: page.sanctions?.map((r) => ({ ...r, type: sanctionType(r.typeCode) })),
})

/** Every change of every field, newest first; of sanctions only for those who may see them. */
export async function history({ db, actor }: Ctx, input: { personId: PersonId; limit: number; offset: number }) {
  const total = await historyTotal(db, actor, input.personId)
  if (total === undefined) throw new Refusal('people.unknown', 404)
  return { rows: await historyRows(db, actor, input.personId, input), total }
}
