import { useState } from 'react'
import { ActionBar, Button } from '../../../web/kit/button.tsx'
import { Notice } from '../../../web/kit/form.tsx'
import { IconCheck, IconDownload, IconTrash, IconUpload } from '../../../web/kit/icons.ts'
import { ItemList } from '../../../web/kit/itemList.tsx'
import { Stack, Text } from '../../../web/kit/layout.tsx'
import { Confirm } from '../../../web/kit/sheet.tsx'
import { t } from '../../../web/words.ts'
import { type Import, imports } from './importAsking.ts'
import { rowsIn, takenIn } from './importWords.ts'

/** What can be done with an import where it stands: one main action, and the report as soon as there is one. */
export function ImportActions({ one }: { one: Import }) {
  const [asking, setAsking] = useState<'confirm' | 'discard'>()
  const confirm = imports.useTell('confirm')
  const discard = imports.useTell('discard')
  const problem = confirm.problem ?? discard.problem
  const input = { importId: one.importId }
  const waiting = one.status === 'preview'
  const again = one.confirmedAt !== null && (one.status === 'failed' || one.status === 'cancelled')
  const over = one.status === 'done' || one.status === 'failed' || one.status === 'cancelled'
  if (one.status === 'reading' || one.status === 'applying') return null
  return (
    <>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <ActionBar>
        {over && rowsIn(one.counts) > 0 && (
          <Button icon={IconDownload} href={imports.href('report', input)}>
            {t('people.import.report')}
          </Button>
        )}
        {waiting && (
          <Button icon={IconTrash} onPress={() => setAsking('discard')}>
            {t('people.import.discard')}
          </Button>
        )}
        {(waiting || again) && (
          <Button
            kind="primary"
            icon={IconCheck}
            disabled={takenIn(one.counts) + one.counts.conflict === 0}
            onPress={() => setAsking('confirm')}
          >
            {t(again ? 'people.import.apply-again' : 'people.import.apply')}
          </Button>
        )}
        {over && !again && (
          <Button kind="primary" icon={IconUpload} to="/impor">
            {t('people.import.another')}
          </Button>
        )}
      </ActionBar>
      {waiting && takenIn(one.counts) + one.counts.conflict === 0 && (
        <Text quiet>{t('people.import.nothing-new')}</Text>
      )}
      <Confirm
        open={asking === 'confirm'}
        title={t('people.import.apply-title')}
        action={t('people.import.apply')}
        pending={confirm.pending}
        onClose={() => setAsking(undefined)}
        onConfirm={() => void confirm.tell(input).then(() => setAsking(undefined))}
      >
        <WhatWillHappen one={one} />
      </Confirm>
      <Confirm
        open={asking === 'discard'}
        danger
        title={t('people.import.discard-title')}
        action={t('people.import.discard')}
        pending={discard.pending}
        onClose={() => setAsking(undefined)}
        onConfirm={() => void discard.tell(input).then(() => setAsking(undefined))}
      >
        {t('people.import.discard-words')}
      </Confirm>
    </>
  )
}

const WhatWillHappen = ({ one: { counts } }: { one: Import }) => {
  const lines = [
    { key: 'new', n: counts.new },
    { key: 'changed', n: counts.changed },
    { key: 'conflict', n: counts.conflict },
    { key: 'rejected', n: counts.rejected },
  ].filter(({ n }) => n > 0)
  return (
    <Stack>
      <ItemList items={lines.map(({ key, n }) => ({ key, title: t(`people.import.will-${key}`, { n }) }))} />
      <Text quiet>{t('people.import.will-files')}</Text>
    </Stack>
  )
}
