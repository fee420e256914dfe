import type { ValueWords } from '../../../web/kit/valueEditor.tsx'
import { t } from '../../../web/words.ts'

// Fields of their own stand above the content, and the server writes them into it.
const apart = ['ruleSet', 'version', 'effectiveFrom', 'effectiveTo', 'legalBasis', 'confidence']

export const confidences = () =>
  ['A', 'B', 'C', 'D'].map((value) => ({ value, label: `${value} – ${t(`competency.confidence.${value}`)}` }))

/** Words for a name in a rule set; a code without words of its own shows itself. */
function wordOf(name: string): string {
  for (const key of [`competency.field.${name}`, `competency.job-kind.${name}`, `competency.rater.${name}`]) {
    const words = t(key)
    if (words !== key) return words
  }
  return name
}

function labelOf(path: string): string {
  const name = path.split('.').at(-1) ?? path
  if (name.startsWith('=')) return wordOf(path.slice(path.lastIndexOf('=') + 1))
  return /^\d+$/.test(name) ? `${Number(name) + 1}` : wordOf(name)
}

export const ruleSetWords = (): ValueWords => ({
  label: labelOf,
  choices: (path) => (path.endsWith('.confidence') ? confidences() : undefined),
  kindOfEmpty: (path) => (path.endsWith('.atLeast') ? 'number' : 'text'),
  hidden: (path) => apart.includes(path),
})
