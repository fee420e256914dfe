import type { Ctx } from '../../../platform/http/context.ts'
import type { UnitId } from '../../../shared/ids.ts'
import { Refusal } from '../../../shared/refusal.ts'
import { educationLevel, gradesInOrder } from '../naming/rules.ts'
import { fullName } from '../person/rules.ts'
import type { CountedBy } from '../headcount/rules.ts'
import { maySee, unitPage, unitTree } from './queries.ts'

/** The tree of what the actor may see; a unit whose parent is not seen is a root of it. */
export async function units({ db, actor }: Ctx) {
  const rows = await unitTree(db, actor)
  const seen = new Set(rows.map((row) => row.unitId))
  return {
    units: rows.map((row) => ({ ...row, parentId: row.parentId && seen.has(row.parentId) ? row.parentId : null })),
  }
}

export async function unit({ db, actor }: Ctx, input: { unitId: UnitId }) {
  const page = await unitPage(db, actor, input.unitId)
  if (!page) throw new Refusal('people.unit-unknown', 404)
  const by = (what: CountedBy) =>
    (page.counts ?? [])
      .filter((row) => row.by === what)
      .map(({ key, persons }) => ({ key, persons, name: what === 'education' ? nameOfEducation(key) : key }))
      .toSorted((a, b) => orderOf(what, a.key) - orderOf(what, b.key) || (a.key ?? '~').localeCompare(b.key ?? '~'))
  return {
    ...page,
    head: page.head && {
      ...page.head,
      fullName: fullName(page.head),
      personId: (await maySee(db, actor, page.head.personId)) ? page.head.personId : null,
    },
    persons: page.persons ?? 0,
    byEmployment: by('employment'),
    byPostKind: by('postKind'),
    byEducation: by('education'),
    bySex: by('sex'),
    byGradeGroup: by('gradeGroup'),
  }
}

const nameOfEducation = (code: string | null) => educationLevel(code)?.name ?? null

const groups = ['PNS I', 'PNS II', 'PNS III', 'PNS IV']
const kinds: readonly string[] = ['PNS', 'CPNS', 'PPPK', 'structural', 'functional', 'general']

/** Grades stand as the law orders them; the unknown last. */
function orderOf(what: CountedBy, key: string | null): number {
  if (key === null) return 1000
  if (what === 'gradeGroup')
    return key.startsWith('PNS') ? groups.indexOf(key) : 100 + gradesInOrder.indexOf(key.slice(5))
  return kinds.indexOf(key)
}
