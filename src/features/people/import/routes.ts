import { type Implementation, implement } from '../../../platform/http/implement.ts'
import { imports } from './contract.ts'
import type { ImportKind } from './kind/rules.ts'
import { listRows, report } from './report/service.ts'
import { confirm, discard, listImports, showImport, upload } from './service.ts'

export const importRoutes = (kinds: readonly ImportKind[]): Implementation =>
  implement(imports, {
    upload,
    list: listImports,
    show: (ctx, input) => showImport(ctx, input, kinds),
    rows: (ctx, input) => listRows(ctx, input, kinds),
    confirm,
    discard,
    report: (ctx, input) => report(ctx, input, kinds),
  })
