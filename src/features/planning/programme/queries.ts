import { sql } from 'kysely'
import type { Db } from '../../../platform/db/open.ts'
import type { Day } from '../../../shared/dates.ts'
import type { AccountId, ProgrammeId } from '../../../shared/ids.ts'
import type { CompetencyCode, Level } from '../../competency/rules.ts'
import type { Audience, Category, Effect, ProgrammeKind } from './rules.ts'
import '../tables.ts'

/** Any number: it only has to differ from the other locks of the house (7001–7003 floor, 7101 gaps, 7201 index). */
const lock = 7301

/** From here to the end of the transaction nobody else changes the catalogue: a circle of two changes would pass unseen. */
export const takeCatalogueLock = (db: Db) => sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(db)

const perHead = sql<number>`round(programme.seat_rupiah + programme.fixed_rupiah::numeric / programme.max_seats)`

const columns = [
  'programme.id as programmeId',
  'programme.code',
  'programme.name',
  'programme.kind',
  'programme.form',
  'programme.category',
  'programme.lesson_hours as lessonHours',
  'programme.weeks',
  'programme.online',
  'programme.provider',
  'programme.min_seats as minSeats',
  'programme.max_seats as maxSeats',
  'programme.most_sessions as mostSessions',
  'programme.fixed_rupiah as fixedRupiah',
  'programme.seat_rupiah as seatRupiah',
  'programme.audience',
  'programme.retired_on as retiredOn',
  'programme.synthetic',
] as const

const sortings = {
  name: sql`programme.name`,
  code: sql`programme.code`,
  kind: sql`programme.kind`,
  // A1 … B2 … B10: the letter, then the number.
  form: sql`(left(programme.form, 1), lpad(substr(programme.form, 2), 3, '0'))`,
  lessonHours: sql`programme.lesson_hours`,
  maxSeats: sql`programme.max_seats`,
  rupiahPerHead: perHead,
}

export interface ProgrammeFilter {
  search?: string | undefined
  kind?: ProgrammeKind | undefined
  category?: Category | undefined
  forms?: readonly string[] | undefined
  online?: boolean | undefined
  competency?: CompetencyCode | undefined
  retired: 'no' | 'yes' | 'all'
}

export interface ProgrammePage {
  limit: number
  offset: number
  sort: keyof typeof sortings
  direction: 'asc' | 'desc'
}

const matching = (db: Db, { search, kind, category, forms, online, competency, retired }: ProgrammeFilter) => {
  const pattern = `%${search?.replaceAll(/[%_\\]/g, '\\$&') ?? ''}%`
  return db
    .selectFrom('programme')
    .$if(Boolean(search), (q) =>
      q.where((w) =>
        w.or([
          w('programme.name', 'ilike', pattern),
          w('programme.code', 'ilike', pattern),
          w('programme.purpose', 'ilike', pattern),
          w('programme.provider', 'ilike', pattern),
        ]),
      ),
    )
    .$if(kind !== undefined, (q) => q.where('programme.kind', '=', kind!))
    .$if(category !== undefined, (q) => q.where('programme.category', '=', category!))
    .$if(forms !== undefined, (q) => q.where('programme.form', 'in', [...forms!]))
    .$if(online !== undefined, (q) => q.where('programme.online', '=', online!))
    .$if(retired !== 'all', (q) => q.where('programme.retired_on', retired === 'no' ? 'is' : 'is not', null))
    .$if(competency !== undefined, (q) =>
      q.where((w) =>
        w.exists(
          w
            .selectFrom('programme_effect')
            .whereRef('programme_effect.programme_id', '=', 'programme.id')
            .where('programme_effect.competency_code', '=', competency!)
            .select(w.lit(1).as('one')),
        ),
      ),
    )
}

