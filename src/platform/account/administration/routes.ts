import { implement } from '../../http/implement.ts'
import { accounts } from './contract.ts'
import * as administration from './service.ts'
import { createForRegister, discardSheet, downloadSheet, listSheets, resumeSheet, takeSheet } from './sheet/service.ts'

export const accountsRoutes = implement(accounts, {
  list: administration.listAccounts,
  show: administration.showAccount,
  summary: administration.summary,
  candidates: administration.findCandidates,
  units: administration.findUnits,
  create: administration.createAccount,
  createForRegister,
  sheets: listSheets,
  resumeSheet,
  takeSheet,
  discardSheet,
  download: downloadSheet,
  resetPassword: administration.resetPassword,
  grantRole: administration.grantRole,
  revokeRole: administration.revokeRole,
  disable: administration.disable,
  enable: administration.enable,
})
