import { formatDay } from '../../../web/formats.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconShieldCheck } from '../../../web/kit/icons.ts'
import { Stack, Text } from '../../../web/kit/layout.tsx'
import { Table } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
import type { Person } from './asking.ts'

type Sanction = NonNullable<Person['sanctions']>[number]

/** Disciplinary sanctions (PP 94/2021), only for those to whom the server gives them. */
export function Sanctions({ person: { sanctions = [] } }: { person: Person }) {
  return (
    <Stack>
      <Text quiet>{t('people.sanctions.who-sees')}</Text>
      <Table
        caption={t('people.tab.sanctions')}
        rows={sanctions}
        rowKey={(s) => s.recordId}
        empty={<Empty icon={IconShieldCheck} title={t('people.sanctions.none')} />}
        columns={[
          {
            key: 'type',
            header: t('people.sanctions.type'),
            cell: (s) => s.type?.name ?? t('people.sanctions.unnamed'),
          },
          { key: 'level', header: t('people.field.level'), cell: (s) => t(`people.sanction-level.${s.level}`) },
          { key: 'since', header: t('people.field.sinceOn'), cell: (s) => formatDay(s.sinceOn) },
          { key: 'until', header: t('people.field.untilOn'), cell: (s) => (s.untilOn ? formatDay(s.untilOn) : '–') },
          { key: 'decree', header: t('people.field.decreeNumber'), cell: (s) => s.decreeNumber ?? '–' },
          { key: 'state', header: t('people.sanctions.state'), cell: (s) => <State sanction={s} /> },
        ]}
      />
    </Stack>
  )
}

function State({ sanction: { revokedOn, untilOn } }: { sanction: Sanction }) {
  if (revokedOn) return <Badge tone="quiet">{t('people.sanctions.revoked', { on: formatDay(revokedOn) })}</Badge>
  const over = untilOn !== null && isPast(untilOn)
  return <Badge tone={over ? 'quiet' : 'warn'}>{t(over ? 'people.sanctions.over' : 'people.sanctions.running')}</Badge>
}

const isPast = (day: string): boolean => day < new Date().toLocaleDateString('sv-SE')
