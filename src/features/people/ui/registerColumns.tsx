import { formatDay } from '../../../web/formats.ts'
import type { Column } from '../../../web/kit/table.tsx'
import { t } from '../../../web/words.ts'
import type { RegisterLine } from './asking.ts'
import { StandingBadges } from './standing.tsx'

/** The columns of every list of persons. */
export const registerColumns = (): Column<RegisterLine>[] => [
  { key: 'name', header: t('people.column.name'), cell: (p) => p.fullName, sort: 'name' },
  { key: 'nip', header: t('people.column.nip'), cell: (p) => p.nip, sort: 'nip' },
  { key: 'post', header: t('people.column.post'), cell: (p) => p.postTitle ?? '–', sort: 'post' },
  { key: 'unit', header: t('people.column.unit'), cell: (p) => p.unitName ?? '–', sort: 'unit' },
  { key: 'standing', header: t('people.standing'), cell: (p) => <StandingBadges {...p} /> },
  { key: 'grade', header: t('people.column.grade'), cell: (p) => p.gradeName ?? '–', sort: 'grade', roomy: true },
  {
    key: 'retires',
    header: t('people.column.retires'),
    cell: (p) => (p.retiresOn ? formatDay(p.retiresOn) : '–'),
    sort: 'retires',
    whole: true,
    roomy: true,
  },
]

export const personPath = (personId: number): string => `/pegawai/${personId}`
