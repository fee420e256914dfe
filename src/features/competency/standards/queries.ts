import { sql } from 'kysely'
import type { Day } from '../../../shared/dates.ts'
import type { AccountId, PersonId, PostId } from '../../../shared/ids.ts'
import type { Db } from '../../../platform/db/open.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import type { ExpressionBuilder } from 'kysely'
import type { CompetencyCode, Level } from '../rules.ts'
import type { JobKind, StandardsRuleSet } from './rules.ts'
import '../tables.ts'

const postView = [
  'post.id as postId',
  'post.title',
  'post.kind',
  'post.echelon_code as echelonCode',
  'post.functional_level as functionalLevel',
  'unit.name as unitName',
] as const

export const postById = (db: Db, id: PostId) =>
  db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .where('post.id', '=', id)
    .select(postView)
    .executeTakeFirst()

/** Every requirement ever set for one post alone, the newest first. */
export const requirementsEver = (db: Db, id: PostId) =>
  db
    .selectFrom('post_standard')
    .where('post_id', '=', id)
    .select([
      'competency_code as competency',
      'level',
      'effective_from as effectiveFrom',
      'legal_basis as legalBasis',
      'reason',
      'set_at as setAt',
    ])
    .orderBy('effective_from', 'desc')
    .orderBy('id', 'desc')
    .execute()

export const holdersOf = async (db: Db, id: PostId): Promise<PersonId[]> =>
  (await db.selectFrom('person').where('post_id', '=', id).select('id').orderBy('id').execute()).map((row) => row.id)

export async function addRequirements(
  db: Db,
  set: {
    postId: PostId
    requirements: readonly { competency: CompetencyCode; level: Level | null }[]
    effectiveFrom: Day
    legalBasis: string
    reason: string
    setBy: AccountId
  },
): Promise<void> {
  await db
    .insertInto('post_standard')
    .values(
      set.requirements.map(({ competency, level }) => ({
        post_id: set.postId,
        competency_code: competency,
        level,
        effective_from: set.effectiveFrom,
        legal_basis: set.legalBasis,
        reason: set.reason,
        set_by: set.setBy,
      })),
    )
    .execute()
}

export interface PostFilter {
  search?: string | undefined
  own?: boolean | undefined
  jobKind?: JobKind | undefined
  limit: number
  offset: number
}

export async function postsMatching(db: Db, filter: PostFilter, standards: StandardsRuleSet, on: Day) {
  const pattern = `%${filter.search?.replaceAll(/[%_\\]/g, '\\$&') ?? ''}%`
  const ownToday = sql<number>`(
    select count(*) from (
      select distinct on (s.competency_code) s.level from post_standard s
      where s.post_id = post.id and s.effective_from <= ${on}
      order by s.competency_code, s.effective_from desc, s.id desc) latest
    where latest.level is not null)`
  const matching = db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .$if(filter.search !== undefined, (q) =>
      q.where((w) => w.or([w('post.title', 'ilike', pattern), w('unit.name', 'ilike', pattern)])),
    )
    .$if(filter.own !== undefined, (q) => q.where(ownToday, filter.own ? '>' : '=', 0))
    .$if(filter.jobKind !== undefined, (q) => q.where((w) => isOfKind(w as never, filter.jobKind!, standards)))
  const rows = await matching
    .select([
      ...postView,
      ownToday.as('ownRequirements'),
      sql<number>`(select count(*) from person where person.post_id = post.id)`.as('holders'),
    ])
    .orderBy('post.title')
    .orderBy('unit.name')
    .orderBy('post.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const { total } = await matching.select((s) => s.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}

// The same reading of the codes as `jobKindOfPost`, as a condition.
function isOfKind(w: ExpressionBuilder<Tables, 'post'>, jobKind: JobKind, { jobKinds }: StandardsRuleSet) {
  const codes = (table: Readonly<Record<string, JobKind>>) =>
    Object.keys(table).filter((code) => table[code] === jobKind)
  const oneOf = (kind: 'structural' | 'functional', column: 'post.echelon_code' | 'post.functional_level') => {
    const wanted = codes(jobKinds[kind])
    return wanted.length === 0 ? [] : [w.and([w('post.kind', '=', kind), w(column, 'in', wanted as never[])])]
  }
  return w.or([
    ...oneOf('structural', 'post.echelon_code'),
    ...oneOf('functional', 'post.functional_level'),
    ...(jobKinds.general === jobKind ? [w('post.kind', '=', 'general')] : []),
  ])
}
