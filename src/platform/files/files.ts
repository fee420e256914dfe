import { createReadStream } from 'node:fs'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import type { Readable } from 'node:stream'

/** Where uploads and prepared downloads are kept. A store in the S3 manner fills the same four functions. */
export interface Files {
  /** Keeps a copy of the local file under the key. */
  put(key: string, localPath: string): Promise<void>
  open(key: string): Readable
  /** A path on this machine for readers that need random access; the store may have to fetch it first. */
  localPath(key: string): Promise<string>
  remove(key: string): Promise<void>
}

export function filesOnDisk(folder: string): Files {
  const pathOf = (key: string) => {
    const path = normalize(join(folder, key))
    if (!path.startsWith(folder)) throw new Error(`A file key outside its folder: ${key}`)
    return path
  }
  return {
    async put(key, localPath) {
      await mkdir(dirname(pathOf(key)), { recursive: true, mode: 0o700 })
      await copyFile(localPath, pathOf(key))
    },
    open: (key) => createReadStream(pathOf(key)),
    localPath: async (key) => pathOf(key),
    remove: (key) => rm(pathOf(key), { force: true }),
  }
}
