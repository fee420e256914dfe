import { formatNumber } from '../../../web/formats.ts'
import { DescriptionList } from '../../../web/kit/descriptionList.tsx'
import { Text } from '../../../web/kit/layout.tsx'
import { t } from '../../../web/words.ts'
import type { ProfileCompetency } from './asking.ts'

/** How far the raters of this competency agree in the whole city: the reason for the width of the interval. */
export function Agreement({ agreement }: { agreement: ProfileCompetency['agreement'] }) {
  if (!agreement) return <Text>{t('competency.agreement.never')}</Text>
  const number = (value: number | null) => (value === null ? null : formatNumber(value, 2))
  return (
    <>
      <Text quiet>{t(`competency.agreement.${agreement.raters}`, { n: agreement.targets })}</Text>
      {agreement.unknownReason && (
        <Text>{t(`competency.agreement.unknown.${agreement.unknownReason}`, { n: agreement.targets })}</Text>
      )}
      <DescriptionList
        facts={[
          {
            label: t('competency.agreement.error'),
            value: agreement.standardError === null ? null : `± ${formatNumber(agreement.standardError, 2)}`,
            note: t('competency.agreement.errorHint'),
          },
          {
            label: t('competency.agreement.alpha'),
            value: number(agreement.alpha),
            note: t('competency.agreement.alphaHint'),
          },
          {
            label: t('competency.agreement.kappa'),
            value: number(agreement.kappa),
            note: t('competency.agreement.kappaHint'),
          },
          {
            label: t('competency.agreement.icc'),
            value: number(agreement.icc),
            note: t('competency.agreement.iccHint'),
          },
        ]}
      />
    </>
  )
}
