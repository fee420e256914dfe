import type { Asked } from '../../../web/api.ts'
import { formatInstant } from '../../../web/formats.ts'
import { Empty } from '../../../web/kit/empty.tsx'
import { Notice } from '../../../web/kit/form.tsx'
import { IconScale } from '../../../web/kit/icons.ts'
import { Split, Stack, Text } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { t } from '../../../web/words.ts'
import { placeInWords } from '../../people/unit/rules.ts'
import type { Estimate, PersonIndex } from './asking.ts'
import { Dimensions } from './dimensions.tsx'
import { Gains } from './gains.tsx'
import { Basis } from './marks.tsx'
import { Total } from './total.tsx'
import { Trend } from './trend.tsx'
import { YearPicker } from './years.tsx'

export function PersonAnswer({ asked, mine }: { asked: Asked<PersonIndex>; mine: boolean }) {
  const { data, problem, retry } = asked
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} page /> : <Loading kind="page" />
  const { person, estimate, year } = data
  return (
    <Page
      title={mine ? t('index.person.mine') : person.name}
      lead={mine ? t('index.person.lead') : placeInWords(person.postTitle, person.unitName)}
      crumbs={mine ? [] : [{ label: t('index.list.title'), to: '/indeks/daftar' }]}
      actions={<YearPicker years={data.trend.map((one) => one.year)} year={year} />}
    >
      {estimate ? (
        <Split
          main={
            <Stack>
              <Total answer={data} estimate={estimate} />
              <Gains estimate={estimate} mine={mine} />
              <Dimensions dimensions={estimate.dimensions} />
            </Stack>
          }
          side={
            <Stack>
              <Trend trend={data.trend} />
              <Origin estimate={estimate} ruleSet={data.ruleSet} />
            </Stack>
          }
        />
      ) : (
        <Empty icon={IconScale} title={t('index.person.none')}>
          {data.official
            ? t('index.person.officialOnly', { total: data.official.total, year: data.official.year })
            : t(mine ? 'index.person.noneMine' : 'index.person.noneHint')}
        </Empty>
      )}
    </Page>
  )
}

/** By which rules and when; that the same facts gave the same value again just now. */
const Origin = ({ estimate, ruleSet }: { estimate: Estimate; ruleSet: string }) => (
  <Stack gap="small">
    {!estimate.reproduced && <Notice tone="warn">{t('index.person.notReproduced')}</Notice>}
    <Text quiet>
      <Link to={`/indeks/aturan/${ruleSet}`} search={{ versi: String(estimate.version) }}>
        {t('index.rules.named', { name: ruleSet, version: estimate.version })}
      </Link>{' '}
      · {t('index.person.computed', { at: formatInstant(estimate.computedAt) })}
    </Text>
    <Basis legalBasis={estimate.legalBasis} confidence={estimate.confidence} />
  </Stack>
)
