/** The public door: what later features (training, evaluation, planning) may ask of competency. */
export { recomputePerson, recomputePersons } from './gap/service.ts'
export { type Evidence, recordEvidence } from './assessment/service.ts'
export { startComputation } from './computation/service.ts'
export { type PersonsInGroups, gapGroups } from './group/queries.ts'
export { type GapAgainst, competenciesAsked, gapsAgainst } from './group/service.ts'
