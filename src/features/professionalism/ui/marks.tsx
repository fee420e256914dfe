import { Badge } from '../../../web/kit/badge.tsx'
import { Text } from '../../../web/kit/layout.tsx'
import { t } from '../../../web/words.ts'
import type { Category } from '../ruleset/rules.ts'
import { categoryTones } from './tones.ts'

export const CategoryMark = ({ category }: { category: Category | null }) =>
  category && <Badge tone={categoryTones[category]}>{t(`index.category.${category}`)}</Badge>

/** The law behind a number, and how well it is founded, in words. */
export const Basis = ({ legalBasis, confidence }: { legalBasis: string | null; confidence: string }) => (
  <Text quiet>
    {legalBasis ?? t('index.basis.proposal')} · {t(`index.confidence.${confidence.replace('/', '')}`)}
  </Text>
)
