import { expect, test } from 'vitest'
import type { Day } from '../../../shared/dates.ts'
import { heldPost, type MainPost, type PostingRecord } from './rules.ts'

const on = '2026-12-31' as Day
const main = (more: Partial<MainPost>): MainPost => ({
  postKind: null,
  postTitle: null,
  echelonCode: null,
  functionalLevel: null,
  ...more,
})
const posting = (postKind: PostingRecord['postKind'], sinceOn: string, echelonCode: string | null = null) => ({
  postKind,
  title: 'Jabatan',
  echelonCode,
  sinceOn: sinceOn as Day,
})

test.each([
  [
    'main data that names a kind is believed',
    main({ postKind: 'general' }),
    [posting('structural', '2026-01-01', '41')],
    'general',
    null,
  ],
  [
    'a double post with an echelon is structural',
    main({ echelonCode: '41', functionalLevel: 'MU' }),
    [],
    'structural',
    '41',
  ],
  [
    'a double post without one is functional',
    main({ echelonCode: '99', functionalLevel: 'MU' }),
    [],
    'functional',
    '99',
  ],
  [
    'else the latest posting answers',
    main({}),
    [posting('general', '2020-01-01'), posting('structural', '2024-01-01', '31')],
    'structural',
    '31',
  ],
  [
    'a posting after the day does not',
    main({}),
    [posting('general', '2020-01-01'), posting('structural', '2027-01-01', '31')],
    'general',
    null,
  ],
  ['also without main data', null, [posting('functional', '2020-01-01')], 'functional', null],
  ['nothing known', null, [], null, null],
] as [string, MainPost | null, PostingRecord[], string | null, string | null][])(
  '%s',
  (_, post, postings, kind, echelon) => {
    expect(heldPost(post, postings, on)).toMatchObject({ postKind: kind, echelonCode: echelon })
    expect(heldPost(post, postings.toReversed(), on)).toMatchObject({ postKind: kind, echelonCode: echelon })
  },
)
