import type { Ctx } from '../../../platform/http/context.ts'
import { sayIn } from '../../../platform/words/words.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { mayPickByDiscipline } from '../access.ts'
import { type Filter, scoresFor, type sortable } from './queries.ts'

export async function listScores({ db, actor }: Ctx, { limit, offset, sort, direction, ...filter }: Filter & Page) {
  const byDiscipline = filter.dimension === 'discipline' || sort === 'discipline'
  if (byDiscipline && !mayPickByDiscipline(actor)) throw new Refusal('index.discipline-not-pickable', 403)
  const page = await scoresFor(db, actor, filter, { limit, offset, sort, direction })
  return {
    total: page.total,
    rows: page.rows.map((row) => ({
      ...row,
      categoryText: sayIn(actor.language, `index.category.${row.category}`),
    })),
  }
}

interface Page {
  limit: number
  offset: number
  sort: keyof typeof sortable
  direction: 'asc' | 'desc'
}
