import { formatDay } from '../../../web/formats.ts'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { t } from '../../../web/words.ts'
import { ruleSetKinds } from '../parameters/rules.ts'
import { competency } from './asking.ts'

/** Dictionaries, standards and parameters with the version that is newest. */
export function RuleSetsTab() {
  const { data, problem, pending, retry } = competency.useAsk('ruleSets')
  if (pending) return <Loading kind="cards" />
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} /> : null
  return ruleSetKinds.map((kind) => (
    <Card key={kind} title={t(`competency.rules.kind.${kind}`)}>
      <ItemList
        items={data.ruleSets
          .filter((set) => set.kind === kind)
          .map((set) => ({
            key: set.name,
            title: <Link to={`/kompetensi/standar/aturan/${set.name}`}>{set.name}</Link>,
            note: [
              t('competency.rules.version', { n: set.version, on: formatDay(set.effectiveFrom) }),
              set.legalBasis,
            ].join(' · '),
          }))}
      />
    </Card>
  ))
}
