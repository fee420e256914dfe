import { useState } from 'react'
import { Button } from '../../../web/kit/button.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconUsers } from '../../../web/kit/icons.ts'
import { type Column, Table } from '../../../web/kit/table.tsx'
import { Section } from '../../../web/kit/section.tsx'
import { Badge } from '../../../web/kit/badge.tsx'
import { t } from '../../../web/words.ts'
import { AskSheet, type Wish } from './needAsk.tsx'
import { competency, planning } from './needAsking.ts'

type TeamGap = ReturnType<typeof useTeamGaps>['rows'][number]
const useTeamGaps = () =>
  competency.useList('gapList', {
    fixed: { team: 'true', atLeast: 1 },
    sort: 'gap',
    direction: 'desc',
    size: 15,
    prefix: 'tim-',
  })

const most = 200

/** What the team lacks, the largest gaps first; each can be asked for with a reason. */
export function TeamRequests() {
  const list = useTeamGaps()
  const [wish, setWish] = useState<Wish>()
  const { data } = planning.useAsk('voices', { source: 'supervisor-request', mine: 'true', limit: most })
  const asked = new Set(
    (data?.rows ?? []).flatMap((v) => (v.state === 'withdrawn' ? [] : [`${v.personId} ${v.competency}`])),
  )
  const columns: Column<TeamGap>[] = [
    { key: 'name', header: t('planning.need.column.person'), cell: (row) => row.name, sort: 'name' },
    { key: 'competency', header: t('planning.need.column.competency'), cell: (row) => row.competencyName, wide: true },
    {
      key: 'gap',
      header: t('planning.need.levelOf'),
      cell: (row) => `${row.level ?? '–'} / ${row.required}`,
      numeric: true,
    },
    {
      key: 'ask',
      header: t('planning.need.request'),
      cell: (row) =>
        asked.has(`${row.personId} ${row.competency}`) ? (
          <Badge tone="good">{t('planning.need.mine.asked')}</Badge>
        ) : (
          data && (
            <Button
              small
              onPress={() =>
                setWish({
                  kind: 'competency',
                  competency: row.competency,
                  name: row.competencyName,
                  personId: row.personId,
                  person: row.name,
                })
              }
            >
              {t('planning.need.mine.ask')}
            </Button>
          )
        ),
    },
  ]
  return (
    <Section title={t('planning.need.team.title')} lead={t('planning.need.team.lead')}>
      <Table
        caption={t('planning.need.team.title')}
        columns={columns}
        list={list}
        rowKey={(row) => `${row.personId} ${row.competency}`}
        empty={
          <Empty
            icon={IconUsers}
            title={t('planning.need.team.none')}
            action={<Button to="/kompetensi/nilai">{t('planning.need.team.assess')}</Button>}
          >
            {t('planning.need.team.noneHint')}
          </Empty>
        }
      />
      <AskSheet wish={wish} onClose={() => setWish(undefined)} />
    </Section>
  )
}
