import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { DemoAccount } from './accounts.ts'

/** Asks the application as a signed-in account, through the same operations as a screen. */
export interface Client {
  // oxlint-disable-next-line no-explicit-any
  get(path: string): Promise<any>
  post(path: string, body: object): Promise<unknown>
  send(path: string, form: FormData): Promise<unknown>
}

/** @throws with the server's words when the account cannot enter */
export async function signIn(http: FastifyInstance, account: DemoAccount): Promise<Client> {
  const headers: Record<string, string> = { 'x-requested-with': 'bina', 'user-agent': 'first start' }
  const ask = async (options: { method: 'GET' | 'POST'; path: string; payload?: object | Buffer; type?: string }) => {
    const response = await http.inject({
      method: options.method,
      url: `/api/${options.path}`,
      headers: { ...headers, ...(options.type && { 'content-type': options.type }), 'idempotency-key': randomUUID() },
      ...(options.payload && { payload: options.payload }),
    })
    if (response.statusCode !== 200)
      throw new Error(response.json().error?.message ?? `${options.path}: ${response.statusCode}`)
    return response
  }
  const entered = await ask({
    method: 'POST',
    path: 'account/signIn',
    payload: { identifier: account.nip, password: account.password },
  })
  headers.cookie = String(entered.headers['set-cookie']).split(';')[0]!
  return {
    get: async (path) => (await ask({ method: 'GET', path })).json(),
    post: async (path, body) => (await ask({ method: 'POST', path, payload: body })).json(),
    send: async (path, form) => {
      const body = new Response(form)
      await ask({
        method: 'POST',
        path,
        payload: Buffer.from(await body.arrayBuffer()),
        type: body.headers.get('content-type')!,
      })
    },
  }
}
