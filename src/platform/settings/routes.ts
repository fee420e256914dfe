import { type Implementation, implement } from '../http/implement.ts'
import { settings } from './contract.ts'
import { firstPasswordDays } from '../account/firstPassword.ts'
import { retention } from '../retention/rules.ts'
import type { SettingDefinition } from './rules.ts'
import { editSetting, listSettings, restoreSetting } from './service.ts'

/** The floor's own settings stand below those of the features. */
export function settingsRoutes(features: readonly SettingDefinition[]): Implementation {
  const definitions: SettingDefinition[] = [...features, firstPasswordDays, ...Object.values(retention)]
  return implement(settings, {
    list: (ctx) => listSettings(ctx, definitions),
    edit: (ctx, input) => editSetting(ctx, input, definitions),
    restore: (ctx, input) => restoreSetting(ctx, input, definitions),
  })
}
