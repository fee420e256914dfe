import type { Page } from '@playwright/test'
import { demoAccounts, demoPassword } from '../src/demo/accounts.ts'
import type { Role } from '../src/shared/roles.ts'
import { t } from './words.ts'

/** The size of the city that playwright.config.ts starts. */
export const persons = 400

const accounts = demoAccounts({ persons })

export const password = demoPassword

export function accountOf(role: Role) {
  const account = accounts.find((one) => one.role === role)
  if (!account) throw new Error(`No demonstration account is ${role}`)
  return account
}

/** Signs in without the form, which has a journey of its own. */
export async function signIn(page: Page, role: Role): Promise<void> {
  const answer = await page.request.post('/api/account/signIn', {
    data: { identifier: accountOf(role).nip, password },
    headers: { 'X-Requested-With': 'bina' },
  })
  if (!answer.ok()) throw new Error(`${role} cannot sign in: ${await answer.text()}`)
}

export async function enter(page: Page, identifier: string, secret: string): Promise<void> {
  await page.getByLabel(t('web.signIn.identifier'), { exact: true }).fill(identifier)
  await page.getByLabel(t('web.signIn.password'), { exact: true }).fill(secret)
  await page.getByRole('button', { name: t('web.signIn.enter'), exact: true }).click()
}
