import type { ProgrammeId } from '../../../../shared/ids.ts'
import type { CompetencyCode } from '../../../competency/rules.ts'
import { type Audience, prerequisiteCircle } from '../rules.ts'

/** What an officer writes down; effects that an evaluation measured are not among its effects. */
export interface ProgrammeDraft {
  programmeId?: ProgrammeId | undefined
  code: string
  form: string
  lessonHours: number
  weeks: number
  fixedRupiah: number
  seatRupiah: number
  minSeats: number
  maxSeats: number
  mostSessions: number
  audience: Audience
  prerequisiteId: ProgrammeId | null
  effects: readonly { competency: CompetencyCode; gain: number; standardError: number }[]
}

/** What the draft must agree with. */
export interface Catalogue {
  programmes: readonly {
    programmeId: ProgrammeId
    code: string
    name: string
    prerequisiteId: ProgrammeId | null
    retired: boolean
  }[]
  forms: ReadonlySet<string>
  competencies: ReadonlySet<CompetencyCode>
  echelons: ReadonlySet<string>
  functionalLevels: ReadonlySet<string>
  /** Competencies whose effect of this very programme an evaluation has measured. */
  measured: ReadonlySet<CompetencyCode>
}

/** A mistake at a place of the input; `words` is the key of its reason. */
export interface Fault {
  path: string
  words: FaultWords
  params: Record<string, string | number>
}

export const faultWords = [
  'planning.programme-fault.between',
  'planning.programme-fault.seats',
  'planning.programme-fault.cost-negative',
  'planning.programme-fault.form-unknown',
  'planning.programme-fault.echelon-unknown',
  'planning.programme-fault.level-unknown',
  'planning.programme-fault.competency-unknown',
  'planning.programme-fault.competency-twice',
  'planning.programme-fault.competency-measured',
  'planning.programme-fault.code-taken',
  'planning.programme-fault.prerequisite-unknown',
  'planning.programme-fault.prerequisite-retired',
  'planning.programme-fault.prerequisite-circle',
] as const
type FaultWords = (typeof faultWords)[number]

const ranges = {
  lessonHours: [1, 1000],
  weeks: [1, 26],
  minSeats: [1, 5000],
  maxSeats: [1, 5000],
  mostSessions: [1, 50],
} as const
const most = { gain: 4, standardError: 4 } as const

/** Everything that is wrong with a draft, each with its place; nothing when it can be kept. */
export const faultsOf = (draft: ProgrammeDraft, catalogue: Catalogue): Fault[] => [
  ...numbers(draft),
  ...audience(draft, catalogue),
  ...effects(draft, catalogue),
  ...place(draft, catalogue),
]

const fault = (path: string, words: string, params: Fault['params'] = {}): Fault => ({
  path,
  words: `planning.programme-fault.${words}` as FaultWords,
  params,
})

function numbers(draft: ProgrammeDraft): Fault[] {
  const fields = Object.keys(ranges) as (keyof typeof ranges)[]
  const outside = fields.filter((field) => draft[field] < ranges[field][0] || draft[field] > ranges[field][1])
  return [
    ...outside.map((field) => fault(field, 'between', { least: ranges[field][0], most: ranges[field][1] })),
    ...(outside.length === 0 && draft.maxSeats < draft.minSeats
      ? [fault('maxSeats', 'seats', { least: draft.minSeats, most: draft.maxSeats })]
      : []),
    ...(['fixedRupiah', 'seatRupiah'] as const)
      .filter((field) => draft[field] < 0)
      .map((field) => fault(field, 'cost-negative')),
  ]
}

const audience = (
  { audience: { echelons = [], functionalLevels = [] } }: ProgrammeDraft,
  known: Catalogue,
): Fault[] => [
  ...echelons
    .filter((code) => !known.echelons.has(code))
    .map((code) => fault('audience.echelons', 'echelon-unknown', { code })),
  ...functionalLevels
    .filter((code) => !known.functionalLevels.has(code))
    .map((code) => fault('audience.functionalLevels', 'level-unknown', { code })),
]

const effects = ({ effects: stated }: ProgrammeDraft, { competencies, measured }: Catalogue): Fault[] =>
  stated.flatMap((effect, i) => {
    const { competency: code } = effect
    const at = `effects.${i}.competency`
    const sizes = (['gain', 'standardError'] as const).filter((size) => effect[size] < 0 || effect[size] > most[size])
    return [
      ...(competencies.has(code) ? [] : [fault(at, 'competency-unknown', { code })]),
      ...(measured.has(code) ? [fault(at, 'competency-measured', { code })] : []),
      ...(stated.findIndex((one) => one.competency === code) < i ? [fault(at, 'competency-twice', { code })] : []),
      ...sizes.map((size) => fault(`effects.${i}.${size}`, 'between', { least: 0, most: most[size] })),
    ]
  })

function place({ programmeId, code, form, prerequisiteId }: ProgrammeDraft, { programmes, forms }: Catalogue): Fault[] {
  const taken = programmes.find((one) => one.code === code && one.programmeId !== programmeId)
  return [
    ...(forms.has(form) ? [] : [fault('form', 'form-unknown', { code: form })]),
    ...(taken ? [fault('code', 'code-taken', { code, name: taken.name })] : []),
    ...prerequisite(programmeId, prerequisiteId, programmes),
  ]
}

function prerequisite(
  programmeId: ProgrammeId | undefined,
  prerequisiteId: ProgrammeId | null,
  programmes: Catalogue['programmes'],
): Fault[] {
  if (prerequisiteId === null) return []
  const byId = new Map(programmes.map((one) => [one.programmeId, one]))
  const first = byId.get(prerequisiteId)
  if (!first) return [fault('prerequisiteId', 'prerequisite-unknown')]
  const needs = new Map(programmes.map((one) => [one.programmeId, one.prerequisiteId]))
  const circle = programmeId === undefined ? undefined : prerequisiteCircle(programmeId, prerequisiteId, needs)
  if (circle) {
    const members = [...circle, circle[0]!].map((id) => byId.get(id)?.name ?? '').join(' → ')
    return [fault('prerequisiteId', 'prerequisite-circle', { members })]
  }
  return first.retired ? [fault('prerequisiteId', 'prerequisite-retired', { name: first.name })] : []
}
