import type { VoiceSource } from '../rules.ts'

/** What a request asks for where its writer has not said more: 1 would help, 2 needed, 3 urgent. */
export const usualStrength = 2

/** The nine elements of the citizens' survey (PermenPANRB 14/2017): what a voice of the survey speaks of. */
export const surveyElements = [
  'requirements',
  'procedure',
  'time',
  'cost',
  'product',
  'competence',
  'behaviour',
  'complaints',
  'facilities',
] as const

/** Sources of which the person behind it is an individual's own affair. */
export const isPersonal = (source: VoiceSource): boolean => source === 'own-request'

export interface NewVoice {
  source: VoiceSource
  title: string
  reason: string
  legalBasis: string | null
  competency: string | null
  personId: number | null
  aim: string | null
}

export type VoiceFlaw = 'title-missing' | 'reason-missing' | 'legal-basis-missing' | 'aim-of-nobody'

/** Why a voice cannot be recorded as it stands; null when it can. A request for a competency or a post names itself. */
export function flawOf({ source, title, reason, legalBasis, competency, personId, aim }: NewVoice): VoiceFlaw | null {
  if (title === '' && competency === null && aim === null) return 'title-missing'
  if (source === 'legal-duty' && legalBasis === null) return 'legal-basis-missing'
  if (source !== 'own-request' && reason === '') return 'reason-missing'
  if (aim !== null && personId === null) return 'aim-of-nobody'
  return null
}

/** Where a request stands in its reader's eyes. */
export const voiceStates = ['open', 'routed', 'withdrawn'] as const
export type VoiceState = (typeof voiceStates)[number]

export const stateOf = (voice: { withdrawnAt: string | null; route: string | null }): VoiceState =>
  voice.withdrawnAt !== null ? 'withdrawn' : voice.route !== null ? 'routed' : 'open'
