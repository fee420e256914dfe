import type { Generated } from 'kysely'
import type { Instant } from '../../platform/db/tables.ts'
import type { Json } from '../../platform/tables.ts'
import type { Day } from '../../shared/dates.ts'
import type { ImportId, PersonId, UnitId } from '../../shared/ids.ts'
import type { LocalFields } from '../people/merge/rules.ts'
import type { StoredFacts } from './facts/stored/rules.ts'
import type { Category } from './ruleset/rules.ts'
import type { Unmeasured } from './scoring/rules.ts'
import type { UnitSummary } from './unit/rules.ts'

declare module '../../platform/db/tables.ts' {
  interface Tables {
    index_result: {
      person_id: PersonId
      unit_id: UnitId | null
      year: number
      rule_set: string
      rule_set_version: number
      on_day: Day
      qualification: number
      competence: number
      performance: number
      discipline: number
      total: number
      category: Category
      measured: boolean
      not_measured_because: Unmeasured | null
      facts: Json<StoredFacts>
      computed_at: Generated<Instant>
    }
    index_official: {
      id: Generated<number>
      person_id: PersonId
      record_key: string
      year: number
      qualification: number | null
      competence: number | null
      performance: number | null
      discipline: number | null
      total: number
      stated_on: Day | null
      source: Generated<'national' | 'local'>
      import_id: ImportId | null
      recorded_at: Generated<Instant>
      local: Generated<Json<LocalFields>>
      version: Generated<number>
    }
    unit_index: { unit_id: UnitId | null; year: number; rule_set: string; summary: Json<UnitSummary> }
  }
}
