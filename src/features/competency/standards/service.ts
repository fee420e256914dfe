import type { Day } from '../../../shared/dates.ts'
import type { PostId } from '../../../shared/ids.ts'
import type { Language } from '../../../shared/words.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { sayIn } from '../../../platform/words/words.ts'
import { recomputePersons } from '../gap/service.ts'
import { competencyRulesOn, type StoredRules } from '../parameters/queries.ts'
import { type CompetencyCode, type Level, type RuleSet, wordsIn } from '../rules.ts'
import { addRequirements, holdersOf, postById, type PostFilter, postsMatching, requirementsEver } from './queries.ts'
import { jobKindOfPost, jobKinds, standardFor } from './rules.ts'

const sourceOf = (set: RuleSet, { versions }: StoredRules, language: Language) => ({
  ruleSet: set.ruleSet,
  version: versions.get(set.ruleSet) ?? 1,
  legalBasis: set.legalBasis,
  confidence: set.confidence,
  note: set.note === undefined ? null : wordsIn(set.note, language),
})

export async function showDictionary({ db, actor, today }: Ctx) {
  const rules = await competencyRulesOn(db, today)
  const inWords = (text: { id: string; en: string }) => text[actor.language]
  return {
    levelNames: (rules.dictionaries[0]?.levelNames ?? []).map(inWords),
    dictionaries: rules.dictionaries.map((set) => sourceOf(set, rules, actor.language)),
    competencies: [...rules.competencies.values()].map((c) => ({
      competency: c.code,
      kind: c.kind,
      name: inWords(c.name),
      field: c.field ? inWords(c.field) : null,
      definition: inWords(c.definition),
      levels: c.levels.map(inWords),
      ruleSet: c.ruleSet,
    })),
  }
}

export async function showStandards({ db, actor, today }: Ctx) {
  const rules = await competencyRulesOn(db, today)
  const { standards } = rules
  return {
    source: {
      ...sourceOf(standards, rules, actor.language),
      origin: wordsIn(standards.source, actor.language),
    },
    competencies: standards.competencies.map((code) => ({
      competency: code,
      name: rules.competencies.get(code)?.name[actor.language] ?? code,
    })),
    rows: jobKinds.map((jobKind) => ({
      jobKind,
      ...standards.required[jobKind],
      levels: [...standards.required[jobKind].levels],
    })),
  }
}

export async function listPosts({ db, actor, today }: Ctx, filter: PostFilter) {
  const { standards } = await competencyRulesOn(db, today)
  const { rows, total } = await postsMatching(db, filter, standards, today)
  return {
    total,
    rows: rows.map((row) => {
      const jobKind = jobKindOfPost(row, standards) ?? null
      return { ...row, jobKind, jobKindWords: sayIn(actor.language, `competency.job-kind.${jobKind ?? 'unknown'}`) }
    }),
  }
}

export async function showStandardOfPost({ db, actor, today }: Ctx, { postId }: { postId: PostId }) {
  const post = await postById(db, postId)
  if (!post) throw new Refusal('competency.post-unknown', 404)
  const rules = await competencyRulesOn(db, today)
  const history = await requirementsEver(db, postId)
  // The newest first: the first of a competency that holds already is the one that counts.
  const inForce = new Map(
    history
      .filter((row) => row.effectiveFrom <= today)
      .toReversed()
      .map((row) => [row.competency, row]),
  )
  const own = [...inForce.values()].flatMap(({ competency, level }) => (level === null ? [] : [{ competency, level }]))
  const jobKind = jobKindOfPost(post, rules.standards)
  const named = (code: CompetencyCode) => rules.competencies.get(code)?.name[actor.language] ?? code
  return {
    ...post,
    jobKind: jobKind ?? null,
    requirements: standardFor(jobKind, own, rules.standards).map((required) => ({
      ...required,
      name: named(required.competency),
      kind: rules.competencies.get(required.competency)?.kind ?? null,
      ...(required.from === 'table'
        ? { legalBasis: rules.standards.legalBasis, effectiveFrom: rules.standards.effectiveFrom }
        : basisOf(inForce.get(required.competency)!)),
    })),
    history: history.map((row) => ({ ...row, name: named(row.competency) })),
  }
}

const basisOf = ({ legalBasis, effectiveFrom }: { legalBasis: string; effectiveFrom: Day }) => ({
  legalBasis,
  effectiveFrom,
})

export interface PostStandard {
  postId: PostId
  requirements: readonly { competency: CompetencyCode; level: Level | null }[]
  effectiveFrom: string
  legalBasis: string
  reason: string
}

/** A requirement of a later day takes effect with the first computation on or after it; one that holds already renews the holders' gaps now. */
export async function setPostStandard(ctx: Ctx, input: PostStandard) {
  const { db, actor, today } = ctx
  ctx.subject(`post:${input.postId}`)
  if (!(await postById(db, input.postId))) throw new Refusal('competency.post-unknown', 404)
  const { competencies } = await competencyRulesOn(db, today)
  const codes = input.requirements.map(({ competency }) => competency)
  for (const code of codes) if (!competencies.has(code)) throw new Refusal('competency.code-unknown', 422, { code })
  const twice = codes.find((code, at) => codes.indexOf(code) !== at)
  if (twice !== undefined) throw new Refusal('competency.code-twice', 422, { code: twice })

  const effectiveFrom = input.effectiveFrom as Day
  await addRequirements(db, { ...input, effectiveFrom, setBy: actor.accountId })
  if (effectiveFrom > today) return { recomputed: 0 }
  const holders = await holdersOf(db, input.postId)
  await recomputePersons(db, holders, today)
  return { recomputed: holders.length }
}
