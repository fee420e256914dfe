import { sql } from 'kysely'
import type { Day } from '../../../shared/dates.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { Kept } from '../../../platform/db/kept.ts'
import type { Db } from '../../../platform/db/open.ts'
import { type Dictionary, type RuleSet } from '../rules.ts'
import type { StandardsRuleSet } from '../standards/rules.ts'
import { bodies } from './body/contract.ts'
import { type CompetencyParameters, type CompetencyRules, kindOfRuleSet, ruleSetPrefix, rulesOn } from './rules.ts'

/** The rules of one day and the versions they come from. */
export type StoredRules = CompetencyRules & {
  /** The versions of standards and parameters: what a result was computed with, for example `STANDAR@1 PARAMETER@3`. */
  basis: string
  versions: ReadonlyMap<string, number>
}

interface Version {
  name: string
  version: number
  createdAt: string
}

// Versions never change once written, so a process keeps what it has read and checked, also across writes, after which only
// the short question remains which of them hold. The instant is part of the key: one process may serve several databases.
const known = new Map<string, RuleSet>()
const assembled = new Map<string, StoredRules>()
const most = 50

const keyOf = ({ name, version, createdAt }: Version) => `${name}@${version} ${createdAt}`
const isOurs = sql<boolean>`name ~ ${`^(${Object.values(ruleSetPrefix).join('|')})`}`

/** The competency rules that hold on a day. @throws Refusal `competency.rules-missing` where the region has none. */
export const competencyRulesOn = (db: Db, on: Day): Promise<StoredRules> =>
  holding.of(db, on, () => rulesInForce(db, on))

const holding = new Kept<StoredRules>({ milliseconds: 30_000 })

async function rulesInForce(db: Db, on: Day): Promise<StoredRules> {
  const inForce = await db
    .selectFrom('rule_set')
    .where(isOurs)
    .where('effective_from', '<=', on)
    .where((w) => w.or([w('effective_to', 'is', null), w('effective_to', '>=', on)]))
    .distinctOn('name')
    .select(['name', 'version', 'created_at as createdAt'])
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute()
  const key = `${on} ${inForce.map(keyOf).join(' ')}`
  const ready = assembled.get(key)
  if (ready) return ready
  const rules = assemble(inForce, await bodiesOf(db, inForce), on)
  if (assembled.size >= most) assembled.clear()
  assembled.set(key, rules)
  return rules
}

async function bodiesOf(db: Db, versions: readonly Version[]): Promise<RuleSet[]> {
  const missing = versions.filter((version) => !known.has(keyOf(version)))
  if (missing.length > 0) {
    const rows = await db
      .selectFrom('rule_set')
      .where((w) => w.or(missing.map((m) => w.and([w('name', '=', m.name), w('version', '=', m.version)]))))
      .select(['name', 'version', 'created_at as createdAt', 'body'])
      .execute()
    for (const row of rows) known.set(keyOf(row), bodies[kindOfRuleSet(row.name)!].parse(row.body) as RuleSet)
  }
  return versions.map((version) => known.get(keyOf(version)) as RuleSet)
}

function assemble(versions: readonly Version[], sets: readonly RuleSet[], on: Day): StoredRules {
  const ofKind = <T>(kind: string) => sets.filter((set) => kindOfRuleSet(set.ruleSet) === kind) as unknown as T[]
  const rules = rulesOn(
    {
      dictionaries: ofKind<Dictionary>('dictionary'),
      standards: ofKind<StandardsRuleSet>('standards'),
      parameters: ofKind<CompetencyParameters>('parameters'),
    },
    on,
  )
  if (!rules) throw new Refusal('competency.rules-missing', 409)
  const numbers = new Map(versions.map(({ name, version }) => [name, version]))
  const named = ({ ruleSet }: RuleSet) => `${ruleSet}@${numbers.get(ruleSet)}`
  return { ...rules, versions: numbers, basis: `${named(rules.standards)} ${named(rules.parameters)}` }
}

/** The newest version of each rule set of this feature, whether or not it holds already. */
export const newestRuleSets = (db: Db) =>
  db
    .selectFrom('rule_set')
    .where(isOurs)
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
