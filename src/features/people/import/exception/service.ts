import type { PersonId } from '../../../../shared/ids.ts'
import { takeSupervisor } from '../../supervisor/service.ts'
import { supervisionCircle } from '../../supervisor/rules.ts'
import type { ImportKind, Screen } from '../kind/rules.ts'
import { applyExceptions, loadExceptions, namesOf, supervisorsAbove } from './queries.ts'
import { carriesExceptions, exceptionColumns, readException } from './rules.ts'

/** Recorded exceptions to the supervisor that the structure gives. */
export const supervisorExceptions: ImportKind = {
  name: 'atasan',
  order: 30,
  matches: carriesExceptions,
  read: (values, { today }) => readException(values, today),
  target: {
    record: 'supervisorException',
    owner: 'person',
    table: 'supervisor_exception',
    assign: { supervisorNip: (db, id, nip) => takeSupervisor(db, id as PersonId, String(nip)) },
    links: { supervisorNip: exceptionColumns.supervisor },
    load: loadExceptions,
    apply: applyExceptions,
    screen: watchCircles,
  },
}

/** A row that would make somebody their own superior, over however many steps, is rejected; those before it stand. */
function watchCircles(): Screen {
  const accepted = new Map<string, string>()
  return {
    async judge(db, rows) {
      const above = await supervisorsAbove(
        db,
        rows.map(({ facts }) => String(facts.supervisorNip)),
      )
      for (const { owner, facts, reasons } of rows) {
        const nip = owner!.nip
        const supervisor = String(facts.supervisorNip)
        const chain = [nip]
        for (
          let at: string | undefined = supervisor;
          at !== undefined && chain.length < 50;
          at = accepted.get(at) ?? above.get(at)
        ) {
          chain.push(at)
          if (at === nip) break
        }
        if (!supervisionCircle(chain)?.includes(nip)) {
          accepted.set(nip, supervisor)
          continue
        }
        const names = await namesOf(db, chain)
        const said = chain.map((link) => (names.has(link) ? `${names.get(link)} (${link})` : link)).join(' → ')
        reasons.push({
          code: 'import.supervisor-circle',
          column: exceptionColumns.supervisor,
          value: supervisor,
          params: { chain: said },
        })
      }
    },
  }
}
