import type { Day } from '../../../shared/dates.ts'
import type {
  AppraisalFacts,
  EducationFacts,
  Employment,
  FunctionalLevel,
  PostingFacts,
  PostKind,
  SanctionFacts,
  TrainingFacts,
} from '../../people/record/rules.ts'

/** Where a record is found again: an id of the register, or file and row on the command line. */
export type RecordKey = string | number
type Recorded<Facts> = Facts & { key: RecordKey }

export type EducationRecord = Recorded<Pick<EducationFacts, 'levelCode' | 'name' | 'year' | 'graduatedOn'>>
export type TrainingRecord = Recorded<
  Pick<
    TrainingFacts,
    'kind' | 'name' | 'typeCode' | 'structuralCode' | 'certificateClass' | 'hours' | 'year' | 'startedOn' | 'endedOn'
  >
>
export type AppraisalRecord = Recorded<Pick<AppraisalFacts, 'year' | 'result' | 'behaviour' | 'predicate' | 'value'>>
export type SanctionRecord = Recorded<Pick<SanctionFacts, 'typeCode' | 'level' | 'sinceOn' | 'revokedOn'>>
export type PostingRecord = Pick<PostingFacts, 'postKind' | 'title' | 'echelonCode' | 'sinceOn'>

/** The post a person holds, as far as it is known. */
export interface HeldPost {
  postKind: PostKind | null
  postTitle: string | null
  echelonCode: string | null
}

/** All that the index looks at. `null` is unknown. */
export interface IndexFacts extends HeldPost {
  employment: Employment | null
  statusCode: string | null
  /** Highest level of the main data; the histories may hold a higher one. */
  educationCode: string | null
  education: readonly EducationRecord[]
  training: readonly TrainingRecord[]
  appraisals: readonly AppraisalRecord[]
  sanctions: readonly SanctionRecord[]
}

/** What the main data says of the post. */
export type MainPost = HeldPost & { functionalLevel: FunctionalLevel | null }

const noEchelon: readonly (string | null)[] = [null, '', '00', '99']

/**
 * The post that decides the indicators. Main data that names a kind is believed; a double post (`jenisJabatan` 3)
 * names none and is structural where it has an echelon, else functional where it has a functional level. Without
 * either the latest posting in force on the day answers.
 */
export function heldPost(main: MainPost | null, postings: readonly PostingRecord[], on: Day): HeldPost {
  if (main !== null) {
    const { postTitle, echelonCode } = main
    if (main.postKind !== null) return { postKind: main.postKind, postTitle, echelonCode }
    if (!noEchelon.includes(echelonCode)) return { postKind: 'structural', postTitle, echelonCode }
    if (main.functionalLevel !== null) return { postKind: 'functional', postTitle, echelonCode }
  }
  const latest = latestPosting(postings, on)
  if (latest === null)
    return { postKind: null, postTitle: main?.postTitle ?? null, echelonCode: main?.echelonCode ?? null }
  return { postKind: latest.postKind, postTitle: latest.title, echelonCode: latest.echelonCode }
}

/**
 * The post held on a day that may lie before the current post began: then the history answers, and the current post
 * only where the history is silent.
 */
export function postHeldOn(main: MainPost, since: Day | null, postings: readonly PostingRecord[], on: Day): HeldPost {
  const earlier = since !== null && since > on ? heldPost(null, postings, on) : null
  return earlier?.postKind ? earlier : heldPost(main, postings, on)
}

/** Of several postings of one day the one that sorts last, so that the order of records never matters. */
function latestPosting(postings: readonly PostingRecord[], on: Day): PostingRecord | null {
  const order = (p: PostingRecord) => `${p.sinceOn}|${p.postKind}|${p.echelonCode ?? ''}|${p.title}`
  return postings
    .filter((p) => p.sinceOn <= on)
    .reduce<PostingRecord | null>((best, p) => (best === null || order(p) > order(best) ? p : best), null)
}
