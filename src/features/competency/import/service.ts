import { historyTarget } from '../../people/import/history/service.ts'
import type { ImportKind, Screen } from '../../people/import/kind/rules.ts'
import { codesEver } from './queries.ts'
import { carriesAssessments, competencyColumn, raterColumn, readAssessment } from './rules.ts'
import '../tables.ts'

/** `asesmen`: ratings from outside, by whoever gave them. Nothing that stands is changed by a file. */
export const assessmentImport: ImportKind = {
  name: 'asesmen',
  order: 25,
  permission: 'competency.read',
  matches: carriesAssessments,
  read: readAssessment,
  target: {
    ...historyTarget(
      {
        record: 'assessment',
        table: 'assessment',
        facts: ['competencyCode', 'level', 'raterKind', 'raterNip', 'assessedOn', 'note'],
        persons: { raterNip: 'rater_person_id' },
        appendOnly: true,
      },
      { raterNip: raterColumn },
    ),
    screen: knownCompetencies,
  },
}

/** A competency that no dictionary describes is refused: nobody could say what its levels mean. */
function knownCompetencies(): Screen {
  return {
    async judge(db, rows) {
      const known = await codesEver(db)
      for (const { facts, reasons } of rows) {
        const value = String(facts.competencyCode)
        if (!known.has(value))
          reasons.push({
            code: 'import.code-unknown',
            column: competencyColumn,
            value,
            params: { table: competencyColumn },
          })
      }
    },
  }
}
