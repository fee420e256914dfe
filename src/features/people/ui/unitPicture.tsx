import type { Scope } from '../../../shared/roles.ts'
import { useMe } from '../../../web/account/session.ts'
import { Empty } from '../../../web/kit/empty.tsx'
import { IconGridDots, IconScale, IconUser, IconUsers } from '../../../web/kit/icons.ts'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Columns, Stack, Text } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Card, Tile } from '../../../web/kit/section.tsx'
import { BarList, type Share, ShareBar } from '../../../web/kit/shareBar.tsx'
import { t } from '../../../web/words.ts'
import type { UnitPage } from './asking.ts'
import { postKindName, sexName } from './values.ts'

/** Who leads a unit, what its staff looks like, and what is below it. */
export const UnitPicture = ({ unit }: { unit: UnitPage }) => (
  <Stack gap="large">
    <Ways unit={unit} />
    {unit.persons > 0 ? <Staff unit={unit} /> : <Empty icon={IconUsers} title={t('people.unit.nobody')} />}
    {unit.children.length > 0 && (
      <Card title={t('people.unit.children')}>
        <ItemList
          items={unit.children.map((child) => ({
            key: child.unitId,
            title: <Link to={`/unit/${child.unitId}`}>{child.name}</Link>,
            action: <span>{t('people.register.count', { n: child.persons })}</span>,
          }))}
        />
      </Card>
    )}
  </Stack>
)

// A team's pictures stand on its supervisor's own screens.
const beyondTeam = (scope: Scope | undefined): boolean => scope === 'office' || scope === 'city'

function Ways({ unit }: { unit: UnitPage }) {
  const me = useMe()
  const { head, headTitle } = unit
  const title = head?.postTitle ?? headTitle ?? t('people.unit.head')
  return (
    <Columns>
      {head?.personId ? (
        <Tile to={`/pegawai/${head.personId}`} icon={IconUser} title={head.fullName} lead={title} />
      ) : (
        <Card>
          <Text strong>{head?.fullName ?? t('people.unit.no-head')}</Text>
          <Text quiet>{title}</Text>
        </Card>
      )}
      {beyondTeam(me.permissions['competency.read']) && (
        <Tile
          to={`/kompetensi/peta/${unit.unitId}`}
          icon={IconGridDots}
          title={t('people.way.heat-map')}
          lead={t('people.way.heat-map-lead')}
        />
      )}
      {beyondTeam(me.permissions['index.read']) && (
        <Tile
          to={`/indeks/unit/${unit.unitId}`}
          icon={IconScale}
          title={t('people.way.index')}
          lead={t('people.way.index-unit')}
        />
      )}
    </Columns>
  )
}

type Counts = UnitPage['byEmployment']

const shares = (counts: Counts, name: (key: string) => string = (key) => key): Share[] =>
  counts.map(({ key, name: given, persons }) => ({
    key: key ?? 'unknown',
    label: key === null ? t('people.unit.unknown') : given !== null && given !== key ? given : name(key),
    value: persons,
  }))

const Staff = ({ unit }: { unit: UnitPage }) => (
  <Columns least="large">
    <Card>
      <ShareBar label={t('people.column.employment')} parts={shares(unit.byEmployment)} />
    </Card>
    <Card>
      <ShareBar label={t('people.filter.post-kind')} parts={shares(unit.byPostKind, postKindName)} />
    </Card>
    <Card>
      <ShareBar label={t('people.field.sex')} parts={shares(unit.bySex, sexName)} />
    </Card>
    <Card>
      <BarList label={t('people.field.educationCode')} parts={shares(unit.byEducation)} />
    </Card>
    <Card>
      <BarList label={t('people.column.grade')} parts={shares(unit.byGradeGroup)} />
    </Card>
  </Columns>
)
