import { approvePlan, proposePlan, returnPlan, revisePlan, withdrawProposal } from './approval/service.ts'
import { commentPlan, listPlanComments } from './comment/service.ts'
import { listPlanDocument, listPlanLeftOut, listPlanSeats, showPlanOfPerson, showPlanOfUnit } from './seat/service.ts'
import { addPin, changePlan, createPlan, listPlans, removePin, showPlan, solvePlan, startPlan } from './service.ts'

export const planRoutes = {
  plans: listPlans,
  plan: showPlan,
  newPlan: startPlan,
  createPlan,
  changePlan,
  solvePlan,
  addPin,
  removePin,
  planSeats: listPlanSeats,
  planLeftOut: listPlanLeftOut,
  planOfPerson: showPlanOfPerson,
  planOfUnit: showPlanOfUnit,
  planDocument: listPlanDocument,
  proposePlan,
  withdrawProposal,
  approvePlan,
  returnPlan,
  revisePlan,
  planComments: listPlanComments,
  commentPlan,
}
