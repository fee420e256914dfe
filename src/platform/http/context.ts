import type { Actor } from '../../shared/actor.ts'
import type { Day } from '../../shared/dates.ts'
import type { PersonId } from '../../shared/ids.ts'
import type { Database, Db } from '../db/open.ts'
import type { Files } from '../files/files.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Mail } from '../mail/mail.ts'
import type { Config } from '../config.ts'
import type { Region } from '../region.ts'

/** What lives as long as the process. */
export interface Services {
  config: Config
  database: Database
  jobs: Jobs
  files: Files
  mail: Mail
  region: Region
  /**
   * What features derive from a person's facts; whoever changes facts by hand calls them in the same transaction. Of
   * somebody `leaving` for good, who is about to be erased, nothing is derived any more and nothing counts.
   */
  afterChange: readonly ((db: Db, persons: readonly PersonId[], today: Day, leaving?: boolean) => Promise<void>)[]
  /** Whether the first start has finished what it had to prepare. */
  state: { ready: boolean }
  /** The only clock; tests set it. */
  clock: () => Date
}

/** What one request has: who, when, and one transaction. */
export interface Ctx {
  db: Db
  actor: Actor
  today: Day
  now: Date
  services: Services
  /** The file of an upload, already on disk. */
  upload: { path: string; name: string; bytes: number } | undefined
  /** The browser session or token that carried the request. */
  credential: Credential
  /** Names the object a command acted on, for the audit log: `person:12`. */
  subject(name: string): void
}

/** What a use case with its own transactions gets: everything but the handle. */
export type OwnCtx = Omit<Ctx, 'db'>

export interface Credential {
  sessionId: number | null
  address: string
  device: string
  /** Sends the session cookie with the answer. */
  begin(token: string): void
  end(): void
}

/** A file as an answer. */
export interface FileAnswer {
  name: string
  type: string
  body: NodeJS.ReadableStream | Buffer | string
}

/** Nobody is signed in. */
export const nobody: Actor = { accountId: 0 as Actor['accountId'], personId: null, roles: [], language: 'id' }
