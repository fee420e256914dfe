import { type Me, useMe } from '../account/session.ts'
import { Badge } from '../kit/badge.tsx'
import { Columns, Row } from '../kit/layout.tsx'
import { Page } from '../kit/page.tsx'
import { placeIcons } from '../kit/placeIcons.ts'
import { Section, Tile } from '../kit/section.tsx'
import { formatDay } from '../formats.ts'
import { navigationOf } from '../navigation.ts'
import { t } from '../words.ts'
import { Parts } from './parts.tsx'

const greeting = (hour: number) => (hour < 11 ? 'morning' : hour < 15 ? 'noon' : hour < 18 ? 'afternoon' : 'evening')

export default function Home() {
  const me = useMe()
  const now = new Date()
  return (
    <Page
      title={t(`web.home.${greeting(now.getHours())}`, { name: me.account.name })}
      lead={`${me.city.name} · ${formatDay(now.toLocaleDateString('sv-SE'), 'long')}`}
    >
      <Row>
        {me.roles.map((r) => (
          <Badge key={`${r.role}-${r.unitId}`} tone="info">
            {t(`web.role.${r.role}`) + (r.unitName ? ` – ${r.unitName}` : '')}
          </Badge>
        ))}
      </Row>
      <Parts me={me} />
      <Places me={me} />
    </Page>
  )
}

function Places({ me }: { me: Me }) {
  const places = navigationOf(me).filter((place) => place.path !== '/')
  return (
    <Section title={t('web.home.open')}>
      <Columns keep>
        {places.map((place) => (
          <Tile
            key={place.path}
            to={place.path}
            title={t(place.label)}
            lead={t(`${place.label}.lead`)}
            icon={placeIcons[place.icon]}
          />
        ))}
      </Columns>
    </Section>
  )
}
