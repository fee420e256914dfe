import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Permission, Role, Scope } from '../../shared/roles.ts'
import type { Language } from '../../shared/words.ts'
import { queries } from '../api.ts'
import { clearDrafts } from '../draftStore.ts'
import { get, post } from '../http.ts'
import { keptIn } from '../offline.ts'
import { type Problem, problemOf } from '../problem.ts'
import { speak } from '../words.ts'

/** Who is signed in, what they may do and where, as the server answers it. */
export interface Me {
  account: {
    accountId: number
    name: string
    personId: number | null
    mustChangePassword: boolean
    language: Language
    demo: boolean
  }
  roles: readonly { role: Role; unitId: number | null; unitName: string | null }[]
  permissions: Partial<Record<Permission, Scope>>
  city: { name: string; synthetic: boolean; embedded: boolean }
  version?: string
}

export const meQuestion = queryOptions({
  queryKey: ['account', 'me'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      const me = await get<Me>('/api/account/me', signal)
      // Chosen on another device since: the account's language is spoken on every one of them.
      await speak(me.account.language)
      return me
    } catch (thrown) {
      const problem = problemOf(thrown)
      if (problem.status === 401) return null
      throw problem
    }
  },
})

export const currentMe = (): Me | null | undefined => queries.getQueryData(meQuestion.queryKey)
export const currentAccountId = (): number | undefined => currentMe()?.account.accountId

/** The signed-in account. Screens inside the shell always have one. */
export function useMe(): Me {
  const { data } = useQuery(meQuestion)
  if (!data) throw new Error('This screen needs a signed-in account')
  return data
}

export const may = (me: Me, permission: Permission | undefined): boolean =>
  permission === undefined || me.permissions[permission] !== undefined

/** Takes over the answer of a sign-in: the account's language, and nothing left of whoever was here before. */
export async function welcome(me: Me): Promise<void> {
  // After a session that ran out nobody knows whose the kept answers are.
  if (currentAccountId() !== me.account.accountId) await forgetAnswers()
  queries.clear()
  // Old already: asked again as soon as a screen shows it, so that the phone keeps the answer for when it is offline.
  queries.setQueryData(meQuestion.queryKey, me, { updatedAt: 1 })
  await speak(me.account.language)
}

export async function switchLanguage(language: Language): Promise<Problem | undefined> {
  // An answer on its way would bring the language before back.
  await queries.cancelQueries({ queryKey: meQuestion.queryKey })
  await speak(language)
  const me = currentMe()
  if (!me) return undefined
  const changed: Me = { ...me, account: { ...me.account, language } }
  queries.setQueryData(meQuestion.queryKey, changed)
  try {
    await post('/api/account/setLanguage', { language })
    void queries.invalidateQueries()
    return undefined
  } catch (thrown) {
    return problemOf(thrown)
  }
}

/** Ends the session and leaves nothing of the account on this device, also when the server cannot be reached. */
export async function signOut(): Promise<void> {
  try {
    await post('/api/account/signOut', {})
  } finally {
    clearDrafts()
    await forgetAnswers()
    window.location.assign('/masuk')
  }
}

const forgetAnswers = async () => {
  if ('caches' in window) await caches.delete(keptIn)
}
