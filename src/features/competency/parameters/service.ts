import type { z } from 'zod'
import type { Day } from '../../../shared/dates.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { Ctx } from '../../../platform/http/context.ts'
import { BadInput } from '../../../platform/http/input.ts'
import { addRuleSetVersion, ruleSetVersion, ruleSetVersions } from '../../../platform/rule-sets/queries.ts'
import { startComputation } from '../computation/service.ts'
import type { Confidence } from '../rules.ts'
import { bodies } from './body/contract.ts'
import { competencyRulesOn, newestRuleSets } from './queries.ts'
import { kindOfRuleSet, type RuleSetKind } from './rules.ts'

export async function listRuleSets({ db }: Ctx) {
  const sets = await newestRuleSets(db)
  return { ruleSets: sets.map((set) => ({ ...set, kind: kindOf(set.name) })) }
}

export async function showRuleSet({ db }: Ctx, input: { name: string; version?: number | undefined }) {
  const kind = kindOf(input.name)
  const versions = await ruleSetVersions(db, input.name)
  const wanted = input.version ?? versions[0]?.version
  const set = wanted === undefined ? undefined : await ruleSetVersion<Record<string, unknown>>(db, input.name, wanted)
  if (!set) throw new Refusal('competency.rule-set-unknown', 404)
  return { ...set, kind, versions }
}

function kindOf(name: string): RuleSetKind {
  const kind = kindOfRuleSet(name)
  if (!kind) throw new Refusal('competency.rule-set-unknown', 404)
  return kind
}

export interface RuleSetEdit {
  name: string
  basedOn: number | null
  effectiveFrom: string
  effectiveTo: string | null
  legalBasis: string
  confidence: Confidence
  reason: string
  body: Record<string, unknown>
}

/** What was computed before an edit stays explained by its own version, so an edit never reaches into the past. */
export async function editRuleSet(ctx: Ctx, edit: RuleSetEdit) {
  const { db, actor, today } = ctx
  ctx.subject(`rule-set:${edit.name}`)
  const kind = kindOf(edit.name)
  const { name, reason, legalBasis, confidence } = edit
  const effectiveFrom = edit.effectiveFrom as Day
  const effectiveTo = edit.effectiveTo as Day | null
  if (effectiveFrom < today) throw new Refusal('competency.rule-set-in-the-past', 422, { today })
  if (effectiveTo !== null && effectiveTo < effectiveFrom) throw new Refusal('competency.rule-set-ends-first')
  const newest = (await ruleSetVersions(db, name))[0]?.version ?? null
  if (newest === null && kind !== 'dictionary') throw new Refusal('competency.rule-set-unknown', 404)
  if (newest !== edit.basedOn) throw new Refusal('competency.rule-set-changed', 409, { version: newest ?? 0 })

  const body = { ...edit.body, ruleSet: name, effectiveFrom, effectiveTo, legalBasis, confidence }
  await refuseIfWrong(ctx, kind, body)
  const createdBy = actor.accountId
  const set = { name, effectiveFrom, effectiveTo, legalBasis, confidence, body, reason, createdBy }
  const version = await addRuleSetVersion(db, set)
  return { version, jobId: effectiveFrom <= today ? await startComputation(ctx) : null }
}

/** The form of the body, and that every competency of the standards stays described by some dictionary. */
async function refuseIfWrong({ db, today }: Ctx, kind: RuleSetKind, body: Record<string, unknown>): Promise<void> {
  const read = bodies[kind].safeParse(body)
  if (!read.success) throw new BadInput(read.error.issues.map(fieldOf))
  const rules = await competencyRulesOn(db, today)
  const codesOf = (set: Record<string, unknown>) => (set.competencies as { code: string }[]).map(({ code }) => code)
  const others = rules.dictionaries.filter((set) => kind !== 'dictionary' || set.ruleSet !== body.ruleSet)
  const described = new Set([
    ...others.flatMap((set) => set.competencies.map(({ code }) => code)),
    ...(kind === 'dictionary' ? codesOf(body) : []),
  ])
  const required = kind === 'standards' ? (body.competencies as string[]) : rules.standards.competencies
  const nameless = required.find((code) => !described.has(code))
  if (nameless !== undefined) throw new Refusal('competency.code-unknown', 422, { code: nameless })
}

const fieldOf = (issue: z.core.$ZodIssue) => ({
  path: ['body', ...issue.path].join('.'),
  issue: issue.code === 'custom' && typeof issue.params?.issue === 'string' ? issue.params.issue : issue.code,
})

export const compute = async (ctx: Ctx) => ({ jobId: await startComputation(ctx) })
