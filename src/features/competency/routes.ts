import { implement } from '../../platform/http/implement.ts'
import { assess, assessmentForm, evidenceOf } from './assessment/service.ts'
import { showSummary } from './card/service.ts'
import { competency } from './contract.ts'
import { listHeatMapPersons, showHeatMap } from './heatmap/service.ts'
import { compute, editRuleSet, listRuleSets, showRuleSet } from './parameters/service.ts'
import { showProfile } from './profile/service.ts'
import { listGaps } from './shortage/service.ts'
import { listPosts, setPostStandard, showDictionary, showStandardOfPost, showStandards } from './standards/service.ts'

export const competencyRoutes = implement(competency, {
  dictionary: showDictionary,
  standards: showStandards,
  posts: listPosts,
  standardOfPost: showStandardOfPost,
  setPostStandard,
  ruleSets: listRuleSets,
  ruleSet: showRuleSet,
  editRuleSet,
  compute,
  profile: showProfile,
  assessmentForm,
  assess,
  evidence: evidenceOf,
  heatMap: showHeatMap,
  heatMapPersons: listHeatMapPersons,
  gapList: listGaps,
  summary: showSummary,
})
