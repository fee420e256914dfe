import { useState } from 'react'
import { SelectField } from '../../../web/kit/choices.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { t } from '../../../web/words.ts'
import type { AddableKind, CorrectableKind } from '../correction/rules.ts'
import { CorrectForm } from './correctForm.tsx'
import type { Facts } from './facts.ts'
import { RemoveRecord } from './removeRecord.tsx'
import { fieldName } from './values.ts'

/** A record that somebody wants to correct. */
export interface ToCorrect {
  kind: CorrectableKind
  recordId: number
  version: number
  personId: number
  employment: string
  /** What stands there now, by field. */
  facts: Facts
  /** Fields that were corrected here already. */
  local: readonly string[]
  /** The field, where the reader has chosen it. */
  field?: string
  /** The record itself was added here and can go. */
  addedHere?: boolean
}

interface Props {
  what: ToCorrect | undefined
  onClose: () => void
}

export const CorrectSheet = ({ what, onClose }: Props) => (
  <Sheet open={what !== undefined} onClose={onClose} title={t('people.correct.title')}>
    {what && <Inside what={what} onClose={onClose} />}
  </Sheet>
)

function Inside({ what, onClose }: { what: ToCorrect; onClose: () => void }) {
  const [field, setField] = useState(what.field ?? Object.keys(what.facts)[0] ?? '')
  return (
    <>
      {what.field === undefined && (
        <SelectField
          label={t('people.correct.field')}
          value={field}
          onChange={setField}
          options={Object.keys(what.facts).map((name) => ({ value: name, label: fieldName(name) }))}
        />
      )}
      <CorrectForm key={field} what={{ ...what, field }} onClose={onClose} />
      {what.addedHere && <RemoveRecord what={{ ...what, kind: what.kind as AddableKind }} onClose={onClose} />}
    </>
  )
}
