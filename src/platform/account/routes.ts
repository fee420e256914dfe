import { implement } from '../http/implement.ts'
import { account } from './contract.ts'
import * as accounts from './service.ts'

export const accountRoutes = implement(account, {
  me: ({ db, actor, services }) => accounts.describeMe(db, services, actor.accountId),
  signIn: accounts.signIn,
  signOut: accounts.signOut,
  changePassword: accounts.changePassword,
  claim: accounts.claim,
  forgot: accounts.forgot,
  reset: accounts.reset,
  setLanguage: accounts.setLanguage,
  sessions: accounts.listSessions,
  endSession: accounts.endOwnSession,
  tokens: accounts.listTokens,
  createToken: accounts.createToken,
  revokeToken: accounts.revokeToken,
})
