import { useState } from 'react'
import type { OutputOf } from '../../shared/contract.ts'
import type { settings as contract } from '../../platform/settings/contract.ts'
import { client } from '../api.ts'
import { formatInstant } from '../formats.ts'
import { Badge } from '../kit/badge.tsx'
import { Button } from '../kit/button.tsx'
import { CheckField, RadioCards } from '../kit/choices.tsx'
import { DescriptionList } from '../kit/descriptionList.tsx'
import { Empty } from '../kit/empty.tsx'
import { LongTextField, NumberField, TextField } from '../kit/fields.tsx'
import { Form } from '../kit/form.tsx'
import { IconArrowBackUp, IconHistory, IconPencil, IconSettings } from '../kit/icons.ts'
import { Columns, Row, Text } from '../kit/layout.tsx'
import { Loading } from '../kit/loading.tsx'
import { Page } from '../kit/page.tsx'
import { ProblemView } from '../kit/problemView.tsx'
import { Card } from '../kit/section.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { JobProgress } from '../jobs/jobProgress.tsx'
import { t } from '../words.ts'

const settings = client<typeof contract>('settings')
type Setting = OutputOf<(typeof contract)['operations']['list']>['settings'][number]
type Act = 'edit' | 'restore'

/** Everything that can be set here, with its meaning, its value, and who set it. */
export default function Settings() {
  const { data, problem, retry } = settings.useAsk('list')
  return (
    <Page title={t('web.settings.title')} lead={t('web.settings.lead')}>
      {!data ? (
        problem ? (
          <ProblemView problem={problem} onRetry={retry} />
        ) : (
          <Loading kind="cards" count={2} />
        )
      ) : data.settings.length === 0 ? (
        <Empty icon={IconSettings} title={t('web.settings.none')} />
      ) : (
        <Columns least="large">
          {data.settings.map((setting) => (
            <SettingCard key={setting.key} setting={setting} />
          ))}
        </Columns>
      )}
    </Page>
  )
}

function SettingCard({ setting }: { setting: Setting }) {
  const [act, setAct] = useState<Act>()
  const [jobId, setJobId] = useState<string | null>(null)
  const done = (answer: { jobId: string | null }) => {
    setAct(undefined)
    setJobId(answer.jobId)
  }
  return (
    <Card title={setting.title} lead={setting.lead}>
      <DescriptionList
        facts={[
          {
            label: t('web.settings.value'),
            value: (
              <Row>
                <Text strong>{setting.valueText}</Text>
                <Badge tone={setting.isSet ? 'info' : 'quiet'}>
                  {t(setting.isSet ? 'web.settings.set' : 'web.settings.built-in')}
                </Badge>
              </Row>
            ),
          },
          {
            label: t('web.settings.who'),
            value: setting.setAt
              ? t('web.settings.by', { name: setting.setBy ?? '–', at: formatInstant(setting.setAt) })
              : undefined,
          },
        ]}
      />
      {jobId && (
        <JobProgress key={jobId} jobId={jobId} label={t('web.settings.working')} done={t('web.settings.worked')} />
      )}
      <Row>
        <Button icon={IconPencil} onPress={() => setAct('edit')}>
          {t('web.settings.edit')}
        </Button>
        {setting.isSet && (
          <Button icon={IconArrowBackUp} onPress={() => setAct('restore')}>
            {t('web.settings.restore')}
          </Button>
        )}
        <Button icon={IconHistory} to="/audit" search={{ subject: `setting:${setting.key}` }}>
          {t('web.settings.history')}
        </Button>
      </Row>
      <Sheet
        open={act !== undefined}
        onClose={() => setAct(undefined)}
        title={act === 'restore' ? t('web.settings.restore') : setting.title}
        kind="box"
      >
        {act && <ActForm key={act} setting={setting} act={act} onDone={done} />}
      </Sheet>
    </Card>
  )
}

interface ActProps {
  setting: Setting
  act: Act
  onDone: (answer: { jobId: string | null }) => void
}

function ActForm({ setting, act, onDone }: ActProps) {
  const [value, setValue] = useState<Setting['value'] | null>(setting.value)
  const [reason, setReason] = useState('')
  const edit = settings.useTell('edit')
  const restore = settings.useTell('restore')
  const { problem, pending } = act === 'edit' ? edit : restore
  const send = () =>
    void (act === 'edit'
      ? edit.tell({ key: setting.key, value: value ?? '', reason }, onDone)
      : restore.tell({ key: setting.key, reason }, onDone))
  return (
    <Form problem={problem} onSend={send}>
      {act === 'edit' ? (
        <ValueField
          setting={setting}
          value={value}
          onChange={setValue}
          {...(problem ? { error: problem.of('value') } : {})}
        />
      ) : (
        <Text>{t('web.settings.restore-words', { value: setting.unlessSetText })}</Text>
      )}
      <LongTextField
        label={t('web.settings.reason')}
        hint={t('web.settings.reason-hint')}
        value={reason}
        onChange={setReason}
        rows={2}
        maxLength={500}
        required
        error={problem?.of('reason')}
      />
      <Button kind="primary" type="submit" pending={pending}>
        {t(act === 'edit' ? 'web.settings.save' : 'web.settings.restore')}
      </Button>
    </Form>
  )
}

interface ValueProps {
  setting: Setting
  value: Setting['value'] | null
  onChange: (value: Setting['value'] | null) => void
  error?: string | undefined
}

/** The field that suits the setting's own schema. */
function ValueField({ setting, value, onChange, error }: ValueProps) {
  const field = { label: setting.title, ...(error ? { error } : {}) }
  if (setting.kind === 'choice')
    return (
      <RadioCards
        {...field}
        label={t('web.settings.value')}
        value={String(value)}
        onChange={onChange}
        options={setting.options}
      />
    )
  if (setting.kind === 'switch') return <CheckField {...field} value={value === true} onChange={onChange} />
  if (setting.kind === 'number')
    return (
      <NumberField
        {...field}
        value={typeof value === 'number' ? value : null}
        onChange={onChange}
        {...(setting.least === null ? {} : { least: setting.least })}
        {...(setting.most === null ? {} : { most: setting.most })}
      />
    )
  return <TextField {...field} value={String(value ?? '')} onChange={onChange} />
}
