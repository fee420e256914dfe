import { sql } from 'kysely'
import type { AccountId, PersonId, UnitId } from '../../../../shared/ids.ts'
import type { Db } from '../../../db/open.ts'
import { candidates } from '../queries.ts'

export const sheetOf = (db: Db, sheetId: string) =>
  db.selectFrom('password_sheet').where('id', '=', sheetId).selectAll().executeTakeFirst()

export const sheetLocked = (db: Db, sheetId: string) =>
  db.selectFrom('password_sheet').where('id', '=', sheetId).selectAll().forUpdate().executeTakeFirst()

export const sheetByTicket = (db: Db, ticketHash: Buffer) =>
  db.selectFrom('password_sheet').where('ticket_hash', '=', ticketHash).selectAll().executeTakeFirst()

export const insertSheet = (
  db: Db,
  sheet: { sheetId: string; jobId: string; unitId: UnitId | null; seed: Buffer; by: AccountId; at: Date },
) =>
  db
    .insertInto('password_sheet')
    .values({
      id: sheet.sheetId,
      job_id: sheet.jobId,
      unit_id: sheet.unitId,
      seed: sheet.seed,
      created_by: sheet.by,
      created_at: sheet.at.toISOString(),
    })
    .execute()

/** The next persons without an account after this one, in the order in which they are taken. */
export const nextCandidates = (db: Db, unitId: UnitId | null, after: PersonId, limit: number) =>
  candidates(db, unitId)
    .where('c.person_id', '>', after)
    .select(['c.person_id as personId', 'c.nip', 'c.name', 'c.email'])
    .orderBy('c.person_id')
    .limit(limit)
    .execute()

export interface NewAccount {
  personId: PersonId
  nip: string
  name: string
  email: string | null
  passwordHash: string
}

/**
 * Creates the accounts and ties them to their sheet. A person who got one meanwhile is passed over; an address that
 * another account has, or a second person of the batch, is left out, for it can open only one.
 */
export async function insertAccounts(
  db: Db,
  sheetId: string,
  accounts: readonly NewAccount[],
  at: Date,
): Promise<void> {
  const rows = accounts.map((a) => ({ ...a, email: a.email?.trim().toLowerCase() || null }))
  await sql`
    with given as (
      select *, row_number() over (partition by email order by "personId") as place
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r ("personId" integer, nip text, name text, email text, "passwordHash" text)
    ),
    made as (
      insert into account (person_id, nip, name, email, password_hash, must_change_password, first_password_at)
      select "personId", nip, name,
        case when place = 1 and not exists (select from account a where a.email = given.email) then email end,
        "passwordHash", true, ${at.toISOString()}::timestamptz
      from given
      on conflict do nothing returning id
    )
    insert into password_sheet_account (sheet_id, account_id) select ${sheetId}::uuid, id from made`.execute(db)
}

export interface SheetRow {
  officeId: UnitId | null
  office: string | null
  unit: string | null
  personId: PersonId
  nip: string
  name: string
}

/** The accounts of a sheet by office: the unit just below the top, or the top itself. */
export const sheetRows = async (db: Db, sheetId: string): Promise<SheetRow[]> => {
  const { rows } = await sql<SheetRow>`
    select o.unit_id as "officeId", o.name as office, u.name as unit, a.person_id as "personId", a.nip, a.name
    from password_sheet_account s
    join account a on a.id = s.account_id
    left join account_candidate c on c.person_id = a.person_id
    left join unit_name u on u.unit_id = c.unit_id
    left join lateral (
      select coalesce(
        (select w.ancestor_id from unit_within w where w.unit_id = c.unit_id order by w.depth desc offset 1 limit 1),
        c.unit_id) as unit_id
    ) top on true
    left join unit_name o on o.unit_id = top.unit_id
    where s.sheet_id = ${sheetId}
    order by o.name nulls last, o.unit_id, a.name, a.id`.execute(db)
  return rows
}

/** The sheet is written: what made its passwords is forgotten. */
export const finishSheet = (db: Db, sheetId: string, fileKey: string | null, accounts: number) =>
  db
    .updateTable('password_sheet')
    .set({ seed: null, file_key: fileKey, accounts })
    .where('id', '=', sheetId)
    .where('discarded_at', 'is', null)
    .execute()

