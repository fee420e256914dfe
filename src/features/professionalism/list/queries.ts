import { type RawBuilder, type SelectQueryBuilder, sql, type SqlBool } from 'kysely'
import { gather, totalTold } from '../../../platform/db/gather.ts'
import { Kept } from '../../../platform/db/kept.ts'
import type { Db } from '../../../platform/db/open.ts'
import type { Tables } from '../../../platform/db/tables.ts'
import { type Actor, reachOf } from '../../../shared/actor.ts'
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

/** What the filter says of a result; without a year, of the last year computed. */
function conditions({ unitId, category, dimension, below, counted, year, ruleSet }: Filter): RawBuilder<SqlBool>[] {
  const chosen = chosenRuleSet(ruleSet)
  const lastYear = sql`(select max(u.year) from unit_index u where u.unit_id is null and u.rule_set = ${chosen})`
  return [
    sql`index_result.rule_set = ${chosen}`,
    sql`index_result.year = ${year ?? lastYear}`,
    ...(unitId === undefined
      ? []
      : [
          sql<SqlBool>`exists (
            select from unit_tree t where t.unit_id = index_result.unit_id and t.ancestor_id = ${unitId})`,
        ]),
    ...(category === undefined ? [] : [sql<SqlBool>`index_result.category = ${category}`]),
    ...(counted === undefined ? [] : [sql<SqlBool>`index_result.measured = ${counted === 'measured'}`]),
    ...(dimension === undefined || below === undefined
      ? []
      : [sql<SqlBool>`${sql.ref(columns[dimension])} < ${below}`]),
  ]
}

/** The persons the actor may see who have such a result. */
const matching = (db: Db, actor: Actor, filter: Filter) =>
  personsVisibleTo(db, actor, 'index.read')
    .innerJoin('index_result', 'index_result.person_id', 'person.id')
    .where((eb) => eb.and(conditions(filter)))

const counted = async (query: SelectQueryBuilder<Tables, 'index_result', object>): Promise<number> =>
  (await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()).total

// Who reaches over the city sees every result: all of them have the same total, and nobody needs to look up whose a result is.
const cityTotals = new Kept<number>({ milliseconds: 30_000 })

const totalOf = (db: Db, actor: Actor, filter: Filter): Promise<number> =>
  reachOf(actor, 'index.read').city
    ? cityTotals.of(db, JSON.stringify(filter), () =>
        counted(db.selectFrom('index_result').where((eb) => eb.and(conditions(filter)))),
      )
    : counted(matching(db, actor, filter))

export async function scoresFor(
  db: Db,
  actor: Actor,
  filter: Filter,
  page: { limit: number; offset: number; sort: keyof typeof sortable; direction: 'asc' | 'desc' },
) {
  const query = matching(db, actor, filter)
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
    // Written out, as in the register: the plan for an unknown limit reads everybody.
    .limit(sql.lit(page.limit))
    .$if(page.offset > 0, (q) => q.offset(page.offset))
  const rows = await gather(db, query)
  return { rows, total: totalTold(page, rows.length) ?? (await totalOf(db, actor, filter)) }
}
