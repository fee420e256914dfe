import { randomUUID } from 'node:crypto'
import type { Day } from '../../../shared/dates.ts'
import type { AccountId, PersonId } from '../../../shared/ids.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { Db } from '../../../platform/db/open.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { sayIn } from '../../../platform/words/words.ts'
import { type AssessingPart, mayAssess } from '../access.ts'
import { requirementsOn } from '../gap/queries.ts'
import { recomputePersons } from '../gap/service.ts'
import { competencyRulesOn } from '../parameters/queries.ts'
import type { CompetencyCode, Level } from '../rules.ts'
import { jobKindOfPost, standardFor } from '../standards/rules.ts'
import {
  addRatings,
  isVisible,
  type NewRating,
  personExists,
  personToAssess,
  previousOf,
  ratingsEver,
} from './queries.ts'
import type { RaterKind } from './rules.ts'

interface Assessing {
  personId: PersonId
  as: AssessingPart
  assessorId?: PersonId | undefined
}

async function assessable({ db, actor }: Ctx, asked: { personId?: PersonId | undefined; as: AssessingPart }) {
  const { as, personId = actor.personId } = asked
  const person = personId === null ? undefined : await personToAssess(db, actor, personId)
  if (!person) throw new Refusal('competency.person-unknown', 404)
  if (!mayAssess(actor, as, person)) throw new Refusal('competency.not-yours-to-assess', 403)
  return person
}

/**
 * The form holds the descriptions and the rater's own last word. It holds neither the level the post requires nor what any
 * other rater said: a number seen first draws the rating towards itself, and raters would agree without having looked.
 */
export async function assessmentForm(
  ctx: Ctx,
  input: Omit<Assessing, 'personId'> & { personId?: PersonId | undefined },
) {
  const { db, actor, today } = ctx
  const person = await assessable(ctx, input)
  const rules = await competencyRulesOn(db, today)
  const raterId = input.as === 'assessor' ? (input.assessorId ?? null) : actor.personId
  const previous = new Map(
    raterId === null ? [] : (await previousOf(db, person.personId, input.as, raterId)).map((r) => [r.competency, r]),
  )
  const { kind, postId } = person
  const standard =
    kind === null || postId === null
      ? []
      : standardFor(
          jobKindOfPost({ ...person, kind }, rules.standards),
          await requirementsOn(db, [postId], today),
          rules.standards,
        )
  const asked = new Set([...rules.standards.competencies, ...standard.map((required) => required.competency)])
  const inWords = (text: { id: string; en: string }) => text[actor.language]
  return {
    person,
    as: input.as,
    levelNames: (rules.dictionaries[0]?.levelNames ?? []).map(inWords),
    competencies: [...rules.competencies.values()]
      .filter(({ code }) => asked.has(code))
      .map(({ code, name, kind: competencyKind, definition, levels }) => ({
        competency: code,
        name: inWords(name),
        kind: competencyKind,
        definition: inWords(definition),
        levels: levels.map(inWords),
        previous: previous.get(code) ?? null,
      })),
  }
}

export interface Assessment extends Assessing {
  on?: string | undefined
  ratings: readonly { competency: CompetencyCode; level: Level; note?: string | undefined }[]
}

export async function assess(ctx: Ctx, input: Assessment) {
  const { db, actor, today } = ctx
  ctx.subject(`person:${input.personId}`)
  const person = await assessable(ctx, input)
  const raterPersonId = await raterOf(ctx, input)
  const on = input.as === 'assessor' ? ((input.on ?? today) as Day) : today
  const evidence = input.ratings.map(({ competency, level, note }) => ({
    personId: person.personId,
    competency,
    level,
    raterKind: input.as,
    raterPersonId,
    on,
    note: note ?? null,
    recordKey: `local:${randomUUID()}`,
  }))
  return { recorded: await recordEvidence(db, evidence, today, actor.accountId) }
}

async function raterOf({ db, actor }: Ctx, { as, personId, assessorId }: Assessing): Promise<PersonId | null> {
  if (as !== 'assessor') return actor.personId
  if (assessorId === undefined) throw new Refusal('competency.assessor-missing')
  if (assessorId === personId) throw new Refusal('competency.assessor-is-assessed')
  if (!(await personExists(db, assessorId))) throw new Refusal('competency.assessor-unknown')
  return assessorId
}

/** A rating that some other feature has found out, or the form. `recordKey` names it for ever: the same key again is the same rating. */
export type Evidence = Omit<NewRating, 'source' | 'importId'> & Partial<Pick<NewRating, 'source' | 'importId'>>

/**
 * Writes ratings and renews the gaps they change, in the caller's transaction. Answers how many were new.
 * @throws Refusal `competency.code-unknown`, `competency.code-twice`, `competency.day-future`
 */
export async function recordEvidence(
  db: Db,
  evidence: readonly Evidence[],
  today: Day,
  accountId: AccountId | null = null,
): Promise<number> {
  const { competencies } = await competencyRulesOn(db, today)
  const seen = new Set<string>()
  for (const { competency, on, personId, raterKind, raterPersonId } of evidence) {
    if (!competencies.has(competency)) throw new Refusal('competency.code-unknown', 422, { code: competency })
    if (on > today) throw new Refusal('competency.day-future', 422, { on })
    const key = [personId, competency, raterKind, raterPersonId, on].join(' ')
    if (seen.has(key)) throw new Refusal('competency.code-twice', 422, { code: competency })
    seen.add(key)
  }
  const changed = await addRatings(
    db,
    evidence.map((rating) => ({ source: 'local' as const, importId: null, ...rating })),
    accountId,
  )
  await recomputePersons(db, [...new Set(changed)], today)
  return changed.length
}

export async function evidenceOf(
  { db, actor, today }: Ctx,
  filter: { personId: PersonId; competency?: string | undefined; limit: number; offset: number },
) {
  if (!(await isVisible(db, actor, filter.personId))) throw new Refusal('competency.person-unknown', 404)
  const { competencies } = await competencyRulesOn(db, today)
  const { rows, total } = await ratingsEver(db, actor, filter)
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      competencyName: competencies.get(row.competency)?.name[actor.language] ?? row.competency,
      raterWords: raterWords(row.raterKind, actor.language),
    })),
  }
}

const raterWords = (kind: RaterKind, language: 'id' | 'en') => sayIn(language, `competency.rater.${kind}`)
