import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyCompress from '@fastify/compress'
import fastifyCookie from '@fastify/cookie'
import fastifyEtag from '@fastify/etag'
import fastifyHelmet from '@fastify/helmet'
import fastifyMultipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import { sql } from 'kysely'
import type { Services } from './context.ts'
import { dispatch } from './dispatch.ts'
import { answerFailure } from './failure.ts'
import type { Implementation } from './implement.ts'
import { describeApi } from './openapi.ts'
import { readableApi } from './openapi-page.ts'

const screens = join(import.meta.dirname, '../../../dist/web')

/** The HTTP server: plug-ins, operations, description, health, and the built screens. */
export async function createServer(
  services: Services,
  implementations: readonly Implementation[],
): Promise<FastifyInstance> {
  const app = fastify({
    logger: loggerFor(services),
    logController: new LogController({ disableRequestLogging: services.config.logLevel !== 'debug' }),
    trustProxy: 'loopback',
    bodyLimit: 1024 * 1024,
  })
  app.setErrorHandler(answerFailure)
  await app.register(fastifyCookie)
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy },
    hsts: services.config.publicUrl?.startsWith('https:') ?? false,
  })
  await app.register(fastifyEtag)
  await app.register(fastifyCompress, { threshold: 1024, encodings: ['gzip'], zlibOptions: { level: 2 } })
  await app.register(fastifyMultipart)
  app.addHook('onSend', async (request, reply) => {
    // An answer about a named person leaves no copy on the device that asked.
    if (request.url.startsWith('/api/'))
      reply
        .header('cache-control', /[?&]personId=/.test(request.url) ? 'no-store' : 'private, no-cache')
        .header('vary', 'Cookie, Accept-Language, X-Language')
  })
  dispatch(app, services, implementations)
  describe(app, services, implementations)
  await serveScreens(app)
  return app
}

function describe(app: FastifyInstance, services: Services, implementations: readonly Implementation[]): void {
  const description = describeApi(implementations.map((i) => i.contract))
  app.get('/api/openapi.json', () => description)
  app.get('/api', (_request, reply) => reply.type('text/html; charset=utf-8').send(readableApi(description)))
  app.get('/api/health', () => ({ status: 'ok' }))
  app.get('/api/ready', async (_request, reply) => {
    try {
      await sql`select 1`.execute(services.database.kysely)
      return services.state.ready ? { status: 'ready' } : reply.status(503).send({ status: 'preparing' })
    } catch {
      return reply.status(503).send({ status: 'database unreachable' })
    }
  })
}

async function serveScreens(app: FastifyInstance): Promise<void> {
  if (!existsSync(screens)) return
  await app.register(fastifyStatic, {
    root: screens,
    preCompressed: true,
    wildcard: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', keepFor(path))
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const wantsPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w+$/.test(request.url.split('?')[0] ?? '')
    if (wantsPage) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return reply
      .status(404)
      .send({ error: { code: 'request.unknown-address', message: 'Unknown address', params: {} } })
  })
}

// Built pieces carry their hash in the name; the mark and the like change with a release; pages and the worker are asked for again.
const keepFor = (path: string): string => {
  if (path.includes('/assets/')) return 'public, max-age=31536000, immutable'
  return /\.(svg|png|webmanifest)$|scheme\.js$/.test(path) ? 'public, max-age=86400' : 'no-cache'
}

const contentPolicy = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'manifest-src': ["'self'"],
  'worker-src': ["'self'"],
}

// Addresses carry search words and numbers of persons; the log keeps the path's operation only.
const loggerFor = ({ config }: Services) =>
  config.logLevel !== 'silent' && {
    level: config.logLevel,
    serializers: {
      req: (request: { method: string; url: string }) => ({ method: request.method, path: request.url.split('?')[0] }),
      err: (error: Error & { code?: string }) => ({
        type: error.name,
        code: error.code,
        stack: error.stack?.split('\n').slice(1).join('\n') ?? '',
        message: error.message,
      }),
    },
  }
