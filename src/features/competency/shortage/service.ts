import type { Ctx } from '../../../platform/http/context.ts'
import { sayIn } from '../../../platform/words/words.ts'
import { competencyRulesOn } from '../parameters/queries.ts'
import { type GapFilter, gapsMatching } from './queries.ts'

export async function listGaps({ db, actor, today }: Ctx, filter: GapFilter) {
  const { competencies } = await competencyRulesOn(db, today)
  const { rows, total } = await gapsMatching(db, actor, filter)
  const say = (key: string) => sayIn(actor.language, `competency.${key}`)
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      competencyName: competencies.get(row.competency)?.name[actor.language] ?? row.competency,
      bandWords: row.band && say(`gap.band.${row.band}`),
      certaintyWords: say(`gap.certainty.${row.certainty}`),
      raterWords: row.raterKind && say(`rater.${row.raterKind}`),
    })),
  }
}
