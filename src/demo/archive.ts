import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { CityOptions } from './city.ts'
import { writeCity } from './files.ts'

/** Writes the city as one archive of national-format files, the way an agency would send it. */
export async function writeArchive(path: string, options: CityOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bina-city-'))
  try {
    const zip = new ZipFile()
    for (const file of await writeCity(folder, options))
      zip.addFile(file.path, basename(file.path), { compressionLevel: 1 })
    zip.end()
    await pipeline(zip.outputStream, createWriteStream(path))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
