import { type RawBuilder, sql } from 'kysely'
import { Kept } from '../../../platform/db/kept.ts'
import type { Db } from '../../../platform/db/open.ts'
import type { Day } from '../../../shared/dates.ts'
import type { AccountId } from '../../../shared/ids.ts'
import { readRuleSet } from './check/rules.ts'
import { type RuleSet, ruleSetPrefix } from './rules.ts'

const settingKey = 'index.rule-set'
const unlessSet = 'IPASN_2019'

/** The rule set asked for, else the one in the settings, else IPASN_2019: the one whose text is known in full. */
export const chosenRuleSet = (asked: string | undefined): RawBuilder<string> =>
  asked === undefined
    ? sql`coalesce((select value #>> '{}' from setting where key = ${settingKey}), ${unlessSet})`
    : sql`${asked}::text`

export async function defaultRuleSet(db: Db): Promise<string> {
  const { rows } = await sql<{ name: string }>`select ${chosenRuleSet(undefined)} as name`.execute(db)
  return rows[0]!.name
}

export const saveDefaultRuleSet = (db: Db, name: string, accountId: AccountId) =>
  db
    .insertInto('setting')
    .values({ key: settingKey, value: JSON.stringify(name), updated_by: accountId })
    .onConflict((c) =>
      c
        .column('key')
        .doUpdateSet({ value: JSON.stringify(name), updated_by: accountId, updated_at: sql<string>`now()` }),
    )
    .execute()

// Versions never change once written, so a process keeps what it has read and checked, also across writes, after which only
// a short question remains. The instant is part of the key: one process may serve several databases.
const known = new Map<string, RuleSet>()

interface Head {
  name: string
  version: number
  createdAt: string
}

const heads = (db: Db) => db.selectFrom('rule_set').select(['name', 'version', 'created_at as createdAt'])

/** The version of a rule set that holds on a day: the newest of those in force. */
export async function ruleSetInForce(db: Db, name: string, on: Day): Promise<RuleSet | undefined> {
  const head = await heads(db)
    .where('name', '=', name)
    .where('effective_from', '<=', on)
    .where((w) => w.or([w('effective_to', 'is', null), w('effective_to', '>=', on)]))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return head && bodyOf(db, head)
}

const versions = new Kept<RuleSet | undefined>({ milliseconds: 30_000 })

/** One version of a rule set, for results that were computed with it. */
export const ruleSetVersion = (db: Db, name: string, version: number): Promise<RuleSet | undefined> =>
  versions.of(db, `${name}@${version}`, async () => {
    const head = await heads(db).where('name', '=', name).where('version', '=', version).executeTakeFirst()
    return head && bodyOf(db, head)
  })

async function bodyOf(db: Db, { name, version, createdAt }: Head): Promise<RuleSet> {
  const key = `${name}@${version} ${createdAt}`
  const kept = known.get(key)
  if (kept) return kept
  const { body } = await db
    .selectFrom('rule_set')
    .where('name', '=', name)
    .where('version', '=', version)
    .select('body')
    .executeTakeFirstOrThrow()
  const read = readRuleSet({ ...(body as object), version })
  if (!('ruleSet' in read)) throw new Error(`Rule set ${name}@${version}: ${JSON.stringify(read.problems)}`)
  known.set(key, read.ruleSet)
  return read.ruleSet
}

/** The newest version of each rule set of the index. */
export const newestRuleSets = (db: Db) =>
  db
    .selectFrom('rule_set')
    .where('name', 'like', `${ruleSetPrefix.replace('_', '\\_')}%`)
    .distinctOn('name')
    .select([
      'name',
      'version',
      'effective_from as effectiveFrom',
      'effective_to as effectiveTo',
      'legal_basis as legalBasis',
      'confidence',
    ])
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute()

/** Nobody else adds a version until this transaction ends, so that two edits cannot both be the next one. */
export const newestVersionLocked = async (db: Db, name: string): Promise<number> => {
  const { rows } = await sql<{ version: number }>`
    select version from rule_set where name = ${name} order by version desc limit 1 for update`.execute(db)
  return rows[0]?.version ?? 0
}
