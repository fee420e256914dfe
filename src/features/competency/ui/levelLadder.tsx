import { Badge } from '../../../web/kit/badge.tsx'
import { Disclosure } from '../../../web/kit/descriptionList.tsx'
import { IconCircleCheck, IconTarget } from '../../../web/kit/icons.ts'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Row } from '../../../web/kit/layout.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { t } from '../../../web/words.ts'
import { competency as asking } from './asking.ts'

export interface LevelLadderProps {
  competency: string
  required?: number
  level?: number | null
}

/** The five levels in the words of the dictionary, with where the person and the post stand. */
export const LevelLadder = (props: LevelLadderProps) => (
  <Disclosure summary={t('competency.detail.levels')} open>
    <Ladder {...props} />
  </Disclosure>
)

function Ladder({ competency, required, level }: LevelLadderProps) {
  const { data, problem, pending, retry } = asking.useAsk('dictionary')
  if (pending) return <Loading count={5} />
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} /> : null
  const found = data.competencies.find((one) => one.competency === competency)
  return (
    <ItemList
      items={(found?.levels ?? []).map((words, i) => ({
        key: i + 1,
        title: t('competency.level', { level: i + 1, name: data.levelNames[i] ?? '' }),
        mark: (
          <Row>
            {level === i + 1 && (
              <Badge tone="info" icon={IconCircleCheck}>
                {t('competency.detail.here')}
              </Badge>
            )}
            {required === i + 1 && (
              <Badge tone="warn" icon={IconTarget}>
                {t('competency.detail.target')}
              </Badge>
            )}
          </Row>
        ),
        note: words,
      }))}
    />
  )
}
