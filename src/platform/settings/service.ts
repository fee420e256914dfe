import * as z from 'zod'
import { Refusal } from '../../shared/refusal.ts'
import type { Language } from '../../shared/words.ts'
import type { Db } from '../db/open.ts'
import { BadInput } from '../http/input.ts'
import type { Ctx } from '../http/context.ts'
import { sayIn } from '../words/words.ts'
import { removeSetting, saveSetting, settingRows } from './queries.ts'
import { type SettingDefinition, type SettingValue, shapeOf } from './rules.ts'

type Definitions = readonly SettingDefinition[]

export async function listSettings({ db, actor }: Ctx, definitions: Definitions) {
  const rows = await settingRows(
    db,
    definitions.map(({ key }) => key),
  )
  const settings = []
  for (const definition of definitions) {
    const row = rows.find(({ key }) => key === definition.key)
    const read = definition.schema.safeParse(row?.value)
    settings.push({
      ...(await described(db, definition, actor.language, read.success ? read.data : definition.unlessSet)),
      isSet: read.success,
      setBy: row?.setBy ?? null,
      setAt: row?.setAt ?? null,
    })
  }
  return { settings }
}

async function described(db: Db, definition: SettingDefinition, language: Language, value: SettingValue) {
  const shape = shapeOf(z.toJSONSchema(definition.schema, { io: 'input', unrepresentable: 'any' }))
  const options =
    (await definition.options?.(db)) ??
    shape.choices.map((choice) => ({
      value: choice,
      label: sayIn(language, `${definition.words}.option.${choice}`),
    }))
  const textOf = (one: SettingValue): string =>
    typeof one === 'boolean'
      ? sayIn(language, one ? 'floor.yes' : 'floor.no')
      : (options.find((option) => option.value === one)?.label ?? String(one))
  return {
    key: definition.key,
    title: sayIn(language, definition.words),
    lead: sayIn(language, `${definition.words}.lead`),
    kind: options.length > 0 ? ('choice' as const) : shape.kind,
    value,
    valueText: textOf(value),
    unlessSet: definition.unlessSet,
    unlessSetText: textOf(definition.unlessSet),
    options: [...options],
    least: shape.least,
    most: shape.most,
  }
}

export async function editSetting(
  ctx: Ctx,
  input: { key: string; value: SettingValue; reason: string },
  definitions: Definitions,
) {
  const { db, actor, now } = ctx
  ctx.subject(`setting:${input.key}`)
  const definition = known(definitions, input.key)
  const read = definition.schema.safeParse(input.value)
  if (!read.success) throw new BadInput([{ path: 'value', issue: read.error.issues[0]?.code ?? 'custom' }])
  const options = await definition.options?.(db)
  if (options && !options.some(({ value }) => value === read.data))
    throw new BadInput([{ path: 'value', issue: 'invalid_value' }])
  await saveSetting(db, { key: input.key, value: read.data, by: actor.accountId, at: now })
  return { jobId: (await definition.changed?.(ctx, read.data)) ?? null }
}

export async function restoreSetting(ctx: Ctx, { key }: { key: string }, definitions: Definitions) {
  ctx.subject(`setting:${key}`)
  const definition = known(definitions, key)
  await removeSetting(ctx.db, key)
  return { jobId: (await definition.changed?.(ctx, definition.unlessSet)) ?? null }
}

function known(definitions: Definitions, key: string): SettingDefinition {
  const definition = definitions.find((one) => one.key === key)
  if (!definition) throw new Refusal('settings.unknown', 404)
  return definition
}
