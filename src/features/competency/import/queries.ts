import { sql } from 'kysely'
import type { Db } from '../../../platform/db/open.ts'
import { ruleSetPrefix } from '../parameters/rules.ts'
import type { CompetencyCode } from '../rules.ts'

/** Every competency that any dictionary ever described: an old assessment may name one that is out of use today. */
export async function codesEver(db: Db): Promise<Set<CompetencyCode>> {
  const { rows } = await sql<{ code: CompetencyCode }>`
    select distinct c ->> 'code' as code
    from rule_set, jsonb_array_elements(body -> 'competencies') c
    where starts_with(name, ${ruleSetPrefix.dictionary})`.execute(db)
  return new Set(rows.map((row) => row.code))
}
