import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

/** The engine and nothing else: messages of PostgreSQL's protocol in, its answers out, in the order in which they came. */
const port = parentPort!
const db = new PGlite({ dataDir: workerData.folder as string })

let turns = Promise.resolve()
port.on('message', (messages: Uint8Array | 'close') => {
  turns = turns.then(async () => {
    if (messages !== 'close') {
      const answer = await db.execProtocolRaw(messages)
      return port.postMessage(answer, [answer.buffer as ArrayBuffer])
    }
    await db.close()
    port.postMessage('closed')
    port.close()
  })
})

await db.waitReady
port.postMessage('ready')
