import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The application on a data folder that vanishes with it. */
const folder = mkdtempSync(join(tmpdir(), 'bina-journey-'))
process.env.DATA_DIR = folder
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
await import('../src/main.ts')
