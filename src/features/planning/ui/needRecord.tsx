import { type Me, useMe } from '../../../web/account/session.ts'
import { useDraft } from '../../../web/drafts.ts'
import { Button } from '../../../web/kit/button.tsx'
import { SelectField } from '../../../web/kit/choices.tsx'
import { LongTextField, TextField } from '../../../web/kit/fields.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Segments } from '../../../web/kit/segments.tsx'
import { Row, Text } from '../../../web/kit/layout.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { t } from '../../../web/words.ts'
import { type JobKind, jobKinds } from '../../competency/standards/rules.ts'
import { PersonSearch } from '../../competency/ui/personSearch.tsx'
import { officesAmong } from '../../people/unit/rules.ts'
import { reachOf } from '../../../shared/actor.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { type VoiceSource, voiceSources } from '../need/rules.ts'
import { mayRecord } from '../need/voice/access.ts'
import { surveyElements, usualStrength } from '../need/voice/rules.ts'
import { actorOf, competency, people, planning } from './needAsking.ts'
import { saidWithUndo } from './needUndo.ts'

/** What the reader may record about a unit, the city, or on behalf of somebody who asked in another way. */
export function sourcesFor(me: Me): VoiceSource[] {
  const actor = actorOf(me)
  const reach = reachOf(actor, 'planning.request')
  const unit = { above: reach.offices, ofTeam: reach.team }
  return voiceSources.filter((source) =>
    mayRecord(actor, source, source === 'own-request' ? { person: anybody, unit: null } : { person: null, unit }),
  )
}

/** Somebody who is neither the reader nor of the reader's team. */
const anybody = { personId: 0 as PersonId, supervisorId: null, offices: [] }

export const RecordSheet = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Sheet open={open} onClose={onClose} title={t('planning.need.record')}>
    <RecordForm onClose={onClose} />
  </Sheet>
)

const wholeCity = ''

/** Records a priority, a duty, a finding of the survey, or what a unit needs. */
function RecordForm({ onClose }: { onClose: () => void }) {
  const me = useMe()
  const sources = sourcesFor(me)
  const empty = {
    source: sources[0] as string,
    title: '',
    reason: '',
    legalBasis: '',
    competency: '',
    unitId: wholeCity,
    strength: String(usualStrength),
    personId: 0,
    person: '',
    aim: '',
  }
  const draft = useDraft('planning.voice', empty)
  const { value } = draft
  const set = (change: Partial<typeof empty>) => draft.set({ ...value, ...change })
  const { data: dictionary } = competency.useAsk('dictionary')
  const { data: known } = people.useAsk('units')
  const everywhere = me.permissions['planning.request'] === 'city'
  const units = everywhere ? officesAmong(known?.units ?? [], undefined) : (known?.units ?? [])
  const personal = value.source === 'own-request'
  const aboutPerson = { personId: value.personId, ...(value.aim ? { aim: value.aim as JobKind } : {}) }
  const add = planning.useTell('addVoice')
  const send = () =>
    void add.tell(
      {
        source: value.source as VoiceSource,
        title: value.title,
        reason: value.reason,
        strength: Number(value.strength),
        ...(value.source === 'legal-duty' && value.legalBasis ? { legalBasis: value.legalBasis } : {}),
        ...(value.competency ? { competency: value.competency } : {}),
        ...(personal ? aboutPerson : value.unitId ? { unitId: value.unitId } : {}),
      },
      ({ voiceId }) => {
        draft.discard(empty)
        onClose()
        saidWithUndo(t('planning.need.recorded'), () => planning.tell('withdrawVoice', { voiceId }))
      },
    )
  return (
    <Form problem={add.problem} onSend={send}>
      <SelectField
        label={t('planning.need.column.source')}
        value={value.source}
        onChange={(source) => set({ source })}
        options={sources.map((source) => ({ value: source, label: t(`planning.need.source.${source}`) }))}
      />
      {value.source === 'survey' && (
        <SelectField
          label={t('planning.need.element')}
          hint={t('planning.need.elementHint')}
          value={value.title}
          onChange={(title) => set({ title })}
          none={t('planning.need.choose')}
          options={surveyElements.map((element) => ({
            value: t(`planning.need.element.${element}`),
            label: t(`planning.need.element.${element}`),
          }))}
          required
        />
      )}
      {personal && (
        <Person
          name={value.person}
          onChoose={({ personId, name }) => set({ personId, person: name })}
          onClear={() => set({ personId: 0, person: '' })}
        />
      )}
      {value.source !== 'survey' && !personal && (
        <TextField
          label={t('planning.need.column.title')}
          value={value.title}
          onChange={(title) => set({ title })}
          maxLength={200}
          required={value.competency === ''}
        />
      )}
      <SelectField
        label={t('planning.need.column.competency')}
        hint={t('planning.need.competencyHint')}
        value={value.competency}
        onChange={(code) => set({ competency: code })}
        none={t('planning.need.noCompetency')}
        options={(dictionary?.competencies ?? []).map((one) => ({ value: one.competency, label: one.name }))}
      />
      {personal && (
        <SelectField
          label={t('planning.need.column.aim')}
          value={value.aim}
          onChange={(aim) => set({ aim })}
          none={t('planning.need.noAim')}
          options={jobKinds.map((job) => ({ value: job, label: t(`competency.job-kind.${job}`) }))}
        />
      )}
      {!personal && (
        <SelectField
          label={t('planning.need.about')}
          value={value.unitId}
          onChange={(unitId) => set({ unitId })}
          none={everywhere ? t('planning.need.wholeCity') : t('planning.need.choose')}
          options={units.map((unit) => ({ value: String(unit.unitId), label: unit.name }))}
          required={!everywhere}
        />
      )}
      {value.source === 'legal-duty' && (
        <TextField
          label={t('planning.need.column.basis')}
          hint={t('planning.need.basisHint')}
          value={value.legalBasis}
          onChange={(legalBasis) => set({ legalBasis })}
          error={add.problem?.of('legalBasis')}
          maxLength={300}
          required
        />
      )}
      <LongTextField
        label={t('planning.need.column.reason')}
        value={value.reason}
        onChange={(reason) => set({ reason })}
        rows={3}
        maxLength={2000}
        required={!personal}
      />
      <Segments
        label={t('planning.need.column.strength')}
        value={value.strength}
        onChange={(strength) => set({ strength })}
        options={[1, 2, 3].map((n) => ({ value: String(n), label: t(`planning.need.strength.${n}`) }))}
      />
      <Button kind="primary" type="submit" disabled={personal && value.personId === 0} pending={add.pending}>
        {t('planning.need.save')}
      </Button>
    </Form>
  )
}

interface PersonProps {
  name: string
  onChoose: (person: { personId: number; name: string }) => void
  onClear: () => void
}

/** Whose request it is: found by name, and changed again. */
const Person = ({ name, onChoose, onClear }: PersonProps) =>
  name === '' ? (
    <PersonSearch
      label={t('planning.need.whose')}
      action={(person) => (
        <Button small onPress={() => onChoose(person)}>
          {t('planning.need.take')}
        </Button>
      )}
    />
  ) : (
    <Row>
      <Text strong>{name}</Text>
      <Button small kind="quiet" onPress={onClear}>
        {t('planning.need.another')}
      </Button>
    </Row>
  )
