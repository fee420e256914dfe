import { useSyncExternalStore } from 'react'

/** Light, dark, or as the device has it. The place and its values are Mantine's, and `public/scheme.js` reads them too. */
export type Scheme = 'auto' | 'light' | 'dark'

const place = 'mantine-color-scheme-value'
const device = window.matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

const chosen = (): Scheme => (localStorage.getItem(place) as Scheme | null) ?? 'auto'

function apply(): void {
  const scheme = chosen() === 'auto' ? (device.matches ? 'dark' : 'light') : chosen()
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
}

device.addEventListener('change', apply)

export function chooseScheme(scheme: Scheme): void {
  localStorage.setItem(place, scheme)
  apply()
  listeners.forEach((tell) => tell())
}

export function useScheme(): Scheme {
  return useSyncExternalStore((tell) => {
    listeners.add(tell)
    return () => listeners.delete(tell)
  }, chosen)
}
