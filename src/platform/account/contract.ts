import * as z from 'zod'
import { command, contract, query } from '../../shared/contract.ts'
import { roles, scopes } from '../../shared/roles.ts'

const password = z.string().min(10).max(200)
const nothing = z.object({})

const me = z.object({
  account: z.object({
    accountId: z.number(),
    name: z.string(),
    personId: z.number().nullable(),
    mustChangePassword: z.boolean(),
    language: z.enum(['id', 'en']),
    demo: z.boolean(),
  }),
  roles: z.array(z.object({ role: z.enum(roles), unitId: z.number().nullable(), unitName: z.string().nullable() })),
  permissions: z.record(z.string(), z.enum(scopes)),
  city: z.object({ name: z.string(), synthetic: z.boolean(), embedded: z.boolean() }),
})

export const account = contract('account', {
  me: query({
    permission: 'signed-in',
    summary: 'Who is signed in, with roles and permissions.',
    input: nothing,
    output: me,
    offline: 'keep',
  }),
  signIn: command({
    permission: 'anyone',
    summary: 'Signs in by NIP or e-mail address and password; sets the session cookie.',
    transaction: 'own',
    input: z.object({ identifier: z.string().trim().min(1).max(200), password: z.string().min(1).max(200) }),
    output: me,
  }),
  signOut: command({ permission: 'signed-in', summary: 'Ends the current session.', input: nothing, output: nothing }),
  changePassword: command({
    permission: 'signed-in',
    summary: 'Changes the own password and ends all other sessions.',
    transaction: 'own',
    input: z.object({ current: z.string().max(200), next: password }),
    output: nothing,
  }),
  claim: command({
    permission: 'anyone',
    summary: 'Creates the first administrator with the one-time secret that the first start printed.',
    transaction: 'own',
    input: z.object({
      secret: z.string().min(20).max(100),
      name: z.string().trim().min(1).max(200),
      email: z.email(),
      password,
    }),
    output: me,
  }),
  forgot: command({
    permission: 'anyone',
    summary:
      'Sends a link for a new password to the e-mail address on record; the answer never tells whether the account exists.',
    input: z.object({ identifier: z.string().trim().min(1).max(200) }),
    output: nothing,
  }),
  reset: command({
    permission: 'anyone',
    summary: 'Sets a new password with the one-time secret from the letter.',
    transaction: 'own',
    input: z.object({ secret: z.string().min(20).max(100), password }),
    output: nothing,
  }),
  setLanguage: command({
    permission: 'signed-in',
    summary: 'Chooses the language of screens and letters.',
    input: z.object({ language: z.enum(['id', 'en']) }),
    output: nothing,
  }),
  sessions: query({
    permission: 'signed-in',
    summary: 'The own sessions.',
    input: nothing,
    output: z.object({
      sessions: z.array(
        z.object({
          sessionId: z.number(),
          device: z.string(),
          createdAt: z.string(),
          lastSeenAt: z.string(),
          current: z.boolean(),
        }),
      ),
    }),
  }),
  endSession: command({
    permission: 'signed-in',
    summary: 'Ends one of the own sessions.',
    input: z.object({ sessionId: z.number().int() }),
    output: nothing,
  }),
  tokens: query({
    permission: 'signed-in',
    summary: 'The own API tokens, without their secrets.',
    input: nothing,
    output: z.object({
      tokens: z.array(
        z.object({
          tokenId: z.number(),
          name: z.string(),
          expiresOn: z.string(),
          lastUsedAt: z.string().nullable(),
          createdAt: z.string(),
        }),
      ),
    }),
  }),
  createToken: command({
    permission: 'signed-in',
    summary: 'Creates an API token with the own permissions; its secret is shown once.',
    input: z.object({ name: z.string().trim().min(1).max(100), expiresOn: z.iso.date() }),
    output: z.object({ token: z.string() }),
  }),
  revokeToken: command({
    permission: 'signed-in',
    summary: 'Revokes one of the own API tokens.',
    input: z.object({ tokenId: z.number().int() }),
    output: nothing,
  }),
})
