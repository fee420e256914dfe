import { useState } from 'react'
import { formatInstant } from '../../../web/formats.ts'
import { Badge } from '../../../web/kit/badge.tsx'
import { Button } from '../../../web/kit/button.tsx'
import { Compare } from '../../../web/kit/compare.tsx'
import { DescriptionList } from '../../../web/kit/descriptionList.tsx'
import { Form } from '../../../web/kit/form.tsx'
import { Row, Text } from '../../../web/kit/layout.tsx'
import { Link } from '../../../web/kit/link.tsx'
import { Card } from '../../../web/kit/section.tsx'
import { Sheet } from '../../../web/kit/sheet.tsx'
import { t } from '../../../web/words.ts'
import { type Conflict, conflicts } from './asking.ts'
import { ReasonField } from './reasonField.tsx'
import { saidWithUndo } from './undoing.ts'
import { useValueIn } from './unitNames.ts'
import { kindName } from './values.ts'

type Decision = 'keep' | 'take'

/** One field with its two values, and what can be decided about it. */
export function ConflictCard({ conflict }: { conflict: Conflict }) {
  const valueIn = useValueIn()
  const [deciding, setDeciding] = useState<Decision>()
  const { record, field, fieldName, local, national, personId, name, nip, decision } = conflict
  return (
    <Card>
      <Row spread>
        <div>
          <Text strong>
            {kindName(record)}: {fieldName}
          </Text>
          <Text quiet>
            {personId === null ? kindName('unit') : <Link to={`/pegawai/${personId}`}>{name ?? nip ?? ''}</Link>}
            {nip && ` · NIP ${nip}`}
          </Text>
        </div>
        {decision && <Badge tone="good">{t(`people.conflicts.decided-${decision}`)}</Badge>}
      </Row>
      <Compare
        sides={[
          { label: t('people.conflicts.local'), value: valueIn(record, field, local) },
          { label: t('people.conflicts.national'), value: valueIn(record, field, national) },
        ]}
      />
      {decision ? (
        <Decided conflict={conflict} />
      ) : (
        <>
          <Row>
            <Button onPress={() => setDeciding('keep')}>{t('people.conflicts.keep')}</Button>
            <Button onPress={() => setDeciding('take')}>{t('people.conflicts.take')}</Button>
          </Row>
          <Text quiet>{t('people.conflicts.since', { at: formatInstant(conflict.foundAt) })}</Text>
        </>
      )}
      <Sheet
        open={deciding !== undefined}
        onClose={() => setDeciding(undefined)}
        title={t(`people.conflicts.${deciding ?? 'keep'}`)}
        kind="box"
      >
        {deciding && <Decide conflict={conflict} decision={deciding} onDone={() => setDeciding(undefined)} />}
      </Sheet>
    </Card>
  )
}

const Decided = ({ conflict: { decidedBy, decidedAt } }: { conflict: Conflict }) => (
  <Text quiet>
    {t('people.conflicts.decided-by', { name: decidedBy ?? '–', at: decidedAt ? formatInstant(decidedAt) : '–' })}
  </Text>
)

interface DecideProps {
  conflict: Conflict
  decision: Decision
  onDone: () => void
}

function Decide({ conflict, decision, onDone }: DecideProps) {
  const valueIn = useValueIn()
  const [reason, setReason] = useState('')
  const decide = conflicts.useTell('decide')
  const { conflictId, record, field, fieldName, local, national } = conflict
  const [stays, goes] = decision === 'keep' ? [local, national] : [national, local]
  const send = () =>
    void decide.tell({ conflictId, decision, reason }, () => {
      onDone()
      saidWithUndo(t(`people.conflicts.${decision}-done`, { field: fieldName }), () =>
        conflicts.tell('reopen', { conflictId, reason: t('people.undo.reason') }),
      )
    })
  return (
    <Form problem={decide.problem} onSend={send}>
      <DescriptionList
        facts={[
          { label: t('people.conflicts.stays'), value: valueIn(record, field, stays) },
          { label: t('people.conflicts.goes'), value: valueIn(record, field, goes) },
        ]}
      />
      <Text quiet>{t(`people.conflicts.${decision}-hint`)}</Text>
      <ReasonField value={reason} onChange={setReason} />
      <Button kind="primary" type="submit" pending={decide.pending}>
        {t(`people.conflicts.${decision}`)}
      </Button>
    </Form>
  )
}
