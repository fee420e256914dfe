import { Link } from '../../../web/kit/link.tsx'
import { useOpensUnit } from './unitNames.ts'

interface Step {
  unitId: number
  name: string
}

/** A unit's name, and the way to its page for whoever may open it. */
export function UnitLink({ unit }: { unit: Step }) {
  const opens = useOpensUnit()
  return opens(unit.unitId) ? <Link to={`/unit/${unit.unitId}`}>{unit.name}</Link> : unit.name
}

/** Units from the top down. */
export const UnitPath = ({ steps }: { steps: readonly Step[] }) =>
  steps.map((step, i) => (
    <span key={step.unitId}>
      {i > 0 && ' › '}
      <UnitLink unit={step} />
    </span>
  ))
