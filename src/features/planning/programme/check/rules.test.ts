import { describe, expect, it, test } from 'vitest'
import { sayIn } from '../../../../platform/words/words.ts'
import type { ProgrammeId } from '../../../../shared/ids.ts'
import { type Catalogue, faultsOf, faultWords, type ProgrammeDraft } from './rules.ts'

const id = (n: number) => n as ProgrammeId
const programmes = [
  { programmeId: id(1), code: 'SS-1', name: 'Dasar', prerequisiteId: null, retired: false },
  { programmeId: id(2), code: 'SS-2', name: 'Lanjutan', prerequisiteId: id(1), retired: false },
  { programmeId: id(3), code: 'SS-3', name: 'Mahir', prerequisiteId: id(2), retired: false },
  { programmeId: id(4), code: 'SS-4', name: 'Lama', prerequisiteId: null, retired: true },
]
const catalogue: Catalogue = {
  programmes,
  forms: new Set(['B7', 'C1']),
  competencies: new Set(['M.2', 'M.3']),
  echelons: new Set(['41']),
  functionalLevels: new Set(['MU']),
  measured: new Set(['M.2']),
}
const draft: ProgrammeDraft = {
  code: 'SS-9',
  form: 'B7',
  lessonHours: 10,
  weeks: 1,
  fixedRupiah: 0,
  seatRupiah: 0,
  minSeats: 10,
  maxSeats: 30,
  mostSessions: 4,
  audience: {},
  prerequisiteId: null,
  effects: [{ competency: 'M.3', gain: 0.5, standardError: 0.3 }],
}

describe('faultsOf', () => {
  it('finds nothing wrong with a good draft', () => {
    expect(faultsOf(draft, catalogue)).toEqual([])
    expect(faultsOf({ ...draft, programmeId: id(2), code: 'SS-2', prerequisiteId: id(1) }, catalogue)).toEqual([])
    expect(faultsOf({ ...draft, minSeats: 30, effects: [], audience: { echelons: ['41'] } }, catalogue)).toEqual([])
  })

  test.each<[Partial<ProgrammeDraft>, string, string]>([
    [{ lessonHours: 0 }, 'lessonHours', 'between'],
    [{ lessonHours: 1001 }, 'lessonHours', 'between'],
    [{ weeks: 27 }, 'weeks', 'between'],
    [{ mostSessions: 51 }, 'mostSessions', 'between'],
    [{ minSeats: 0 }, 'minSeats', 'between'],
    [{ minSeats: 31 }, 'maxSeats', 'seats'],
    [{ fixedRupiah: -1 }, 'fixedRupiah', 'cost-negative'],
    [{ seatRupiah: -1 }, 'seatRupiah', 'cost-negative'],
    [{ form: 'B3' }, 'form', 'form-unknown'],
    [{ audience: { echelons: ['41', '77'] } }, 'audience.echelons', 'echelon-unknown'],
    [{ audience: { functionalLevels: ['XX'] } }, 'audience.functionalLevels', 'level-unknown'],
    [{ effects: [{ competency: 'X.1', gain: 1, standardError: 0 }] }, 'effects.0.competency', 'competency-unknown'],
    [{ effects: [...draft.effects, ...draft.effects] }, 'effects.1.competency', 'competency-twice'],
    [{ effects: [{ competency: 'M.2', gain: 1, standardError: 0 }] }, 'effects.0.competency', 'competency-measured'],
    [{ effects: [{ competency: 'M.3', gain: 4.1, standardError: 0 }] }, 'effects.0.gain', 'between'],
    [{ effects: [{ competency: 'M.3', gain: 1, standardError: -0.1 }] }, 'effects.0.standardError', 'between'],
    [{ code: 'SS-1' }, 'code', 'code-taken'],
    [{ programmeId: id(2), code: 'SS-1' }, 'code', 'code-taken'],
    [{ prerequisiteId: id(99) }, 'prerequisiteId', 'prerequisite-unknown'],
    [{ prerequisiteId: id(4) }, 'prerequisiteId', 'prerequisite-retired'],
    [{ programmeId: id(1), code: 'SS-1', prerequisiteId: id(1) }, 'prerequisiteId', 'prerequisite-circle'],
    [{ programmeId: id(1), code: 'SS-1', prerequisiteId: id(3) }, 'prerequisiteId', 'prerequisite-circle'],
  ])('%j is refused at %s', (change, path, words) => {
    const found = faultsOf({ ...draft, ...change }, catalogue)
    expect(found.map((fault) => [fault.path, fault.words])).toEqual([[path, `planning.programme-fault.${words}`]])
  })

  it('names every member of a circle in its order', () => {
    const [fault] = faultsOf({ ...draft, programmeId: id(1), code: 'SS-1', prerequisiteId: id(3) }, catalogue)
    expect(fault!.params).toEqual({ members: 'Dasar → Mahir → Lanjutan → Dasar' })
    expect(sayIn('id', fault!.words, fault!.params)).toContain('Dasar → Mahir → Lanjutan → Dasar')
  })

  it('tells all mistakes at once', () => {
    expect(faultsOf({ ...draft, form: 'Z1', weeks: 0, fixedRupiah: -5 }, catalogue)).toHaveLength(3)
  })

  it('has words for every mistake in both languages', () => {
    for (const words of faultWords)
      for (const language of ['id', 'en'] as const) expect(sayIn(language, words)).not.toBe(words)
  })
})
