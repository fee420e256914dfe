import { formatNumber } from '../../../web/formats.ts'
import { Disclosure } from '../../../web/kit/descriptionList.tsx'
import { HeatMap } from '../../../web/kit/heatMap.tsx'
import { Text } from '../../../web/kit/layout.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { t } from '../../../web/words.ts'
import { competency } from './asking.ts'

/** Kinds of post × competencies: the levels that the table of the nation asks for. */
export function StandardTable() {
  const { data, problem, pending, retry } = competency.useAsk('standards')
  if (pending) return <Loading kind="table" count={8} />
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} /> : null
  return (
    <>
      <HeatMap
        caption={t('competency.standard.table')}
        corner={t('competency.column.job-kind')}
        columns={data.competencies.map((column) => ({ key: column.competency, label: column.name }))}
        rows={data.rows.map((row) => ({
          key: row.jobKind,
          label: t(`competency.job-kind.${row.jobKind}`),
          cells: row.levels.map((level) => ({ text: formatNumber(level) })),
        }))}
      />
      <Disclosure summary={t('competency.standard.source')}>
        <Text>{data.source.legalBasis}</Text>
        <Text>{t(`competency.confidence.${data.source.confidence}`)}</Text>
        <Text quiet>
          {t('competency.standard.version', { name: data.source.ruleSet, version: data.source.version })} ·{' '}
          {data.source.origin}
        </Text>
      </Disclosure>
    </>
  )
}
