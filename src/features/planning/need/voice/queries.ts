import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import { type Actor, holds, reachOf } from '../../../../shared/actor.ts'
import type { AccountId, PersonId, UnitId } from '../../../../shared/ids.ts'
import type { Db } from '../../../../platform/db/open.ts'
import type { Tables } from '../../../../platform/db/tables.ts'
import type { CompetencyCode } from '../../../competency/rules.ts'
import type { JobKind } from '../../../competency/standards/rules.ts'
import { placeOf, visibleTo } from '../../../people/visible/queries.ts'
import { officeOfUnits } from '../office/queries.ts'
import type { VoiceSource } from '../rules.ts'
import type { UnitPlace, Voice } from './access.ts'
import type { VoiceState } from './rules.ts'
import '../../tables.ts'

type Spoken = ExpressionBuilder<Tables, 'need_voice' | 'person'>

/** The units the actor works in or is over, with all above them. */
export async function standingOf(db: Db, actor: Actor): Promise<UnitId[]> {
  const rows = await db
    .selectFrom('unit_tree')
    .where((eb) =>
      eb.or([
        eb('unit_id', 'in', (s) => s.selectFrom('person').where('id', '=', actor.personId).select('unit_id')),
        eb('unit_id', '=', sql<UnitId>`any(${reachOf(actor, 'planning.read').offices}::int[])`),
      ]),
    )
    .select('ancestor_id')
    .distinct()
    .execute()
  return rows.map((row) => row.ancestor_id)
}

/** The condition "this actor may read this voice"; `mayRead` in `access.ts` is the same rule for one. */
export const readableBy =
  (actor: Actor, standing: readonly UnitId[]) =>
  (eb: Spoken): Expression<SqlBool> =>
    eb.or([
      eb('need_voice.account_id', '=', actor.accountId),
      eb.and([eb('need_voice.person_id', 'is not', null), ofPerson(actor)(eb)]),
      eb.and([eb('need_voice.person_id', 'is', null), ofUnit(actor, standing)(eb)]),
    ])

const ofPerson =
  (actor: Actor) =>
  (eb: Spoken): Expression<SqlBool> => {
    const reach = reachOf(actor, 'planning.read')
    const own = holds(actor, 'planning.manage')
      ? eb.lit(true)
      : eb.or([
          ...(reach.self && actor.personId !== null ? [eb('person.id', '=', actor.personId)] : []),
          ...(reach.team && actor.personId !== null ? [eb('person.supervisor_id', '=', actor.personId)] : []),
        ])
    return eb.or([
      eb.and([eb('need_voice.source', '=', 'own-request'), own]),
      eb.and([eb('need_voice.source', '!=', 'own-request'), visibleTo(actor, 'planning.read')(eb as never)]),
    ])
  }

const ofUnit =
  (actor: Actor, standing: readonly UnitId[]) =>
  (eb: Spoken): Expression<SqlBool> => {
    const reach = reachOf(actor, 'planning.read')
    if (reach.city) return eb.lit(true)
    return eb.or([
      eb('need_voice.unit_id', 'is', null),
      eb('need_voice.unit_id', '=', sql<UnitId>`any(${standing}::int[])`),
      eb.exists(
        eb
          .selectFrom('unit_tree')
          .whereRef('unit_tree.unit_id', '=', 'need_voice.unit_id')
          .where('unit_tree.ancestor_id', '=', sql<UnitId>`any(${reach.offices}::int[])`)
          .select(eb.lit(1).as('one')),
      ),
    ])
  }

const voicesReadableBy = (db: Db, actor: Actor, standing: readonly UnitId[]) =>
  db
    .selectFrom('need_voice')
    .leftJoin('person', 'person.id', 'need_voice.person_id')
    .leftJoin(officeOfUnits.as('office'), (join) =>
      join.on(sql<SqlBool>`office."unitId" = coalesce(person.unit_id, need_voice.unit_id)`),
    )
    .where((eb) => readableBy(actor, standing)(eb as never))

export interface VoiceFilter {
  year: number
  source?: VoiceSource | undefined
  competency?: CompetencyCode | undefined
  /** Of this office, and of the whole city. */
  unitId?: UnitId | undefined
  personId?: PersonId | undefined
  state?: VoiceState | undefined
  mine: boolean
  sort: 'recorded' | 'strength' | 'source'
  direction: 'asc' | 'desc'
  limit: number
  offset: number
}

const sortings = {
  recorded: 'need_voice.recorded_at',
  strength: 'need_voice.strength',
  source: 'need_voice.source',
} as const

