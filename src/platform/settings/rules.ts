import type * as z from 'zod'
import type { Db } from '../db/open.ts'
import type { Ctx } from '../http/context.ts'

export type SettingValue = string | number | boolean

/** One setting, declared where it is used and registered in `app.ts`. */
export interface SettingDefinition<V extends SettingValue = SettingValue> {
  /** `feature.name`; its row in the table `setting`. */
  key: string
  /** Message key of its title; `<words>.lead` says what it does, `<words>.option.<value>` names a choice. */
  words: string
  schema: z.ZodType<V>
  unlessSet: V
  /** Choices that only the database knows; a value outside them is refused. */
  options?(db: Db): Promise<readonly { value: string; label: string }[]>
  /** What a change sets going, in its transaction; the number of a job that was started. */
  changed?(ctx: Ctx, value: V): Promise<string | null>
}

export interface Shape {
  kind: 'choice' | 'number' | 'switch' | 'text'
  choices: readonly string[]
  least: number | null
  most: number | null
}

/** How a value of this JSON schema is best asked for. */
export function shapeOf(schema: Record<string, unknown>): Shape {
  const number = (name: string) => (typeof schema[name] === 'number' ? schema[name] : null)
  const shape = { choices: [], least: number('minimum'), most: number('maximum') }
  if (Array.isArray(schema.enum)) return { ...shape, kind: 'choice', choices: schema.enum.map(String) }
  if (schema.type === 'boolean') return { ...shape, kind: 'switch' }
  if (schema.type === 'number' || schema.type === 'integer') return { ...shape, kind: 'number' }
  return { ...shape, kind: 'text' }
}
