import { test as base, type Page } from '@playwright/test'

// The first question of every visit is who is signed in; "nobody" is a 401, and browsers report those.
const always = /401.*\/api\/account\/me/

/** Every journey fails when the browser complains: a script that broke, a style the security policy refused, a missing file. */
export const test = base.extend<{ quiet: void; expected: RegExp }>({
  /** Complaints that belong to the journey: a refused sign-in is a 401 that the browser reports. */
  expected: [/^never$/, { option: true }],
  quiet: [
    async ({ page, expected }, use) => {
      const complaints = complaintsOf(page)
      await use()
      const surprising = complaints.filter((one) => !always.test(one) && !expected.test(one))
      base.expect(surprising, 'complaints of the browser').toEqual([])
    },
    { auto: true },
  ],
})

export { expect, type Page } from '@playwright/test'

function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`${error.name}: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.text()} (${new URL(message.location().url || page.url()).pathname})`)
  })
  return complaints
}
