import { type DragEvent, useRef, useState } from 'react'
import { formatBytes } from '../formats.ts'
import { t } from '../words.ts'
import styles from './fileDrop.module.css'
import { IconButton } from './button.tsx'
import { IconFileUpload, IconX } from './icons.ts'

export interface FileDropProps {
  label: string
  hint?: string
  files: readonly File[]
  onChange: (files: File[]) => void
  /** As in HTML: `.xlsx,.csv,.json,.zip`. */
  accept?: string
  many?: boolean
  disabled?: boolean
}

/** Files by choosing or dropping; what is chosen is listed and can be taken out again. */
export function FileDrop({ label, hint, files, onChange, accept, many, disabled }: FileDropProps) {
  const [over, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const add = (list: FileList | null) => {
    const fresh = [...(list ?? [])]
    if (fresh.length > 0 && !disabled) onChange(many ? [...files, ...fresh] : fresh.slice(0, 1))
    if (input.current) input.current.value = ''
  }
  const drop = (e: DragEvent) => {
    e.preventDefault()
    setOver(false)
    add(e.dataTransfer.files)
  }
  return (
    <div className={styles.outer}>
      <label
        className={styles.drop}
        data-over={over}
        onDragOver={(e) => {
          e.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          type="file"
          className="quietly"
          accept={accept}
          multiple={many}
          disabled={disabled}
          onChange={(e) => add(e.currentTarget.files)}
        />
        <IconFileUpload size={32} stroke={1.5} aria-hidden />
        <span className={styles.label}>{label}</span>
        {hint && <span className={styles.hint}>{hint}</span>}
      </label>
      {files.length > 0 && (
        <ul className={styles.list}>
          {files.map((file, i) => (
            <li key={`${file.name}-${file.size}-${i}`}>
              <span className={styles.name}>{file.name}</span>
              <span className={styles.hint}>{formatBytes(file.size)}</span>
              {!disabled && (
                <IconButton
                  icon={IconX}
                  label={t('web.file.remove', { name: file.name })}
                  onPress={() => onChange(files.filter((_, other) => other !== i))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