export async function programmesMatching(db: Db, filter: ProgrammeFilter, page: ProgrammePage) {
  const rows = await matching(db, filter)
    .leftJoin('programme as prerequisite', 'prerequisite.id', 'programme.prerequisite_id')
    .select([...columns, 'prerequisite.name as prerequisiteName'])
    .select(
      sql<CompetencyCode[]>`array(select e.competency_code from programme_effect e
        where e.programme_id = programme.id order by e.competency_code)`.as('competencies'),
    )
    .orderBy(sortings[page.sort], page.direction)
    .orderBy('programme.name')
    .orderBy('programme.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  const { total } = await matching(db, filter)
    .select((s) => s.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total }
}

export const programmeById = (db: Db, id: ProgrammeId) =>
  db
    .selectFrom('programme')
    .leftJoin('account', 'account.id', 'programme.changed_by')
    .where('programme.id', '=', id)
    .select([
      ...columns,
      'programme.purpose',
      'programme.curriculum',
      'programme.prerequisite_id as prerequisiteId',
      'programme.version',
      'programme.changed_at as changedAt',
      'account.name as changedBy',
    ])
    .executeTakeFirst()

const identity = ['id as programmeId', 'code', 'name', 'retired_on as retiredOn'] as const

/** Every programme by name, with what it needs first. */
export const programmesInShort = (db: Db) =>
  db
    .selectFrom('programme')
    .select([...identity, 'prerequisite_id as prerequisiteId'])
    .orderBy('name')
    .orderBy('id')
    .execute()

export const effectsOf = (db: Db, id: ProgrammeId): Promise<Effect[]> =>
  db
    .selectFrom('programme_effect')
    .where('programme_id', '=', id)
    .select([
      'competency_code as competency',
      'target_level as targetLevel',
      'gain',
      'standard_error as standardError',
      'source',
      'basis',
    ])
    .orderBy('competency_code')
    .execute()

export interface Kept {
  code: string
  name: string
  purpose: string
  kind: ProgrammeKind
  form: string
  lessonHours: number
  weeks: number
  online: boolean
  provider: string
  curriculum: string | null
  category: Category
  fixedRupiah: number
  seatRupiah: number
  minSeats: number
  maxSeats: number
  mostSessions: number
  audience: Audience
  prerequisiteId: ProgrammeId | null
}

const stored = (kept: Kept, by: AccountId, at: Date) => ({
  code: kept.code,
  name: kept.name,
  purpose: kept.purpose,
  kind: kept.kind,
  form: kept.form,
  lesson_hours: kept.lessonHours,
  weeks: kept.weeks,
  online: kept.online,
  provider: kept.provider,
  curriculum: kept.curriculum,
  category: kept.category,
  fixed_rupiah: kept.fixedRupiah,
  seat_rupiah: kept.seatRupiah,
  min_seats: kept.minSeats,
  max_seats: kept.maxSeats,
  most_sessions: kept.mostSessions,
  audience: JSON.stringify(kept.audience),
  prerequisite_id: kept.prerequisiteId,
  changed_by: by,
  changed_at: at.toISOString(),
})

export const addProgramme = (db: Db, kept: Kept, by: AccountId, at: Date, synthetic: boolean) =>
  db
    .insertInto('programme')
    .values({ ...stored(kept, by, at), synthetic })
    .returning(['id as programmeId', 'version'])
    .executeTakeFirstOrThrow()

export const changeProgramme = (db: Db, id: ProgrammeId, kept: Kept, by: AccountId, at: Date) =>
  db
    .updateTable('programme')
    .set((eb) => ({ ...stored(kept, by, at), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning(['id as programmeId', 'version'])
    .executeTakeFirstOrThrow()

export const setRetired = (db: Db, id: ProgrammeId, on: Day | null, by: AccountId, at: Date) =>
  db
    .updateTable('programme')
    .set((eb) => ({ retired_on: on, changed_by: by, changed_at: at.toISOString(), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()

/** Replaces what was assumed; what an evaluation has measured stays. */
export async function replaceAssumptions(
  db: Db,
  id: ProgrammeId,
  effects: readonly {
    competency: CompetencyCode
    targetLevel: Level
    gain: number
    standardError: number
    basis: string
  }[],
): Promise<void> {
  await db.deleteFrom('programme_effect').where('programme_id', '=', id).where('source', '=', 'assumption').execute()
  if (effects.length === 0) return
  await db
    .insertInto('programme_effect')
    .values(
      effects.map((effect) => ({
        programme_id: id,
        competency_code: effect.competency,
        target_level: effect.targetLevel,
        gain: effect.gain,
        standard_error: effect.standardError,
        source: 'assumption' as const,
        basis: effect.basis,
      })),
    )
    .execute()
}
