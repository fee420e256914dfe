import { DescriptionList } from '../kit/descriptionList.tsx'
import { Notice } from '../kit/form.tsx'
import { Stack } from '../kit/layout.tsx'
import { Secret } from '../kit/secret.tsx'
import { t } from '../words.ts'
import type { FirstPassword } from './asking.ts'

/** A first password, shown this once. */
export const Handed = ({ made }: { made: FirstPassword }) => (
  <Stack>
    <Notice tone="warn">{t('web.accounts.once')}</Notice>
    <DescriptionList facts={[{ label: t('web.accounts.identifier'), value: made.identifier }]} />
    <Secret value={made.password} label={t('web.accounts.first-password')} />
  </Stack>
)
