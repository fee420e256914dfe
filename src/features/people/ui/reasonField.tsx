import { LongTextField } from '../../../web/kit/fields.tsx'
import { t } from '../../../web/words.ts'

const fewestLetters = 3

export const isReason = (reason: string): boolean => reason.trim().length >= fewestLetters

/** Why something is changed by hand; it stays in the record's history. */
export const ReasonField = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => (
  <LongTextField
    label={t('people.reason')}
    hint={t('people.reason.hint')}
    value={value}
    onChange={onChange}
    rows={2}
    maxLength={500}
    required
  />
)
