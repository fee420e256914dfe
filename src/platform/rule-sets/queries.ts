import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '../../shared/dates.ts'
import type { AccountId } from '../../shared/ids.ts'
import { Kept } from '../db/kept.ts'
import type { Db } from '../db/open.ts'
import { readRegionFile } from '../region.ts'

/** One version of a set of rules: a law's numbers, a dictionary, a parameter table. `body` belongs to the feature that reads it. */
export interface StoredRuleSet<Body = unknown> {
  name: string
  version: number
  effectiveFrom: Day
  effectiveTo: Day | null
  legalBasis: string
  confidence: string
  body: Body
}

const columns = [
  'name',
  'version',
  'effective_from as effectiveFrom',
  'effective_to as effectiveTo',
  'legal_basis as legalBasis',
  'confidence',
  'body',
] as const

// The same for every reader, and seldom written; a version edited by another process may go unnoticed that long.
const inForce = new Kept<StoredRuleSet | undefined>({ milliseconds: 30_000 })

/** The newest version of the named rule set that is in force on the day; undefined when none is. */
export const ruleSetOn = <Body>(db: Db, name: string, on: Day): Promise<StoredRuleSet<Body> | undefined> =>
  inForce.of(db, `${on} ${name}`, () =>
    db
      .selectFrom('rule_set')
      .where('name', '=', name)
      .where('effective_from', '<=', on)
      .where((w) => w.or([w('effective_to', 'is', null), w('effective_to', '>=', on)]))
      .select(columns)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ) as Promise<StoredRuleSet<Body> | undefined>

export const ruleSetVersion = <Body>(db: Db, name: string, version: number): Promise<StoredRuleSet<Body> | undefined> =>
  db
    .selectFrom('rule_set')
    .where('name', '=', name)
    .where('version', '=', version)
    .select(columns)
    .executeTakeFirst() as Promise<StoredRuleSet<Body> | undefined>

export const ruleSetVersions = (db: Db, name: string) =>
  db
    .selectFrom('rule_set')
    .leftJoin('account', 'account.id', 'rule_set.created_by')
    .where('rule_set.name', '=', name)
    .select([
      'version',
      'effective_from as effectiveFrom',
      'effective_to as effectiveTo',
      'legal_basis as legalBasis',
      'confidence',
      'reason',
      'account.name as createdBy',
      'rule_set.created_at as createdAt',
    ])
    .orderBy('version', 'desc')
    .execute()

/** Adds a version; the ones before it stay for whatever was computed with them. Returns its number. */
export async function addRuleSetVersion(
  db: Db,
  set: Omit<StoredRuleSet, 'version'> & { reason: string | null; createdBy: AccountId | null },
): Promise<number> {
  const last = await db
    .selectFrom('rule_set')
    .where('name', '=', set.name)
    .select((s) => s.fn.max('version').as('version'))
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  await db
    .insertInto('rule_set')
    .values({
      name: set.name,
      version,
      effective_from: set.effectiveFrom,
      effective_to: set.effectiveTo,
      legal_basis: set.legalBasis,
      confidence: set.confidence,
      body: JSON.stringify(set.body),
      reason: set.reason,
      created_by: set.createdBy,
    })
    .execute()
  return version
}

type RegionRuleSet = {
  ruleSet: string
  effectiveFrom: Day | null
  effectiveTo: Day | null
  legalBasis: string
  confidence: string
}

/** Brings the rule sets of the region packs in as version 1. A set that is already there, edited or not, is left alone. */
export async function seedRuleSets(db: Db, regions: readonly string[]): Promise<void> {
  for (const region of regions)
    for (const name of ruleSetFiles(region))
      for (const set of [readRegionFile<RegionRuleSet | RegionRuleSet[]>(region, name)].flat()) {
        // A code table has no day from which it holds; it is read from the pack itself.
        if (!set.ruleSet || !set.effectiveFrom) continue
        const known = await db
          .selectFrom('rule_set')
          .where('name', '=', set.ruleSet)
          .select('version')
          .limit(1)
          .executeTakeFirst()
        if (known) continue
        await addRuleSetVersion(db, {
          name: set.ruleSet,
          effectiveFrom: set.effectiveFrom,
          effectiveTo: set.effectiveTo ?? null,
          legalBasis: set.legalBasis,
          confidence: set.confidence ?? 'D',
          body: set,
          reason: null,
          createdBy: null,
        })
      }
}

const ruleSetFiles = (region: string): string[] =>
  readdirSync(join(import.meta.dirname, '../../../regions', region))
    .filter((file) => file.endsWith('.json') && file !== 'region.json')
    .map((file) => file.slice(0, -'.json'.length))
