import { useHome as useCompetency } from '../../features/competency/ui/homePart.tsx'
import { useHome as usePeople } from '../../features/people/ui/homePart.tsx'
import { useHome as useIndex } from '../../features/professionalism/ui/homePart.tsx'
import type { Permission } from '../../shared/roles.ts'
import type { HomePart } from './part.ts'

/**
 * What a feature brings to the home screen, asked for only by those who hold the permission. The parts come down with the
 * screen itself; their words stand among the floor's own, as all of a feature's words would weigh more than the parts.
 */
export interface HomeSource {
  permission: Permission
  useHome: () => HomePart
}

export const homeSources: readonly HomeSource[] = [
  { permission: 'people.read', useHome: usePeople },
  { permission: 'competency.read', useHome: useCompetency },
  { permission: 'index.read', useHome: useIndex },
]
