import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { type Permission, type Role, scopeOf } from '../src/shared/roles.ts'

interface Screen {
  path: string
  permission: Permission | undefined
  open: boolean
}

// The list itself is browser code; its two facts that matter here are read from its text.
const list = readFileSync(new URL('../src/web/screens.ts', import.meta.url), 'utf8').split('export const screens')[1]!
const screens: Screen[] = list
  .split(/(?=path: ')/)
  .slice(1)
  .map((text) => ({
    path: /path: '([^']+)'/.exec(text)![1]!,
    permission: /permission: '([^']+)'/.exec(text)?.[1] as Permission | undefined,
    open: /open: true/.test(text),
  }))
if (screens.length < 20) throw new Error('The list of screens was not understood')

/** Screens without an account, then those that a role may open. */
export const openScreens = screens.filter(({ open }) => open).map(({ path }) => path)
export const screensOf = (role: Role): string[] =>
  screens
    .filter(({ open, permission }) => !open && (permission === undefined || scopeOf(role, permission) !== undefined))
    .map(({ path }) => path)

export interface Place {
  path: string
  /** Undefined where this account has nothing to open there: a person without a unit below, say. */
  address: string | undefined
}

// An officer writes down what an assessor found, and rates nobody.
const asOfficer: Record<string, string> = { '/kompetensi/nilai/$personId': '?sebagai=assessor' }

/** Addresses of a role's screens, each with something to show in it; needs a signed-in page. */
export async function placesOf(page: Page, role: Role): Promise<Place[]> {
  const found = await subjectsOf(page)
  return screensOf(role).map((path) => {
    const named: Record<string, string | undefined> = {
      ...found,
      name: path.startsWith('/indeks') ? 'IPASN_2024' : found.name,
      unitId: path.startsWith('/rencana/kebutuhan') ? found.needUnitId : found.unitId,
    }
    const parts = path.split('/').map((part) => (part.startsWith('$') ? named[part.slice(1)] : part))
    if (parts.includes(undefined)) return { path, address: undefined }
    return { path, address: parts.join('/') + (role === 'officer' ? (asOfficer[path] ?? '') : '') }
  })
}

/** One of everything that this account may see, by the name that the address gives it. */
async function subjectsOf(page: Page): Promise<Record<string, string | undefined>> {
  const ask = async (operation: string, limit?: number) => {
    const answer = await page.request.get(`/api/${operation}`, { params: limit === undefined ? {} : { limit } })
    return answer.ok() ? await answer.json() : {}
  }
  const me = await ask('account/me')
  const first = async (operation: string) => (await ask(operation, 1)).rows?.[0]
  const units: { unitId: number }[] = (await ask('people/units')).units ?? []
  const imports: { importId: number; status: string }[] = (await ask('import/list', 50)).rows ?? []
  const person = (await first('people/team')) ?? (await first('people/register'))
  const need = await first('planning/needs')
  const subjects = {
    personId: person?.personId ?? me.account.personId,
    unitId: (units[1] ?? units[0])?.unitId,
    competency: need?.competency,
    needUnitId: need?.unitId,
    postId: (await first('competency/posts'))?.postId,
    importId: imports.find(({ status }) => status === 'done')?.importId,
    accountId: me.account.accountId,
    name: (await ask('competency/ruleSets')).ruleSets?.[0]?.name,
  }
  return Object.fromEntries(Object.entries(subjects).map(([name, value]) => [name, value && String(value)]))
}
