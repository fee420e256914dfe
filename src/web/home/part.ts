import type { ReactNode } from 'react'
import type { Icon } from '../kit/icons.ts'
import type { Problem } from '../problem.ts'

/** Something that waits for the reader, with the screen where it is done. */
export interface Todo {
  key: string
  title: string
  note?: string
  /** The verb of the button. */
  action: string
  to: string
  /** The most pressing first; 0 is overdue. */
  order: number
  icon?: Icon
}

export interface HomeCard {
  key: string
  /** `mine` stands beside what there is to do, `wide` takes the whole line. */
  place: 'mine' | 'wide'
  order: number
  card: ReactNode
}

/** What one feature has to say on the home screen. It asks the server at most one question. */
export interface HomePart {
  pending: boolean
  problem?: Problem | undefined
  todos: readonly Todo[]
  cards: readonly HomeCard[]
}
