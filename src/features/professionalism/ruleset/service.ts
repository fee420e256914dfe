import type { Ctx } from '../../../platform/http/context.ts'
import { BadInput } from '../../../platform/http/input.ts'
import {
  addRuleSetVersion,
  ruleSetVersion as storedVersion,
  ruleSetVersions,
} from '../../../platform/rule-sets/queries.ts'
import type { Day } from '../../../shared/dates.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { readRuleSet } from './check/rules.ts'
import { defaultRuleSet, newestRuleSets, newestVersionLocked, saveDefaultRuleSet } from './queries.ts'
import { ruleSetPrefix } from './rules.ts'

export async function listRuleSets({ db }: Ctx) {
  return { standard: await defaultRuleSet(db), ruleSets: await newestRuleSets(db) }
}

/** One version with its whole content, and every version there is. */
export async function showRuleSet({ db }: Ctx, { name, version }: { name: string; version?: number | undefined }) {
  const versions = await versionsOf(db, name)
  const wanted = version ?? versions[0]!.version
  const stored = await storedVersion(db, name, wanted)
  if (!stored) throw new Refusal('index.unknown-rule-set', 404)
  return { name, version: wanted, body: { ...(stored.body as object), version: wanted }, versions }
}

/**
 * Adds a version; what was computed with the ones before keeps them. Its number and name are given by the register of
 * rule sets, whatever the body says. The years it holds for are then computed anew.
 *
 * @throws BadInput with the place of every mistake in the body
 */
export async function editRuleSet(
  { db, actor, services, subject }: Ctx,
  { name, basedOn, body, reason }: { name: string; basedOn: number; body: Record<string, unknown>; reason: string },
) {
  await versionsOf(db, name)
  const newest = await newestVersionLocked(db, name)
  if (newest !== basedOn) throw new Refusal('index.rule-set-changed', 409, { version: newest })
  const version = newest + 1
  const read = readRuleSet({ ...body, ruleSet: name, version })
  if ('problems' in read)
    throw new BadInput(
      read.problems.map(({ path, code, params }) => ({ path: `body.${path}`, issue: code, words: code, params })),
    )
  const { ruleSet } = read
  await addRuleSetVersion(db, {
    name,
    effectiveFrom: ruleSet.effectiveFrom as Day,
    effectiveTo: ruleSet.effectiveTo as Day | null,
    legalBasis: ruleSet.legalBasis ?? '',
    confidence: ruleSet.confidence,
    body: ruleSet,
    reason,
    createdBy: actor.accountId,
  })
  subject(`rule-set:${name}@${version}`)
  const jobId = await services.jobs.start(db, 'index.compute', { ruleSet: name }, actor.accountId)
  return { version, jobId }
}

export const showSettings = async ({ db }: Ctx) => ({ ruleSet: await defaultRuleSet(db) })

/** Chooses the rule set that answers where none is named, and computes with it. */
export async function chooseRuleSet({ db, actor, services, subject }: Ctx, { name }: { name: string; reason: string }) {
  await versionsOf(db, name)
  await saveDefaultRuleSet(db, name, actor.accountId)
  subject(`rule-set:${name}`)
  const jobId = await services.jobs.start(db, 'index.compute', { ruleSet: name }, actor.accountId)
  return { ruleSet: name, jobId }
}

/** Rule sets of other features are none of ours, whatever their name is asked for. */
async function versionsOf(db: Ctx['db'], name: string) {
  const versions = name.startsWith(ruleSetPrefix) ? await ruleSetVersions(db, name) : []
  if (versions.length === 0) throw new Refusal('index.unknown-rule-set', 404)
  return versions
}
