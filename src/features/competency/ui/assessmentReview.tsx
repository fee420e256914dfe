import { useEffect } from 'react'
import { Badge } from '../../../web/kit/badge.tsx'
import { ActionBar, Button } from '../../../web/kit/button.tsx'
import { Form as FormFrame, Notice } from '../../../web/kit/form.tsx'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { Card } from '../../../web/kit/section.tsx'
import type { Problem } from '../../../web/problem.ts'
import { t } from '../../../web/words.ts'
import type { Form } from './asking.ts'
import type { Answers } from './assessmentStep.tsx'

export interface AssessmentReviewProps {
  form: Form
  who: string
  answers: Answers
  goTo: (step: number) => void
  onSend: () => void
  pending: boolean
  problem: Problem | undefined
}

/** Everything once more before it is sent; what is left out stays unassessed. */
export function AssessmentReview({ form, who, answers, goTo, onSend, pending, problem }: AssessmentReviewProps) {
  const levelOf = (code: string) => answers[code]?.level || 0
  const chosen = form.competencies.filter(({ competency }) => levelOf(competency) > 0).length
  const left = form.competencies.length - chosen
  useEffect(() => document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true }), [])
  return (
    <Page title={t('competency.assess.review')} lead={t('competency.assess.about', { who })} narrow>
      {chosen === 0 && <Notice tone="warn">{t('competency.assess.empty')}</Notice>}
      {chosen > 0 && left > 0 && <Notice tone="info">{t('competency.assess.left', { n: left })}</Notice>}
      <FormFrame problem={problem} onSend={onSend}>
        <Card>
          <ItemList
            items={form.competencies.map((one, i) => {
              const level = levelOf(one.competency)
              return {
                key: one.competency,
                title: one.name,
                mark: level ? (
                  <Badge tone="good">{t('competency.level', { level, name: form.levelNames[level - 1] ?? '' })}</Badge>
                ) : (
                  <Badge tone="quiet">{t('competency.assess.skipped')}</Badge>
                ),
                note: answers[one.competency]?.note || undefined,
                action: (
                  <Button small onPress={() => goTo(i)}>
                    {t(level ? 'competency.assess.change' : 'competency.assess.fill')}
                  </Button>
                ),
              }
            })}
          />
        </Card>
        <ActionBar>
          <Button onPress={() => goTo(form.competencies.length - 1)}>{t('competency.assess.back')}</Button>
          <Button kind="primary" type="submit" pending={pending} disabled={chosen === 0}>
            {t('competency.assess.send')}
          </Button>
        </ActionBar>
      </FormFrame>
    </Page>
  )
}
