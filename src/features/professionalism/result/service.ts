import { type Db, reading, writing } from '../../../platform/db/open.ts'
import { renewStatistics } from '../../../platform/db/statistics.ts'
import type { JobRun } from '../../../platform/jobs/jobs.ts'
import { dayIn, type Day, yearOf } from '../../../shared/dates.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { Refusal } from '../../../shared/refusal.ts'
import {
  countAtWork,
  type Histories,
  historiesOf,
  type PersonAtWork,
  personsAtWorkAfter,
  personsAtWorkAmong,
} from '../facts/queries.ts'
import { type IndexFacts, postHeldOn } from '../facts/rules.ts'
import { forgetOldResults } from '../retention/service.ts'
import { defaultRuleSet, ruleSetInForce, ruleSetVersion } from '../ruleset/queries.ts'
import type { RuleSet } from '../ruleset/rules.ts'
import { measureOf } from '../scoring/measure/rules.ts'
import { runsComputed } from '../unit/queries.ts'
import { changeSums, type CountedIn, renewSums } from '../unit/service.ts'
import {
  keptAfter,
  type NewResult,
  removeOutdated,
  removeResults,
  type Run,
  saveResults,
  takeIndexLock,
} from './queries.ts'
import { dayToMeasure, isReproduced, type Measuring, resultOf, yearsToCompute } from './rules.ts'

const personsAtOnce = 1000

/** What to compute: without a year the running one and the two before it, without a rule set the default one. */
export interface ComputeOrder {
  year?: number
  on?: Day
  ruleSet?: string
}

/** The years of an order with the version of the rules that holds on each. @throws Refusal `index.no-rules` where none does */
export async function measuringsFor(db: Db, order: ComputeOrder, today: Day): Promise<Measuring[]> {
  const name = order.ruleSet ?? (await defaultRuleSet(db))
  const measurings: Measuring[] = []
  for (const year of order.year === undefined ? yearsToCompute(today) : [order.year]) {
    const on = order.on ?? dayToMeasure(year, today)
    const ruleSet = await ruleSetInForce(db, name, on)
    if (ruleSet) measurings.push({ year, measure: measureOf(ruleSet, on) })
  }
  if (measurings.length === 0) throw new Refusal('index.no-rules', 409, { ruleSet: name })
  return measurings
}

/**
 * Computes everybody at work, a thousand persons per transaction, and then the sums of the units. Safe to repeat: a
 * result is written over the one before it. A cancelled run keeps what it has computed, and sums that agree with it.
 */
export async function computeAll(job: JobRun, order: ComputeOrder): Promise<void> {
  const { services, signal, progress } = job
  const { kysely } = services.database
  const today = dayIn(services.region.timeZone, services.clock())
  await forgetOldResults(job, today)
  const measurings = await reading(kysely, (db) => measuringsFor(db, order, today))
  const total = await reading(kysely, countAtWork)
  let last = 0 as PersonId
  for (let done = 0; !signal.aborted;) {
    progress(done, total, 'index.progress.persons')
    const persons = await writing(kysely, (db) => computeAfter(db, last, measurings))
    if (persons.length === 0) break
    last = persons.at(-1)!.personId
    done += persons.length
  }
  progress(total, total, 'index.progress.units')
  for (const { year, measure } of measurings)
    await writing(kysely, async (db) => {
      await takeIndexLock(db)
      const run = { year, ruleSet: measure.ruleSet.ruleSet }
      if (!signal.aborted) await removeOutdated(db, run, measure.on, today)
      await renewSums(db, run, measure.on)
    })
  signal.throwIfAborted()
  await renewStatistics(services.database)
}

async function computeAfter(db: Db, last: PersonId, measurings: readonly Measuring[]): Promise<PersonAtWork[]> {
  await takeIndexLock(db)
  const persons = await personsAtWorkAfter(db, last, personsAtOnce)
  if (persons.length === 0) return persons
  const histories = await historiesFor(db, persons, measurings)
  for (const measuring of measurings) {
    const run = { year: measuring.year, ruleSet: measuring.measure.ruleSet.ruleSet }
    await saveResults(db, run, resultsOf(persons, histories, measuring))
  }
  return persons
}

/**
 * Renews the results of these persons in every year that has been computed and, by what changed, the sums of their
 * units. To be called in the transaction that corrected them; gives what computing everybody would give.
 */
