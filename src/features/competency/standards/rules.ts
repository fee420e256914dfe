import type { PostKind } from '../../people/record/rules.ts'
import type { Bilingual, CompetencyCode, Confidence, Level, RuleSet } from '../rules.ts'

export const jobKinds = [
  'pelaksana',
  'pengawas',
  'administrator',
  'jpt-pratama',
  'jpt-madya',
  'jpt-utama',
  'jf-pemula',
  'jf-terampil',
  'jf-mahir',
  'jf-penyelia',
  'jf-ahli-pertama',
  'jf-ahli-muda',
  'jf-ahli-madya',
  'jf-ahli-utama',
] as const
export type JobKind = (typeof jobKinds)[number]

/** The required levels per kind of post, and how national codes name that kind. */
export interface StandardsRuleSet extends RuleSet {
  source: string | Bilingual
  /** The order of every row of `levels`. */
  competencies: readonly CompetencyCode[]
  required: Record<JobKind, { levels: readonly Level[]; confidence: Confidence; observedStandards: number }>
  jobKinds: {
    /** By eselon id (BKN table `eselon`). */
    structural: Readonly<Record<string, JobKind>>
    /** By jenjang code (BKN: PM, TR, MH, PY, PT, MU, MA, UT). */
    functional: Readonly<Record<string, JobKind>>
    general: JobKind
  }
}

/** A post as the national system codes it: `jenisJabatan` id, `eselon` id, `jenjang` code. */
export interface PostCodes {
  postKind: string
  echelonId?: string | null
  functionalLevel?: string | null
}

/**
 * The kind of post behind national codes, or undefined where they do not say (a structural post without an echelon, an
 * unknown code): such a post has no standard of the table, and nobody may guess one. A city's Sekda is eselon II.a: JPT Pratama.
 * Source: BKN tables jenisJabatan, eselon, jenjang.
 */
export function jobKindOf(
  { postKind, echelonId, functionalLevel }: PostCodes,
  ruleSet: Pick<StandardsRuleSet, 'jobKinds'>,
): JobKind | undefined {
  const { structural, functional, general } = ruleSet.jobKinds
  const byEchelon = own(structural, echelonId)
  const byLevel = own(functional, functionalLevel)
  switch (postKind) {
    case '1':
      return byEchelon
    case '2':
      return byLevel
    case '3':
      // Jabatan rangkap: the structural post leads, its requirement is what the holder is appointed for.
      return byEchelon ?? byLevel
    case '4':
      return general
    default:
      return undefined
  }
}

/** The kind of a post as the register keeps it. */
export const jobKindOfPost = (post: RegisterPost, ruleSet: Pick<StandardsRuleSet, 'jobKinds'>): JobKind | undefined =>
  jobKindOf(
    { postKind: nationalPostKind[post.kind], echelonId: post.echelonCode, functionalLevel: post.functionalLevel },
    ruleSet,
  )

export interface RegisterPost {
  kind: PostKind
  echelonCode: string | null
  functionalLevel: string | null
}

/** BKN table jenisJabatan. */
const nationalPostKind: Record<PostKind, string> = { structural: '1', functional: '2', general: '4' }

const own = (table: Readonly<Record<string, JobKind>>, key: string | null | undefined): JobKind | undefined =>
  key && Object.hasOwn(table, key) ? table[key] : undefined

/** What one post requires in place of, or beyond, the table. */
export interface PostRequirement {
  competency: CompetencyCode
  level: Level
}

export interface RequiredLevel {
  competency: CompetencyCode
  level: Level
  /** Where the level comes from: the table for the kind of post, or the single post. */
  from: 'table' | 'post'
  /** The rule set of a table level; null for a single post's own. */
  ruleSet: string | null
  confidence: Confidence | null
}

/**
 * The levels a post requires: the table for its kind (PermenPANRB 38/2017), each replaced by the post's own where it has one,
 * then what only the post names (its technical competencies). Without a known kind only the post's own remain.
 * The last of two requirements for one competency counts.
 */
export function standardFor(
  jobKind: JobKind | undefined,
  postOverrides: readonly PostRequirement[],
  ruleSet: Pick<StandardsRuleSet, 'ruleSet' | 'competencies' | 'required'>,
): RequiredLevel[] {
  const standard = new Map<CompetencyCode, RequiredLevel>()
  const row = jobKind === undefined ? undefined : ruleSet.required[jobKind]
  ruleSet.competencies.forEach((competency, i) => {
    const level = row?.levels[i]
    if (row && level !== undefined)
      standard.set(competency, {
        competency,
        level,
        from: 'table',
        ruleSet: ruleSet.ruleSet,
        confidence: row.confidence,
      })
  })
  for (const { competency, level } of postOverrides)
    standard.set(competency, { competency, level, from: 'post', ruleSet: null, confidence: null })
  return [...standard.values()]
}
