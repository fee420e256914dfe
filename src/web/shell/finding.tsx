import { Suspense, lazy, useEffect, useState } from 'react'
import type { Me } from '../account/session.ts'
import { finder } from '../extras.ts'
import { loadWords } from '../words.ts'

// Comes down when it is asked for the first time, with its words.
const Finder = lazy(async () => {
  const [found] = await Promise.all([finder.load(), loadWords(finder.words)])
  return found
})

/** The search over everything: a button, and Ctrl+K (⌘K) from anywhere. */
export function useFinding(me: Me) {
  const [finding, setFinding] = useState(false)
  const offered = me.roles.some(({ role }) => finder.roles.includes(role))
  useEffect(() => {
    if (!offered) return
    const open = (e: KeyboardEvent) => {
      if (e.key.toLowerCase() !== 'k' || !(e.ctrlKey || e.metaKey)) return
      e.preventDefault()
      setFinding(true)
    }
    window.addEventListener('keydown', open)
    return () => window.removeEventListener('keydown', open)
  }, [offered])
  return { finding, onFind: offered ? () => setFinding(true) : undefined, onClose: () => setFinding(false) }
}

export const Finding = ({ onClose }: { onClose: () => void }) => (
  <Suspense>
    <Finder onClose={onClose} />
  </Suspense>
)
