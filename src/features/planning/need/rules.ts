import { type Day, yearOf } from '../../../shared/dates.ts'

/** Who or what speaks of a need beside the gaps of competency (PP 11/2017 pasal 206 asks for both analyses, competency and performance). */
export const voiceSources = [
  'performance',
  'survey',
  'own-request',
  'supervisor-request',
  'leader-priority',
  'legal-duty',
  'evaluation',
] as const
export type VoiceSource = (typeof voiceSources)[number]

/** How a need is met. Only `training` and `coaching` enter the plan; the others are not solved by teaching. */
export const needRoutes = ['training', 'coaching', 'tools', 'staffing', 'procedure'] as const
export type NeedRoute = (typeof needRoutes)[number]

/** The year that is being planned: a plan covers one year and stands in that year's budget (PP 11/2017 pasal 205). */
export const planningYear = (today: Day): number => yearOf(today) + 1

/** Appraisals older than this many years say nothing of today's performance (D). */
export const appraisalYears = 2

/** Below "Baik" on the national scale (BKN table kuadranNilai: 1 Sangat Baik, 2 Baik, 3 Butuh Perbaikan, 4 Kurang, 5 Sangat Kurang). */
export const lowestGoodPredicate = 2

/** The code of "di bawah ekspektasi"; either rating at it makes the predicate less than Baik (PermenPANRB 6/2022, matrix). */
export const belowExpectation = 3

/**
 * Whether a group may be told of as a number. People whom the reader may look at one by one are no secret; of the rest there
 * must be enough, so that nobody is found by taking the known ones away.
 */
export const mayTell = (all: number, seenOneByOne: number, smallestGroup: number): boolean =>
  all === seenOneByOne || all - seenOneByOne >= smallestGroup
