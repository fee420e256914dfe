import { cpus, totalmem } from 'node:os'

/** One measured figure. `per` names the unit of work, so that figures of different sizes compare. */
export interface Result {
  bench: string
  what: string
  value: number
  unit: string
  note?: string
}

const digits = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 })

/** The results as the page that is published: one table per bench. */
export function asMarkdown(results: readonly Result[]): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
  const tables = [...Map.groupBy(results, ({ bench }) => bench)].map(([bench, rows]) =>
    [
      `## ${bench}`,
      '',
      '| What | Value | Unit | Note |',
      '|---|---:|---|---|',
      ...rows.map((row) => `| ${row.what} | ${digits.format(row.value)} | ${row.unit} | ${row.note ?? ''} |`),
    ].join('\n'),
  )
  return `${introduction(machine)}\n\n${tables.join('\n\n')}\n`
}

const introduction = (machine: string): string =>
  `# Performance

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)} (${machine}). Times belong to that machine and hour: compare ratios, and
differences under 30 % not at all. CPU is user and system time of the server process, and of PostgreSQL where it serves.`
