import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMe } from '../../../web/account/session.ts'
import { useDraft } from '../../../web/drafts.ts'
import { Empty } from '../../../web/kit/empty.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { Page } from '../../../web/kit/page.tsx'
import { ProblemView } from '../../../web/kit/problemView.tsx'
import { toast } from '../../../web/kit/toast.tsx'
import { t } from '../../../web/words.ts'
import type { AssessingPart } from '../access.ts'
import { type Form, competency } from './asking.ts'
import { type AssessorChoice, AssessorStep } from './assessorStep.tsx'
import { AssessmentReview } from './assessmentReview.tsx'
import { type Answers, AssessmentStep } from './assessmentStep.tsx'

interface Draft extends AssessorChoice {
  answers: Answers
}

const nothing: Draft = { answers: {}, assessor: null, on: '' }

/** `/kompetensi/nilai/saya` and `/kompetensi/nilai/$personId`; an assessor's finding is written down with `?sebagai=assessor`. */
export default function AssessmentPage() {
  const me = useMe()
  const { personId: asked } = useParams({ strict: false }) as { personId?: string }
  const { sebagai } = useSearch({ strict: false }) as { sebagai?: string }
  const personId = Number(asked ?? me.account.personId)
  const mine = personId === me.account.personId
  const part: AssessingPart = mine ? 'self' : sebagai === 'assessor' ? 'assessor' : 'supervisor'
  if (!personId)
    return (
      <Page title={t('competency.assess.as.self')}>
        <Empty title={t('competency.profile.nobody')}>{t('competency.profile.nobodyHint')}</Empty>
      </Page>
    )
  return <Assessment key={`${part} ${personId}`} personId={personId} part={part} />
}

function Assessment({ personId, part }: { personId: number; part: AssessingPart }) {
  const draft = useDraft<Draft>(`competency.assess.${part}.${personId}`, nothing)
  const { assessor, on } = draft.value
  const [step, goTo] = useStep()
  const ready = part !== 'assessor' || (assessor !== null && on !== '')
  const assessorId = part === 'assessor' && assessor ? { assessorId: assessor.personId } : {}
  const { data, problem, pending, retry } = competency.useAsk(
    'assessmentForm',
    { ...(part === 'self' ? {} : { personId }), as: part, ...assessorId },
    { when: ready },
  )
  if (!ready)
    return (
      <Page title={t('competency.assess.as.assessor')} crumbs={[crumb()]} narrow>
        <AssessorStep value={{ assessor, on }} onChange={(choice) => draft.set({ ...draft.value, ...choice })} />
      </Page>
    )
  if (pending) return <Loading kind="page" />
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} page /> : null
  return (
    <Steps
      form={data}
      at={step}
      goTo={goTo}
      choice={{ assessor, on }}
      answers={draft.value.answers}
      restored={draft.restored}
      onChange={(answers) => draft.set({ ...draft.value, answers })}
      onSent={() => draft.discard()}
    />
  )
}

const crumb = () => ({ label: t('competency.team.title'), to: '/kompetensi/nilai' })

/** The step stands in the URL, so that the phone's own way back leads to the competency before. */
function useStep(): [number, (step: number) => void] {
  const { langkah } = useSearch({ strict: false }) as { langkah?: string }
  const navigate = useNavigate()
  const goTo = (step: number) =>
    void navigate({
      to: '.',
      search: ((now: object) => ({ ...now, langkah: step > 0 ? step + 1 : undefined })) as never,
    })
  return [Math.max(0, (Number(langkah) || 1) - 1), goTo]
}

interface StepsProps {
  form: Form
  at: number
  goTo: (step: number) => void
  choice: AssessorChoice
  answers: Answers
  restored: boolean
  onChange: (answers: Answers) => void
  onSent: () => void
}

function Steps({ form, at, goTo, choice, answers, restored, onChange, onSent }: StepsProps) {
  const assess = competency.useTell('assess')
  const navigate = useNavigate()
  const { personId, name } = form.person
  const mine = form.as === 'self'
  const profile = mine ? '/kompetensi/saya' : `/kompetensi/${personId}`

  const send = () => {
    const ratings = form.competencies.flatMap(({ competency: code }) => {
      const answer = answers[code]
      if (!answer?.level) return []
      const note = answer.note.trim()
      return [{ competency: code, level: answer.level, ...(note ? { note } : {}) }]
    })
    const assessed =
      form.as === 'assessor' && choice.assessor ? { assessorId: choice.assessor.personId, on: choice.on } : {}
    void assess.tell({ personId, as: form.as, ...assessed, ratings } as never, ({ recorded }) => {
      onSent()
      toast({ words: t('competency.assess.sent', { n: recorded }), tone: 'good' })
      void navigate({ to: profile, replace: true })
    })
  }

  const one = form.competencies[at]
  const who = mine ? t('competency.assess.yourself') : name
  if (!one)
    return (
      <AssessmentReview
        form={form}
        who={who}
        answers={answers}
        goTo={goTo}
        onSend={send}
        pending={assess.pending}
        problem={assess.problem}
      />
    )
  return (
    <AssessmentStep
      key={one.competency}
      form={form}
      who={who}
      at={at}
      restored={restored && at === 0}
      answers={answers}
      onChange={onChange}
      goTo={goTo}
      crumb={mine ? { label: t('competency.profile.mine'), to: profile } : crumb()}
    />
  )
}
