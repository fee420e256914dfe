import { LongTextField } from '../kit/fields.tsx'
import { t } from '../words.ts'

/** Why it is done; it stands in the audit log. */
export const Reason = ({
  value,
  onChange,
  error,
}: {
  value: string
  onChange: (value: string) => void
  error?: string
}) => (
  <LongTextField
    label={t('web.accounts.reason')}
    hint={t('web.accounts.reason-hint')}
    value={value}
    onChange={onChange}
    rows={2}
    maxLength={500}
    required
    {...(error ? { error } : {})}
  />
)
