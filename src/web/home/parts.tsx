import { Fragment } from 'react'
import { type Me, may } from '../account/session.ts'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/form.tsx'
import { ItemList } from '../kit/itemList.tsx'
import { Columns, Stack } from '../kit/layout.tsx'
import { Loading } from '../kit/loading.tsx'
import { ProblemView } from '../kit/problemView.tsx'
import { Card, Section } from '../kit/section.tsx'
import { t } from '../words.ts'
import type { HomeCard, Todo } from './part.ts'
import { type HomeSource, homeSources } from './sources.ts'

const inOrder = <T extends { order: number }>(all: readonly T[]): T[] => all.toSorted((a, b) => a.order - b.order)

/** Everything the features have to say: first what waits for the reader, then the own year, then the wider picture. */
export function Parts({ me }: { me: Me }) {
  const sources = homeSources.filter(({ permission }) => may(me, permission))
  // Another right is another list of hooks, which must begin anew.
  return <Told key={sources.map(({ permission }) => permission).join()} sources={sources} />
}

function Told({ sources }: { sources: readonly HomeSource[] }) {
  const parts = sources.map(({ useHome }) => useHome())
  const cards = inOrder(parts.flatMap((part) => part.cards))
  const pending = parts.some((part) => part.pending)
  const problem = parts.find((part) => part.problem)?.problem
  if (pending && cards.length === 0) return <Loading kind="cards" count={3} />
  const mine = cards.filter((card) => card.place === 'mine')
  const wide = cards.filter((card) => card.place === 'wide')
  return (
    <Stack gap="large">
      {problem && <ProblemView problem={problem} />}
      {sources.length > 0 && !problem && (
        <Todos todos={inOrder(parts.flatMap((part) => part.todos))} pending={pending} />
      )}
      {wide.length > 0 && <Cards cards={wide} title={t('web.home.wide')} />}
      {mine.length > 0 && <Cards cards={mine} title={t('web.home.mine')} />}
    </Stack>
  )
}

const Cards = ({ cards, title }: { cards: readonly HomeCard[]; title: string }) => (
  <Section title={title}>
    <Columns>
      {cards.map(({ key, card }) => (
        <Fragment key={key}>{card}</Fragment>
      ))}
    </Columns>
  </Section>
)

function Todos({ todos, pending }: { todos: readonly Todo[]; pending: boolean }) {
  if (pending && todos.length === 0) return null
  return (
    <Card title={t('web.home.todo')}>
      {todos.length === 0 ? (
        <Notice tone="good">{t('web.home.nothing')}</Notice>
      ) : (
        <ItemList
          items={todos.map(({ key, title, note, action, to }, i) => ({
            key,
            title,
            note,
            action: (
              <Button kind={i === 0 ? 'primary' : 'secondary'} to={to}>
                {action}
              </Button>
            ),
          }))}
        />
      )}
    </Card>
  )
}
