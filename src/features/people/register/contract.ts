import * as z from 'zod'
import { list, query } from '../../../shared/contract.ts'
import { unitId } from '../../../shared/ids.ts'
import { pageOf, paging } from '../../../shared/lists.ts'

export const employment = z.enum(['PNS', 'CPNS', 'PPPK'])
export const postKind = z.enum(['structural', 'functional', 'general'])

/** One line of the register. Names of codes are the national ones. */
export const registerRow = z.object({
  personId: z.number(),
  nip: z.string(),
  name: z.string(),
  fullName: z.string(),
  employment,
  statusCode: z.string(),
  statusName: z.string(),
  active: z.boolean(),
  unitId: z.number().nullable(),
  unitName: z.string().nullable(),
  postTitle: z.string().nullable(),
  postKind: postKind.nullable(),
  echelonName: z.string().nullable(),
  functionalLevelName: z.string().nullable(),
  gradeName: z.string().nullable(),
  educationName: z.string().nullable(),
  sex: z.enum(['M', 'F']),
  bornOn: z.string(),
  retiresOn: z.string().nullable(),
})

export const columns = [
  { field: 'nip', heading: 'people.column.nip' },
  { field: 'fullName', heading: 'people.column.name' },
  { field: 'employment', heading: 'people.column.employment' },
  { field: 'statusName', heading: 'people.column.status' },
  { field: 'unitName', heading: 'people.column.unit' },
  { field: 'postTitle', heading: 'people.column.post' },
  { field: 'echelonName', heading: 'people.column.echelon' },
  { field: 'functionalLevelName', heading: 'people.column.functional-level' },
  { field: 'gradeName', heading: 'people.column.grade' },
  { field: 'educationName', heading: 'people.column.education' },
  { field: 'bornOn', heading: 'people.column.born' },
  { field: 'retiresOn', heading: 'people.column.retires' },
]

export const registerSort = z.enum(['name', 'nip', 'unit', 'post', 'grade', 'echelon', 'born', 'retires'])
export const sorted = { ...paging, sort: registerSort.default('name') }

/** An empty field of a form means no filter. */
const filter = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

export const registerOperations = {
  register: list({
    permission: 'people.read',
    summary: 'The register: the civil servants whom the actor may see, searched by name, NIP or post.',
    input: z.object({
      ...sorted,
      search: z.string().max(100).optional(),
      unitId: filter(unitId).describe('This unit with everything below it.'),
      employment: filter(employment),
      postKind: filter(postKind),
      echelonCode: filter(z.string().max(2)),
      functionalLevel: filter(z.string().max(2)),
      gradeCode: filter(z.string().max(5)),
      status: filter(z.enum(['active', 'inactive', 'all'])).transform((status) => status ?? 'active'),
    }),
    output: pageOf(registerRow),
    columns,
  }),
  search: query({
    permission: 'people.read',
    summary: 'The eight best persons and units for what is being typed.',
    input: z.object({ search: z.string().max(100) }),
    output: z.object({
      persons: z.array(
        z.object({
          personId: z.number(),
          nip: z.string(),
          fullName: z.string(),
          postTitle: z.string().nullable(),
          unitName: z.string().nullable(),
        }),
      ),
      units: z.array(z.object({ unitId: z.number(), name: z.string(), parentName: z.string().nullable() })),
    }),
  }),
}
