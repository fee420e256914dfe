import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = 100

/** User and system CPU seconds a process (with all its threads) has used. */
export const cpuSeconds = (pid: number): number => ticks(pid, [11, 12])

/** The same of its children that have ended. */
const endedChildrenSeconds = (pid: number): number => ticks(pid, [13, 14])

function ticks(pid: number, places: readonly number[]): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return places.reduce((sum, place) => sum + Number(fields[place]), 0) / ticksPerSecond
  } catch {
    return 0
  }
}

/** CPU seconds of all PostgreSQL processes on this machine, those that have ended included through their parent. */
export function postgresSeconds(): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .reduce((sum, pid) => sum + postgresCpu(Number(pid)), 0)
}

function postgresCpu(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return /\((postgres|postmaster)/.test(stat) ? cpuSeconds(pid) + endedChildrenSeconds(pid) : 0
  } catch {
    return 0
  }
}

/** Highest resident memory of a process so far, in megabytes. */
export function peakMegabytes(pid: number): number {
  const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1] ?? 0) / 1024
}
