import { useState } from 'react'
import { GapBars } from '../../../web/kit/gapBars.tsx'
import { Row, Text } from '../../../web/kit/layout.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { formatShare } from '../../../web/formats.ts'
import { t } from '../../../web/words.ts'
import type { Profile, ProfileCompetency } from './asking.ts'
import { CompetencyDetail } from './competencyDetail.tsx'
import { levelInterval } from './interval.ts'
import { BandMark, CertaintyMark } from './marks.tsx'

/** The whole profile as a picture; every competency opens to what it rests on. */
export function ProfileBars({ profile }: { profile: Profile }) {
  const [open, setOpen] = useState<string>()
  const shown = profile.competencies.find(({ competency }) => competency === open)
  return (
    <Card title={t('competency.profile.picture')} lead={t('competency.profile.pictureLead')}>
      <GapBars label={t('competency.profile.picture')} bars={profile.competencies.map(barOf)} onOpen={setOpen} />
      <Text quiet>{t('competency.profile.interval', { share: formatShare(profile.confidenceLevel) })}</Text>
      <Sheet open={shown !== undefined} onClose={() => setOpen(undefined)} title={shown?.name ?? ''}>
        {shown && <CompetencyDetail profile={profile} competency={shown} />}
      </Sheet>
    </Card>
  )
}

function barOf(one: ProfileCompetency) {
  const { competency, name, required, level, band, certainty } = one
  const interval = levelInterval(one)
  return {
    key: competency,
    label: name,
    required,
    ...(level === null ? {} : { observed: level }),
    ...(interval ? { interval } : {}),
    mark: (
      <Row>
        <BandMark band={band} />
        <CertaintyMark certainty={certainty} />
      </Row>
    ),
  }
}
