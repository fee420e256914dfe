/**
 * Who may do what, and how far it reaches. `self` is the person's own record, `team` those whose supervisor they are,
 * `office` a unit with everything below it, `city` all. `docs/permissions.md` is generated from this table and the
 * contracts, so every change of a permission is a visible difference.
 */
export const scopes = ['self', 'team', 'office', 'city'] as const
export type Scope = (typeof scopes)[number]

export const roles = ['employee', 'supervisor', 'head', 'officer', 'leader', 'integrity', 'admin'] as const
export type Role = (typeof roles)[number]

/** Roles that follow from the register and are never granted by hand. */
export const derivedRoles: readonly Role[] = ['employee', 'supervisor']

const grants = {
  'account.manage': { admin: 'city' },
  'audit.read': { admin: 'city', integrity: 'city' },
  'job.read': { officer: 'city', admin: 'city' },
  'people.read': {
    employee: 'self',
    supervisor: 'team',
    head: 'office',
    officer: 'city',
    leader: 'city',
    integrity: 'city',
    admin: 'city',
  },
  'people.correct': { officer: 'city', admin: 'city' },
  'people.erase': { admin: 'city' },
  'people.import': { officer: 'city', admin: 'city' },
  'people.sanctions': { employee: 'self', officer: 'city', integrity: 'city' },
  'competency.read': { employee: 'self', supervisor: 'team', head: 'office', officer: 'city', leader: 'city' },
  'competency.assess': { employee: 'self', supervisor: 'team', officer: 'city' },
  'competency.standards': { officer: 'city' },
  'index.read': { employee: 'self', supervisor: 'team', head: 'office', officer: 'city', leader: 'city' },
  'index.manage': { officer: 'city' },
  'planning.read': { employee: 'self', supervisor: 'team', head: 'office', officer: 'city', leader: 'city' },
  'planning.needs': { head: 'office', officer: 'city', leader: 'city' },
  'planning.request': { employee: 'self', supervisor: 'team', head: 'office', officer: 'city', leader: 'city' },
  'planning.manage': { officer: 'city' },
  'planning.comment': { head: 'office', officer: 'city' },
  'planning.approve': { leader: 'city' },
  'settings.edit': { admin: 'city' },
} as const satisfies Record<string, Partial<Record<Role, Scope>>>

export type Permission = keyof typeof grants
export const permissions = Object.keys(grants) as Permission[]

/** How far a role carries a permission; undefined when it does not have it. */
export const scopeOf = (role: Role, permission: Permission): Scope | undefined =>
  (grants[permission] as Partial<Record<Role, Scope>>)[role]
