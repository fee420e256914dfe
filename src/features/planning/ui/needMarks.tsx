import { Badge, type Tone } from '../../../web/kit/badge.tsx'
import {
  type Icon,
  IconBriefcase,
  IconCertificate,
  IconChartBar,
  IconCheck,
  IconScale,
  IconSchool,
  IconSettings,
  IconStairs,
  IconTarget,
  IconUser,
  IconUsers,
  IconUsersGroup,
} from '../../../web/kit/icons.ts'
import { t } from '../../../web/words.ts'
import type { NeedSource } from '../need/list/rules.ts'
import type { NeedRoute } from '../need/rules.ts'
import type { VoiceState } from '../need/voice/rules.ts'

export const sourceIcons: Record<NeedSource, Icon> = {
  competency: IconTarget,
  aim: IconStairs,
  performance: IconChartBar,
  survey: IconUsers,
  'own-request': IconUser,
  'supervisor-request': IconUsersGroup,
  'leader-priority': IconCertificate,
  'legal-duty': IconScale,
  evaluation: IconCheck,
}

const routeIcons: Record<NeedRoute, Icon> = {
  training: IconSchool,
  coaching: IconUsersGroup,
  tools: IconSettings,
  staffing: IconBriefcase,
  procedure: IconStairs,
}

/** How a need is met; nothing while nobody has decided. */
export const RouteMark = ({ route }: { route: NeedRoute | null }) =>
  route && (
    <Badge tone="info" icon={routeIcons[route]}>
      {t(`planning.need.route.${route}`)}
    </Badge>
  )

const stateTones: Record<VoiceState, Tone> = { open: 'info', routed: 'good', withdrawn: 'quiet' }

export const StateMark = ({ state }: { state: VoiceState }) => (
  <Badge tone={stateTones[state]}>{t(`planning.need.state.${state}`)}</Badge>
)
