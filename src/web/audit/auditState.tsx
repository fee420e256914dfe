import { formatNumber } from '../formats.ts'
import { Copyable } from '../kit/copy.tsx'
import { Disclosure } from '../kit/descriptionList.tsx'
import { Split, Text } from '../kit/layout.tsx'
import { Loading } from '../kit/loading.tsx'
import { ProblemView } from '../kit/problemView.tsx'
import { Card } from '../kit/section.tsx'
import { Stat } from '../kit/stat.tsx'
import { t } from '../words.ts'
import { audit } from './asking.ts'

/** How long the chain is and what stands at its end. */
export function AuditState() {
  const { data, problem, pending, retry } = audit.useAsk('state')
  return (
    <Card title={t('web.audit.chain')} lead={t('web.audit.chain-lead')}>
      {pending && <Loading count={2} />}
      {problem && <ProblemView problem={problem} onRetry={retry} />}
      {data && (
        <Split
          main={
            <>
              <Text strong>{t('web.audit.head')}</Text>
              {data.head ? <Copyable value={data.head} label={t('web.audit.head')} /> : <Text quiet>–</Text>}
              <Disclosure summary={t('web.audit.how')}>
                <Text>{t('web.audit.how-words')}</Text>
              </Disclosure>
            </>
          }
          side={<Stat label={t('web.audit.rows')} value={formatNumber(data.rows)} />}
        />
      )}
    </Card>
  )
}
