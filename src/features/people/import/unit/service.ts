import type { Screen, Target } from '../kind/rules.ts'
import { applyUnits, loadUnits, placeUnder, unitParents } from './queries.ts'
import { circleOf } from './rules.ts'

/** `ref-unor`: units and the ones above them. */
export const unitTarget: Target = {
  record: 'unit',
  table: 'unit',
  owner: 'none',
  load: loadUnits,
  apply: applyUnits,
  screen: watchTree,
  assign: { parentNationalId: (db, id, value) => placeUnder(db, id, String(value)) },
}

interface Unit {
  parent: string | null
  name: string
}

/** Rejects units that stand above themselves, and lets a unit whose parent nobody knows stand at the top. */
function watchTree(): Screen {
  const brought = new Map<string, Unit>()
  let register: Map<string, Unit> | undefined
  const unitOf = (id: string) => brought.get(id) ?? register?.get(id)
  const parentOf = (id: string) => {
    const unit = brought.get(id)
    // A row that says nothing of a parent leaves the recorded one.
    return unit?.parent ?? register?.get(id)?.parent
  }
  return {
    see({ nationalId, parentNationalId, name }) {
      const id = String(nationalId)
      if (!brought.has(id)) brought.set(id, { parent: parentNationalId as string | null, name: String(name) })
    },
    async judge(db, rows) {
      register ??= await unitParents(db)
      for (const { facts, reasons, warnings } of rows) {
        const circle = circleOf(String(facts.nationalId), parentOf)
        if (circle) {
          const chain = circle.map((id) => unitOf(id)?.name ?? id).join(' → ')
          reasons.push({
            code: 'import.unit-circle',
            column: 'DiatasanId',
            value: facts.parentNationalId,
            params: { chain },
          })
          continue
        }
        const parent = facts.parentNationalId as string | null
        if (parent === null || register.has(parent)) continue
        if (brought.has(parent) && !circleOf(parent, parentOf)) continue
        warnings.push({ code: 'import.unit-parent-unknown', column: 'DiatasanId', value: parent, params: {} })
        facts.parentNationalId = null
      }
    },
  }
}
