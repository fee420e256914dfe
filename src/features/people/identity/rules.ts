import parameters from '../../../../regions/indonesia/import-parameters.json' with { type: 'json' }
import { addYears, type Day, dayOf, yearOf } from '../../../shared/dates.ts'
import type { RefusalParams } from '../../../shared/refusal.ts'

/** What the 18 digits say. `month` is null for PPPK, whose number names the year alone; `frequency` is null for PNS. */
export interface Nip {
  /** The 18 digits without spaces. */
  nip: string
  kind: 'PNS' | 'PPPK'
  bornOn: Day
  startedOn: { year: number; month: number | null }
  /** Which contract of the PPPK this is, 1–9. */
  frequency: number | null
  sex: 'M' | 'F'
  /** 1–999. */
  sequence: number
}

/** Every way in which a NIP can be wrong. The code is the key of its words. */
export const nipReasons = [
  'import.nip-empty',
  'import.nip-scientific',
  'import.nip-rounded',
  'import.nip-characters',
  'import.nip-old',
  'import.nip-17-digits',
  'import.nip-too-short',
  'import.nip-too-long',
  'import.nip-birth-not-a-day',
  'import.nip-birth-future',
  'import.nip-birth-implausible',
  'import.nip-month-block',
  'import.nip-frequency',
  'import.nip-start-future',
  'import.nip-too-young',
  'import.nip-sex-digit',
  'import.nip-sequence',
] as const
export type NipReason = (typeof nipReasons)[number]

export interface NipProblem {
  code: NipReason
  params: RefusalParams
}

/** Policy, not law: it is an argument so that a region may set its own. */
export interface NipPolicy {
  lowestAgeAtStart: number
  highestAge: number
  /** A number may be given out this many years before its owner starts. */
  startAheadYears: number
}

const scientific = /^\d+(?:[.,]\d+)?e\+?\d+$/i
const problem = (code: NipReason, params: RefusalParams = {}): NipProblem => ({ code, params })

/**
 * Reads a NIP (PNS: Perka BKN 22/2007) or NI PPPK. Spaces inside and a spreadsheet's leading apostrophe are accepted.
 * The first thing that is wrong is answered as a reason; no input throws. A number beyond 2^53 has already lost its
 * last digits, so a numeric cell of 18 digits is never a NIP, however right it looks.
 */
export function readNip(value: string | number, today: Day, policy: NipPolicy = parameters.nip): Nip | NipProblem {
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) return problem('import.nip-rounded')
  const digits = String(value).replace(/^\s*'/, '').replace(/\s+/g, '')
  if (digits === '' || digits === '-') return problem('import.nip-empty')
  if (scientific.test(digits)) return problem('import.nip-scientific')
  if (!/^\d+$/.test(digits)) return problem('import.nip-characters')
  return lengthProblem(digits.length) ?? decode(digits, today, policy)
}

export const isNip = (read: Nip | NipProblem): read is Nip => 'nip' in read

/** The 18 digits of what a NIP says: the inverse of `readNip`. */
export function formatNip(nip: Omit<Nip, 'nip'>): string {
  const block = nip.kind === 'PNS' ? String(nip.startedOn.month).padStart(2, '0') : `2${nip.frequency}`
  const sex = nip.sex === 'M' ? 1 : 2
  return `${nip.bornOn.replaceAll('-', '')}${nip.startedOn.year}${block}${sex}${String(nip.sequence).padStart(3, '0')}`
}

function lengthProblem(n: number): NipProblem | undefined {
  if (n === 18) return undefined
  if (n === 9) return problem('import.nip-old')
  if (n === 17) return problem('import.nip-17-digits', { n })
  return problem(n < 18 ? 'import.nip-too-short' : 'import.nip-too-long', { n })
}

function decode(digits: string, today: Day, policy: NipPolicy): Nip | NipProblem {
  const number = (from: number, to: number) => Number(digits.slice(from, to))
  const birth = digits.slice(0, 8)

  if (number(0, 4) > yearOf(today)) return problem('import.nip-birth-future', { day: birth })
  if (number(0, 4) < yearOf(today) - policy.highestAge) {
    return problem('import.nip-birth-implausible', { day: birth, n: policy.highestAge })
  }
  const bornOn = dayOf(number(0, 4), number(4, 6), number(6, 8))
  if (bornOn === undefined) return problem('import.nip-birth-not-a-day', { day: birth })
  if (bornOn > today) return problem('import.nip-birth-future', { day: birth })

  const block = number(12, 14)
  const kind = block >= 1 && block <= 12 ? 'PNS' : block >= 21 && block <= 29 ? 'PPPK' : undefined
  if (block === 20) return problem('import.nip-frequency')
  if (kind === undefined) return problem('import.nip-month-block', { block: digits.slice(12, 14) })

  const year = number(8, 12)
  const month = kind === 'PNS' ? block : null
  if (year > yearOf(today) + policy.startAheadYears) return problem('import.nip-start-future', { year: String(year) })
  // The day of the start is not in the number, so the month (or year) of the birthday itself still passes.
  const oldEnough = addYears(bornOn, policy.lowestAgeAtStart).slice(0, month === null ? 4 : 7)
  const start = month === null ? digits.slice(8, 12) : `${digits.slice(8, 12)}-${digits.slice(12, 14)}`
  if (start < oldEnough) return problem('import.nip-too-young', { n: policy.lowestAgeAtStart })

  const sexDigit = digits[14]
  if (sexDigit !== '1' && sexDigit !== '2') return problem('import.nip-sex-digit', { digit: sexDigit ?? '' })
  if (number(15, 18) === 0) return problem('import.nip-sequence')

  return {
    nip: digits,
    kind,
    bornOn,
    startedOn: { year, month },
    frequency: kind === 'PPPK' ? block - 20 : null,
    sex: sexDigit === '1' ? 'M' : 'F',
    sequence: number(15, 18),
  }
}
