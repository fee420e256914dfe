import * as z from 'zod'
import type { SettingDefinition } from '../settings/rules.ts'

const period = (series: string, schema: z.ZodType<number>, unlessSet: number): SettingDefinition<number> => ({
  key: `retention.${series}`,
  words: `retention.${series}`,
  schema,
  unlessSet,
})

const days = (series: string, unlessSet: number) => period(series, z.number().int().min(1).max(3650), unlessSet)
const years = (series: string) => period(series, z.number().int().min(0).max(100), 0)

/**
 * How long each series is kept, in days or years, as docs/personal-data.md lists them. Traces of work have a figure of
 * our own (D); for personnel records Peraturan ANRI 22/2017 orders a schedule whose years the agency enters, and 0
 * keeps them until it has.
 */
export const retention = {
  jobs: days('jobs', 90),
  accounts: days('accounts', 30),
  imports: days('imports', 365),
  assessments: years('assessments'),
  index: years('index'),
} as const