export async function markTaken(db: Db, sheetId: string, by: AccountId, at: Date, ticketHash: Buffer): Promise<void> {
  await db
    .updateTable('password_sheet')
    .set({ taken_by: by, taken_at: at.toISOString(), ticket_hash: ticketHash })
    .where('id', '=', sheetId)
    .execute()
  await db.deleteFrom('password_sheet_account').where('sheet_id', '=', sheetId).execute()
}

/** The account got a password of its own: the sheet no longer speaks for it. */
export const leaveSheet = (db: Db, accountId: AccountId) =>
  db.deleteFrom('password_sheet_account').where('account_id', '=', accountId).execute()

/**
 * Nobody will ever read this sheet. Its accounts that nobody has opened and nobody was given a role for go with it, so
 * that they can be created anew; `by` is null when its time was over.
 */
export async function markDiscarded(db: Db, sheetId: string, by: AccountId | null, at: Date): Promise<void> {
  await sql`
    delete from account a using password_sheet_account s
    where s.sheet_id = ${sheetId} and s.account_id = a.id and a.must_change_password and a.last_seen_at is null
      and not exists (select from role_grant g where g.account_id = a.id)`.execute(db)
  await db
    .updateTable('password_sheet')
    .set({ seed: null, file_key: null, discarded_by: by, discarded_at: at.toISOString() })
    .where('id', '=', sheetId)
    .execute()
  await db.deleteFrom('password_sheet_account').where('sheet_id', '=', sheetId).execute()
}

/** Sheets made before this instant that nobody has taken, whatever became of their job. */
export const untakenSheets = (db: Db, before: Date) =>
  db
    .selectFrom('password_sheet')
    .where('created_at', '<', before.toISOString())
    .where('taken_at', 'is', null)
    .where('discarded_at', 'is', null)
    .where((w) => w.or([w('seed', 'is not', null), w('file_key', 'is not', null)]))
    .select(['id', 'job_id as jobId', 'file_key as fileKey'])
    .forUpdate()
    .execute()

export const sheetViews = (db: Db, expired: Date) =>
  db
    .selectFrom('password_sheet as s')
    .leftJoin('job as j', 'j.id', 's.job_id')
    .leftJoin('unit_name as u', 'u.unit_id', 's.unit_id')
    .leftJoin('account as maker', 'maker.id', 's.created_by')
    .leftJoin('account as taker', 'taker.id', 's.taken_by')
    .select([
      's.id as sheetId',
      's.job_id as jobId',
      'u.name as unitName',
      sql<'working' | 'ready' | 'empty' | 'taken' | 'stopped' | 'discarded' | 'expired'>`case
        when s.taken_at is not null then 'taken'
        when s.discarded_by is not null then 'discarded'
        when s.discarded_at is not null or (s.file_key is not null and s.created_at < ${expired.toISOString()}::timestamptz)
          then 'expired'
        when s.file_key is not null then 'ready'
        when s.seed is null then 'empty'
        when j.id is null or j.status in ('failed', 'cancelled') then 'stopped'
        else 'working' end`.as('state'),
      sql<number>`case when s.seed is null then s.accounts else coalesce(j.done, 0) end`.as('accounts'),
      'maker.name as createdBy',
      's.created_at as createdAt',
      'taker.name as takenBy',
      's.taken_at as takenAt',
    ])
    .orderBy('s.created_at', 'desc')
    .limit(20)
    .execute()

export const isCancelled = async (db: Db, jobId: string): Promise<boolean> =>
  (await db.selectFrom('job').where('id', '=', jobId).select('cancel_requested').executeTakeFirst())
    ?.cancel_requested ?? false

export const giveToJob = (db: Db, sheetId: string, jobId: string) =>
  db.updateTable('password_sheet').set({ job_id: jobId }).where('id', '=', sheetId).execute()

/** Sheets that were taken before this instant and whose file was never read to its end. */
export const staleSheets = (db: Db, before: Date) =>
  db
    .selectFrom('password_sheet')
    .where('taken_at', '<', before.toISOString())
    .where('file_key', 'is not', null)
    .select(['id', 'file_key as fileKey'])
    .execute()

export const forgetFile = (db: Db, sheetId: string) =>
  db.updateTable('password_sheet').set({ file_key: null }).where('id', '=', sheetId).execute()

export const jobIsOver = async (db: Db, jobId: string): Promise<boolean> =>
  (await db
    .selectFrom('job')
    .where('id', '=', jobId)
    .where('status', 'in', ['waiting', 'running'])
    .select('id')
    .executeTakeFirst()) === undefined
