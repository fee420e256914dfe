import { randomInt } from 'node:crypto'
import type { AccountId, PersonId, UnitId } from '../../../shared/ids.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { hashPassword } from '../../auth/secrets.ts'
import { type Db, reading, writing } from '../../db/open.ts'
import type { Ctx, OwnCtx } from '../../http/context.ts'
import { sayIn } from '../../words/words.ts'
import { endSessions, setPassword } from '../queries.ts'
import {
  accountRows,
  accountStateCounts,
  accountTotal,
  administratorCount,
  administratorsLocked,
  type AccountFilter,
  candidateCount,
  candidatesFound,
  closeAccount,
  emailIsTaken,
  forgetResetLinks,
  grantRow,
  type HeldRole,
  personToAdmit,
  revokeRow,
  unitExists,
  unitsFound,
} from './queries.ts'
import { leaveSheet } from './sheet/queries.ts'
import { accountStates, departureProblem, firstPassword, type GrantedRole, unitProblem } from './rules.ts'

type Page = Parameters<typeof accountRows>[2]
type Row = Awaited<ReturnType<typeof accountRows>>[number]

const inWords =
  ({ actor }: Ctx) =>
  (row: Row) => ({ ...row, rolesText: row.roles.map((held) => roleWords(held, actor.language)).join('; ') })

const roleWords = ({ role, unitName }: HeldRole, language: Ctx['actor']['language']): string =>
  sayIn(language, `web.role.${role}`) + (unitName === null ? '' : ` – ${unitName}`)

export async function listAccounts(ctx: Ctx, input: AccountFilter & Page) {
  const rows = await accountRows(ctx.db, input, input)
  return { rows: rows.map(inWords(ctx)), total: await accountTotal(ctx.db, input) }
}

export async function showAccount(ctx: Ctx, { accountId }: { accountId: AccountId }) {
  return inWords(ctx)(await accountOf(ctx.db, accountId))
}

async function accountOf(db: Db, accountId: AccountId): Promise<Row> {
  const [row] = await accountRows(db, { accountId }, { limit: 1, offset: 0, direction: 'asc' })
  if (!row) throw new Refusal('account.unknown', 404)
  return row
}

export async function summary({ db }: Ctx, { unitId }: { unitId?: UnitId | undefined }) {
  const counts = await accountStateCounts(db)
  return {
    states: accountStates.map((state) => ({
      state,
      accounts: counts.find((count) => count.state === state)?.accounts ?? 0,
    })),
    administrators: await administratorCount(db),
    withoutAccount: await candidateCount(db, unitId ?? null),
  }
}

export const findCandidates = async ({ db }: Ctx, { search }: { search: string }) => ({
  persons: await candidatesFound(db, search),
})

export const findUnits = async ({ db }: Ctx, { search }: { search: string }) => ({
  units: await unitsFound(db, search),
})

type Newcomer = { kind: 'person'; personId: PersonId } | { kind: 'external'; name: string; email: string }

export async function createAccount(ctx: OwnCtx, input: Newcomer) {
  const { kysely } = ctx.services.database
  // Refused before the hash is worked out, and decided again where it is written.
  await reading(kysely, (db) => newcomer(db, input))
  const password = firstPassword(randomInt)
  const passwordHash = await hashPassword(password)
  return writing(kysely, async (db) => {
    const account = await newcomer(db, input)
    const made = await db
      .insertInto('account')
      .values({
        ...account,
        password_hash: passwordHash,
        must_change_password: true,
        first_password_at: ctx.now.toISOString(),
      })
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw new Refusal('accounts.exists', 409)
    ctx.subject(`account:${made.id}`)
    return { accountId: made.id, identifier: account.nip ?? account.email!, password }
  })
}

async function newcomer(db: Db, input: Newcomer) {
  if (input.kind === 'external') {
    const email = input.email.toLowerCase()
    if (await emailIsTaken(db, email)) throw new Refusal('accounts.email-taken', 409)
    return { name: input.name, email, nip: null, person_id: null }
  }
  const person = await personToAdmit(db, input.personId)
  if (!person) throw new Refusal('accounts.person-unknown', 404)
  if (person.taken) throw new Refusal('accounts.exists', 409)
  const email = person.email?.trim().toLowerCase() || null
  const free = email !== null && !(await emailIsTaken(db, email))
  return { name: person.name, nip: person.nip, email: free ? email : null, person_id: person.personId }
}

export async function resetPassword(ctx: OwnCtx, { accountId }: { accountId: AccountId }) {
  ctx.subject(`account:${accountId}`)
  if (accountId === ctx.actor.accountId) throw new Refusal('accounts.own-password', 409)
  const { kysely } = ctx.services.database
  const account = await reading(kysely, (db) => accountOf(db, accountId))
  const password = firstPassword(randomInt)
  const passwordHash = await hashPassword(password)
  await writing(kysely, async (db) => {
    await setPassword(db, accountId, passwordHash, ctx.now)
    await leaveSheet(db, accountId)
    await endSessions(db, accountId, null)
    await forgetResetLinks(db, accountId)
  })
  return { accountId, identifier: account.nip ?? account.email ?? account.name, password }
}

interface Grant {
  accountId: AccountId
  role: GrantedRole
  unitId: UnitId | null
}

// The log's own line says which role it was: after it is revoked nothing else does.
const subjectOf = ({ accountId, role, unitId }: Grant): string =>
  `account:${accountId} ${role}${unitId === null ? '' : `:${unitId}`}`

export async function grantRole({ db, actor, subject }: Ctx, input: Grant) {
  subject(subjectOf(input))
  const problem = unitProblem(input.role, input.unitId)
  if (problem) throw new Refusal(problem)
  if (input.unitId !== null && !(await unitExists(db, input.unitId))) throw new Refusal('accounts.unit-unknown', 404)
  await accountOf(db, input.accountId)
  await grantRow(db, { ...input, by: actor.accountId })
  return {}
}

export async function revokeRole(ctx: Ctx, input: Grant) {
  ctx.subject(subjectOf(input))
  if (input.role === 'admin') await refuseDeparture(ctx, input.accountId)
  if (!(await revokeRow(ctx.db, input))) throw new Refusal('accounts.role-not-held', 404)
  return {}
}

async function refuseDeparture({ db, actor }: Ctx, accountId: AccountId): Promise<void> {
  const admins = await administratorsLocked(db)
  const problem = departureProblem({
    isAdmin: admins.includes(accountId),
    isSelf: accountId === actor.accountId,
    otherAdmins: admins.filter((id) => id !== accountId).length,
  })
  if (problem) throw new Refusal(problem, 409)
}

export async function disable(ctx: Ctx, { accountId }: { accountId: AccountId }) {
  ctx.subject(`account:${accountId}`)
  const account = await accountOf(ctx.db, accountId)
  if (account.state === 'disabled') return {}
  await refuseDeparture(ctx, accountId)
  await closeAccount(ctx.db, accountId, ctx.now)
  await endSessions(ctx.db, accountId, null)
  await forgetResetLinks(ctx.db, accountId)
  return {}
}

export async function enable(ctx: Ctx, { accountId }: { accountId: AccountId }) {
  ctx.subject(`account:${accountId}`)
  await accountOf(ctx.db, accountId)
  await closeAccount(ctx.db, accountId, null)
  return {}
}
