import type { Language, Messages } from '../../../../shared/words.ts'
import type { Dimension, Evidence, IndexResult, IndicatorResult } from '../../explanation/result/rules.ts'
import { type Reason, sentence } from '../../reason/rules.ts'
import type { Category, Grounds } from '../../ruleset/rules.ts'

/** One person as the command line prints them: exactly these keys, in this order. */
export interface Line {
  nip: string
  kualifikasi: number
  kompetensi: number
  kinerja: number
  disiplin: number
  total: number
  kategori: string
  reasons: LineReason[]
}

/** `points` and `max` are null where the reason speaks of the person and not of a score. */
export interface LineReason {
  dimension: string
  indicator: string
  points: number | null
  max: number | null
  code: string
  text: string
  basis: string
}

/** The official terms, the same in every language: they are values that other programs read. */
const dimensionNames: Record<Dimension, string> = {
  qualification: 'kualifikasi',
  competency: 'kompetensi',
  performance: 'kinerja',
  discipline: 'disiplin',
}
const categoryNames: Record<Category, string> = {
  'very-high': 'Sangat Tinggi',
  high: 'Tinggi',
  medium: 'Sedang',
  low: 'Rendah',
  'very-low': 'Sangat Rendah',
}

export function lineOf(nip: string, result: IndexResult, messages: Messages, language: Language): Line {
  const { scores, unmeasured } = result
  const say = (reason: Reason) => sentence(reason, messages, language)
  const reasons = result.dimensions.flatMap(({ dimension, indicators }) =>
    indicators.map((indicator) => reasonOf(dimensionNames[dimension], indicator, say)),
  )
  if (unmeasured !== null) {
    const { code } = unmeasured
    const about = { dimension: 'populasi', indicator: 'population', points: null, max: null }
    reasons.unshift({ ...about, code, text: say(unmeasured), basis: basisOf(unmeasured, say) })
  }
  return {
    nip,
    kualifikasi: scores.qualification,
    kompetensi: scores.competency,
    kinerja: scores.performance,
    disiplin: scores.discipline,
    total: scores.total,
    kategori: categoryNames[result.category],
    reasons,
  }
}

type Say = (reason: Reason) => string

const reasonOf = (dimension: string, result: IndicatorResult, say: Say): LineReason => ({
  dimension,
  indicator: result.indicator,
  points: result.points,
  max: result.max,
  code: result.found.code,
  text: [say(result.found), ...evidenceIn(result.evidence, say), ...result.wouldGain.map(say)].join(' '),
  basis: basisOf(result, say),
})

const shown = 3

function evidenceIn(evidence: readonly Evidence[], say: Say): string[] {
  if (evidence.length === 0) return []
  const named = evidence.slice(0, shown).map(say).join('; ')
  const n = evidence.length - shown
  const list = n > 0 ? say({ code: 'index.evidence.more', params: { list: named, n } }) : named
  return [say({ code: 'index.evidence.list', params: { list } })]
}

const basisOf = ({ legalBasis, confidence }: Grounds, say: Say): string =>
  legalBasis === null
    ? say({ code: 'index.basis.none', params: { confidence } })
    : say({ code: 'index.basis.cited', params: { legalBasis, confidence } })
