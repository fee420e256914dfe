import { createApp } from './app.ts'
import { BadConfiguration, readConfig } from './platform/config.ts'
import { prepareStart } from './first-start.ts'

try {
  const config = readConfig(process.env)
  const app = await createApp(config)
  await app.http.listen({ port: config.port, host: config.host })
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await app.close()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)

  await prepareStart(app)
  app.services.state.ready = true
} catch (error) {
  console.error(sentenceFor(error))
  process.exit(1)
}

function sentenceFor(error: unknown): string {
  if (error instanceof BadConfiguration) return error.message
  const { code, message, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') return `Port ${port} is already in use; stop the other program or set PORT.`
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '28P01' || code === '3D000')
    return `The database at DATABASE_URL cannot be reached: ${message || code}.`
  if (code === 'EACCES' || code === 'EROFS') return `The folder DATA_DIR cannot be written: ${message}.`
  return process.env.LOG_LEVEL === 'debug' ? String((error as Error).stack) : `Bina could not start: ${message}`
}
