import { useDraft } from '../../../web/drafts.ts'
import { Button } from '../../../web/kit/button.tsx'
import { RadioCards, SelectField } from '../../../web/kit/choices.tsx'
import { DateField, NumberField, TextField } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Columns, Text } from '../../../web/kit/layout.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { t } from '../../../web/words.ts'
import type { Plain } from '../correction/rules.ts'
import { type Person, people } from './asking.ts'
import { optionsOf } from './fieldInput.tsx'
import { ReasonField } from './reasonField.tsx'
import { saidWithUndo } from './undoing.ts'
import { fieldName } from './values.ts'

interface Props {
  person: Person
  open: boolean
  onClose: () => void
}

const blank = {
  kind: 'course',
  name: '',
  typeCode: '',
  structuralCode: '',
  hours: null as number | null,
  startedOn: '',
  endedOn: '',
  provider: '',
  certificateNumber: '',
  reason: '',
}

export const TrainingSheet = (props: Props) => (
  <Sheet open={props.open} onClose={props.onClose} title={t('people.training.add')}>
    <TrainingForm {...props} />
  </Sheet>
)

/** A training that the national system does not have (yet). */
function TrainingForm({ person, onClose }: Props) {
  const { value, set, discard } = useDraft(`people.training.${person.personId}`, blank)
  const add = people.useTell('addRecord')
  const change = (part: Partial<typeof blank>) => set({ ...value, ...part })
  const structural = value.kind === 'structural'

  const send = () => {
    const { reason, typeCode, structuralCode, ...facts } = value
    const values: Record<string, Plain> = { ...facts, ...(structural ? { structuralCode } : { typeCode }) }
    void add.tell({ personId: person.personId, kind: 'training', values, reason }, ({ recordId }) => {
      discard()
      onClose()
      saidWithUndo(t('people.training.added'), () =>
        people.tell('removeRecord', { kind: 'training', recordId, reason: t('people.undo.reason') }),
      )
    })
  }
  return (
    <Form problem={add.problem} onSend={send}>
      <Text quiet>{t('people.training.add-hint', { name: person.fullName })}</Text>
      <TextField
        label={t('people.training.name')}
        value={value.name}
        onChange={(name) => change({ name })}
        maxLength={250}
        required
      />
      <RadioCards
        label={t('people.training.group')}
        value={value.kind}
        onChange={(kind) => change({ kind })}
        options={['course', 'structural'].map((kind) => ({ value: kind, label: t(`people.training-kind.${kind}`) }))}
      />
      <SelectField
        label={t('people.training.type-of')}
        none={t('people.choose')}
        value={structural ? value.structuralCode : value.typeCode}
        onChange={(code) => change(structural ? { structuralCode: code } : { typeCode: code })}
        options={optionsOf('training', structural ? 'structuralCode' : 'typeCode', person.employment) ?? []}
        required
      />
      <NumberField
        label={fieldName('hours')}
        hint={t('people.training.hours-hint')}
        value={value.hours}
        onChange={(hours) => change({ hours })}
        least={0}
        step={0.5}
      />
      <Columns least="small">
        <DateField
          label={fieldName('startedOn')}
          value={value.startedOn}
          onChange={(startedOn) => change({ startedOn })}
        />
        <DateField
          label={fieldName('endedOn')}
          value={value.endedOn}
          onChange={(endedOn) => change({ endedOn })}
          required
        />
      </Columns>
      <TextField
        label={fieldName('provider')}
        value={value.provider}
        onChange={(provider) => change({ provider })}
        maxLength={250}
      />
      <TextField
        label={fieldName('certificateNumber')}
        value={value.certificateNumber}
        onChange={(certificateNumber) => change({ certificateNumber })}
        maxLength={150}
      />
      <ReasonField value={value.reason} onChange={(reason) => change({ reason })} />
      <Button kind="primary" type="submit" pending={add.pending}>
        {t('people.training.save')}
      </Button>
    </Form>
  )
}
