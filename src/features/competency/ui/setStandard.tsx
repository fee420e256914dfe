import { useDraft } from '../../../web/drafts.ts'
import { Button } from '../../../web/kit/button.tsx'
import { SelectField } from '../../../web/kit/choices.tsx'
import { DateField, LongTextField, TextField } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { toast } from '../../../web/kit/toast.tsx'
import { t } from '../../../web/words.ts'
import { levels } from '../rules.ts'
import { type PostStandard, competency } from './asking.ts'

const giveBack = 'table'

/** Sets one requirement of one post from a day on, with its legal basis and reason. */
export function SetStandard({ post }: { post: PostStandard }) {
  const today = new Date().toLocaleDateString('sv-SE')
  const empty = { code: '', level: '', effectiveFrom: today, legalBasis: '', reason: '' }
  const draft = useDraft(`competency.post.${post.postId}`, empty)
  const { value } = draft
  const set = (change: Partial<typeof empty>) => draft.set({ ...value, ...change })
  const { data: dictionary } = competency.useAsk('dictionary')
  const save = competency.useTell('setPostStandard')
  const send = () => {
    const level = value.level === giveBack ? null : Number(value.level)
    const requirements = [{ competency: value.code, level }]
    const { effectiveFrom, legalBasis, reason } = value
    void save.tell(
      { postId: post.postId, requirements, effectiveFrom, legalBasis, reason } as never,
      ({ recomputed }) => {
        draft.discard(empty)
        toast({ words: t('competency.post.saved', { n: recomputed }), tone: 'good' })
      },
    )
  }
  return (
    <Card title={t('competency.post.set')} lead={t('competency.post.setLead')}>
      <Form problem={save.problem} onSend={send}>
        <SelectField
          label={t('competency.column.competency')}
          value={value.code}
          onChange={(code) => set({ code })}
          none={t('competency.post.choose')}
          options={(dictionary?.competencies ?? []).map((c) => ({ value: c.competency, label: c.name }))}
          required
        />
        <SelectField
          label={t('competency.detail.required')}
          value={value.level}
          onChange={(level) => set({ level })}
          none={t('competency.post.choose')}
          options={[
            ...levels.map((n) => ({
              value: String(n),
              label: t('competency.level', { level: n, name: dictionary?.levelNames[n - 1] ?? '' }),
            })),
            { value: giveBack, label: t('competency.post.table') },
          ]}
          error={save.problem?.of('requirements.0.level')}
          required
        />
        <DateField
          label={t('competency.post.effectiveFrom')}
          value={value.effectiveFrom}
          onChange={(effectiveFrom) => set({ effectiveFrom })}
          error={save.problem?.of('effectiveFrom')}
          required
        />
        <TextField
          label={t('competency.detail.basis')}
          hint={t('competency.post.basisHint')}
          value={value.legalBasis}
          onChange={(legalBasis) => set({ legalBasis })}
          error={save.problem?.of('legalBasis')}
          required
        />
        <LongTextField
          label={t('competency.post.reason')}
          value={value.reason}
          onChange={(reason) => set({ reason })}
          error={save.problem?.of('reason')}
          rows={3}
          required
        />
        <Button kind="primary" type="submit" pending={save.pending}>
          {t('competency.post.save')}
        </Button>
      </Form>
    </Card>
  )
}
