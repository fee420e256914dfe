import { formatNumber } from '../../../web/formats.ts'
import { Columns } from '../../../web/kit/layout.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { ShareBar } from '../../../web/kit/shareBar.tsx'
import { Stat } from '../../../web/kit/stat.tsx'
import { t } from '../../../web/words.ts'
import type { Counts } from './importAsking.ts'
import { outcomes, rowsIn, takenIn } from './importWords.ts'

const colours = { new: 0, changed: 2, same: 4, conflict: 1, rejected: 3 } as const

/** What becomes of the rows, to look at before any of them is read. */
export const ImportPicture = ({ counts, applied }: { counts: Counts; applied: boolean }) => (
  <Card title={t(applied ? 'people.import.picture-done' : 'people.import.picture')}>
    <Columns>
      <Stat
        label={t(applied ? 'people.import.taken' : 'people.import.to-take')}
        value={formatNumber(takenIn(counts))}
        unit={t('people.import.of-rows', { n: rowsIn(counts) })}
      />
      <Stat
        label={t('people.import.to-mend')}
        value={formatNumber(counts.rejected)}
        note={t('people.import.to-mend-note')}
      />
      <Stat
        label={t('people.import.to-decide')}
        value={formatNumber(counts.conflict)}
        {...(counts.conflict > 0 && applied ? { to: '/konflik' } : {})}
        note={t('people.import.to-decide-note')}
      />
    </Columns>
    <ShareBar
      label={t('people.import.all-rows')}
      parts={outcomes.map((outcome) => ({
        key: outcome,
        label: t(`people.import.outcome.${outcome}`),
        value: counts[outcome],
        colour: colours[outcome],
      }))}
    />
  </Card>
)
