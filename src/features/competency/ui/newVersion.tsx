import { useDraft } from '../../../web/drafts.ts'
import { ActionBar, Button } from '../../../web/kit/button.tsx'
import { SelectField } from '../../../web/kit/choices.tsx'
import { DateField, LongTextField, TextField } from '../../../web/kit/fields.tsx'
import { Form, Notice } from '../../../web/kit/form.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { ValueEditor } from '../../../web/kit/valueEditor.tsx'
import { t } from '../../../web/words.ts'
import { type RuleSet, competency } from './asking.ts'
import { confidences, ruleSetWords } from './ruleSetWords.ts'

export interface NewVersionProps {
  set: RuleSet
  onSaved: (jobId: string | null) => void
  onClose: () => void
}

/** The next version of a rule set. Those before it stay for whatever was computed with them. */
export function NewVersion({ set, onSaved, onClose }: NewVersionProps) {
  const today = new Date().toLocaleDateString('sv-SE')
  const start = {
    effectiveFrom: today,
    effectiveTo: set.effectiveTo ?? '',
    legalBasis: set.legalBasis,
    confidence: set.confidence,
    reason: '',
    body: set.body,
  }
  const draft = useDraft(`competency.rules.${set.name}.${set.version}`, start)
  const { value, set: change } = draft
  const edit = competency.useTell('editRuleSet')
  const fieldOf = (name: 'effectiveFrom' | 'effectiveTo' | 'legalBasis' | 'reason') => ({
    label: t(`competency.rules.${name}`),
    value: value[name],
    onChange: (next: string) => change({ ...value, [name]: next }),
    error: edit.problem?.of(name),
  })
  const send = () =>
    void edit.tell(
      { ...value, name: set.name, basedOn: set.version, effectiveTo: value.effectiveTo || null } as never,
      ({ jobId }) => {
        draft.discard(start)
        onSaved(jobId)
      },
    )
  const errors = (edit.problem?.fields ?? []).map((f) => ({ ...f, path: f.path.replace(/^body\./, '') }))
  return (
    <Form problem={edit.problem} onSend={send}>
      {draft.restored && <Notice tone="info">{t('competency.assess.restored')}</Notice>}
      <Card title={t('competency.rules.new')} lead={t('competency.rules.newLead')}>
        <DateField {...fieldOf('effectiveFrom')} earliest={today} required />
        <DateField {...fieldOf('effectiveTo')} />
        <TextField {...fieldOf('legalBasis')} required />
        <SelectField
          label={t('competency.detail.confidence')}
          value={value.confidence}
          onChange={(confidence) => change({ ...value, confidence })}
          options={confidences()}
        />
        <LongTextField {...fieldOf('reason')} rows={3} required />
      </Card>
      <Card title={t('competency.rules.content')}>
        <ValueEditor
          value={value.body}
          onChange={(body) => change({ ...value, body: body as RuleSet['body'] })}
          errors={errors}
          {...ruleSetWords()}
        />
      </Card>
      <ActionBar>
        <Button onPress={onClose}>{t('web.cancel')}</Button>
        <Button kind="primary" type="submit" pending={edit.pending}>
          {t('competency.rules.save')}
        </Button>
      </ActionBar>
    </Form>
  )
}
