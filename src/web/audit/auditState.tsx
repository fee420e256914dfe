import { Copyable } from '../kit/copy.tsx'
import { Disclosure } from '../kit/descriptionList.tsx'
import { Text } from '../kit/layout.tsx'
import { Loading } from '../kit/loading.tsx'
import { ProblemView } from '../kit/problemView.tsx'
import { Card } from '../kit/section.tsx'
import { t } from '../words.ts'
import { audit } from './asking.ts'

/** How long the chain is and what stands at its end. */
export function AuditState() {
  const { data, problem, pending, retry } = audit.useAsk('state')
  return (
    <Card title={t('web.audit.chain')} lead={data && t('web.audit.chain-rows', { n: data.rows })}>
      {pending && <Loading count={2} />}
      {problem && <ProblemView problem={problem} onRetry={retry} />}
      {data && (
        <Disclosure summary={t('web.audit.how')}>
          <Text>{t('web.audit.chain-lead')}</Text>
          <Text strong>{t('web.audit.head')}</Text>
          {data.head ? <Copyable value={data.head} label={t('web.audit.head')} /> : <Text quiet>–</Text>}
          <Text>{t('web.audit.how-words')}</Text>
        </Disclosure>
      )}
    </Card>
  )
}
