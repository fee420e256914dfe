import { may, useMe } from '../account/session.ts'
import { IconScale, IconTarget } from '../kit/icons.ts'
import { Columns, Text } from '../kit/layout.tsx'
import { Page } from '../kit/page.tsx'
import { Section, Tile } from '../kit/section.tsx'
import { t } from '../words.ts'

const places = [
  { to: '/indeks/aturan', key: 'index', permission: 'index.manage', icon: IconScale },
  { to: '/kompetensi/standar', key: 'competency', permission: 'competency.standards', icon: IconTarget },
] as const

/** Where the numbers of the law are kept, each in dated versions. */
export default function Rules() {
  const me = useMe()
  return (
    <Page title={t('web.settings.rules')} lead={t('web.settings.rules-lead')}>
      <Section title={t('web.settings.rules-places')}>
        <Columns keep>
          {places
            .filter(({ permission }) => may(me, permission))
            .map(({ to, key, icon }) => (
              <Tile
                key={to}
                to={to}
                title={t(`web.settings.rules.${key}`)}
                lead={t(`web.settings.rules.${key}-lead`)}
                icon={icon}
              />
            ))}
        </Columns>
      </Section>
      <Text quiet>{t('web.settings.rules-note')}</Text>
    </Page>
  )
}
