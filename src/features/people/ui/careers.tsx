import { useState } from 'react'
import { formatDay } from '../../../web/formats.ts'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconBriefcase, IconHistory, IconSchool, IconStairs } from '../../../web/kit/icons.ts'
import { Stack } from '../../../web/kit/layout.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { Segments } from '../../../web/kit/segments.tsx'
import { type Event, Timeline } from '../../../web/kit/timeline.tsx'
import { t } from '../../../web/words.ts'
import type { Person } from './asking.ts'
import { CorrectButton } from './correctButton.tsx'
import { kindName, postKindName } from './values.ts'

type Dated = Event & { on: string; record: 'posting' | 'rank' | 'education' }
const records = ['posting', 'rank', 'education'] as const

/** Posts, grades and education on one line of time. */
export function Careers({ person }: { person: Person }) {
  const [shown, setShown] = useState('all')
  const events = careerOf(person)
  if (events.length === 0) return <Empty icon={IconHistory} title={t('people.career.empty')} />
  return (
    <Card>
      <Stack gap="large">
        <Segments
          label={t('people.career.show')}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'all', label: t('people.career.all') },
            ...records.map((record) => ({ value: record, label: kindName(record) })),
          ]}
        />
        <Timeline
          label={t('people.tab.career')}
          events={events.filter((event) => shown === 'all' || event.record === shown)}
        />
      </Stack>
    </Card>
  )
}

const said = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ')
const decree = (number: string | null) => number && t('people.career.decree', { number })

const careerOf = (person: Person): Dated[] =>
  [
    ...person.postings.map((p, i): Dated => ({
      key: `p${p.recordId}`,
      record: 'posting',
      on: p.sinceOn,
      when: formatDay(p.sinceOn),
      icon: IconBriefcase,
      kind: kindName('posting'),
      title: p.title,
      note: said(p.unitName, p.echelon?.name ?? postKindName(p.postKind), decree(p.decreeNumber)),
      action: <CorrectButton person={person} kind="posting" record={p} name={p.title} />,
      current: i === 0,
    })),
    ...person.ranks.map((r, i): Dated => ({
      key: `r${r.recordId}`,
      record: 'rank',
      on: r.sinceOn,
      when: formatDay(r.sinceOn),
      icon: IconStairs,
      kind: kindName('rank'),
      title: t('people.career.grade', { name: r.grade?.name ?? '–' }),
      note: said(r.promotionKind, decree(r.decreeNumber)),
      action: <CorrectButton person={person} kind="rank" record={r} name={r.grade?.name ?? ''} />,
      current: i === 0,
    })),
    ...person.educations.map((e): Dated => ({
      key: `e${e.recordId}`,
      record: 'education',
      on: e.graduatedOn ?? `${e.year ?? '0000'}-01-01`,
      when: e.graduatedOn ? formatDay(e.graduatedOn) : String(e.year ?? t('people.career.undated')),
      icon: IconSchool,
      kind: kindName('education'),
      title: e.name ?? e.level?.name ?? '–',
      note: said(e.school, e.first && t('people.career.first')),
      action: <CorrectButton person={person} kind="education" record={e} name={e.name ?? ''} />,
    })),
  ].toSorted((a, b) => b.on.localeCompare(a.on))
