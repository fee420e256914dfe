import { Badge } from '../../../web/kit/badge.tsx'
import { IconId } from '../../../web/kit/icons.ts'
import { Row } from '../../../web/kit/layout.tsx'
import { t } from '../../../web/words.ts'

interface Standing {
  employment: 'PNS' | 'CPNS' | 'PPPK'
  active: boolean
  statusName: string | null
}

/** How somebody is employed, and a word more where they are not simply at work. */
export const StandingBadges = ({ employment, active, statusName }: Standing) => (
  <Row>
    <Badge tone="info" icon={IconId}>
      {employment}
    </Badge>
    {!active && <Badge tone="warn">{statusName ?? t('people.inactive')}</Badge>}
  </Row>
)
