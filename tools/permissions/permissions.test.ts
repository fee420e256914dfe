import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { implementations } from '../../src/app.ts'
import type { Operation } from '../../src/shared/contract.ts'
import { type Role, roles, scopeOf } from '../../src/shared/roles.ts'
import { type Client, onEachEngine } from '../../src/testing/app.ts'

const operations = implementations.flatMap(({ contract }) =>
  Object.entries(contract.operations).map(([name, operation]) => ({ id: `${contract.feature}/${name}`, operation })),
)

const reachIn = (role: Role, { permission }: Operation): string => {
  if (permission === 'anyone' || permission === 'signed-in') return permission === 'anyone' ? '○' : '●'
  return scopeOf(role, permission) ?? '–'
}

describe('the table of permissions', () => {
  // `npm test -- tools/permissions -u` writes it anew; the change is then to be read in the diff.
  it('is the one that was agreed', async () => {
    const lines = [
      '# Who may do what',
      '',
      'Made from the contracts and `src/shared/roles.ts`; a test compares it. ○ anybody, ● everybody who is signed in, – nobody in this role; otherwise how far it reaches.',
      '',
      `| Operation | Permission | ${roles.join(' | ')} |`,
      `|---|---|${roles.map(() => '---').join('|')}|`,
      ...operations.map(
        ({ id, operation }) =>
          `| ${id} | ${operation.permission} | ${roles.map((role) => reachIn(role, operation)).join(' | ')} |`,
      ),
      '',
    ]
    await expect(lines.join('\n')).toMatchFileSnapshot(join(import.meta.dirname, '../../docs/permissions.md'))
  })
})

onEachEngine('permissions', (app) => {
  const ask = (client: Client, id: string, operation: Operation) =>
    operation.kind === 'command' || operation.kind === 'upload' ? client.post(id, {}) : client.get(id)

  it('refuses every operation to whoever is not signed in', async () => {
    for (const { id, operation } of operations) {
      if (operation.permission === 'anyone') continue
      expect([id, (await ask(app().anonymous, id, operation)).status]).toEqual([id, 401])
    }
  })

  it('refuses every role what its row does not grant', async () => {
    for (const role of roles) {
      const client = await app().as([{ role }])
      for (const { id, operation } of operations) {
        if (operation.permission === 'anyone' || operation.permission === 'signed-in') continue
        const { status, body } = await ask(client, id, operation)
        const refused = status === 403 && body.error.code === 'account.not-allowed'
        const granted = scopeOf(role, operation.permission)
        // An office reaches nothing without an office; the grants here name none.
        expect([role, id, refused]).toEqual([role, id, granted === undefined || granted === 'office'])
      }
    }
  })
})
