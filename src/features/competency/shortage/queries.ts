import type { Actor } from '../../../shared/actor.ts'
import type { PersonId, UnitId } from '../../../shared/ids.ts'
import type { Db } from '../../../platform/db/open.ts'
import { personsVisibleTo } from '../../people/visible/queries.ts'
import type { Certainty, GapBand } from '../gap/rules.ts'
import type { CompetencyCode } from '../rules.ts'
import '../tables.ts'

export interface GapFilter {
  unitId?: UnitId | undefined
  personId?: PersonId | undefined
  competency?: CompetencyCode | undefined
  band?: GapBand | undefined
  certainty?: Certainty | undefined
  atLeast?: number | undefined
  team: boolean
  search?: string | undefined
  sort: 'gap' | 'name' | 'competency'
  direction?: 'asc' | 'desc' | undefined
  limit: number
  offset: number
}

/** The gaps of the persons whom the actor may see. */
export async function gapsMatching(db: Db, actor: Actor, filter: GapFilter) {
  const matching = personsVisibleTo(db, actor, 'competency.read')
    .innerJoin('gap', 'gap.person_id', 'person.id')
    .$if(filter.unitId !== undefined, (q) =>
      q.where('person.unit_id', 'in', (s) =>
        s.selectFrom('unit_tree').where('ancestor_id', '=', filter.unitId!).select('unit_tree.unit_id'),
      ),
    )
    .$if(filter.personId !== undefined, (q) => q.where('person.id', '=', filter.personId!))
    .$if(filter.team, (q) => q.where('person.supervisor_id', '=', actor.personId))
    .$if(filter.competency !== undefined, (q) => q.where('gap.competency_code', '=', filter.competency!))
    .$if(filter.band !== undefined, (q) => q.where('gap.band', '=', filter.band!))
    .$if(filter.certainty !== undefined, (q) => q.where('gap.certainty', '=', filter.certainty!))
    .$if(filter.atLeast !== undefined, (q) => q.where('gap.gap', '>=', filter.atLeast!))
    .$if(filter.search !== undefined, (q) =>
      q.where('person.name', 'ilike', `%${filter.search!.replaceAll(/[%_\\]/g, '\\$&')}%`),
    )
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
      'gap.competency_code as competency',
      'gap.required',
      'gap.level',
      'gap.gap',
      'gap.low',
      'gap.high',
      'gap.band',
      'gap.certainty',
      'gap.rater_kind as raterKind',
      'gap.computed_on as computedOn',
      'gap.rule_set as basis',
    ])
    .$if(filter.sort === 'gap', (q) =>
      q.orderBy('gap.gap', (o) => (direction === 'desc' ? o.desc().nullsLast() : o.asc().nullsLast())),
    )
    .$if(filter.sort === 'competency', (q) => q.orderBy('gap.competency_code', direction))
    .orderBy('person.name', filter.sort === 'name' ? direction : 'asc')
    .orderBy('person.id')
    .orderBy('gap.competency_code')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const { total } = await matching.select((s) => s.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}