export async function voicesMatching(db: Db, actor: Actor, standing: readonly UnitId[], filter: VoiceFilter) {
  const matching = voicesReadableBy(db, actor, standing)
    .leftJoin('need_route', (join) =>
      join
        .onRef('need_route.year', '=', 'need_voice.year')
        .onRef('need_route.competency_code', '=', 'need_voice.competency_code')
        .on(sql<SqlBool>`need_route.unit_id = office."officeId"`),
    )
    .where('need_voice.year', '=', filter.year)
    .$if(filter.source !== undefined, (q) => q.where('need_voice.source', '=', filter.source!))
    .$if(filter.competency !== undefined, (q) => q.where('need_voice.competency_code', '=', filter.competency!))
    .$if(filter.unitId !== undefined, (q) =>
      q.where(
        sql<SqlBool>`(office."officeId" = ${filter.unitId!} or (need_voice.person_id is null and need_voice.unit_id is null))`,
      ),
    )
    .$if(filter.personId !== undefined, (q) => q.where('need_voice.person_id', '=', filter.personId!))
    .$if(filter.mine, (q) =>
      q.where((w) =>
        w.or([w('need_voice.person_id', '=', actor.personId), w('need_voice.account_id', '=', actor.accountId)]),
      ),
    )
    .$if(filter.state === 'withdrawn', (q) => q.where('need_voice.withdrawn_at', 'is not', null))
    .$if(filter.state === 'open', (q) =>
      q.where('need_voice.withdrawn_at', 'is', null).where('need_route.route', 'is', null),
    )
    .$if(filter.state === 'routed', (q) =>
      q.where('need_voice.withdrawn_at', 'is', null).where('need_route.route', 'is not', null),
    )
  const rows = await matching
    .leftJoin('unit', (join) => join.on(sql<SqlBool>`unit.id = coalesce(person.unit_id, need_voice.unit_id)`))
    .select([
      'need_voice.id as voiceId',
      'need_voice.year',
      'need_voice.source',
      'need_voice.title',
      'need_voice.reason',
      'need_voice.legal_basis as legalBasis',
      'need_voice.competency_code as competency',
      'need_voice.unit_id as unitId',
      'unit.name as unitName',
      'need_voice.person_id as personId',
      'person.name as personName',
      'need_voice.aim',
      'need_voice.strength',
      'need_voice.account_id as accountId',
      'need_voice.recorded_at as recordedAt',
      'need_voice.withdrawn_at as withdrawnAt',
      'need_route.route',
      'need_route.reason as routeReason',
    ])
    .orderBy(sortings[filter.sort], filter.direction)
    .orderBy('need_voice.id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const { total } = await matching.select((s) => s.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}

/** One voice with what the rules about it need to know; undefined where there is none. */
export async function voiceById(db: Db, voiceId: number) {
  const row = await db.selectFrom('need_voice').where('id', '=', voiceId).selectAll().executeTakeFirst()
  if (!row) return undefined
  const voice: Voice = {
    source: row.source,
    accountId: row.account_id,
    person: row.person_id === null ? null : ((await placeOf(db, row.person_id)) ?? null),
    unitId: row.unit_id,
    above: row.unit_id === null ? [] : ((await unitPlace(db, row.unit_id, null))?.above ?? []),
  }
  return { ...row, voice }
}

/** The unit with all above it, and whether somebody of this supervisor works in it; undefined for no such unit. */
export async function unitPlace(db: Db, unitId: UnitId, supervisorId: PersonId | null): Promise<UnitPlace | undefined> {
  const above = await db.selectFrom('unit_tree').where('unit_id', '=', unitId).select('ancestor_id').execute()
  if (above.length === 0) return undefined
  const member =
    supervisorId === null
      ? undefined
      : await db
          .selectFrom('person')
          .where('unit_id', '=', unitId)
          .where('supervisor_id', '=', supervisorId)
          .select('id')
          .limit(1)
          .executeTakeFirst()
  return { above: above.map((row) => row.ancestor_id), ofTeam: member !== undefined }
}

export interface StoredVoice {
  year: number
  source: VoiceSource
  title: string
  reason: string
  legalBasis: string | null
  competency: CompetencyCode | null
  unitId: UnitId | null
  personId: PersonId | null
  aim: JobKind | null
  strength: number
  accountId: AccountId | null
}

/** Whether the same was asked for the same person already and still stands. */
export const standsAlready = async (
  db: Db,
  { year, source, personId, competency, aim }: Pick<StoredVoice, 'year' | 'source' | 'personId' | 'competency' | 'aim'>,
): Promise<boolean> =>
  (await db
    .selectFrom('need_voice')
    .where('year', '=', year)
    .where('source', '=', source)
    .where('person_id', '=', personId)
    .where(sql<SqlBool>`competency_code is not distinct from ${competency}::text`)
    .where(sql<SqlBool>`aim is not distinct from ${aim}::text`)
    .where('withdrawn_at', 'is', null)
    .select('id')
    .limit(1)
    .executeTakeFirst()) !== undefined

export async function insertVoice(db: Db, voice: StoredVoice, at: Date): Promise<number> {
  const { id } = await db
    .insertInto('need_voice')
    .values({
      year: voice.year,
      source: voice.source,
      title: voice.title,
      reason: voice.reason,
      legal_basis: voice.legalBasis,
      competency_code: voice.competency,
      unit_id: voice.unitId,
      person_id: voice.personId,
      aim: voice.aim,
      strength: voice.strength,
      account_id: voice.accountId,
      recorded_at: at.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const setWithdrawn = (db: Db, voiceId: number, at: Date | null) =>
  db
    .updateTable('need_voice')
    .set({ withdrawn_at: at?.toISOString() ?? null })
    .where('id', '=', voiceId)
    .execute()
