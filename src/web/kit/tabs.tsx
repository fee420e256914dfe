import { useNavigate, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './tabs.module.css'

export interface Tab {
  key: string
  label: string
  content: () => ReactNode
}

/** Several views of one thing; the open one stands in the URL (`?bagian=…`), so that it can be shared and gone back to. */
export function Tabs({ tabs, label, name = 'bagian' }: { tabs: readonly Tab[]; label: string; name?: string }) {
  const id = useId()
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  const navigate = useNavigate()
  const open = tabs.find((tab) => tab.key === search[name]) ?? tabs[0]
  const list = useRef<HTMLDivElement>(null)
  const key = open?.key
  useEffect(() => {
    const tab = document.getElementById(`${id}-${key}`)
    // A tab named by the address may stand outside a phone's width.
    if (tab && list.current) list.current.scrollLeft = tab.offsetLeft - (list.current.clientWidth - tab.clientWidth) / 2
  }, [id, key])
  if (!open) return null

  const show = (tab: Tab) => {
    void navigate({
      to: '.',
      search: ((now: object) => ({ ...now, [name]: tab === tabs[0] ? undefined : tab.key })) as never,
      replace: true,
      resetScroll: false,
    })
    document.getElementById(`${id}-${tab.key}`)?.focus()
  }
  const step = (e: KeyboardEvent) => {
    const at = tabs.indexOf(open)
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[e.key]
    const tab = next === undefined ? undefined : tabs[(next + tabs.length) % tabs.length]
    if (!tab) return
    e.preventDefault()
    show(tab)
  }
  return (
    <div className={styles.tabs}>
      <div ref={list} role="tablist" aria-label={label} className={styles.list} onKeyDown={step}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            id={`${id}-${tab.key}`}
            type="button"
            role="tab"
            aria-selected={tab === open}
            aria-controls={tab === open ? `${id}-panel` : undefined}
            tabIndex={tab === open ? 0 : -1}
            className={styles.tab}
            onClick={() => show(tab)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open.key}`} className={styles.panel}>
        {open.content()}
      </div>
    </div>
  )
}
