import { useEffect, useRef, useState } from 'react'
import { currentAccountId } from './account/session.ts'
import { placeOfDraft, readDraft, removeDraft, writeDraft } from './draftStore.ts'

const pauseMs = 400

/**
 * Form values that survive a closed tab, a lost network and an ended session until they are sent.
 * Kept on this device per account; `discard` after sending; signing out removes them all.
 */
export function useDraft<T>(key: string, initial: T) {
  const place = placeOfDraft(currentAccountId(), key)
  const [start] = useState(() => readDraft<T>(place))
  const [value, setValue] = useState<T>(start ?? initial)
  const timer = useRef(0)
  const latest = useRef<T | undefined>(undefined)

  const keepNow = () => {
    clearTimeout(timer.current)
    if (latest.current !== undefined) writeDraft(place, latest.current)
    latest.current = undefined
  }
  const set = (next: T) => {
    setValue(next)
    latest.current = next
    clearTimeout(timer.current)
    timer.current = window.setTimeout(keepNow, pauseMs)
  }
  const discard = (next: T = initial) => {
    clearTimeout(timer.current)
    latest.current = undefined
    removeDraft(place)
    setValue(next)
  }

  useEffect(() => {
    window.addEventListener('pagehide', keepNow)
    return () => {
      window.removeEventListener('pagehide', keepNow)
      keepNow()
    }
  }, [place])

  return { value, set, discard, restored: start !== undefined }
}
