import { useEffect } from 'react'
import { formatDay } from '../../../web/formats.ts'
import { ActionBar, Button } from '../../../web/kit/button.tsx'
import { RadioCards } from '../../../web/kit/choices.tsx'
import { LongTextField } from '../../../web/kit/fields.tsx'
import { Form as FormFrame, Notice } from '../../../web/kit/form.tsx'
import { Text } from '../../../web/kit/layout.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { Progress } from '../../../web/kit/progress.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { t } from '../../../web/words.ts'
import type { Form } from './asking.ts'

export type Answers = Record<string, { level: number; note: string } | undefined>

export interface AssessmentStepProps {
  form: Form
  /** The assessed person, or "Anda". */
  who: string
  at: number
  restored: boolean
  answers: Answers
  onChange: (answers: Answers) => void
  goTo: (step: number) => void
  crumb: { label: string; to: string }
}

/** One competency: the five levels in words, and an example. The level that the post asks for is left out on purpose. */
export function AssessmentStep({ form, who, at, restored, answers, onChange, goTo, crumb }: AssessmentStepProps) {
  const one = form.competencies[at]!
  const answer = answers[one.competency] ?? { level: 0, note: '' }
  const count = form.competencies.length
  const set = (change: Partial<typeof answer>) => onChange({ ...answers, [one.competency]: { ...answer, ...change } })
  useEffect(() => {
    // Keyboard and screen reader begin each competency at its name; the first one is the page's own arrival.
    if (at > 0) document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [at])

  return (
    <Page title={one.name} lead={t('competency.assess.about', { who })} crumbs={[crumb]} narrow>
      <Progress label={t('competency.assess.progress', { n: at + 1, total: count })} share={(at + 1) / (count + 1)} />
      {restored && <Notice tone="info">{t('competency.assess.restored')}</Notice>}
      <FormFrame onSend={() => goTo(at + 1)}>
        <Card>
          <Text quiet>{one.definition}</Text>
          {one.previous && (
            <Text>
              {t('competency.assess.previous', { level: one.previous.level, on: formatDay(one.previous.on) })}
              {one.previous.note && ` “${one.previous.note}”`}
            </Text>
          )}
          <RadioCards
            label={t(form.as === 'self' ? 'competency.assess.whichSelf' : 'competency.assess.which', { who })}
            value={answer.level ? String(answer.level) : ''}
            onChange={(level) => set({ level: Number(level) })}
            options={one.levels.map((words, i) => ({
              value: String(i + 1),
              label: t('competency.level', { level: i + 1, name: form.levelNames[i] ?? '' }),
              hint: words,
            }))}
          />
          <LongTextField
            label={t('competency.assess.note')}
            hint={t('competency.assess.noteHint')}
            value={answer.note}
            onChange={(note) => set({ note })}
            rows={3}
            maxLength={2000}
          />
        </Card>
        <ActionBar>
          {at > 0 && <Button onPress={() => goTo(at - 1)}>{t('competency.assess.back')}</Button>}
          <Button kind="primary" type="submit">
            {t(answer.level ? 'competency.assess.next' : 'competency.assess.skip')}
          </Button>
        </ActionBar>
      </FormFrame>
    </Page>
  )
}
