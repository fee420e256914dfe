import { sayIn } from '../../../../platform/words/words.ts'
import type { Language } from '../../../../shared/words.ts'
import { echelon, functionalLevel, trainingType } from '../../../people/naming/rules.ts'
import type { PlanningParameters } from '../../parameters/rules.ts'
import { developmentForm, formSource, unitsFor } from '../form/rules.ts'
import { expectedChange } from '../gain/rules.ts'
import { type Audience, type Category, type Effect, kindsOf, type ProgrammeKind, rupiahPerHead } from '../rules.ts'

interface Line {
  kind: ProgrammeKind
  form: string
  category: Category
  audience: Audience
  fixedRupiah: number
  seatRupiah: number
  maxSeats: number
}

/** What the codes of a programme are called, and what it costs a head. */
export function lineInWords(language: Language, line: Line) {
  const form = developmentForm(line.form)!
  return {
    kindWords: sayIn(language, `planning.programme.kind.${line.kind}`),
    formName: form.name[language],
    path: form.path,
    pathWords: sayIn(language, `planning.programme.path.${form.path}`),
    categoryWords: sayIn(language, `planning.programme.category.${line.category}`),
    audienceWords: audienceInWords(language, line.audience),
    rupiahPerHead: rupiahPerHead(line),
  }
}

/** For whom a programme is: "PNS, PPPK · pejabat struktural (IV.a, IV.b), jabatan fungsional (Ahli Muda)". */
export function audienceInWords(language: Language, audience: Audience): string {
  const { employments = [], echelons = [], functionalLevels = [] } = audience
  const narrowed = {
    structural: [...new Set(echelons.map((code) => echelon(code)?.name ?? code))],
    functional: functionalLevels.map((code) => functionalLevel(code)?.name ?? code),
    general: [],
  }
  const posts = (kindsOf(audience) ?? []).map((kind) => {
    const words = sayIn(language, `planning.programme.post.${kind}`)
    return narrowed[kind].length > 0 ? `${words} (${narrowed[kind].join(', ')})` : words
  })
  const parts = [employments.join(', '), posts.join(', ')].filter((part) => part !== '')
  return parts.length > 0 ? parts.join(' · ') : sayIn(language, 'planning.programme.audience.everybody')
}

const hundredths = (value: number) => Math.round(value * 100) / 100

/** What a plan counts on, and the sentence that says how it came from what was stated or measured. */
export function effectInWords(language: Language, parameters: PlanningParameters, effect: Effect) {
  const { expected, low, high } = expectedChange(parameters, effect)
  const { priorMean, levelsPerStandardDeviation, persistence } = parameters.effect
  return {
    expected,
    low,
    high,
    words: sayIn(language, `planning.programme.gain.${effect.source}`, {
      gain: hundredths(effect.gain),
      error: hundredths(effect.standardError),
      usual: hundredths(priorMean * levelsPerStandardDeviation),
      share: Math.round(persistence * 100),
      expected: hundredths(expected),
    }),
  }
}

/** What the form credits in JP, from which regulation, and under which type BKN files it. */
export function conversionInWords({ form, lessonHours }: { form: string; lessonHours: number }) {
  const { national, international, trainingType: type } = developmentForm(form)!
  return {
    national,
    international,
    units: unitsFor(national, lessonHours),
    trainingTypeName: trainingType(type)?.name ?? null,
    ...formSource,
  }
}
