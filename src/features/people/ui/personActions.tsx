import { useState } from 'react'
import { may, useMe } from '../../../web/account/session.ts'
import { IconTrash, IconUserShare } from '../../../web/kit/icons.ts'
import { Menu } from '../../../web/kit/menu.tsx'
import { t } from '../../../web/words.ts'
import type { Person } from './asking.ts'
import { EraseSheet } from './eraseSheet.tsx'
import { SupervisorSheet } from './supervisorSheet.tsx'

/** What is done to a person's record rarely, behind three dots. */
export function PersonActions({ person }: { person: Person }) {
  const me = useMe()
  const [open, setOpen] = useState<'supervisor' | 'erase'>()
  const close = () => setOpen(undefined)
  const supervisor = {
    key: 'supervisor',
    label: t('people.supervisor.change'),
    icon: IconUserShare,
    onPress: () => setOpen('supervisor'),
  }
  const erase = {
    key: 'erase',
    label: t('people.erase.action'),
    icon: IconTrash,
    danger: true,
    onPress: () => setOpen('erase'),
  }
  return (
    <>
      <Menu
        label={t('people.person.more')}
        items={[
          ...(may(me, 'people.correct') ? [supervisor] : []),
          ...(may(me, 'people.erase') && me.account.personId !== person.personId ? [erase] : []),
        ]}
      />
      <SupervisorSheet person={person} open={open === 'supervisor'} onClose={close} />
      <EraseSheet person={person} open={open === 'erase'} onClose={close} />
    </>
  )
}
