import { formatDay, formatNumber } from '../../../web/formats.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { Filters } from '../../../web/kit/filters.tsx'
import { IconInbox } from '../../../web/kit/icons.ts'
import { Row, Stack, Text } from '../../../web/kit/layout.tsx'
import { type Column, Table } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
import { voiceSources } from '../need/rules.ts'
import { voiceStates } from '../need/voice/rules.ts'
import { competency, planning, type VoiceRow } from './needAsking.ts'
import { RouteMark, sourceIcons, StateMark } from './needMarks.tsx'
import { TakeBack } from './needVoiceItems.tsx'

const columns = (): Column<VoiceRow>[] => [
  {
    key: 'title',
    header: t('planning.need.column.title'),
    cell: (row) => (
      <Stack gap="small">
        <Text strong>{row.title}</Text>
        {row.reason && <Text quiet>{[row.reason, row.legalBasis].filter(Boolean).join(' · ')}</Text>}
      </Stack>
    ),
    wide: true,
  },
  {
    key: 'source',
    header: t('planning.need.column.source'),
    cell: (row) => (
      <Badge tone="quiet" icon={sourceIcons[row.source]}>
        {row.sourceWords}
      </Badge>
    ),
    sort: 'source',
  },
  {
    key: 'about',
    header: t('planning.need.about'),
    cell: (row) => row.personName ?? row.unitName ?? t('planning.need.wholeCity'),
  },
  {
    key: 'strength',
    header: t('planning.need.column.strength'),
    cell: (row) => t('planning.need.strengthOf', { n: formatNumber(row.strength) }),
    sort: 'strength',
    numeric: true,
  },
  {
    key: 'recorded',
    header: t('planning.need.column.recorded'),
    cell: (row) => formatDay(row.recordedAt),
    sort: 'recorded',
  },
  {
    key: 'state',
    header: t('planning.need.column.state'),
    cell: (row) => (
      <Row>
        <StateMark state={row.state} />
        {row.state === 'routed' && <RouteMark route={row.route} />}
        {row.mayWithdraw && <TakeBack voice={row} />}
      </Row>
    ),
  },
]

/** Everything that was said of a need, as far as the reader may see it. */
export function AllVoices() {
  const list = planning.useList('voices', {
    filters: ['source', 'competency', 'state'],
    sort: 'recorded',
    direction: 'desc',
  })
  const { data: dictionary } = competency.useAsk('dictionary')
  return (
    <Table
      caption={t('planning.need.requests')}
      columns={columns()}
      list={list}
      rowKey={(row) => row.voiceId}
      exports
      filters={
        <Filters
          list={list}
          by={[
            {
              name: 'source',
              label: t('planning.need.column.source'),
              from: voiceSources.map((source) => ({ value: source, label: t(`planning.need.source.${source}`) })),
            },
            {
              name: 'competency',
              label: t('planning.need.column.competency'),
              from: (dictionary?.competencies ?? []).map((c) => ({ value: c.competency, label: c.name })),
            },
            {
              name: 'state',
              label: t('planning.need.column.state'),
              from: voiceStates.map((state) => ({ value: state, label: t(`planning.need.state.${state}`) })),
            },
          ]}
        />
      }
      empty={
        <Empty icon={IconInbox} title={t('planning.need.noVoicesYet')}>
          {t('planning.need.noVoicesHint')}
        </Empty>
      }
    />
  )
}
