import type { ValueWords } from '../../../web/kit/valueEditor.tsx'
import { t } from '../../../web/words.ts'
import type { TrainingGroup } from '../ruleset/rules.ts'

const words = (key: string): string | undefined => {
  const found = t(key)
  return found === key ? undefined : found
}

const families = ['field', 'dimension', 'indicator', 'category', 'band', 'employment'] as const

/** A name of the rule set in words; codes of the nation without words stay codes. */
function wordOf(name: string, parent: string): string {
  if (parent === 'predicates' && /^\d$/.test(name)) return t(`index.predicate.${name}`)
  if (['R', 'S', 'B'].includes(name)) return t(`index.level.${name}`)
  for (const family of families) {
    const found = words(`index.${family}.${name}`)
    if (found) return found
  }
  return name
}

function labelOf(path: string): string {
  const value = path.indexOf('.=')
  if (value >= 0) return wordOf(path.slice(value + 2), '')
  const [parent = '', name = path] = path.split('.').slice(-2)
  if (path.includes('.'))
    return /^\d+$/.test(name) && parent !== 'predicates' ? `${Number(name) + 1}` : wordOf(name, parent)
  return wordOf(path, '')
}

/** A path as a reader says it: Kinerja › Skala › Tanpa penilaian › Poin. */
export const pathInWords = (path: string): string =>
  path
    .split('.')
    .map((_, i, names) => labelOf(names.slice(0, i + 1).join('.')))
    .join(' › ')

const order = [
  'note',
  'effectiveFrom',
  'effectiveTo',
  'legalBasis',
  'confidence',
  'population',
  'qualification',
  'competency',
  'performance',
  'discipline',
  'categories',
]

/** The content in the order in which a reader expects it; the server's order of keys means nothing. */
export const inOrder = (body: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(body).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)))

const confidences = () =>
  ['A', 'A/B', 'B', 'C', 'D'].map((value) => ({
    value,
    label: `${value} – ${t(`index.confidence.${value.replace('/', '')}`)}`,
  }))

const options = (values: readonly string[]) => () => values.map((value) => ({ value, label: wordOf(value, '') }))

const choices: Record<string, () => { value: string; label: string }[]> = {
  confidence: confidences,
  by: options(['rolling', 'calendar']),
  choose: options(['best', 'worst']),
  monthDay: () => ['01-01', '12-31'].map((value) => ({ value, label: value })),
}

const emptied: Record<string, 'number' | 'text' | 'day'> = {
  above: 'number',
  days: 'number',
  legalBasis: 'text',
  effectiveTo: 'day',
}

const trainingGroups: readonly TrainingGroup[] = ['leadership', 'functional', 'technical', 'seminar']
const nameIn = (path: string) => path.split('.').at(-1) ?? path
const isGroup = (path: string) => /\.by(Type|Class)\./.test(path)

export const ruleSetWords = (): ValueWords => ({
  label: labelOf,
  choices: (path) => (isGroup(path) ? options(trainingGroups)() : choices[nameIn(path)]?.()),
  kindOfEmpty: (path) => emptied[nameIn(path)] as 'text',
  // The register of rule sets gives name and version; how an indicator counts is the shape of its rule.
  hidden: (path) => ['ruleSet', 'version'].includes(path) || nameIn(path) === 'counts',
})
