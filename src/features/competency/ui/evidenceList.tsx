import { formatDay, formatInstant, formatNumber } from '../../../web/formats.ts'
import { Button } from '../../../web/kit/button.tsx'
import { IconDownload } from '../../../web/kit/icons.ts'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Text } from '../../../web/kit/layout.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { t } from '../../../web/words.ts'
import { competency as asking } from './asking.ts'

const most = 50

/** Every rating ever written, the newest first: nothing is overwritten. */
export function EvidenceList({ personId, competency }: { personId: number; competency: string }) {
  const { data, problem, pending, retry } = asking.useAsk('evidence', { personId, competency, limit: most })
  if (pending) return <Loading count={3} />
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} /> : null
  return (
    <>
      <Text quiet>{t('competency.evidence.lead')}</Text>
      <ItemList
        items={data.rows.map((row) => ({
          key: row.assessmentId,
          title: `${formatDay(row.on)} · ${row.raterWords}: ${formatNumber(row.level)}`,
          note: [
            row.raterName,
            row.note,
            t(`competency.evidence.source.${row.source}`, { at: formatInstant(row.recordedAt) }),
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
      <Button small icon={IconDownload} href={asking.href('evidence', { personId, competency }, '.xlsx')}>
        {t('web.table.export')}
      </Button>
    </>
  )
}
