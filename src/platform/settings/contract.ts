import * as z from 'zod'
import { command, contract, query } from '../../shared/contract.ts'

const key = z.string().min(1).max(80)
const reason = z.string().trim().min(3).max(500)
const value = z.union([z.string().max(2000), z.number(), z.boolean()])

export const settings = contract('settings', {
  list: query({
    permission: 'settings.edit',
    summary: 'Every setting with its meaning, its value, who set it and when.',
    input: z.object({}),
    output: z.object({
      settings: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          lead: z.string(),
          kind: z.enum(['choice', 'number', 'switch', 'text']),
          value,
          valueText: z.string(),
          unlessSet: value,
          unlessSetText: z.string(),
          isSet: z.boolean(),
          options: z.array(z.object({ value: z.string(), label: z.string() })),
          least: z.number().nullable(),
          most: z.number().nullable(),
          setBy: z.string().nullable(),
          setAt: z.string().nullable(),
        }),
      ),
    }),
  }),
  edit: command({
    permission: 'settings.edit',
    summary: 'Gives a setting a value that its own schema accepts.',
    input: z.object({ key, value, reason }),
    output: z.object({ jobId: z.string().nullable() }),
  }),
  restore: command({
    permission: 'settings.edit',
    summary: 'Takes a set value away, so that the built-in one holds again.',
    input: z.object({ key, reason }),
    output: z.object({ jobId: z.string().nullable() }),
  }),
})
