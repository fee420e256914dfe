import { Link as RouterLink } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export interface LinkProps {
  to: string
  search?: Record<string, string | undefined>
  children: ReactNode
  className?: string
  onPress?: () => void
}

/** A link to a screen. The address is complete: `/pegawai/12`. */
export function Link({ to, search, children, className, onPress }: LinkProps) {
  return (
    <RouterLink to={to} search={search as never} className={className} onClick={onPress}>
      {children}
    </RouterLink>
  )
}
