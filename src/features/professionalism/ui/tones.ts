import type { Tone } from '../../../web/kit/badge.tsx'
import type { Category } from '../ruleset/rules.ts'

export const categoryTones: Record<Category, Tone> = {
  'very-high': 'good',
  high: 'good',
  medium: 'info',
  low: 'warn',
  'very-low': 'bad',
}

/** The classes from the highest on. Written again because the rules bring their validator with them, 25 kB on a phone. */
export const categories = Object.keys(categoryTones) as Category[]
