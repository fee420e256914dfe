import { type Implementation, implement } from '../http/implement.ts'
import { settings } from './contract.ts'
import type { SettingDefinition } from './rules.ts'
import { editSetting, listSettings, restoreSetting } from './service.ts'

export const settingsRoutes = (definitions: readonly SettingDefinition[]): Implementation =>
  implement(settings, {
    list: (ctx) => listSettings(ctx, definitions),
    edit: (ctx, input) => editSetting(ctx, input, definitions),
    restore: (ctx, input) => restoreSetting(ctx, input, definitions),
  })
