import { Badge, type Tone } from '../../../web/kit/badge.tsx'
import { type Icon, IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconMinus } from '../../../web/kit/icons.ts'
import { t } from '../../../web/words.ts'
import type { Certainty, GapBand } from '../gap/rules.ts'

const certaintyIcons: Record<Certainty, Icon> = {
  certain: IconCircleCheck,
  likely: IconInfoCircle,
  unclear: IconAlertTriangle,
  unassessed: IconMinus,
}

/** How sure it is whether there is a gap. */
export const CertaintyMark = ({ certainty }: { certainty: Certainty }) => (
  <Badge
    tone={certainty === 'unassessed' ? 'quiet' : certainty === 'unclear' ? 'warn' : 'info'}
    icon={certaintyIcons[certainty]}
  >
    {t(`competency.certainty.${certainty}`)}
  </Badge>
)

const bandTones: Record<GapBand, Tone> = { none: 'good', low: 'warn', medium: 'warn', high: 'bad' }

/** How large a gap is; nothing where nobody has rated. */
export const BandMark = ({ band }: { band: GapBand | null }) =>
  band && <Badge tone={bandTones[band]}>{t(`competency.band.${band}`)}</Badge>
