import { implement } from '../../platform/http/implement.ts'
import { showSummary } from './card/service.ts'
import { index } from './contract.ts'
import { listScores } from './list/service.ts'
import { ownIndex, personIndex } from './person/service.ts'
import { chooseRuleSet, editRuleSet, listRuleSets, showRuleSet, showSettings } from './ruleset/service.ts'
import { startComputing, startVerifying } from './service.ts'
import { unitIndexOf } from './unit/figures/service.ts'

export const indexRoutes = implement(index, {
  mine: ownIndex,
  person: personIndex,
  unit: unitIndexOf,
  summary: showSummary,
  list: listScores,
  recompute: startComputing,
  verify: startVerifying,
  ruleSets: listRuleSets,
  ruleSet: showRuleSet,
  editRuleSet,
  settings: showSettings,
  chooseRuleSet,
})
