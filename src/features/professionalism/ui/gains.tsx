import { IconCircleCheck } from '../../../web/kit/icons.ts'
import { Empty } from '../../../web/kit/empty.tsx'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { t } from '../../../web/words.ts'
import type { Estimate } from './asking.ts'

/** What would raise the index, the most first. */
export const Gains = ({ estimate: { gains }, mine }: { estimate: Estimate; mine: boolean }) => (
  <Card title={t(mine ? 'index.gain.titleMine' : 'index.gain.title')} lead={t('index.gain.lead')}>
    {gains.length === 0 ? (
      <Empty icon={IconCircleCheck} title={t('index.gain.none')}>
        {t('index.gain.noneHint')}
      </Empty>
    ) : (
      <ItemList
        items={gains.map((gain, i) => ({
          key: i,
          title: gain.text,
          note: t(`index.indicator.${gain.indicator}`),
        }))}
      />
    )}
  </Card>
)
