import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Letter {
  to: string
  subject: string
  text: string
}

/** Sends mail. Only jobs call it, never a request: another server may be slow. */
export interface Mail {
  send(letter: Letter): Promise<void>
}

/** Writes each letter as an `.eml` file, for a trial and for tests; a mail server's pick-up folder works the same way. */
export function mailOnDisk(folder: string, clock: () => Date): Mail {
  return {
    async send({ to, subject, text }) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const date = clock()
      const head = [
        `To: ${oneLine(to)}`,
        'From: bina@localhost',
        `Subject: =?UTF-8?B?${Buffer.from(oneLine(subject)).toString('base64')}?=`,
        `Date: ${date.toUTCString()}`,
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: 8bit',
      ]
      const name = `${date.toISOString().replaceAll(':', '-')}-${randomUUID()}.eml`
      await writeFile(join(folder, name), `${head.join('\r\n')}\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`, {
        mode: 0o600,
      })
    },
  }
}

// A line break in a header would let the sender write headers of its own.
const oneLine = (value: string): string => value.replaceAll(/[\r\n]+/g, ' ')
