import * as z from 'zod'
import type { SettingDefinition } from '../settings/rules.ts'

/** Days within which a first password has to be used and its sheet taken. Our own figure (D). */
export const firstPasswordDays: SettingDefinition<number> = {
  key: 'account.first-password-days',
  words: 'account.first-password-days',
  schema: z.number().int().min(1).max(365),
  unlessSet: 14,
}

/** The instant before which a first password that was never used no longer opens anything. */
export const firstPasswordsBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 24 * 3600 * 1000)
