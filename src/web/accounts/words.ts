import type { Tone } from '../kit/badge.tsx'
import { t } from '../words.ts'
import type { Account } from './asking.ts'

export const states = ['active', 'new', 'disabled'] as const
export const grantedRoles = ['head', 'officer', 'leader', 'integrity', 'admin'] as const
export type GrantedRole = (typeof grantedRoles)[number]

export const stateTones: Record<Account['state'], Tone> = { active: 'good', new: 'info', disabled: 'bad' }

export const roleWords = (held: { role: string; unitName: string | null }): string =>
  t(`web.role.${held.role}`) + (held.unitName ? ` – ${held.unitName}` : '')
