import { Readable } from 'node:stream'
import { createDeflateRaw, crc32 } from 'node:zlib'
import { buffer } from 'node:stream/consumers'
import { beforeAll, expect, it } from 'vitest'
import { hashSecret, newSecret } from '../../../platform/auth/secrets.ts'
import { maxUploadBytes } from '../../../platform/http/upload.ts'
import { type Client, onEachEngine } from '../../../testing/app.ts'
import { person, preview } from './fixtures/files.ts'

const megabyte = 1024 * 1024
const block = Buffer.alloc(megabyte, 'a')
const lines = Buffer.from(`${'a'.repeat(1023)}\n`.repeat(1024))
const linesOf = (megabytes: number) => Readable.from(Array.from({ length: megabytes }, () => lines))

/** A ZIP of one member that unpacks to so many megabytes of the same line, written without holding them. */
async function bomb(megabytes: number): Promise<Buffer> {
  const packed = await buffer(linesOf(megabytes).pipe(createDeflateRaw({ level: 6 })))
  let sum = 0
  for (let n = 0; n < megabytes; n++) sum = crc32(lines, sum)
  const name = Buffer.from('lain.csv')
  const sizes = Buffer.alloc(12)
  sizes.writeUInt32LE(sum, 0)
  sizes.writeUInt32LE(packed.length, 4)
  sizes.writeUInt32LE(megabytes * megabyte, 8)
  const common = Buffer.concat([
    Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
    sizes,
    Buffer.from([name.length, 0, 0, 0]),
  ])
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed])
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, Buffer.alloc(14), name])
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

onEachEngine('a hostile upload', (app) => {
  let officer: Client
  let token: string
  beforeAll(async () => {
    officer = await app().as([{ role: 'officer' }])
    token = newSecret()
    await app().write((db) =>
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
  })

  const boundary = 'batas-uji'
  const send = (payload: Readable, headers: Record<string, string> = {}) =>
    app().http.inject({
      method: 'POST',
      url: '/api/import/upload',
      payload,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
        ...headers,
      },
    })
  async function* form(megabytes: number) {
    yield `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="data-utama.csv"\r\n\r\n`
    for (let n = 0; n < megabytes; n++) yield block
    yield `\r\n--${boundary}--\r\n`
  }
  const lives = async () => {
    const shown = await preview(app(), officer, { 'data-utama.json': [person(1)] })
    expect(shown).toMatchObject({ status: 'preview', counts: { new: 1 } })
    await officer.post('import/discard', { importId: shown.importId })
  }

  it('that unpacks to hundreds of times its size is stopped, in words', async () => {
    const shown = await preview(app(), officer, await bomb(64))
    expect(shown.refusal).toMatchObject({ code: 'file.bomb', message: expect.stringContaining('mengembang') })
    await lives()
  })

  it('of 200 MB in one endless line streams to disk and is refused, in words', async () => {
    const answer = await send(Readable.from(form(200)))
    expect(answer.statusCode).toBe(200)
    await app().jobsDone()
    const shown = (await officer.get('import/show', { importId: answer.json().importId })).body
    expect(shown.refusal).toMatchObject({
      code: 'file.broken-csv',
      message: expect.stringContaining('barisnya terlalu panjang'),
    })
    await lives()
  })

  it('that announces more than the limit is refused before its first byte', async () => {
    let taken = 0
    const payload = Readable.from(
      (async function* () {
        for await (const piece of form(2)) {
          taken += piece.length
          yield piece
        }
      })(),
    )
    const answer = await send(payload, { 'content-length': String(2 * maxUploadBytes) })
    expect([answer.statusCode, answer.json().error.code]).toEqual([413, 'file.too-large'])
    expect(answer.json().error.message).toContain('1.024 MB; batasnya 512 MB')
    expect(taken).toBeLessThan(4 * megabyte)
    await lives()
  })
})
