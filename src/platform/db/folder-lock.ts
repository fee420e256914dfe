import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Marks a data folder as in use by this process. The mark of a dead process is taken over, so a `kill -9` needs no cleaning up.
 * @returns the function that gives the folder back.
 * @throws with a sentence for the operator when a living process holds it.
 */
export function holdFolder(folder: string): () => void {
  const file = join(folder, 'in-use')
  const mine = `${process.pid} ${startOf(process.pid)}`
  for (;;) {
    try {
      writeFileSync(file, mine, { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const [pid = '', start = ''] = readFileSync(file, 'utf8').split(' ')
    if (Number(pid) !== process.pid && lives(Number(pid)) && startOf(Number(pid)) === start)
      throw new Error(`The data folder ${folder} is in use by process ${pid}; stop it first or set DATA_DIR.`)
    rmSync(file, { force: true })
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

// Process numbers are reused; together with the start time they are not. Where /proc is missing the number alone must do.
function startOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
