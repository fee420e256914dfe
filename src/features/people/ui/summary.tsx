import type { ReactNode } from 'react'
import { useMe } from '../../../web/account/session.ts'
import { formatDay } from '../../../web/formats.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { DescriptionList, type Fact } from '../../../web/kit/descriptionList.tsx'
import { IconScale, IconTarget } from '../../../web/kit/icons.ts'
import { Columns, Stack } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Card, Tile } from '../../../web/kit/section.tsx'
import { t } from '../../../web/words.ts'
import type { Person } from './asking.ts'
import { LessonHours } from './lessonHours.tsx'
import { reaches } from './reach.ts'
import { UnitLink, UnitPath } from './unitPath.tsx'
import { postKindName, sexName } from './values.ts'

/** Who this is at a glance: the year's hours as a picture, the ways on, then the facts. */
export const Summary = ({ person, mine }: { person: Person; mine?: boolean | undefined }) => (
  <Columns least="large">
    <Stack>
      <Card title={t('people.hours.title', { year: String(person.lessonHours.year) })}>
        <LessonHours hours={person.lessonHours} />
      </Card>
      <Ways person={person} mine={mine} />
      <Card title={t('people.summary.place')}>
        <DescriptionList facts={placeFacts(person)} />
      </Card>
    </Stack>
    <Stack>
      <Card title={t('people.summary.identity')}>
        <DescriptionList facts={marked(person, identityFacts(person))} />
      </Card>
      <Card title={t('people.summary.dates')}>
        <DescriptionList facts={marked(person, dateFacts(person))} />
      </Card>
    </Stack>
  </Columns>
)

function Ways({ person, mine }: { person: Person; mine?: boolean | undefined }) {
  const me = useMe()
  const [competency, index] = [reaches(me, 'competency.read', person), reaches(me, 'index.read', person)]
  if (!competency && !index) return null
  const whose = mine ? 'mine' : 'theirs'
  return (
    <Columns>
      {competency && (
        <Tile
          to={`/kompetensi/${person.personId}`}
          icon={IconTarget}
          title={t('people.way.competency')}
          lead={t(`people.way.competency-${whose}`)}
        />
      )}
      {index && (
        <Tile
          to={`/indeks/${person.personId}`}
          icon={IconScale}
          title={t('people.way.index')}
          lead={t(`people.way.index-${whose}`)}
        />
      )}
    </Columns>
  )
}

type Named = Fact & { field: string }

/** Says of each fact that was corrected here that it was. */
const marked = (person: Person, facts: readonly Named[]): Fact[] =>
  facts.map(({ field, ...fact }) =>
    person.origin.local.includes(field)
      ? { ...fact, note: <Badge tone="warn">{t('people.source.corrected')}</Badge> }
      : fact,
  )

function placeFacts({ unit, post, supervisor, grade, reports }: Person): Fact[] {
  return [
    { label: t('people.column.post'), value: post?.title, note: post && postNote(post) },
    {
      label: t('people.column.unit'),
      value: unit && <UnitLink unit={unit} />,
      note: unit && <UnitPath steps={unit.path.slice(0, -1)} />,
    },
    { label: t('people.summary.supervisor'), value: supervisorIn(supervisor), note: supervisorNote(supervisor) },
    { label: t('people.column.grade'), value: grade?.name },
    ...(reports > 0 ? [{ label: t('people.summary.reports'), value: t('people.register.count', { n: reports }) }] : []),
  ]
}

const postNote = ({ kind, echelon, functionalLevel, postClass }: NonNullable<Person['post']>): string =>
  [
    postKindName(kind),
    echelon && t('people.summary.echelon', { name: echelon.name }),
    functionalLevel?.name,
    postClass !== null && t('people.summary.class', { n: postClass }),
  ]
    .filter(Boolean)
    .join(' · ')

function supervisorIn(supervisor: Person['supervisor']): ReactNode {
  if (!supervisor) return t('people.summary.no-supervisor')
  const { personId, fullName } = supervisor
  return personId === null ? fullName : <Link to={`/pegawai/${personId}`}>{fullName}</Link>
}

const supervisorNote = (supervisor: Person['supervisor']): ReactNode =>
  supervisor && (
    <>
      {supervisor.postTitle}
      {supervisor.exception && (
        <p>
          <Badge tone="warn">{t('people.supervisor.exception')}</Badge> {supervisor.exception.reason}
        </p>
      )}
    </>
  )

const day = (on: string | null) => on && formatDay(on, 'long')

const identityFacts = (person: Person): Named[] => [
  { field: 'educationCode', label: t('people.field.educationCode'), value: person.education?.name },
  {
    field: 'bornOn',
    label: t('people.summary.born'),
    value: [person.birthPlace, formatDay(person.bornOn, 'long')].filter(Boolean).join(', '),
  },
  { field: 'sex', label: t('people.field.sex'), value: sexName(person.sex) },
  { field: 'email', label: t('people.field.email'), value: person.email },
  { field: 'statusCode', label: t('people.field.statusCode'), value: person.status?.name },
  ...(person.nipOld ? [{ field: 'nipOld', label: t('people.field.nipOld'), value: person.nipOld }] : []),
]

const dateFacts = ({ dates, service }: Person): Named[] => [
  {
    field: 'appointedOn',
    label: t('people.field.appointedOn'),
    value: day(dates.appointedOn),
    note: service && t('people.summary.service', { years: service.years, months: service.months }),
  },
  { field: 'confirmedOn', label: t('people.field.confirmedOn'), value: day(dates.confirmedOn) },
  { field: 'gradeSinceOn', label: t('people.field.gradeSinceOn'), value: day(dates.gradeSinceOn) },
  { field: 'postSinceOn', label: t('people.field.postSinceOn'), value: day(dates.postSinceOn) },
  { field: 'retiresOn', label: t('people.field.retiresOn'), value: day(dates.retiresOn) },
]
