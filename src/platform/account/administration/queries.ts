import { type SqlBool, sql } from 'kysely'
import type { AccountId, PersonId, UnitId } from '../../../shared/ids.ts'
import type { Role } from '../../../shared/roles.ts'
import type { Db } from '../../db/open.ts'
import type { AccountState, GrantedRole } from './rules.ts'

export interface AccountFilter {
  accountId?: AccountId
  search?: string | undefined
  role?: GrantedRole | undefined
  state?: AccountState | undefined
}

const state = sql<AccountState>`
  case when a.disabled_at is not null then 'disabled' when a.must_change_password then 'new' else 'active' end`

const seen = sql<string | null>`greatest(a.last_seen_at,
  (select max(s.last_seen_at) from session s where s.account_id = a.id),
  (select max(t.last_used_at) from api_token t where t.account_id = a.id))`

const sortings = { name: sql`a.name`, lastSeenAt: seen, createdAt: sql`a.created_at` }

const matching = (db: Db, { accountId, search, role, state: wanted }: AccountFilter) =>
  db
    .selectFrom('account as a')
    .leftJoin('account_candidate as c', 'c.person_id', 'a.person_id')
    .leftJoin('unit_name as u', 'u.unit_id', 'c.unit_id')
    .$if(accountId !== undefined, (q) => q.where('a.id', '=', accountId!))
    .$if(Boolean(search), (q) => q.where(holds(search!, ['a.name', 'a.nip', 'a.email'])))
    .$if(wanted !== undefined, (q) => q.where(sql<SqlBool>`${state} = ${wanted}`))
    .$if(role !== undefined, (q) =>
      q.where((w) =>
        w.exists(
          w
            .selectFrom('role_grant as g')
            .whereRef('g.account_id', '=', 'a.id')
            .where('g.role', '=', role!)
            .select(sql.lit(1).as('one')),
        ),
      ),
    )

const holds = (words: string, columns: readonly string[]) => {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const digits = /^[\d ]+$/.test(words) ? pattern.replaceAll(' ', '') : pattern
  return sql<SqlBool>`(${sql.join(
    columns.map((column) => sql`${sql.ref(column)} ilike ${column.endsWith('nip') ? digits : pattern}`),
    sql` or `,
  )})`
}

export interface HeldRole {
  role: Role
  unitId: UnitId | null
  unitName: string | null
  derived: boolean
}

const heldRoles = sql<HeldRole[]>`coalesce((
  select jsonb_agg(jsonb_build_object('role', r.role, 'unitId', r.unit_id, 'unitName', n.name, 'derived', r.derived) order by r.derived, r.role)
  from (select g.role, g.unit_id, false as derived from role_grant g where g.account_id = a.id
    union all select d.role, null, true from derived_role d where d.person_id = a.person_id) r
  left join unit_name n on n.unit_id = r.unit_id), '[]')`

