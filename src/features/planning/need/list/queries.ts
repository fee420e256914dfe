import { sql, type SqlBool } from 'kysely'
import type { Actor } from '../../../../shared/actor.ts'
import type { PersonId, UnitId } from '../../../../shared/ids.ts'
import type { Db } from '../../../../platform/db/open.ts'
import type { JobKind } from '../../../competency/standards/rules.ts'
import { inactiveStatusCodes } from '../../../people/status/rules.ts'
import { visibleTo } from '../../../people/visible/queries.ts'
import { officeOfUnits } from '../office/queries.ts'
import { readableBy } from '../voice/queries.ts'
import type { VoiceSum } from './rules.ts'
import '../../tables.ts'

/** Standing voices of a year that concern people or units the actor may see, with the office each belongs to. */
const voicesWithin = (db: Db, actor: Actor, standing: readonly UnitId[], year: number) =>
  db
    .selectFrom('need_voice')
    .leftJoin('person', 'person.id', 'need_voice.person_id')
    .leftJoin(officeOfUnits.as('office'), (join) =>
      join.on(sql<SqlBool>`office."unitId" = coalesce(person.unit_id, need_voice.unit_id)`),
    )
    .where('need_voice.year', '=', year)
    .where('need_voice.withdrawn_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('need_voice.person_id', 'is not', null),
          eb('person.status_code', 'not in', inactiveStatusCodes),
          visibleTo(actor, 'planning.read')(eb as never),
        ]),
        eb.and([eb('need_voice.person_id', 'is', null), readableBy(actor, standing)(eb as never)]),
      ]),
    )

/**
 * How many voices of each source speak of a competency, per office; those about the whole city under none. `seen` are those the
 * actor may read one by one: a head counts the own requests of the office without reading them.
 */
export async function voiceSums(db: Db, actor: Actor, standing: readonly UnitId[], year: number): Promise<VoiceSum[]> {
  return voicesWithin(db, actor, standing, year)
    .where('need_voice.competency_code', 'is not', null)
    .select((eb) => [
      'need_voice.competency_code as competency',
      sql<UnitId | null>`office."officeId"`.as('officeId'),
      'need_voice.source',
      sql<number>`count(*)`.as('voices'),
      sql<number>`sum(need_voice.strength)`.as('strength'),
      sql<number>`count(*) filter (where ${readableBy(actor, standing)(eb as never)})`.as('seen'),
    ])
    .groupBy(['need_voice.competency_code', sql`office."officeId"`, 'need_voice.source'])
    .$castTo<VoiceSum>()
    .execute()
}

export interface Aim {
  personId: PersonId
  jobKind: JobKind
  officeId: UnitId
  seen: boolean
}

/** The kind of post each person last said to work towards. */
export async function aimsOf(db: Db, actor: Actor, standing: readonly UnitId[], year: number): Promise<Aim[]> {
  return voicesWithin(db, actor, standing, year)
    .where('need_voice.aim', 'is not', null)
    .where(sql<SqlBool>`office."officeId" is not null`)
    .distinctOn('need_voice.person_id')
    .select((eb) => [
      'need_voice.person_id as personId',
      'need_voice.aim as jobKind',
      sql<UnitId>`office."officeId"`.as('officeId'),
      sql<boolean>`${readableBy(actor, standing)(eb as never)}`.as('seen'),
    ])
    .orderBy('need_voice.person_id')
    .orderBy('need_voice.recorded_at', 'desc')
    .orderBy('need_voice.id', 'desc')
    .$castTo<Aim>()
    .execute()
}
