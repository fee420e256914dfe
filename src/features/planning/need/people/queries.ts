import { sql, type SqlBool } from 'kysely'
import type { Actor } from '../../../../shared/actor.ts'
import type { Day } from '../../../../shared/dates.ts'
import type { UnitId } from '../../../../shared/ids.ts'
import type { Db } from '../../../../platform/db/open.ts'
import type { CompetencyCode } from '../../../competency/rules.ts'
import type { JobKind } from '../../../competency/standards/rules.ts'
import { belowGood, personsToPlanFor } from '../office/queries.ts'
import { readableBy } from '../voice/queries.ts'
import type { NeedGroup } from './rules.ts'
import '../../tables.ts'

export interface PeopleFilter {
  year: number
  competency: CompetencyCode
  unitId: UnitId
  group: NeedGroup
  sort: 'gap' | 'name'
  direction?: 'asc' | 'desc' | undefined
  limit: number
  offset: number
}

/** The people of one office in one competency whom the actor may see, with what of their requests the actor may read. */
export async function peopleBehind(
  db: Db,
  actor: Actor,
  standing: readonly UnitId[],
  filter: PeopleFilter,
  today: Day,
) {
  const voicesOf = (part: 'asked' | 'aim') =>
    db
      .selectFrom('need_voice')
      .where('need_voice.year', '=', filter.year)
      .where('need_voice.withdrawn_at', 'is', null)
      .where(sql<SqlBool>`need_voice.person_id = person.id`)
      .where((eb) => readableBy(actor, standing)(eb as never))
      .$if(part === 'asked', (q) => q.where('need_voice.competency_code', '=', filter.competency))
      .$if(part === 'aim', (q) => q.where('need_voice.aim', 'is not', null))
  const asked = sql<boolean>`exists (${voicesOf('asked').select('need_voice.id')})`
  const aim = sql<JobKind | null>`(${voicesOf('aim')
    .select('need_voice.aim')
    .orderBy('need_voice.recorded_at', 'desc')
    .orderBy('need_voice.id', 'desc')
    .limit(1)})`

  const matching = personsToPlanFor(db, actor)
    .where(sql<SqlBool>`office."officeId" = ${filter.unitId}`)
    .leftJoin('gap', (join) =>
      join.onRef('gap.person_id', '=', 'person.id').on('gap.competency_code', '=', filter.competency),
    )
    .$if(filter.group === 'gap' || filter.group === 'both', (q) => q.where('gap.gap', '>=', 1))
    .$if(filter.group === 'all', (q) => q.where('gap.required', 'is not', null))
    .$if(filter.group === 'both', (q) => q.where(sql<SqlBool>`${belowGood(today)}`))
    .$if(filter.group === 'asked', (q) => q.where(asked as never))
    .$if(filter.group === 'aim', (q) => q.where(sql<SqlBool>`${aim} is not null`))
  const direction = filter.direction ?? (filter.sort === 'gap' ? 'desc' : 'asc')
  const rows = await matching
    .leftJoin('post', 'post.id', 'person.post_id')
    .leftJoin('unit', 'unit.id', 'person.unit_id')
    .select([
      'person.id as personId',
      'person.name',
      'person.nip',
      'post.title as postTitle',
      'unit.name as unitName',
      'gap.required',
      'gap.level',
      'gap.gap',
      'gap.low',
      'gap.high',
      'gap.certainty',
      belowGood(today).as('below'),
      asked.as('asked'),
      aim.as('aim'),
    ])
    .$if(filter.sort === 'gap', (q) =>
      q.orderBy('gap.gap', (o) => (direction === 'desc' ? o.desc().nullsLast() : o.asc().nullsLast())),
    )
    .orderBy('person.name', filter.sort === 'name' ? direction : 'asc')
    .orderBy('person.id')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const { total } = await matching.select((s) => s.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}
