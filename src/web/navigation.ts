import type { Role } from '../shared/roles.ts'
import { type Me, may } from './account/session.ts'
import { screens } from './screens.ts'

/** The screens of this account's navigation, in order. */
export const navigationOf = (me: Me) =>
  screens
    .flatMap((s) =>
      s.navigation && may(me, s.permission) && startsFrom(me, s.navigation) ? [{ path: s.path, ...s.navigation }] : [],
    )
    .toSorted((a, b) => a.order - b.order)

const startsFrom = (me: Me, { roles }: { roles?: readonly Role[] }): boolean =>
  roles === undefined || me.roles.some(({ role }) => roles.includes(role))