export const accountRows = (
  db: Db,
  filter: AccountFilter,
  page: { limit: number; offset: number; sort?: keyof typeof sortings | undefined; direction: 'asc' | 'desc' },
) =>
  matching(db, filter)
    .select([
      'a.id as accountId',
      'a.name',
      'a.nip',
      'a.email',
      'a.person_id as personId',
      'u.name as unitName',
      heldRoles.as('roles'),
      state.as('state'),
      seen.as('lastSeenAt'),
      'a.created_at as createdAt',
      'a.disabled_at as disabledAt',
      'a.demo',
    ])
    .orderBy(sortings[page.sort ?? 'name'], (o) => (page.direction === 'asc' ? o.asc() : o.desc()).nullsLast())
    .orderBy('a.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()

export const accountTotal = async (db: Db, filter: AccountFilter): Promise<number> =>
  (
    await matching(db, filter)
      .select((s) => s.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
  ).total

export const accountStateCounts = (db: Db) =>
  db
    .selectFrom('account as a')
    .select([state.as('state'), (s) => s.fn.countAll<number>().as('accounts')])
    .groupBy(state)
    .execute()

/** Active persons of the register whom nobody has given an account, of a unit and everything below it, or of all. */
export const candidates = (db: Db, unitId: UnitId | null) =>
  db
    .selectFrom('account_candidate as c')
    .where('c.active', '=', true)
    .where(withoutAccount)
    .$if(unitId !== null, (q) =>
      q.where('c.unit_id', 'in', (w) =>
        w.selectFrom('unit_within').where('ancestor_id', '=', unitId!).select('unit_within.unit_id'),
      ),
    )

const withoutAccount = sql<SqlBool>`
  not exists (select from account a where a.person_id = c.person_id) and not exists (select from account a where a.nip = c.nip)`

export const candidateCount = async (db: Db, unitId: UnitId | null): Promise<number> =>
  (
    await candidates(db, unitId)
      .select((s) => s.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n

export const candidatesFound = (db: Db, search: string) =>
  db
    .selectFrom('account_candidate as c')
    .leftJoin('unit_name as u', 'u.unit_id', 'c.unit_id')
    .where(withoutAccount)
    .$if(search !== '', (q) => q.where(holds(search, ['c.name', 'c.nip'])))
    .select(['c.person_id as personId', 'c.nip', 'c.name', 'u.name as unitName'])
    .orderBy('c.name')
    .orderBy('c.person_id')
    .limit(20)
    .execute()

export const unitsFound = (db: Db, search: string) =>
  db
    .selectFrom('unit_name as u')
    .$if(search !== '', (q) => q.where(holds(search, ['u.name'])))
    .select(['u.unit_id as unitId', 'u.name'])
    .orderBy(sql`(select count(*) from unit_within w where w.unit_id = u.unit_id)`)
    .orderBy('u.name')
    .limit(30)
    .execute()

export const unitExists = async (db: Db, unitId: UnitId): Promise<boolean> =>
  (await db.selectFrom('unit_name').where('unit_id', '=', unitId).select('name').executeTakeFirst()) !== undefined

export const personToAdmit = (db: Db, personId: PersonId) =>
  db
    .selectFrom('account_candidate as c')
    .where('c.person_id', '=', personId)
    .select(['c.person_id as personId', 'c.nip', 'c.name', 'c.email', sql<boolean>`not ${withoutAccount}`.as('taken')])
    .executeTakeFirst()

export const emailIsTaken = async (db: Db, email: string): Promise<boolean> =>
  (await db.selectFrom('account').where('email', '=', email).select('id').executeTakeFirst()) !== undefined

/** Administrators who can sign in. The lock makes changes among them a queue, so two cannot remove each other at once. */
export async function administratorsLocked(db: Db): Promise<AccountId[]> {
  await sql`select pg_advisory_xact_lock(7003)`.execute(db)
  const rows = await db
    .selectFrom('role_grant as g')
    .innerJoin('account as a', 'a.id', 'g.account_id')
    .where('g.role', '=', 'admin')
    .where('a.disabled_at', 'is', null)
    .where('a.password_hash', 'is not', null)
    .select('a.id')
    .distinct()
    .execute()
  return rows.map((row) => row.id)
}

export const administratorCount = async (db: Db): Promise<number> =>
  (
    await db
      .selectFrom('role_grant as g')
      .innerJoin('account as a', 'a.id', 'g.account_id')
      .where('g.role', '=', 'admin')
      .where('a.disabled_at', 'is', null)
      .select((s) => s.fn.count<number>('a.id').distinct().as('n'))
      .executeTakeFirstOrThrow()
  ).n

export const grantRow = (
  db: Db,
  grant: { accountId: AccountId; role: GrantedRole; unitId: UnitId | null; by: AccountId },
) =>
  db
    .insertInto('role_grant')
    .values({ account_id: grant.accountId, role: grant.role, unit_id: grant.unitId, granted_by: grant.by })
    .onConflict((c) => c.doNothing())
    .execute()

/** False when the account does not hold that grant. */
export const revokeRow = async (
  db: Db,
  { accountId, role, unitId }: { accountId: AccountId; role: GrantedRole; unitId: UnitId | null },
): Promise<boolean> => {
  const result = await db
    .deleteFrom('role_grant')
    .where('account_id', '=', accountId)
    .where('role', '=', role)
    .where('unit_id', unitId === null ? 'is' : '=', unitId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

export const closeAccount = async (db: Db, accountId: AccountId, at: Date | null): Promise<void> => {
  await db
    .updateTable('account')
    .set({ disabled_at: at?.toISOString() ?? null })
    .where('id', '=', accountId)
    .execute()
  if (at) await db.deleteFrom('api_token').where('account_id', '=', accountId).execute()
}

export const forgetResetLinks = (db: Db, accountId: AccountId) =>
  db.deleteFrom('password_reset').where('account_id', '=', accountId).execute()
