import { useParams } from '@tanstack/react-router'
import { formatBytes, formatInstant } from '../../../web/formats.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { Notice } from '../../../web/kit/form.tsx'
import { Stack } from '../../../web/kit/layout.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { Steps } from '../../../web/kit/progress.tsx'
import { t } from '../../../web/words.ts'
import { ImportActions } from './importActions.tsx'
import { type Import, imports } from './importAsking.ts'
import { ImportFiles } from './importFiles.tsx'
import { ImportPicture } from './importPicture.tsx'
import { ImportRunning } from './importRunning.tsx'
import { ImportRows } from './importRows.tsx'
import { rowsIn, stationOf, stations, statusTones } from './importWords.ts'

const everyMs = 1_000

/** One import on its way from files to register. */
export default function ImportScreen() {
  const { importId } = useParams({ strict: false }) as { importId: string }
  const input = { importId: Number(importId) }
  const first = imports.useAsk('show', input)
  const moving = first.data?.status === 'reading' || first.data?.status === 'applying'
  // The same question, asked again for as long as something moves.
  imports.useAsk('show', input, { when: moving, everyMs })
  const crumbs = [{ label: t('people.import.title'), to: '/impor' }]
  if (!first.data)
    return (
      <Page title={t('people.import.title')} crumbs={crumbs}>
        {first.problem ? <ProblemView problem={first.problem} onRetry={first.retry} /> : <Loading kind="cards" />}
      </Page>
    )
  const one = first.data
  return (
    <Page
      title={one.name}
      lead={t('people.import.uploaded', {
        by: one.createdBy ?? '–',
        at: formatInstant(one.createdAt),
        size: one.bytes === null ? '–' : formatBytes(one.bytes),
      })}
      crumbs={crumbs}
      mark={<Badge tone={statusTones[one.status]}>{t(`people.import.status.${one.status}`)}</Badge>}
    >
      <Stack gap="large">
        <Steps
          label={t('people.import.steps')}
          at={one.status === 'done' ? stations.length : stationOf(one)}
          steps={stations.map((station) => t(`people.import.station.${station}`))}
        />
        <Standing one={one} />
        {rowsIn(one.counts) > 0 && !moving && <ImportPicture counts={one.counts} applied={one.status === 'done'} />}
        <ImportActions one={one} />
        {one.files.length > 0 && one.status !== 'reading' && <ImportFiles one={one} />}
        {rowsIn(one.counts) > 0 && !moving && <ImportRows one={one} />}
      </Stack>
    </Page>
  )
}

function Standing({ one }: { one: Import }) {
  if (one.status === 'reading' || one.status === 'applying') return <ImportRunning one={one} />
  if (one.status === 'failed') return <Notice tone="bad">{one.refusal?.message ?? t('people.import.failed')}</Notice>
  if (one.status === 'cancelled') return <Notice tone="info">{t('people.import.cancelled')}</Notice>
  if (one.status === 'done')
    return (
      <Notice tone="good">
        {t('people.import.done', { at: one.finishedAt ? formatInstant(one.finishedAt) : '–' })}
      </Notice>
    )
  return <Notice tone="info">{t('people.import.nothing-written')}</Notice>
}
