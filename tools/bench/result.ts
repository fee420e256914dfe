import { cpus, totalmem } from 'node:os'

/** One measured figure. `per` names the unit of work, so that figures of different sizes compare. */
export interface Result {
  bench: string
  what: string
  value: number
  unit: string
  note?: string
}

/** What one bench measured, and on which day and machine. */
export interface Measurement {
  on: string
  machine: string
  results: Result[]
}

const digits = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 })

export const measurementOf = (results: Result[]): Measurement => ({
  on: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  results,
})

export const asTable = (results: readonly Result[]): string =>
  [
    '| What | Value | Unit | Note |',
    '|---|---:|---|---|',
    ...results.map((row) => `| ${row.what} | ${digits.format(row.value)} | ${row.unit} | ${row.note ?? ''} |`),
  ].join('\n')

/** The published page: one table per bench, each with its day and machine. */
export function asPage(measured: Readonly<Record<string, Measurement>>): string {
  const parts = Object.entries(measured).map(
    ([bench, { on, machine, results }]) => `## ${bench}\n\nOn ${on}, ${machine}.\n\n${asTable(results)}`,
  )
  return `${introduction}\n\n${parts.join('\n\n')}\n`
}

const introduction = `# Performance

Written by \`npm run bench\`; \`npm run bench -- NAME\` measures one part anew and leaves the others as they were. Times belong to a machine and an hour:
compare ratios, and differences under 30 % not at all. CPU is user and system time of the server process, and of PostgreSQL where it serves. The best-known
peer spends 141 CPU-ms on its dashboard on two quiet cores; the aim is a hundred times less per view.`
