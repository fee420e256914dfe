import type { Ctx } from '../../../../platform/http/context.ts'
import { sayIn } from '../../../../platform/words/words.ts'
import { gapsAgainst } from '../../../competency/service.ts'
import { planningYear } from '../rules.ts'
import { standingOf } from '../voice/queries.ts'
import { peopleBehind, type PeopleFilter } from './queries.ts'

/** Who is behind a need. The gap against the post aimed at is computed for the page alone. */
export async function listNeedPeople(
  { db, actor, today }: Ctx,
  asked: Omit<PeopleFilter, 'year'> & { year?: number | undefined },
) {
  const filter = { ...asked, year: asked.year ?? planningYear(today) }
  const { rows, total } = await peopleBehind(db, actor, await standingOf(db, actor), filter, today)
  const aims = rows.flatMap(({ personId, aim }) => (aim === null ? [] : [{ personId, jobKind: aim }]))
  const against = new Map(
    (await gapsAgainst(db, aims, today))
      .filter(({ competency }) => competency === filter.competency)
      .map((gap) => [gap.personId, gap]),
  )
  const say = (key: string) => sayIn(actor.language, key)
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      certaintyWords: row.certainty && say(`competency.gap.certainty.${row.certainty}`),
      aimWords: row.aim && say(`competency.job-kind.${row.aim}`),
      aimRequired: against.get(row.personId)?.required ?? null,
      aimGap: against.get(row.personId)?.gap ?? null,
    })),
  }
}
