import * as z from 'zod'
import { command, contract, download, list, query } from '../../../shared/contract.ts'
import { accountId, personId, unitId } from '../../../shared/ids.ts'
import { pageOf, paging } from '../../../shared/lists.ts'
import { derivedRoles, roles } from '../../../shared/roles.ts'
import { accountStates, grantedRoles } from './rules.ts'

const reason = z.string().trim().min(3).max(500)
const empty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const account = z.object({
  accountId: z.number(),
  name: z.string(),
  nip: z.string().nullable(),
  email: z.string().nullable(),
  personId: z.number().nullable(),
  unitName: z.string().nullable(),
  roles: z.array(
    z.object({
      role: z.enum(roles),
      unitId: z.number().nullable(),
      unitName: z.string().nullable(),
      derived: z.boolean(),
    }),
  ),
  /** The roles in words, for the spreadsheet. */
  rolesText: z.string(),
  state: z.enum(accountStates),
  lastSeenAt: z.string().nullable(),
  createdAt: z.string(),
  disabledAt: z.string().nullable(),
  demo: z.boolean(),
})

const firstPassword = z.object({ accountId: z.number(), identifier: z.string(), password: z.string() })

const sheet = z.object({
  sheetId: z.string(),
  jobId: z.string(),
  unitName: z.string().nullable(),
  state: z.enum(['working', 'ready', 'empty', 'taken', 'stopped', 'discarded', 'expired']),
  accounts: z.number(),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  takenBy: z.string().nullable(),
  takenAt: z.string().nullable(),
})

export const accounts = contract('accounts', {
  list: list({
    permission: 'account.manage',
    summary: 'Accounts with their person, roles and state; searched by name, NIP or e-mail address.',
    input: z.object({
      ...paging,
      sort: empty(z.enum(['name', 'lastSeenAt', 'createdAt'])),
      search: z.string().trim().max(100).optional(),
      role: empty(z.enum(grantedRoles)),
      state: empty(z.enum(accountStates)),
    }),
    output: pageOf(account),
    columns: [
      { field: 'name', heading: 'accounts.column.name' },
      { field: 'nip', heading: 'accounts.column.nip' },
      { field: 'email', heading: 'accounts.column.email' },
      { field: 'unitName', heading: 'accounts.column.unit' },
      { field: 'rolesText', heading: 'accounts.column.roles' },
      { field: 'state', heading: 'accounts.column.state' },
      { field: 'lastSeenAt', heading: 'accounts.column.last-seen' },
      { field: 'createdAt', heading: 'accounts.column.created' },
    ],
  }),
  show: query({
    permission: 'account.manage',
    summary: 'One account.',
    input: z.object({ accountId }),
    output: account,
  }),
  summary: query({
    permission: 'account.manage',
    summary: 'How many accounts are in which state, and how many active persons of the register have none yet.',
    input: z.object({ unitId: empty(unitId) }),
    output: z.object({
      states: z.array(z.object({ state: z.enum(accountStates), accounts: z.number() })),
      administrators: z.number(),
      withoutAccount: z.number(),
    }),
  }),
  candidates: query({
    permission: 'account.manage',
    summary: 'Persons of the register without an account, by name or NIP; at most twenty.',
    input: z.object({ search: z.string().trim().max(100).default('') }),
    output: z.object({
      persons: z.array(
        z.object({ personId: z.number(), nip: z.string(), name: z.string(), unitName: z.string().nullable() }),
      ),
    }),
  }),
  units: query({
    permission: 'account.manage',
    summary: 'Units by name, for a role that reaches over one; at most thirty, the highest first.',
    input: z.object({ search: z.string().trim().max(100).default('') }),
    output: z.object({ units: z.array(z.object({ unitId: z.number(), name: z.string() })) }),
  }),
  create: command({
    permission: 'account.manage',
    summary: 'Creates an account for a person of the register or for somebody outside; shows the first password once.',
    transaction: 'own',
    input: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('person'), personId, reason }),
      z.object({ kind: z.literal('external'), name: z.string().trim().min(2).max(200), email: z.email(), reason }),
    ]),
    output: firstPassword,
  }),
  createForRegister: command({
    permission: 'account.manage',
    summary:
      'Starts creating accounts for all active persons that have none, of a unit and everything below it or of all.',
    input: z.object({ unitId: unitId.nullable().default(null), reason }),
    output: z.object({ jobId: z.string() }),
  }),
  sheets: query({
    permission: 'account.manage',
    summary:
      'The sheets of first passwords, newest first: being made, to be taken, taken already, discarded, or run out.',
    input: z.object({}),
    output: z.object({ sheets: z.array(sheet) }),
  }),
  resumeSheet: command({
    permission: 'account.manage',
    summary: 'Goes on creating accounts where a job has given up.',
    input: z.object({ sheetId: z.uuid() }),
    output: z.object({ jobId: z.string() }),
  }),
  takeSheet: command({
    permission: 'account.manage',
    summary:
      'Takes a sheet of first passwords: gives a ticket with which it can be downloaded once within ten minutes.',
    input: z.object({ sheetId: z.uuid(), reason }),
    output: z.object({ ticket: z.string() }),
  }),
  discardSheet: command({
    permission: 'account.manage',
    summary:
      'Discards a sheet that nobody has taken; its accounts that nobody has opened go with it and can be created anew.',
    input: z.object({ sheetId: z.uuid(), reason }),
    output: z.object({}),
  }),
  download: download({
    permission: 'account.manage',
    summary: 'The sheet of first passwords by office for its ticket; afterwards it is gone.',
    input: z.object({ ticket: z.string().min(20).max(100) }),
    output: z.unknown(),
  }),
  resetPassword: command({
    permission: 'account.manage',
    summary: 'Sets a new first password, shows it once, and ends the sessions of the account.',
    transaction: 'own',
    input: z.object({ accountId, reason }),
    output: firstPassword,
  }),
  grantRole: command({
    permission: 'account.manage',
    summary: `Grants a role; "head" needs its unit. ${derivedRoles.join(' and ')} follow from the register and cannot be granted.`,
    input: z.object({ accountId, role: z.enum(grantedRoles), unitId: unitId.nullable().default(null), reason }),
    output: z.object({}),
  }),
  revokeRole: command({
    permission: 'account.manage',
    summary: 'Revokes a granted role; nobody revokes their own administrator role, and the last administrator stays.',
    input: z.object({ accountId, role: z.enum(grantedRoles), unitId: unitId.nullable().default(null), reason }),
    output: z.object({}),
  }),
  disable: command({
    permission: 'account.manage',
    summary: 'Closes an account: its sessions end and its API tokens are revoked.',
    input: z.object({ accountId, reason }),
    output: z.object({}),
  }),
  enable: command({
    permission: 'account.manage',
    summary: 'Opens a closed account again.',
    input: z.object({ accountId, reason }),
    output: z.object({}),
  }),
})
