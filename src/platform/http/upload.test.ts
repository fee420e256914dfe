import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { hashSecret, newSecret } from '../auth/secrets.ts'
import { onEachEngine, type TestApp } from '../../testing/app.ts'

const header = 'nipBaru,nama,tglLahir,kedudukanPnsId'
const line = (n: number) => `19800101201003100${n},Orang Uji ${n},01-01-1980,01`

onEachEngine('upload', (app) => {
  it('takes several files as one upload, two of one name among them', async () => {
    const { importId } = await send(app(), [
      ['data-utama.csv', `${header}\n${line(1)}\n`],
      ['data-utama.csv', `${header}\n${line(2)}\n`],
      ['kosong.csv', ''],
    ])
    await app().jobsDone()
    const officer = await app().as([{ role: 'officer' }])
    const { status, files, counts } = (await officer.get('import/show', { importId })).body
    expect(status).toBe('preview')
    expect(counts.new).toBe(2)
    expect(files.map((file: { path: string }) => file.path.split('/').at(-1))).toEqual([
      'data-utama.csv',
      'data-utama (2).csv',
      'kosong.csv',
    ])
    expect(files[2].refusal.code).toBe('file.empty')
  })

  it('refuses a form without a file, and too many of them, and leaves nothing behind', async () => {
    expect((await send(app(), [])).error.code).toBe('file.missing')
    const many = Array.from({ length: 51 }, (_, n) => [`${n}.csv`, 'a'] as const)
    expect((await send(app(), many)).error.code).toBe('file.too-many')
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`bina-upload-${process.pid}`))).toEqual([])
  })
})

async function send(app: TestApp, files: readonly (readonly [string, string])[]) {
  const token = newSecret()
  const officer = await app.as([{ role: 'officer' }])
  await app.write((db) =>
    db
      .insertInto('api_token')
      .values({
        account_id: officer.accountId!,
        name: 'Uji',
        expires_on: '2099-01-01',
        token_hash: hashSecret(token),
      })
      .execute(),
  )
  const form = new FormData()
  form.set('note', 'contoh')
  for (const [name, content] of files) form.append('file', new Blob([content]), name)
  const body = new Response(form)
  const answer = await app.http.inject({
    method: 'POST',
    url: '/api/import/upload',
    payload: Buffer.from(await body.arrayBuffer()),
    headers: { authorization: `Bearer ${token}`, 'content-type': body.headers.get('content-type')! },
  })
  return answer.json()
}
