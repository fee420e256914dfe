import { afterEach, expect, test, vi } from 'vitest'

vi.hoisted(() => vi.stubGlobal('localStorage', { getItem: () => 'id', setItem: () => {} }))
const { addressOf, fileAddressOf, get, post, whenSignedOut } = await import('./http.ts')
const { Problem } = await import('./problem.ts')

afterEach(() => vi.unstubAllGlobals())

const answering = (status: number, body: string) => {
  const fetched = vi.fn(async (_address: string, _request: RequestInit) => new Response(body, { status }))
  vi.stubGlobal('fetch', fetched)
  return fetched
}

test.each([
  [{}, '/api/people/list'],
  [{ q: 'Cut & Nur', unitId: 3 }, '/api/people/list?q=Cut+%26+Nur&unitId=3'],
  [{ q: '', sort: undefined, unitId: null }, '/api/people/list'],
  [{ kind: ['a', 'b'], active: false }, '/api/people/list?kind=a&kind=b&active=false'],
])('the address of %j', (input, address) => {
  expect(addressOf('people', 'list', input)).toBe(address)
})

test('a file is asked for in the language of the screen', () => {
  expect(fileAddressOf('people', 'list', { q: 'Nur' }, '.xlsx')).toBe('/api/people/list.xlsx?q=Nur&language=id')
})

test('a command carries its key and the mark against forged requests', async () => {
  const fetched = answering(200, '{"ok":1}')
  expect(await post('/api/x/y', { a: 1 }, 'key-1')).toEqual({ ok: 1 })
  const headers = fetched.mock.calls[0]?.[1].headers as Record<string, string>
  expect(headers).toMatchObject({ 'Idempotency-Key': 'key-1', 'X-Requested-With': 'bina', 'Accept-Language': 'id' })
})

test('a refusal keeps the words of the server and of its fields', async () => {
  answering(422, '{"error":{"code":"c","message":"Salah.","fields":[{"path":"nip","message":"NIP 18 angka."}]}}')
  const problem = await get('/api/x/y').catch((e: unknown) => e)
  expect(problem).toBeInstanceOf(Problem)
  expect(problem).toMatchObject({ code: 'c', status: 422, message: 'Salah.', passing: false })
  expect((problem as InstanceType<typeof Problem>).of('nip')).toBe('NIP 18 angka.')
})

test('a page of a proxy and a dead line are problems that pass', async () => {
  answering(502, '<html>Bad gateway</html>')
  await expect(get('/api/x/y')).rejects.toMatchObject({ status: 502, passing: true })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(get('/api/x/y')).rejects.toMatchObject({ code: 'network', status: 0, passing: true })
})

test('an ended session is told, except by the question who is signed in', async () => {
  const told = vi.fn()
  whenSignedOut(told)
  answering(401, '{"error":{"code":"account.signed-out","message":"Silakan masuk."}}')
  await get('/api/account/me').catch(() => {})
  expect(told).not.toHaveBeenCalled()
  await get('/api/people/list').catch(() => {})
  expect(told).toHaveBeenCalledOnce()
})
