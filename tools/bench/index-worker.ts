import { generateCity } from '../../src/demo/city.ts'
import { readRecord, type NationalKind } from '../../src/features/people/national/rules.ts'
import { entryOf, isNeeded, personsIn } from '../../src/features/professionalism/command/assembly/rules.ts'
import { measureOf } from '../../src/features/professionalism/scoring/measure/rules.ts'
import { scoresOf } from '../../src/features/professionalism/scoring/rules.ts'
import { readRuleSet } from '../../src/features/professionalism/ruleset/check/rules.ts'
import { readRegionFile } from '../../src/platform/region.ts'
import type { Day } from '../../src/shared/dates.ts'
import { peakMegabytes } from './processes.ts'

// One process per size, so that the peak belongs to it alone. The clock runs for the scores only; making and reading the
// national rows is the generator's and the importer's work.
const persons = Number(process.argv[2])
const on = '2026-12-31' as Day
const kinds = ['data-utama', 'rw-pendidikan', 'rw-diklat', 'rw-kursus', 'rw-skp22', 'rw-jabatan', 'rw-hukdis'] as const
const read = readRuleSet(readRegionFile('indonesia', 'ipasn-2019'))
if (!('ruleSet' in read)) throw new Error('The rule set of 2019 cannot be read')
const measure = measureOf(read.ruleSet, on)

let total = 0
let milliseconds = 0
for (const rows of generateCity({ persons, on, clean: true }).everyone([...kinds])) {
  const nip = String(rows['data-utama'][0]!.nipBaru)
  const entries = kinds.flatMap((kind) =>
    rows[kind].flatMap((row) => {
      const reading = readRecord(kind as NationalKind, row, { path: `${kind}.json`, today: on })
      return reading.ok && isNeeded(reading.kind) ? [entryOf(nip, reading.kind, reading.recordKey, reading.facts)] : []
    }),
  )
  for (const { facts } of personsIn(entries, on)) {
    const start = performance.now()
    total += scoresOf(facts, measure).total
    milliseconds += performance.now() - start
  }
}
process.send!({ perSecond: persons / (milliseconds / 1000), megabytes: peakMegabytes(process.pid), total }, () =>
  process.disconnect(),
)
