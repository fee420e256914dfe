import type { z } from 'zod'
import type { Kind, Operation } from '../../shared/contract.ts'
import type { Me } from './session.ts'

type Op<K extends Kind, I, O> = Operation<K, z.ZodType<I, I>, z.ZodType<O, O>>
type Nothing = Record<string, never>

export interface Session {
  sessionId: string | number
  createdAt: string
  lastSeenAt: string
  device: string
  current: boolean
}

export interface Token {
  tokenId: string | number
  name: string
  createdAt: string
  expiresOn: string
  lastUsedAt: string | null
}

/**
 * What the floor's own screens ask of the server. Written here as types because the screens' floor imports nothing of
 * the server's, whose contract of the same name is the source.
 */
export interface AccountContract {
  feature: 'account'
  operations: {
    signIn: Op<'command', { identifier: string; password: string }, Me>
    claim: Op<'command', { secret: string; name: string; email: string; password: string }, Me>
    forgot: Op<'command', { identifier: string }, unknown>
    reset: Op<'command', { secret: string; password: string }, unknown>
    changePassword: Op<'command', { current: string; next: string }, unknown>
    sessions: Op<'query', Nothing, { sessions: Session[] }>
    endSession: Op<'command', { sessionId: Session['sessionId'] }, unknown>
    tokens: Op<'query', Nothing, { tokens: Token[] }>
    createToken: Op<'command', { name: string; expiresOn: string }, { token: string }>
    revokeToken: Op<'command', { tokenId: Token['tokenId'] }, unknown>
  }
}
