import { sql } from 'kysely'
import type { z } from 'zod'
import type { AccountId } from '../../shared/ids.ts'
import type { Db } from '../db/open.ts'
import type { audit } from './contract.ts'

type Filter = z.output<(typeof audit)['operations']['list']['input']>

/** Days of the filter begin when they begin in the region's time zone. */
export async function auditRows(db: Db, filter: Filter, timeZone: string) {
  let matching = db.selectFrom('audit').leftJoin('account', 'account.id', 'audit.account_id')
  if (filter.operation)
    matching = matching.where('audit.operation', 'like', `${filter.operation.replaceAll(/[%_\\]/g, '\\$&')}%`)
  if (filter.outcome) matching = matching.where('audit.outcome', '=', filter.outcome)
  // `account:12` also finds what was done to a part of it: `account:12 admin`.
  if (filter.subject)
    matching = matching.where((w) =>
      w.or([
        w('audit.subject', '=', filter.subject!),
        w(sql<boolean>`starts_with(audit.subject, ${`${filter.subject} `})`, '=', true),
      ]),
    )
  if (filter.accountId) matching = matching.where('audit.account_id', '=', filter.accountId as AccountId)
  if (filter.from)
    matching = matching.where('audit.at', '>=', sql<string>`${filter.from}::date::timestamp at time zone ${timeZone}`)
  if (filter.to)
    matching = matching.where(
      'audit.at',
      '<',
      sql<string>`(${filter.to}::date + 1)::timestamp at time zone ${timeZone}`,
    )
  const rows = await matching
    .select([
      'audit.id',
      'audit.at',
      'audit.account_id as accountId',
      'account.name as accountName',
      'audit.operation',
      'audit.subject',
      'audit.outcome',
      'audit.code',
      'audit.reason',
    ])
    .orderBy('audit.id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const { total } = await matching.select((s) => s.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}

export async function auditHead(db: Db) {
  const last = await db.selectFrom('audit').select(['id', 'hash']).orderBy('id', 'desc').limit(1).executeTakeFirst()
  return { rows: last?.id ?? 0, head: last?.hash ?? null }
}
