import { Disclosure } from '../../../web/kit/descriptionList.tsx'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Stack, Text } from '../../../web/kit/layout.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { t } from '../../../web/words.ts'
import { competencyKinds } from '../rules.ts'
import { competency } from './asking.ts'

/** Every competency with its five levels, as the dictionaries in force describe them. */
export function DictionaryTab() {
  const { data, problem, pending, retry } = competency.useAsk('dictionary')
  if (pending) return <Loading kind="cards" />
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} /> : null
  return (
    <Stack>
      {competencyKinds.map((kind) => {
        const own = data.competencies.filter((one) => one.kind === kind)
        if (own.length === 0) return null
        return (
          <Card key={kind} title={t(`competency.kind.${kind}`)} lead={t(`competency.kind.${kind}.lead`)}>
            {own.map((one) => (
              <Disclosure key={one.competency} summary={`${one.competency} · ${one.name}`}>
                {one.field && <Text quiet>{one.field}</Text>}
                <Text>{one.definition}</Text>
                <ItemList
                  items={one.levels.map((words, i) => ({
                    key: i,
                    title: t('competency.level', { level: i + 1, name: data.levelNames[i] ?? '' }),
                    note: words,
                  }))}
                />
              </Disclosure>
            ))}
          </Card>
        )
      })}
      <Disclosure summary={t('competency.dictionary.source')}>
        <ItemList
          items={data.dictionaries.map((set) => ({
            key: set.ruleSet,
            title: t('competency.standard.version', { name: set.ruleSet, version: set.version }),
            note: `${set.legalBasis} · ${t(`competency.confidence.${set.confidence}`)}`,
          }))}
        />
      </Disclosure>
    </Stack>
  )
}
