import type { AccountId } from '../../shared/ids.ts'
import type { Db } from '../db/open.ts'
import type { SettingDefinition, SettingValue } from './rules.ts'

/** The value of a setting; the built-in one where none is set, or where a set one no longer fits its schema. */
export async function settingOf<V extends SettingValue>(db: Db, definition: SettingDefinition<V>): Promise<V> {
  const row = await db.selectFrom('setting').where('key', '=', definition.key).select('value').executeTakeFirst()
  const read = definition.schema.safeParse(row?.value)
  return read.success ? read.data : definition.unlessSet
}

export const settingRows = (db: Db, keys: readonly string[]) =>
  keys.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('setting as s')
        .leftJoin('account as a', 'a.id', 's.updated_by')
        .where('s.key', 'in', keys)
        .select(['s.key', 's.value', 'a.name as setBy', 's.updated_at as setAt'])
        .execute()

export const saveSetting = (db: Db, row: { key: string; value: SettingValue; by: AccountId; at: Date }) => {
  const set = { value: JSON.stringify(row.value), updated_by: row.by, updated_at: row.at.toISOString() }
  return db
    .insertInto('setting')
    .values({ key: row.key, ...set })
    .onConflict((c) => c.column('key').doUpdateSet(set))
    .execute()
}

export const removeSetting = (db: Db, key: string) => db.deleteFrom('setting').where('key', '=', key).execute()
