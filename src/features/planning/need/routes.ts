import { listNeeds, showNeed, showNeedMap } from './list/service.ts'
import { listNeedPeople } from './people/service.ts'
import { routeNeed, unrouteNeed } from './route/service.ts'
import { addVoice, listVoices, restoreVoice, withdrawVoice } from './voice/service.ts'

export const needRoutes = {
  needs: listNeeds,
  needMap: showNeedMap,
  need: showNeed,
  needPeople: listNeedPeople,
  voices: listVoices,
  addVoice,
  withdrawVoice,
  restoreVoice,
  routeNeed,
  unrouteNeed,
}
