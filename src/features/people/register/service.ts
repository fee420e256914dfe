import type * as z from 'zod'
import type { Ctx } from '../../../platform/http/context.ts'
import { echelon, educationLevel, functionalLevel, grade, legalStatus } from '../naming/rules.ts'
import { fullName } from '../person/rules.ts'
import { isActive } from '../status/rules.ts'
import type { registerRow } from './contract.ts'
import { type Page, personsFound, type RegisterFilter, registerRows, registerTotal, unitsFound } from './queries.ts'
import { searchWords } from './rules.ts'

export { settleRegister } from '../settle/service.ts'

export type Line = Awaited<ReturnType<typeof registerRows>>[number]

/** A line of the register with codes called by name. */
export const inWords = (line: Line): z.output<typeof registerRow> => ({
  ...line,
  fullName: fullName(line),
  statusName: legalStatus(line.statusCode)!.name,
  active: isActive(line.statusCode),
  echelonName: echelon(line.echelonCode)?.name ?? null,
  functionalLevelName: functionalLevel(line.functionalLevel)?.name ?? null,
  gradeName: grade(line.gradeCode)?.name ?? null,
  educationName: educationLevel(line.educationCode)?.name ?? null,
})

/** One page of the register. A question without a single letter or digit asks for everybody. */
export async function register(
  { db, actor }: Ctx,
  {
    search = '',
    limit,
    offset,
    sort,
    direction,
    ...filters
  }: Omit<RegisterFilter, 'words'> & Page & { search?: string | undefined },
) {
  const page = { limit, offset, sort, direction }
  const filter = { ...filters, words: searchWords(search) }
  const rows = await registerRows(db, actor, filter, page)
  return { rows: rows.map(inWords), total: await registerTotal(db, actor, filter, page, rows.length) }
}

const fewestLetters = 2

export async function search({ db, actor }: Ctx, input: { search: string }) {
  const words = searchWords(input.search)
  if (words.join('').length < fewestLetters) return { persons: [], units: [] }
  const persons = await personsFound(db, actor, words)
  return {
    persons: persons.map((p) => ({ ...p, fullName: fullName(p) })),
    units: await unitsFound(db, actor, words),
  }
}
