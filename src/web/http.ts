import { Problem, networkProblem, problemFrom } from './problem.ts'
import { activeLanguage } from './words.ts'

type Input = Record<string, unknown>
const patienceMs = 30_000
let onSignedOut: () => void = () => {}

/** Called once by the entry: what to do when the server no longer knows this session. */
export function whenSignedOut(tell: () => void): void {
  onSignedOut = tell
}

/** The address of an operation with its input as a query; empty values are left out, lists repeat their name. */
export function addressOf(feature: string, operation: string, input: Input = {}, ending = ''): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one))
    }
  }
  return `/api/${feature}/${operation}${ending}${query.size > 0 ? `?${query}` : ''}`
}

/** The same for a file. The browser fetches it on its own and would ask in the device's language. */
export const fileAddressOf = (feature: string, operation: string, input: Input = {}, ending = ''): string =>
  addressOf(feature, operation, { ...input, language: activeLanguage() }, ending)

export const get = <T>(address: string, signal?: AbortSignal): Promise<T> => send<T>(address, { method: 'GET' }, signal)

/** Sends a command. The key lets the server recognise the same command sent twice over a bad line. */
export const post = <T>(address: string, input: unknown, key: string = crypto.randomUUID()): Promise<T> =>
  send<T>(address, {
    method: 'POST',
    body: JSON.stringify(input ?? {}),
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'X-Requested-With': 'bina' },
  })

async function send<T>(address: string, request: RequestInit, signal?: AbortSignal): Promise<T> {
  const limit = AbortSignal.timeout(patienceMs)
  try {
    const answer = await fetch(address, {
      ...request,
      headers: { ...request.headers, Accept: 'application/json', 'Accept-Language': activeLanguage() },
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
    return read<T>(address, answer.status, await answer.text())
  } catch (thrown) {
    if (thrown instanceof Problem || signal?.aborted) throw thrown
    throw networkProblem()
  }
}

function read<T>(address: string, status: number, text: string): T {
  const body = parsed(text)
  if (status >= 200 && status < 300) return body as T
  // Asking who is signed in may well answer "nobody"; anywhere else it means that the session ended.
  if (status === 401 && address !== '/api/account/me') onSignedOut()
  throw problemFrom(status, body)
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

export interface Upload {
  files: Record<string, File | readonly File[]>
  fields?: Input
  key?: string
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** Sends files with their progress (0–1); `fetch` cannot tell how much has left the phone. */
export function sendFiles<T>(address: string, upload: Upload): Promise<T> {
  const form = new FormData()
  // Fields first: the server reads them before the first file streams in.
  for (const [name, value] of Object.entries(upload.fields ?? {}))
    if (value !== undefined) form.append(name, String(value))
  for (const [name, files] of Object.entries(upload.files)) for (const file of [files].flat()) form.append(name, file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('Accept-Language', activeLanguage())
    request.setRequestHeader('Idempotency-Key', upload.key ?? crypto.randomUUID())
    request.setRequestHeader('X-Requested-With', 'bina')
    request.upload.onprogress = (e) => e.lengthComputable && upload.onProgress?.(e.loaded / e.total)
    request.onerror = () => reject(networkProblem())
    request.onabort = () => reject(networkProblem())
    request.onload = () => {
      try {
        resolve(read<T>(address, request.status, request.responseText))
      } catch (thrown) {
        reject(thrown)
      }
    }
    upload.signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}
