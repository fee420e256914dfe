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
