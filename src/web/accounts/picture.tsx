import { formatNumber } from '../formats.ts'
import { Columns } from '../kit/layout.tsx'
import { Loading } from '../kit/loading.tsx'
import { ProblemView } from '../kit/problemView.tsx'
import { Card } from '../kit/section.tsx'
import { ShareBar } from '../kit/shareBar.tsx'
import { Stat } from '../kit/stat.tsx'
import { t } from '../words.ts'
import { accounts } from './asking.ts'

/** How far the accounts of the register are: open, waiting for their first sign-in, closed, and not there yet. */
export function AccountsPicture() {
  const { data, problem, retry } = accounts.useAsk('summary', {})
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} /> : <Loading kind="cards" count={1} />
  return (
    <Card>
      <Columns>
        <Stat
          label={t('web.accounts.without')}
          value={formatNumber(data.withoutAccount)}
          note={t('web.accounts.without-note')}
        />
        <Stat
          label={t('web.accounts.administrators')}
          value={formatNumber(data.administrators)}
          note={t(data.administrators < 2 ? 'web.accounts.one-administrator' : 'web.accounts.administrators-note')}
        />
      </Columns>
      <ShareBar
        label={t('web.accounts.picture')}
        parts={[
          ...data.states.map(({ state, accounts: n }) => ({
            key: state,
            label: t(`web.accounts.state.${state}`),
            value: n,
          })),
          { key: 'without', label: t('web.accounts.without'), value: data.withoutAccount },
        ]}
      />
    </Card>
  )
}
