import * as z from 'zod'
import type { SettingDefinition } from '../../../platform/settings/rules.ts'
import { newestRuleSets } from '../ruleset/queries.ts'

/** Which rule set answers where none is named. A change computes everybody's index with it. */
const ruleSet: SettingDefinition<string> = {
  key: 'index.rule-set',
  words: 'index.setting.rule-set',
  schema: z.string().min(1).max(60),
  unlessSet: 'IPASN_2019',
  options: async (db) =>
    (await newestRuleSets(db)).map(({ name, version, legalBasis }) => ({
      value: name,
      label: `${name} (v${version}) – ${legalBasis}`,
    })),
  changed: ({ db, services, actor }, name) =>
    services.jobs.start(db, 'index.compute', { ruleSet: name }, actor.accountId),
}

export const indexSettings: readonly SettingDefinition<string>[] = [ruleSet]
