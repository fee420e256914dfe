import { sql, type SqlBool } from 'kysely'
import { gather, totalTold } from '../../../platform/db/gather.ts'
import type { Db } from '../../../platform/db/open.ts'
import { type Actor, reachOf } from '../../../shared/actor.ts'
import type { PersonId, UnitId } from '../../../shared/ids.ts'
import { headcount } from '../headcount/queries.ts'
import { gradesInOrder } from '../naming/rules.ts'
import type { Employment, PostKind } from '../record/rules.ts'
import { inactiveStatusCodes } from '../status/rules.ts'
import { personsVisibleTo, unitsVisibleTo } from '../visible/queries.ts'

export interface RegisterFilter {
  words?: readonly string[]
  unitId?: UnitId | undefined
  supervisorId?: PersonId
  employment?: Employment | undefined
  postKind?: PostKind | undefined
  echelonCode?: string | undefined
  functionalLevel?: string | undefined
  gradeCode?: string | undefined
  status: 'active' | 'inactive' | 'all'
}

export interface Page {
  limit: number
  offset: number
  sort: 'name' | 'nip' | 'unit' | 'post' | 'grade' | 'echelon' | 'born' | 'retires'
  direction: 'asc' | 'desc'
}

// The index `person_words` stands on exactly this expression. Every word must begin some word of the person.
const holdsWords = (words: readonly string[]) =>
  sql<SqlBool>`to_tsvector('simple', person.search) @@ to_tsquery('simple', ${words.map((word) => `'${word}':*`).join(' & ')})`

const columns = [
  'person.id as personId',
  'person.nip',
  'person.name',
  'person.title_front as titleFront',
  'person.title_back as titleBack',
  'person.employment',
  'person.status_code as statusCode',
  'person.unit_id as unitId',
  'unit.name as unitName',
  'post.title as postTitle',
  'post.kind as postKind',
  'post.echelon_code as echelonCode',
  'post.functional_level as functionalLevel',
  'person.grade_code as gradeCode',
  'person.education_code as educationCode',
  'person.sex',
  'person.born_on as bornOn',
  'person.retires_on as retiresOn',
] as const

const sortings = {
  name: sql`person.name`,
  nip: sql`person.nip`,
  unit: sql`unit.name`,
  post: sql`post.title`,
  grade: sql`array_position(array[${sql.join(gradesInOrder.map((code) => sql.lit(code)))}], person.grade_code)`,
  echelon: sql`nullif(nullif(post.echelon_code, '99'), '00')`,
  born: sql`person.born_on`,
  retires: sql`person.retires_on`,
}

// Written out, so that the planner knows how few they are.
const inactive = sql.join(inactiveStatusCodes.map((code) => sql.lit(code)))

/** Persons of the register whom the actor may see and who pass the filter, with unit and post. */
function matching(db: Db, actor: Actor, filter: RegisterFilter) {
  const { words = [], unitId, supervisorId, employment, postKind, echelonCode, functionalLevel, gradeCode } = filter
  return personsVisibleTo(db, actor, 'people.read')
    .leftJoin('unit', 'unit.id', 'person.unit_id')
    .leftJoin('post', 'post.id', 'person.post_id')
    .$if(filter.status === 'active', (q) => q.where(sql<SqlBool>`person.status_code not in (${inactive})`))
    .$if(filter.status === 'inactive', (q) => q.where(sql<SqlBool>`person.status_code in (${inactive})`))
    .$if(words.length > 0, (q) => q.where(holdsWords(words)))
    .$if(supervisorId !== undefined, (q) => q.where('person.supervisor_id', '=', supervisorId!))
    .$if(employment !== undefined, (q) => q.where('person.employment', '=', employment!))
    .$if(postKind !== undefined, (q) => q.where('post.kind', '=', postKind!))
    .$if(echelonCode !== undefined, (q) => q.where('post.echelon_code', '=', echelonCode!))
    .$if(functionalLevel !== undefined, (q) => q.where('post.functional_level', '=', functionalLevel as never))
    .$if(gradeCode !== undefined, (q) => q.where('person.grade_code', '=', gradeCode!))
    .$if(unitId !== undefined, (q) =>
      // An array, which the index on the unit takes; as a join the planner would walk through the whole city by name.
      q.where(
        sql<SqlBool>`person.unit_id = any(array(select t.unit_id from unit_tree t where t.ancestor_id = ${unitId}))`,
      ),
    )
}

export const registerRows = (db: Db, actor: Actor, filter: RegisterFilter, page: Page) =>
  gather(
    db,
    matching(db, actor, filter)
      .select(columns)
      .orderBy(sortings[page.sort], (o) => (page.direction === 'asc' ? o.asc().nullsLast() : o.desc().nullsLast()))
      .$if(page.sort !== 'name', (q) => q.orderBy('person.name'))
      .orderBy('person.id')
      // Limits are written out and an offset only where there is one: the plan for an unknown limit reads everybody.
      .limit(sql.lit(page.limit))
      .$if(page.offset > 0, (q) => q.offset(page.offset)),
  )

/** How many pass the filter. The page that was read may tell already; who is at work is counted in the headcounts. */
export async function registerTotal(
  db: Db,
  actor: Actor,
  filter: RegisterFilter,
  page: Page,
  onPage: number,
): Promise<number> {
  const told = totalTold(page, onPage)
  if (told !== undefined) return told
  if (isHeadcount(filter) && reachOf(actor, 'people.read').city) return headcount(db, filter.unitId)
  const row = await matching(db, actor, filter)
    .select((s) => s.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return row.total
}

const isHeadcount = ({ status, words = [], unitId: _, ...others }: RegisterFilter) =>
  status === 'active' && words.length === 0 && Object.values(others).every((value) => value === undefined)

const most = 8

/** Persons whose name begins with what is typed come first. */
export const personsFound = (db: Db, actor: Actor, words: readonly string[]) =>
  matching(db, actor, { words, status: 'all' })
    .select(columns)
    .orderBy(sql`person.search like ${`${words.join(' ')}%`}`, 'desc')
    .orderBy('person.name')
    .orderBy('person.id')
    .limit(most)
    .execute()

export const unitsFound = (db: Db, actor: Actor, words: readonly string[]) =>
  unitsVisibleTo(db, actor, 'people.read')
    .leftJoin('unit as parent', 'parent.id', 'unit.parent_id')
    .where((eb) => eb.and(words.map((word) => eb(sql`lower(unit.name)`, 'like', `%${word}%`))))
    .select(['unit.id as unitId', 'unit.name', 'parent.name as parentName'])
    .orderBy(sql`length(unit.name)`)
    .orderBy('unit.id')
    .limit(most)
    .execute()
