import type { FastifyInstance } from 'fastify'
import type { Services } from '../platform/http/context.ts'
import { reading, writing } from '../platform/db/open.ts'
import { readRegionFile } from '../platform/region.ts'
import { demoAccounts } from './accounts.ts'
import { signIn } from './client.ts'

const loadedSetting = 'demo.programmes'

interface Sample {
  programmes: readonly { code: string; prerequisite: string | null }[]
}

/**
 * Brings the sample catalogue in as the demonstration officer would write it down. What stands there already is left alone, so an
 * interrupted start goes on where it was; once complete it never comes again, whatever the office has changed since.
 */
export async function loadProgrammes(http: FastifyInstance, services: Services): Promise<void> {
  const { kysely } = services.database
  const loaded = await reading(kysely, (db) =>
    db.selectFrom('setting').where('key', '=', loadedSetting).select('key').executeTakeFirst(),
  )
  if (loaded) return
  const accounts = demoAccounts({ persons: services.config.demoPersons })
  const officer = await signIn(
    http,
    accounts.find(({ role }) => role === 'officer')!,
  )
  const { rows } = await officer.get('planning/programmes?retired=all&limit=200')
  const ids = new Map<string, number>(
    rows.map(({ code, programmeId }: { code: string; programmeId: number }) => [code, programmeId]),
  )
  const { programmes } = readRegionFile<Sample>('lhokseumawe', 'programmes-sample')
  for (const { prerequisite, ...programme } of programmes) {
    if (ids.has(programme.code)) continue
    const prerequisiteId = prerequisite === null ? null : ids.get(prerequisite)
    const saved = (await officer.post('planning/saveProgramme', { ...programme, prerequisiteId })) as {
      programmeId: number
    }
    ids.set(programme.code, saved.programmeId)
  }
  await writing(kysely, (db) => db.insertInto('setting').values({ key: loadedSetting, value: 'true' }).execute())
}
