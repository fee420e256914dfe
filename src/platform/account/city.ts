import type { Db } from '../db/open.ts'

/** The setting that marks an installation as the demonstration city. Screens carry a banner for as long as it stands. */
export const syntheticSetting = 'city.synthetic'

export const isSynthetic = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('setting').where('key', '=', syntheticSetting).select('value').executeTakeFirst())?.value ===
  true
