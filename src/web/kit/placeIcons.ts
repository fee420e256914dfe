import {
  type Icon,
  IconBuilding,
  IconChartBar,
  IconClipboardCheck,
  IconClock,
  IconUserCog,
  IconFileUpload,
  IconGridDots,
  IconHistory,
  IconHome,
  IconId,
  IconScale,
  IconSettings,
  IconTarget,
  IconUserCircle,
  IconUsers,
  IconUsersGroup,
} from './icons.ts'

export type PlaceIcon = keyof typeof placeIcons

/** Pictures of the navigation by name: the list of screens is part of sign-in, its pictures need not be. */
export const placeIcons = {
  home: IconHome,
  account: IconUserCircle,
  mine: IconId,
  team: IconUsersGroup,
  people: IconUsers,
  unit: IconBuilding,
  heatMap: IconGridDots,
  competency: IconTarget,
  assessment: IconClipboardCheck,
  index: IconScale,
  chart: IconChartBar,
  import: IconFileUpload,
  audit: IconHistory,
  settings: IconSettings,
  jobs: IconClock,
  accounts: IconUserCog,
} satisfies Record<string, Icon>
