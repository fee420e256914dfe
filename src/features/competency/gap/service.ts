import type { Day } from '../../../shared/dates.ts'
import type { PersonId } from '../../../shared/ids.ts'
import type { Db } from '../../../platform/db/open.ts'
import { competencyRulesOn, type StoredRules } from '../parameters/queries.ts'
import { precisionRows, tableOf } from '../precision/queries.ts'
import { type PrecisionTable, profileOf } from '../profile/rules.ts'
import type { Rating } from '../assessment/rules.ts'
import type { PostRequirement } from '../standards/rules.ts'
import { changeSums } from '../summary/service.ts'
import {
  insertGaps,
  latestRatings,
  type NewGap,
  type PersonInPost,
  personsAtWorkAfter,
  personsAtWorkAmong,
  removeGaps,
  requirementsOn,
  takeGapLock,
} from './queries.ts'
import type { Gap } from './rules.ts'

/**
 * Renews the gaps of these persons and, by what changed, the sums of their units and of all units above. To be called in the
 * transaction that changed a rating, a standard, a post or a unit; the sums stay equal to what the whole computation gives.
 * Of persons `leaving` for good nothing remains.
 */
export async function recomputePersons(db: Db, ids: readonly PersonId[], on: Day, leaving = false): Promise<void> {
  if (ids.length === 0) return
  await takeGapLock(db)
  const rules = await competencyRulesOn(db, on)
  const precision = tableOf(await precisionRows(db))
  const before = await removeGaps(db, ids)
  const persons = leaving ? [] : await personsAtWorkAmong(db, ids)
  const after = await gapsOf(db, persons, rules, precision)
  await insertGaps(db, after, on, rules.basis)
  await changeSums(db, before, after)
}

export const recomputePerson = (db: Db, id: PersonId, on: Day): Promise<void> => recomputePersons(db, [id], on)

/** Renews the gaps of the next persons at work; says who was the last of them and how many, or nothing at the end. */
export async function recomputeAfter(
  db: Db,
  last: PersonId,
  limit: number,
  on: Day,
): Promise<{ last: PersonId; persons: number } | undefined> {
  await takeGapLock(db)
  const persons = await personsAtWorkAfter(db, last, limit)
  if (persons.length === 0) return undefined
  const rules = await competencyRulesOn(db, on)
  const precision = tableOf(await precisionRows(db))
  await removeGaps(
    db,
    persons.map((person) => person.personId),
  )
  await insertGaps(db, await gapsOf(db, persons, rules, precision), on, rules.basis)
  return { last: persons.at(-1)!.personId, persons: persons.length }
}

async function gapsOf(
  db: Db,
  persons: readonly PersonInPost[],
  rules: StoredRules,
  precision: PrecisionTable,
): Promise<NewGap[]> {
  if (persons.length === 0) return []
  const ids = persons.map((person) => person.personId)
  const posts = [...new Set(persons.flatMap(({ postId }) => (postId === null ? [] : [postId])))]
  const ratings = Map.groupBy(await latestRatings(db, ids, rules.on), (rating) => rating.personId)
  const requirements = Map.groupBy(await requirementsOn(db, posts, rules.on), (requirement) => requirement.postId)
  return persons.flatMap((person) => {
    const own = person.postId === null ? [] : (requirements.get(person.postId) ?? [])
    const { gaps } = profileOf(assessedOf(person, ratings.get(person.personId) ?? [], own), rules, precision)
    return gaps.map((gap) => rowOf(person, gap))
  })
}

const assessedOf = (person: PersonInPost, ratings: readonly Rating[], requirements: readonly PostRequirement[]) => ({
  post:
    person.kind === null
      ? null
      : { kind: person.kind, echelonCode: person.echelonCode, functionalLevel: person.functionalLevel },
  ratings,
  requirements,
})

const rowOf = ({ personId, unitId }: PersonInPost, gap: Gap): NewGap => ({
  personId,
  unitId,
  competency: gap.competency,
  required: gap.required,
  level: gap.level,
  gap: gap.gap,
  band: gap.band,
  low: gap.interval?.[0] ?? null,
  high: gap.interval?.[1] ?? null,
  certainty: gap.certainty,
  raterKind: gap.raters.find((rater) => rater.ofRecord)?.rating.raterKind ?? null,
})
