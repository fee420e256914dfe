import { useState } from 'react'
import { Button, IconButton } from './button.tsx'
import { type Icon, IconDotsVertical } from './icons.ts'
import { Stack } from './layout.tsx'
import { Sheet } from './sheet.tsx'

export interface MenuItem {
  key: string
  label: string
  icon: Icon
  danger?: boolean
  onPress: () => void
}

/** Actions that are rarely needed, behind three dots. Nothing is drawn where there are none. */
export function Menu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  const [open, setOpen] = useState(false)
  if (items.length === 0) return null
  return (
    <>
      <IconButton icon={IconDotsVertical} label={label} onPress={() => setOpen(true)} />
      <Sheet open={open} onClose={() => setOpen(false)} title={label} kind="box">
        <Stack gap="small">
          {items.map((item) => (
            <Button
              key={item.key}
              wide
              icon={item.icon}
              kind={item.danger ? 'danger' : 'secondary'}
              onPress={() => {
                setOpen(false)
                item.onPress()
              }}
            >
              {item.label}
            </Button>
          ))}
        </Stack>
      </Sheet>
    </>
  )
}
