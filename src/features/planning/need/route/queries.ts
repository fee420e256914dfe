import type { AccountId, UnitId } from '../../../../shared/ids.ts'
import type { Db } from '../../../../platform/db/open.ts'
import type { CompetencyCode } from '../../../competency/rules.ts'
import type { NeedRoute } from '../rules.ts'
import '../../tables.ts'

export interface NeedKey {
  year: number
  competency: CompetencyCode
  unitId: UnitId
}

export const routesOf = (db: Db, year: number) =>
  db
    .selectFrom('need_route')
    .where('year', '=', year)
    .select(['competency_code as competency', 'unit_id as unitId', 'route', 'reason', 'decided_at as decidedAt'])
    .execute()

export const routeOf = (db: Db, { year, competency, unitId }: NeedKey) =>
  db
    .selectFrom('need_route')
    .where('year', '=', year)
    .where('competency_code', '=', competency)
    .where('unit_id', '=', unitId)
    .select(['route', 'reason'])
    .executeTakeFirst()

export const saveRoute = (
  db: Db,
  { year, competency, unitId }: NeedKey,
  decision: { route: NeedRoute; reason: string; accountId: AccountId; at: Date },
) => {
  const values = {
    route: decision.route,
    reason: decision.reason,
    decided_by: decision.accountId,
    decided_at: decision.at.toISOString(),
  }
  return db
    .insertInto('need_route')
    .values({ year, competency_code: competency, unit_id: unitId, ...values })
    .onConflict((c) => c.columns(['year', 'competency_code', 'unit_id']).doUpdateSet(values))
    .execute()
}

export const removeRoute = (db: Db, { year, competency, unitId }: NeedKey) =>
  db
    .deleteFrom('need_route')
    .where('year', '=', year)
    .where('competency_code', '=', competency)
    .where('unit_id', '=', unitId)
    .execute()
