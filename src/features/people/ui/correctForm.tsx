import { useDraft } from '../../../web/drafts.ts'
import { Button } from '../../../web/kit/button.tsx'
import { DescriptionList } from '../../../web/kit/descriptionList.tsx'
import { Form, Notice } from '../../../web/kit/form.tsx'
import { t } from '../../../web/words.ts'
import type { Plain } from '../correction/rules.ts'
import { people } from './asking.ts'
import type { ToCorrect } from './correctSheet.tsx'
import { FieldInput } from './fieldInput.tsx'
import { ReasonField, isReason } from './reasonField.tsx'
import { saidWithUndo } from './undoing.ts'
import { useValueIn } from './unitNames.ts'
import { fieldName } from './values.ts'

/** The old value, the new one, and why. */
export function CorrectForm({ what, onClose }: { what: ToCorrect & { field: string }; onClose: () => void }) {
  const { kind, recordId, version, field, facts, local } = what
  const old = facts[field] ?? null
  const draft = useDraft(`people.correct.${kind}.${recordId}.${field}`, { value: String(old ?? ''), reason: '' })
  const { value, reason } = draft.value
  const correct = people.useTell('correct')
  const restore = people.useTell('restore')
  const valueIn = useValueIn()
  const target = { kind, recordId, field }

  const finish = (words: string, undo: () => Promise<unknown>) => {
    draft.discard()
    onClose()
    saidWithUndo(words, undo)
  }
  const putBack = () => people.tell('correct', { ...target, value: old, reason: t('people.undo.reason') })
  const forget = () => people.tell('restore', { ...target, reason: t('people.undo.reason') })
  const send = () =>
    void correct.tell({ ...target, version, value: typed(field, value), reason }, () =>
      finish(
        t('people.correct.done', { field: fieldName(field) }),
        local.includes(field) || what.addedHere ? putBack : forget,
      ),
    )
  const takeNational = () =>
    void restore.tell({ ...target, version, reason }, () =>
      finish(t('people.correct.restored', { field: fieldName(field) }), putBack),
    )
  return (
    <Form problem={correct.problem ?? restore.problem} onSend={send}>
      <DescriptionList facts={[{ label: t('people.correct.now'), value: valueIn(kind, field, old) }]} />
      <FieldInput
        kind={kind}
        field={field}
        employment={what.employment}
        label={t('people.correct.new', { field: fieldName(field) })}
        value={value}
        onChange={(next) => draft.set({ value: next, reason })}
      />
      <ReasonField value={reason} onChange={(next) => draft.set({ value, reason: next })} />
      <Notice tone="info">{t('people.correct.what-happens')}</Notice>
      <Button kind="primary" type="submit" pending={correct.pending}>
        {t('people.correct.save')}
      </Button>
      {local.includes(field) && (
        <Button pending={restore.pending} disabled={!isReason(reason)} onPress={takeNational}>
          {t('people.correct.restore')}
        </Button>
      )}
    </Form>
  )
}

/** Form controls speak text; the register keeps a flag as one. */
const typed = (field: string, value: string): Plain =>
  value === '' ? null : field === 'first' ? value === 'true' : value
