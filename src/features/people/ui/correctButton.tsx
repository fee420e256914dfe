import { useState } from 'react'
import { may, useMe } from '../../../web/account/session.ts'
import { IconButton } from '../../../web/kit/button.tsx'
import { IconPencil } from '../../../web/kit/icons.ts'
import { t } from '../../../web/words.ts'
import type { AddableKind } from '../correction/rules.ts'
import type { Person } from './asking.ts'
import { CorrectSheet } from './correctSheet.tsx'
import { type RecordsOf, recordFacts } from './facts.ts'

interface Props<Kind extends AddableKind> {
  person: Person
  kind: Kind
  record: RecordsOf[Kind]
  /** What is corrected, for a screen reader. */
  name: string
}

/** The way to correct one record of a person's history; nothing for whoever may not. */
export function CorrectButton<Kind extends AddableKind>({ person, kind, record, name }: Props<Kind>) {
  const mayCorrect = may(useMe(), 'people.correct')
  const [open, setOpen] = useState(false)
  if (!mayCorrect) return null
  const { recordId, version, origin } = record
  const what = { kind, recordId, version, facts: recordFacts(kind, record), local: origin.local }
  const owner = { employment: person.employment, personId: person.personId }
  return (
    <>
      <IconButton icon={IconPencil} label={`${t('people.correct.action')}: ${name}`} onPress={() => setOpen(true)} />
      <CorrectSheet
        what={open ? { ...what, ...owner, addedHere: origin.source === 'local' } : undefined}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
