import { type Actor, reachOf } from '../../../../shared/actor.ts'
import type { AccountId, PlanId, UnitId } from '../../../../shared/ids.ts'
import type { Db } from '../../../../platform/db/open.ts'

type Stance = 'agrees' | 'asks' | 'objects'

/** Comments that the actor may see: all for the city, else those of the own offices. */
const commentsVisibleTo = (db: Db, actor: Actor) => {
  const reach = reachOf(actor, 'planning.comment')
  return db
    .selectFrom('plan_comment as c')
    .where((w) =>
      reach.city ? w.lit(true) : reach.offices.length === 0 ? w.lit(false) : w('c.unit_id', 'in', reach.offices),
    )
}

export async function commentsOn(db: Db, actor: Actor, planId: PlanId, limit: number, offset: number) {
  const matching = commentsVisibleTo(db, actor).where('c.plan_id', '=', planId)
  const rows = await matching
    .leftJoin('unit', 'unit.id', 'c.unit_id')
    .leftJoin('account', 'account.id', 'c.account_id')
    .select([
      'c.id as commentId',
      'unit.name as unitName',
      'account.name as by',
      'c.stance',
      'c.text',
      'c.recorded_at as at',
    ])
    .orderBy('c.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await matching.select((s) => s.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}

export async function insertComment(
  db: Db,
  one: { planId: PlanId; unitId: UnitId; stance: Stance; text: string; accountId: AccountId },
): Promise<number> {
  const { id } = await db
    .insertInto('plan_comment')
    .values({
      plan_id: one.planId,
      unit_id: one.unitId,
      stance: one.stance,
      text: one.text,
      account_id: one.accountId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
