import type { ComponentType } from 'react'
import type { Role } from '../shared/roles.ts'
import { overseers } from './screen.ts'

/** The search that the frame opens from every screen, for those who have others to look for. */
export const finder = {
  roles: ['supervisor', ...overseers] as readonly Role[],
  words: ['people'],
  load: (): Promise<{ default: ComponentType<{ onClose: () => void }> }> => import('../features/people/ui/finder.tsx'),
}
