import { formatInstant } from '../formats.ts'
import { Badge } from '../kit/badge.tsx'
import { Button } from '../kit/button.tsx'
import { ItemList } from '../kit/itemList.tsx'
import { Loading } from '../kit/loading.tsx'
import { ProblemView } from '../kit/problemView.tsx'
import { Notice } from '../kit/form.tsx'
import { toast } from '../kit/toast.tsx'
import { t } from '../words.ts'
import { account } from './asking.ts'

/** Where this account is signed in, each place with a way to end it. */
export function Sessions() {
  const { data, problem, pending, retry } = account.useAsk('sessions')
  const end = account.useTell('endSession')
  if (pending) return <Loading count={3} />
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} /> : null
  return (
    <>
      {end.problem && <Notice tone="bad">{end.problem.message}</Notice>}
      <ItemList
        items={data.sessions.map((session) => ({
          key: session.sessionId,
          title: session.device,
          mark: session.current ? <Badge tone="good">{t('web.sessions.current')}</Badge> : undefined,
          note: t('web.sessions.seen', { at: formatInstant(session.lastSeenAt) }),
          action: session.current ? undefined : (
            <Button
              small
              kind="danger"
              pending={end.pending}
              onPress={() =>
                void end.tell({ sessionId: session.sessionId }, () =>
                  toast({ words: t('web.sessions.ended'), tone: 'good' }),
                )
              }
            >
              {t('web.sessions.end')}
            </Button>
          ),
        }))}
      />
    </>
  )
}
