import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { ZipFile } from 'yazl'
import { Refusal } from '../../shared/refusal.ts'
import type { Services } from './context.ts'

/** The largest file that is taken in; a city's whole register with all histories is far below. */
export const maxUploadBytes = 512 * 1024 * 1024
const mostFiles = 50
/** Bytes of fields and boundaries that stand around the files. */
const aroundFiles = 1024 * 1024

/**
 * Streams the files of a multipart request to disk; memory does not grow with their size. Several files become one
 * archive, so that a use case always meets one. @throws Refusal `file.*`
 */
export async function receiveUpload(_services: Services, request: FastifyRequest) {
  if (!request.isMultipart()) throw new Refusal('file.missing', 415)
  // What is announced as too large is refused before its first byte.
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > maxUploadBytes + aroundFiles) throw new Refusal('file.too-large', 413, tooLarge(announced))
  const folder = await mkdtemp(join(tmpdir(), `bina-upload-${process.pid}-`))
  const discard = () => rm(folder, { recursive: true, force: true })
  try {
    const files: { path: string; name: string }[] = []
    let parts: MultipartFile['fields'] = {}
    let bytes = 0
    for await (const part of request.files({ limits: { fileSize: maxUploadBytes, files: mostFiles } })) {
      const path = join(folder, String(files.length))
      await pipeline(part.file, createWriteStream(path, { mode: 0o600 }))
      bytes += (await stat(path)).size
      if (part.file.truncated || bytes > maxUploadBytes) throw new Refusal('file.too-large', 413, tooLarge(bytes))
      files.push({ path, name: part.filename })
      parts = part.fields
    }
    const [first] = files
    if (!first) throw new Refusal('file.missing', 422)
    const file = files.length === 1 ? { ...first, bytes } : await packed(folder, files)
    return { file, fields: textFields(parts), discard }
  } catch (error) {
    await discard()
    throw (error as { code?: string }).code === 'FST_FILES_LIMIT'
      ? new Refusal('file.too-many', 413, { limit: mostFiles })
      : error
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024)
const tooLarge = (bytes: number) => ({ megabytes: megabytes(bytes), limit: megabytes(maxUploadBytes) })

const textFields = (parts: MultipartFile['fields']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([name, field]) => (field && 'value' in field ? [[name, String(field.value)]] : [])),
  )

async function packed(folder: string, files: readonly { path: string; name: string }[]) {
  const zip = new ZipFile()
  const names = new Set<string>()
  for (const { path, name } of files) zip.addFile(path, freeName(names, name), { compress: false })
  zip.end()
  const path = join(folder, 'packed')
  await pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }))
  return { path, name: `${files[0]!.name} +${files.length - 1}.zip`, bytes: (await stat(path)).size }
}

/** A member's name is a plain one, and no two are the same. */
function freeName(names: Set<string>, name: string): string {
  const plain = name.replaceAll('\\', '/').split('/').at(-1) || 'file'
  let free = plain
  for (let n = 2; names.has(free); n++) free = plain.replace(/(\.\w+)?$/, ` (${n})$1`)
  names.add(free)
  return free
}
