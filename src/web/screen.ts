import type { ComponentType } from 'react'
import type { Permission, Role } from '../shared/roles.ts'
import type { PlaceIcon } from './kit/placeIcons.ts'

/** What the application knows of a screen before it is loaded. */
export interface Screen {
  /** Address in Bahasa Indonesia: `/pegawai/$personId`. */
  path: string
  /** Features whose words must be here before the screen is shown. */
  words: readonly string[]
  load: () => Promise<{ default: ComponentType }>
  /** Without it the screen is a forbidden page, and its place in the navigation is absent. */
  permission?: Permission
  /** `label` is a key of the floor's own words (`web.navigation.…`), which are always loaded. */
  navigation?: {
    label: string
    icon: PlaceIcon
    order: number
    /** For whom this is a place to start from; whoever else holds the permission comes by a link. */
    roles?: readonly Role[]
  }
  /** `plain`: without the shell. `open`: also without an account. */
  frame?: 'plain'
  open?: boolean
}

export const overseers: readonly Role[] = ['head', 'officer', 'leader', 'integrity', 'admin']

/** Whoever reaches over an office or the city in what people can and are. */
export const leaders: readonly Role[] = ['head', 'officer', 'leader']
