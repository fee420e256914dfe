import { type ReactNode, useEffect, useId, useRef } from 'react'
import { t } from '../words.ts'
import { Button, IconButton } from './button.tsx'
import { IconX } from './icons.ts'
import styles from './sheet.module.css'

export interface SheetProps {
  open: boolean
  onClose: () => void
  title: string
  children: ReactNode
  footer?: ReactNode
  /** `drawer`: from below on a phone, from the side on a desktop. `box`: a small question in the middle. */
  kind?: 'drawer' | 'box'
}

/** Something to look at or fill in without leaving the page. The browser's own dialog keeps the focus inside. */
export function Sheet({ open, onClose, title, children, footer, kind = 'drawer' }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    if (open && !element?.open) element?.showModal()
    if (!open && element?.open) element.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      data-kind={kind}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(e) => e.target === dialog.current && onClose()}
    >
      {open && (
        <div className={styles.inside}>
          <div className={styles.head}>
            <h2 id={id} className={styles.title}>
              {title}
            </h2>
            <IconButton icon={IconX} label={t('web.close')} onPress={onClose} />
          </div>
          <div className={styles.body}>{children}</div>
          {footer && <div className={styles.footer}>{footer}</div>}
        </div>
      )}
    </dialog>
  )
}

export interface ConfirmProps {
  open: boolean
  title: string
  children: ReactNode
  /** The verb of what will happen: "Hapus", never "OK". */
  action: string
  danger?: boolean
  pending?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that cannot be undone. */
export const Confirm = ({ open, title, children, action, danger, pending, onConfirm, onClose }: ConfirmProps) => (
  <Sheet
    open={open}
    onClose={onClose}
    title={title}
    kind="box"
    footer={
      <>
        <Button onPress={onClose}>{t('web.cancel')}</Button>
        <Button kind={danger ? 'danger' : 'primary'} pending={pending} onPress={onConfirm}>
          {action}
        </Button>
      </>
    }
  >
    {children}
  </Sheet>
)
