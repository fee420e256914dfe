import type { App } from './app.ts'
import { isSynthetic } from './platform/account/city.ts'
import { hashSecret, newSecret } from './platform/auth/secrets.ts'
import { type Db, reading, writing } from './platform/db/open.ts'
import { demoPassword } from './demo/accounts.ts'
import { demoIsLoaded, loadDemo } from './demo/load.ts'
import { loadProgrammes } from './demo/programmes.ts'

/**
 * What a start needs besides the server: the demonstration city on an empty database, or, with DEMO=off, a one-time link
 * for the first administrator. A database with real accounts never gets a demonstration account.
 */
export async function prepareStart(app: App): Promise<void> {
  const { http, services } = app
  const { config, database } = services
  const address = config.publicUrl ?? `http://${config.host}:${config.port}`
  const state = await reading(database.kysely, async (db) => ({
    empty: await isEmpty(db),
    synthetic: await isSynthetic(db),
    loaded: await demoIsLoaded(db),
  }))
  if (config.demo && (state.empty || (state.synthetic && !state.loaded))) {
    console.log(`Bina is starting at ${address} and loads the demonstration city; this takes about a minute, once.`)
    await loadDemo(http, services, (line) => console.log(`  ${line}`))
  } else if (config.demo && state.synthetic) await addSampleProgrammes(app)
  if (!config.demo && state.empty) await printFirstAdministrator(app, address)
  if (state.synthetic || (config.demo && state.empty)) await printDemoAccounts(app)
  console.log(`\nBina: ${address}`)
}

// A city that was loaded before there was a catalogue; whoever changed the demonstration passwords keeps it without.
async function addSampleProgrammes({ http, services }: App): Promise<void> {
  try {
    await loadProgrammes(http, services)
  } catch (error) {
    console.log(`The sample programmes were not loaded: ${(error as Error).message}`)
  }
}

const isEmpty = async (db: Db): Promise<boolean> =>
  !(await db.selectFrom('account').select('id').limit(1).executeTakeFirst())

async function printFirstAdministrator({ services }: App, address: string): Promise<void> {
  const secret = newSecret()
  await writing(services.database.kysely, async (db) => {
    await db.deleteFrom('first_administrator').where('used_at', 'is', null).execute()
    await db
      .insertInto('first_administrator')
      .values({ secret_hash: hashSecret(secret) })
      .execute()
  })
  console.log(`\nFirst administrator (works once): ${address}/mulai#${secret}`)
}

async function printDemoAccounts({ services }: App): Promise<void> {
  const accounts = await reading(services.database.kysely, (db) =>
    db
      .selectFrom('account')
      .leftJoin('role_grant', 'role_grant.account_id', 'account.id')
      .where('account.demo', '=', true)
      .select(['account.nip', 'account.name', 'role_grant.role'])
      .orderBy('account.id')
      .execute(),
  )
  console.log(`\nDemonstration accounts (synthetic people), password for all: ${demoPassword}`)
  const [employee] = accounts
  for (const { role, nip, name } of accounts) {
    const title = role ?? (nip === employee?.nip ? 'employee' : 'supervisor')
    console.log(`  ${title.padEnd(10)} ${nip}  ${name}`)
  }
}
