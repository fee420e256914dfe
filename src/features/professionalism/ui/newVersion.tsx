import { useDraft } from '../../../web/drafts.ts'
import { ActionBar, Button } from '../../../web/kit/button.tsx'
import { LongTextField } from '../../../web/kit/fields.tsx'
import { Form, Notice } from '../../../web/kit/form.tsx'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { ValueEditor } from '../../../web/kit/valueEditor.tsx'
import { t } from '../../../web/words.ts'
import { type RuleSet, index } from './asking.ts'
import { inOrder, pathInWords, ruleSetWords } from './ruleSetWords.ts'

export interface NewVersionProps {
  set: RuleSet
  onSaved: (jobId: string) => void
  onClose: () => void
}

/** The next version of a rule set: every number can be set, and each mistake is said at its field. */
export function NewVersion({ set, onSaved, onClose }: NewVersionProps) {
  const start = { reason: '', body: inOrder(set.body) }
  const draft = useDraft(`index.rules.${set.name}.${set.version}`, start)
  const { value } = draft
  const edit = index.useTell('editRuleSet')
  const errors = (edit.problem?.fields ?? []).map((f) => ({ ...f, path: f.path.replace(/^body\./, '') }))
  const send = () =>
    void edit.tell({ name: set.name, basedOn: set.version, ...value }, ({ jobId }) => {
      draft.discard(start)
      onSaved(jobId)
    })
  return (
    <Form problem={edit.problem} onSend={send}>
      {errors.length > 0 && (
        <Card>
          <ItemList
            items={errors.map((error, i) => ({ key: i, title: pathInWords(error.path), note: error.message }))}
          />
        </Card>
      )}
      {draft.restored && <Notice tone="info">{t('index.rules.restored')}</Notice>}
      <Card title={t('index.rules.new')} lead={t('index.rules.newLead')}>
        <LongTextField
          label={t('index.rules.reason')}
          value={value.reason}
          onChange={(reason) => draft.set({ ...value, reason })}
          error={edit.problem?.of('reason')}
          rows={3}
          required
        />
      </Card>
      <Card title={t('index.rules.content')}>
        <ValueEditor
          value={value.body}
          onChange={(body) => draft.set({ ...value, body: body as RuleSet['body'] })}
          errors={errors}
          {...ruleSetWords()}
        />
      </Card>
      <ActionBar>
        <Button onPress={onClose}>{t('web.cancel')}</Button>
        <Button kind="primary" type="submit" pending={edit.pending}>
          {t('index.rules.save')}
        </Button>
      </ActionBar>
    </Form>
  )
}