export async function recomputePersons(db: Db, ids: readonly PersonId[], today: Day, leaving = false): Promise<void> {
  if (ids.length === 0) return
  await takeIndexLock(db)
  const measurings = await measuringsComputed(db, today)
  if (measurings.length === 0) return
  const persons = leaving ? [] : await personsAtWorkAmong(db, ids)
  const histories = persons.length > 0 ? await historiesFor(db, persons, measurings) : undefined
  const atWork = persons.map((person) => person.personId)
  for (const measuring of measurings) {
    const { year, measure, computedOn } = measuring
    const run = { year, ruleSet: measure.ruleSet.ruleSet }
    // Who has left keeps the results of past years; who leaves for good keeps none.
    const renewed = leaving || year >= yearOf(today) ? ids : atWork
    const before = renewed.length > 0 ? await removeResults(db, run, renewed) : []
    const after = histories ? resultsOf(persons, histories, measuring) : []
    await saveResults(db, run, after)
    await changeSums(db, run, computedOn, before.map(scored), after)
  }
}

/** The years that have been computed, each on its day; in the running year a person moves on to today. */
async function measuringsComputed(db: Db, today: Day): Promise<(Measuring & { computedOn: Day })[]> {
  const measurings: (Measuring & { computedOn: Day })[] = []
  for (const { year, ruleSet: name, on: computedOn } of await runsComputed(db)) {
    const on = year === yearOf(today) && computedOn < today ? today : computedOn
    const ruleSet = await ruleSetInForce(db, name, on)
    if (ruleSet) measurings.push({ year, measure: measureOf(ruleSet, on), computedOn })
  }
  return measurings
}

function historiesFor(db: Db, persons: readonly PersonAtWork[], measurings: readonly Measuring[]): Promise<Histories> {
  const days = measurings.map(({ measure }) => measure.on).sort()
  return historiesOf(db, persons, {
    appraisalYears: measurings.map(({ measure }) => measure.appraisalYear),
    earliestOn: days[0]!,
    latestOn: days.at(-1)!,
  })
}

function resultsOf(persons: readonly PersonAtWork[], histories: Histories, { measure }: Measuring): NewResult[] {
  return persons
    .filter(({ appointedOn }) => appointedOn === null || appointedOn <= measure.on)
    .map((person) => ({
      personId: person.personId,
      unitId: person.unitId,
      ...resultOf(factsOn(person, histories, measure.on), measure),
    }))
}

const factsOn = (person: PersonAtWork, histories: Histories, on: Day): IndexFacts => ({
  ...postHeldOn(person, person.postSinceOn, histories.postings.get(person.personId) ?? [], on),
  employment: person.employment,
  statusCode: person.statusCode,
  educationCode: person.educationCode,
  education: histories.education.get(person.personId) ?? [],
  training: histories.training.get(person.personId) ?? [],
  appraisals: histories.appraisals.get(person.personId) ?? [],
  sanctions: histories.sanctions.get(person.personId) ?? [],
})

const scored = ({
  qualification,
  competency,
  performance,
  discipline,
  total,
  ...row
}: Omit<CountedIn, 'scores'> & CountedIn['scores']): CountedIn => ({
  ...row,
  scores: { qualification, competency, performance, discipline, total },
})

/**
 * Computes every kept result of a run again from its own facts and its own version of the rules.
 * @throws Refusal `index.not-reproduced` where a value differs
 */
export async function verifyAll({ services, signal, progress }: JobRun, run: Run): Promise<void> {
  let last = 0 as PersonId
  let different = 0
  const versions = new Map<number, RuleSet | undefined>()
  for (let done = 0; ;) {
    signal.throwIfAborted()
    const kept = await reading(services.database.kysely, async (db) => {
      const rows = await keptAfter(db, run, last, personsAtOnce)
      for (const row of rows) {
        if (!versions.has(row.version)) versions.set(row.version, await ruleSetVersion(db, run.ruleSet, row.version))
        const ruleSet = versions.get(row.version)
        if (!ruleSet || !isReproduced(row, ruleSet)) different += 1
      }
      return rows
    })
    if (kept.length === 0) break
    last = kept.at(-1)!.personId
    progress((done += kept.length))
  }
  if (different > 0) throw new Refusal('index.not-reproduced', 409, { n: different })
}
