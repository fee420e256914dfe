import { sql } from 'kysely'
import { addYears, type Day } from '../../../shared/dates.ts'
import { Kept } from '../../../platform/db/kept.ts'
import type { Db } from '../../../platform/db/open.ts'
import { type RaterKind } from '../assessment/rules.ts'
import type { PrecisionTable } from '../profile/rules.ts'
import type { CompetencyCode } from '../rules.ts'
import type { Precision, RatedTogether } from './rules.ts'
import '../tables.ts'

/**
 * Who was rated by two raters or more, as patterns with their number of persons: every standing rating of the city in one
 * statement whose answer does not grow with the city.
 */
export async function ratedTogether(db: Db, on: Day, validityYears: number): Promise<RatedTogether[]> {
  const { rows } = await sql<{ competency: CompetencyCode; pattern: string; persons: number }>`
    with standing as (
      select distinct on (person_id, competency_code, rater_kind, rater_person_id)
        person_id, competency_code, rater_kind, level
      from assessment
      where assessed_on <= ${on} and assessed_on > ${addYears(on, -validityYears)}
      order by person_id, competency_code, rater_kind, rater_person_id, assessed_on desc, id desc
    ),
    together as (
      select competency_code, string_agg(rater_kind || ':' || level, ' ' order by rater_kind, level) as pattern
      from standing group by person_id, competency_code having count(*) >= 2
    )
    select competency_code as competency, pattern, count(*) as persons
    from together group by competency_code, pattern order by competency_code, pattern`.execute(db)
  return rows.map(({ competency, pattern, persons }) => ({
    competency,
    persons,
    ratings: pattern.split(' ').map((part) => {
      const [kind, level] = part.split(':') as [RaterKind, string]
      return { kind, level: Number(level) }
    }),
  }))
}

export async function replacePrecision(db: Db, precisions: readonly Precision[], at: Date): Promise<void> {
  await db.deleteFrom('rating_precision').execute()
  if (precisions.length === 0) return
  await db
    .insertInto('rating_precision')
    .values(
      precisions.map(({ competency, raters, error, alpha, kappa, icc }) => ({
        competency_code: competency,
        raters,
        standard_error: error.known ? error.value.standardError : null,
        degrees_of_freedom: error.known ? error.value.degreesOfFreedom : null,
        unknown_reason: error.known ? null : error.reason,
        alpha,
        kappa,
        icc,
        targets: error.targets,
        computed_at: at.toISOString(),
      })),
    )
    .execute()
}

const selectPrecision = (db: Db) =>
  db
    .selectFrom('rating_precision')
    .select([
      'competency_code as competency',
      'raters',
      'standard_error as standardError',
      'degrees_of_freedom as degreesOfFreedom',
      'unknown_reason as unknownReason',
      'alpha',
      'kappa',
      'icc',
      'targets',
      'computed_at as computedAt',
    ])
    .execute()

export type PrecisionRow = Awaited<ReturnType<typeof selectPrecision>>[number]

// A figure of the whole city, the same for every reader and renewed by a computation.
const precisions = new Kept<PrecisionRow[]>({ milliseconds: 30_000 })

export const precisionRows = (db: Db): Promise<PrecisionRow[]> => precisions.of(db, 'city', () => selectPrecision(db))

export const tableOf = (rows: readonly PrecisionRow[]): PrecisionTable =>
  new Map(
    rows.map((row) => [
      row.competency,
      row.standardError === null || row.degreesOfFreedom === null
        ? { known: false, reason: row.unknownReason ?? 'too-few-targets', targets: row.targets }
        : {
            known: true,
            value: { standardError: row.standardError, degreesOfFreedom: row.degreesOfFreedom },
            targets: row.targets,
          },
    ]),
  )
