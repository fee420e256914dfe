import { sql } from 'kysely'
import type { Db } from '../../../platform/db/open.ts'
import type { Actor } from '../../../shared/actor.ts'
import type { UnitId } from '../../../shared/ids.ts'
import { personsVisibleTo } from '../../people/visible/queries.ts'
import { chosenRuleSet } from '../ruleset/queries.ts'
import type { Category } from '../ruleset/rules.ts'
import '../tables.ts'

/** The dimensions with their columns. */
const columns = {
  qualification: 'index_result.qualification',
  competency: 'index_result.competence',
  performance: 'index_result.performance',
  discipline: 'index_result.discipline',
  total: 'index_result.total',
} as const
export const sortable = { name: 'person.name', unitName: 'unit.name', ...columns } as const

export interface Filter {
  unitId?: UnitId | undefined
  category?: Category | undefined
  dimension?: keyof typeof columns | undefined
  below?: number | undefined
  counted?: 'measured' | 'unmeasured' | undefined
  year?: number | undefined
  ruleSet?: string | undefined
}

/** The persons the actor may see who have a result of the year (else of the last year computed). */
const matching = (db: Db, actor: Actor, filter: Filter) =>
  personsVisibleTo(db, actor, 'index.read')
    .innerJoin('index_result', 'index_result.person_id', 'person.id')
    .where('index_result.rule_set', '=', chosenRuleSet(filter.ruleSet))
    .where('index_result.year', '=', (eb) =>
      filter.year !== undefined
        ? eb.val(filter.year)
        : (eb
            .selectFrom('unit_index')
            .where('unit_index.unit_id', 'is', null)
            .where('unit_index.rule_set', '=', chosenRuleSet(filter.ruleSet))
            .select((s) => s.fn.max('unit_index.year').as('year')) as never),
    )
    .$if(filter.unitId !== undefined, (q) =>
      q.where((eb) =>
        eb.exists(
          eb
            .selectFrom('unit_tree')
            .whereRef('unit_tree.unit_id', '=', 'index_result.unit_id')
            .where('unit_tree.ancestor_id', '=', filter.unitId!)
            .select(eb.lit(1).as('one')),
        ),
      ),
    )
    .$if(filter.category !== undefined, (q) => q.where('index_result.category', '=', filter.category!))
    .$if(filter.counted !== undefined, (q) => q.where('index_result.measured', '=', filter.counted === 'measured'))
    .$if(filter.dimension !== undefined && filter.below !== undefined, (q) =>
      q.where(columns[filter.dimension!], '<', filter.below!),
    )

export async function scoresFor(
  db: Db,
  actor: Actor,
  filter: Filter,
  page: { limit: number; offset: number; sort: keyof typeof sortable; direction: 'asc' | 'desc' },
) {
  const rows = await matching(db, actor, filter)
    .leftJoin('unit', 'unit.id', 'index_result.unit_id')
    .leftJoin('post', 'post.id', 'person.post_id')
    .select([
      'person.id as personId',
      'person.nip',
      'person.name',
      'unit.name as unitName',
      'post.title as postTitle',
      'index_result.year',
      'index_result.rule_set as ruleSet',
      'index_result.rule_set_version as version',
      'index_result.qualification',
      'index_result.competence as competency',
      'index_result.performance',
      'index_result.discipline',
      'index_result.total',
      'index_result.category',
      'index_result.measured',
    ])
    .select((eb) =>
      eb
        .selectFrom('index_official')
        .whereRef('index_official.person_id', '=', 'person.id')
        .whereRef('index_official.year', '=', 'index_result.year')
        .orderBy('index_official.stated_on', (o) => o.desc().nullsLast())
        .orderBy('index_official.recorded_at', 'desc')
        .limit(1)
        .select('index_official.total')
        .as('official'),
    )
    .orderBy(sortable[page.sort], (o) => (page.direction === 'asc' ? o.asc().nullsLast() : o.desc().nullsLast()))
    .orderBy('person.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  const { total } = await matching(db, actor, filter)
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total }
}
