import type { FastifyInstance } from 'fastify'
import { assessmentImport } from './features/competency/import/service.ts'
import { computeGaps } from './features/competency/jobs.ts'
import { competencyRoutes } from './features/competency/routes.ts'
import { recomputePersons as recomputeGaps } from './features/competency/service.ts'
import { conflictRoutes } from './features/people/conflict/routes.ts'
import { removeFiles } from './features/people/erasure/jobs.ts'
import { importJobs } from './features/people/import/jobs.ts'
import type { ImportKind } from './features/people/import/kind/rules.ts'
import { peopleKinds } from './features/people/import/kinds/service.ts'
import { importRoutes } from './features/people/import/routes.ts'
import { peopleRoutes } from './features/people/routes.ts'
import { solvePlanJob } from './features/planning/plan/jobs.ts'
import { planningRoutes } from './features/planning/routes.ts'
import { computeIndex, verifyIndex } from './features/professionalism/jobs.ts'
import { officialIndex } from './features/professionalism/official/service.ts'
import { indexRoutes } from './features/professionalism/routes.ts'
import { recomputePersons as recomputeIndices } from './features/professionalism/service.ts'
import { indexSettings } from './features/professionalism/setting/service.ts'
import { createAccountsJob } from './platform/account/administration/jobs.ts'
import { accountsRoutes } from './platform/account/administration/routes.ts'
import { sendLetter } from './platform/account/jobs.ts'
import { accountRoutes } from './platform/account/routes.ts'
import { auditRoutes } from './platform/audit/routes.ts'
import type { Config } from './platform/config.ts'
import { migrate } from './platform/db/migrate.ts'
import { type Database, openDatabase, writing } from './platform/db/open.ts'
import { tidy } from './platform/db/jobs.ts'
import { filesOnDisk } from './platform/files/files.ts'
import type { Services } from './platform/http/context.ts'
import type { Implementation } from './platform/http/implement.ts'
import { createServer } from './platform/http/server.ts'
import { type JobDefinition, Jobs } from './platform/jobs/jobs.ts'
import { jobRoutes } from './platform/jobs/routes.ts'
import { mailOnDisk } from './platform/mail/mail.ts'
import { readRegion } from './platform/region.ts'
import { seedRuleSets } from './platform/rule-sets/queries.ts'
import { settingsRoutes } from './platform/settings/routes.ts'
import type { SettingDefinition } from './platform/settings/rules.ts'
import './platform/tables.ts'

/** The kinds of file an import takes in; features add their own. */
const importKinds: readonly ImportKind[] = [...peopleKinds, assessmentImport, officialIndex]
/** Jobs that start with `{ importId }` once an import has changed the register. */
const afterImport: readonly string[] = [computeGaps.name, computeIndex.name]

/** What is renewed at once when somebody corrects a person's facts. */
const afterChange: Services['afterChange'] = [recomputeGaps, recomputeIndices]

/** Ratings expire and rules begin on a day, so what is derived from them is computed anew every night. */
const nightly: readonly string[] = [tidy.name, computeGaps.name, computeIndex.name]

/** What an administrator can set; each is declared where it is used. */
const settingDefinitions: readonly SettingDefinition[] = [...indexSettings]

/** Every feature of the application, in the order of the loop. */
export const implementations: readonly Implementation[] = [
  accountRoutes,
  accountsRoutes,
  settingsRoutes(settingDefinitions),
  auditRoutes,
  jobRoutes,
  peopleRoutes,
  importRoutes(importKinds),
  conflictRoutes(importKinds),
  competencyRoutes,
  indexRoutes,
  planningRoutes,
]

const jobDefinitions: readonly JobDefinition[] = [
  tidy,
  sendLetter,
  createAccountsJob,
  removeFiles,
  computeGaps,
  computeIndex,
  verifyIndex,
  solvePlanJob,
  ...importJobs(importKinds, afterImport),
]

export interface App {
  http: FastifyInstance
  services: Services
  /** Finishes what is under way, then closes queue and database. */
  close(): Promise<void>
}

/** Opens everything except the port. Tests start here, with their own clock and folder. */
export async function createApp(config: Config, clock: () => Date = () => new Date()): Promise<App> {
  const database = await openDatabase(config)
  await migrate(database.kysely)
  await writing(database.kysely, (db) => seedRuleSets(db, ['indonesia', 'lhokseumawe']))
  const services = servicesFor(config, database, clock)
  const http = await createServer(services, implementations)
  services.jobs.onError((error) => http.log.error(error))
  await services.jobs.work(services, jobDefinitions)
  await services.jobs.everyNight(nightly, services.region.timeZone)
  return {
    http,
    services,
    async close() {
      await http.close()
      await services.jobs.stop()
      await database.close()
    },
  }
}

function servicesFor(config: Config, database: Database, clock: () => Date): Services {
  return {
    config,
    database,
    jobs: new Jobs(database),
    files: filesOnDisk(`${config.dataDir}/files`),
    mail: mailOnDisk(`${config.dataDir}/mail`, clock),
    region: readRegion('lhokseumawe'),
    afterChange,
    state: { ready: false },
    clock,
  }
}
