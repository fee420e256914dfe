import {
  listProgrammes,
  programmeChoices,
  restoreProgramme,
  retireProgramme,
  saveProgramme,
  showProgramme,
} from './service.ts'

export const programmeRoutes = {
  programmes: listProgrammes,
  programme: showProgramme,
  programmeChoices,
  saveProgramme,
  retireProgramme,
  restoreProgramme,
}
