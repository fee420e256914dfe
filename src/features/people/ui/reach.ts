import type { Permission } from '../../../shared/roles.ts'
import type { Me } from '../../../web/account/session.ts'
import type { Person } from './asking.ts'

/** Whether a link about this person leads anywhere for the reader; the server decides all the same. */
export function reaches(me: Me, permission: Permission, person: Person): boolean {
  const own = me.account.personId
  switch (me.permissions[permission]) {
    case 'city':
    case 'office':
      return true
    case 'team':
      return own !== null && [person.personId, person.supervisor?.personId].includes(own)
    case 'self':
      return person.personId === own
    default:
      return false
  }
}
