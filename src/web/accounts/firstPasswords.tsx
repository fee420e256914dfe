import { useState } from 'react'
import { formatInstant, formatNumber } from '../formats.ts'
import { Badge, type Tone } from '../kit/badge.tsx'
import { Button } from '../kit/button.tsx'
import { Empty } from '../kit/empty.tsx'
import { Form, Notice } from '../kit/form.tsx'
import { IconDownload, IconKey } from '../kit/icons.ts'
import { ItemList } from '../kit/itemList.tsx'
import { Columns, Row, Stack, Text } from '../kit/layout.tsx'
import { Loading } from '../kit/loading.tsx'
import { ProblemView } from '../kit/problemView.tsx'
import { Card } from '../kit/section.tsx'
import { Sheet } from '../kit/sheet.tsx'
import { t } from '../words.ts'
import { type PasswordSheet, accounts } from './asking.ts'
import { Reason } from './reason.tsx'
import { type ChosenUnit, UnitField } from './unitField.tsx'

const everyMs = 1_500
const tones: Record<PasswordSheet['state'], Tone> = {
  working: 'info',
  ready: 'good',
  empty: 'quiet',
  taken: 'quiet',
  stopped: 'bad',
  discarded: 'quiet',
  expired: 'quiet',
}

/** Accounts for everybody in the register who has none, and the sheets with which they are handed out. */
export const FirstPasswords = () => (
  <Columns least="large">
    <Card title={t('web.accounts.everybody')} lead={t('web.accounts.everybody-lead')}>
      <Everybody />
    </Card>
    <Card title={t('web.accounts.sheets')} lead={t('web.accounts.sheets-lead')}>
      <Sheets />
    </Card>
  </Columns>
)

function Everybody() {
  const [unit, setUnit] = useState<ChosenUnit | null>(null)
  const [reason, setReason] = useState('')
  const start = accounts.useTell('createForRegister')
  const { data } = accounts.useAsk('summary', unit ? { unitId: unit.unitId } : {})
  const n = data?.withoutAccount ?? 0
  return (
    <Form
      problem={start.problem}
      onSend={() => void start.tell({ unitId: unit?.unitId ?? null, reason }, () => setReason(''))}
    >
      <Text>{t('web.accounts.only-unit')}</Text>
      <UnitField value={unit} onChange={setUnit} />
      <Reason value={reason} onChange={setReason} error={start.problem?.of('reason')} />
      <Button kind="secondary" type="submit" pending={start.pending} disabled={n === 0}>
        {n === 0 ? t('web.accounts.everybody-has') : t('web.accounts.create-n', { n })}
      </Button>
    </Form>
  )
}

function Sheets() {
  const { data, problem, pending, retry } = accounts.useAsk('sheets')
  const working = data?.sheets.some(({ state }) => state === 'working') ?? false
  accounts.useAsk('sheets', undefined, { when: working, everyMs })
  const [chosen, setChosen] = useState<{ act: 'take' | 'discard'; sheet: PasswordSheet }>()
  const act = (what: 'take' | 'discard', sheet: PasswordSheet) => setChosen({ act: what, sheet })
  const close = () => setChosen(undefined)
  const resume = accounts.useTell('resumeSheet')
  if (pending) return <Loading count={2} />
  if (!data) return problem ? <ProblemView problem={problem} onRetry={retry} /> : null
  if (data.sheets.length === 0)
    return (
      <Empty icon={IconKey} title={t('web.accounts.no-sheets')}>
        {t('web.accounts.no-sheets-hint')}
      </Empty>
    )
  return (
    <>
      {resume.problem && <Notice tone="bad">{resume.problem.message}</Notice>}
      <ItemList
        items={data.sheets.map((sheet) => ({
          key: sheet.sheetId,
          title: sheet.unitName ?? t('web.accounts.whole-register'),
          mark: <Badge tone={tones[sheet.state]}>{t(`web.accounts.sheet.${sheet.state}`)}</Badge>,
          note: noteOf(sheet),
          action:
            sheet.state === 'ready' ? (
              <Row>
                <Button small icon={IconDownload} onPress={() => act('take', sheet)}>
                  {t('web.accounts.take')}
                </Button>
                <DiscardButton onPress={() => act('discard', sheet)} />
              </Row>
            ) : sheet.state === 'stopped' ? (
              <Row>
                <Button small pending={resume.pending} onPress={() => void resume.tell({ sheetId: sheet.sheetId })}>
                  {t('web.accounts.resume')}
                </Button>
                <DiscardButton onPress={() => act('discard', sheet)} />
              </Row>
            ) : undefined,
        }))}
      />
      <Sheet
        open={chosen !== undefined}
        onClose={close}
        title={chosen ? t(`web.accounts.${chosen.act}-title`) : ''}
        kind="box"
      >
        {chosen?.act === 'take' && <Take sheet={chosen.sheet} onDone={close} />}
        {chosen?.act === 'discard' && <Discard sheet={chosen.sheet} onDone={close} />}
      </Sheet>
    </>
  )
}

const DiscardButton = ({ onPress }: { onPress: () => void }) => (
  <Button small kind="quiet" onPress={onPress}>
    {t('web.accounts.discard')}
  </Button>
)

const noteOf = (sheet: PasswordSheet): string => {
  const made = t('web.accounts.sheet-made', {
    n: formatNumber(sheet.accounts),
    by: sheet.createdBy ?? '–',
    at: formatInstant(sheet.createdAt),
  })
  if (sheet.takenAt === null) return made
  return `${made} · ${t('web.accounts.sheet-taken', { by: sheet.takenBy ?? '–', at: formatInstant(sheet.takenAt) })}`
}

function Take({ sheet, onDone }: { sheet: PasswordSheet; onDone: () => void }) {
  const [reason, setReason] = useState('')
  const take = accounts.useTell('takeSheet')
  const send = () =>
    void take.tell({ sheetId: sheet.sheetId, reason }, ({ ticket }) => {
      window.location.assign(accounts.href('download', { ticket }))
      onDone()
    })
  return (
    <Form problem={take.problem} onSend={send}>
      <Stack>
        <Notice tone="warn">{t('web.accounts.take-once')}</Notice>
        <Text>{t('web.accounts.take-words', { n: sheet.accounts })}</Text>
      </Stack>
      <Reason value={reason} onChange={setReason} error={take.problem?.of('reason')} />
      <Button kind="primary" type="submit" icon={IconDownload} pending={take.pending}>
        {t('web.accounts.take')}
      </Button>
    </Form>
  )
}

function Discard({ sheet, onDone }: { sheet: PasswordSheet; onDone: () => void }) {
  const [reason, setReason] = useState('')
  const discard = accounts.useTell('discardSheet')
  return (
    <Form problem={discard.problem} onSend={() => void discard.tell({ sheetId: sheet.sheetId, reason }, onDone)}>
      <Text>{t('web.accounts.discard-words')}</Text>
      <Reason value={reason} onChange={setReason} error={discard.problem?.of('reason')} />
      <Button kind="danger" type="submit" pending={discard.pending}>
        {t('web.accounts.discard')}
      </Button>
    </Form>
  )
}
