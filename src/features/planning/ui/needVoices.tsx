import { Badge } from '../../../web/kit/badge.tsx'
import { Button } from '../../../web/kit/button.tsx'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Text } from '../../../web/kit/layout.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { t } from '../../../web/words.ts'
import { type Need, planning } from './needAsking.ts'
import { sourceIcons } from './needMarks.tsx'

const most = 5

/** What was said of one need, as far as the reader may read it. */
export function NeedVoices({ need: { competency, unitId, year } }: { need: Need }) {
  const { data } = planning.useAsk('voices', { competency, unitId, year, limit: most })
  if (!data) return null
  return (
    <Card
      title={t('planning.need.voicesTitle')}
      actions={
        <Button small to="/rencana/usulan" search={{ bagian: 'semua', competency }}>
          {t('planning.need.allVoices')}
        </Button>
      }
    >
      {data.rows.length === 0 ? (
        <Text quiet>{t('planning.need.noVoices')}</Text>
      ) : (
        <ItemList
          items={data.rows.map((voice) => ({
            key: voice.voiceId,
            title: voice.title,
            mark: (
              <Badge tone="quiet" icon={sourceIcons[voice.source]}>
                {voice.sourceWords}
              </Badge>
            ),
            note: [voice.personName, voice.reason, voice.legalBasis].filter(Boolean).join(' · '),
          }))}
        />
      )}
      {data.total > most && <Text quiet>{t('planning.need.moreVoices', { n: data.total - most })}</Text>}
    </Card>
  )
}
