import { expect, it } from 'vitest'
import { implementations } from '../app.ts'
import { keptOffline } from './offline.ts'

it('keeps on the phone exactly what the contracts mark to be kept', () => {
  const marked = implementations.flatMap(({ contract }) =>
    Object.entries(contract.operations).flatMap(([name, { offline }]) =>
      offline === 'keep' ? [`${contract.feature}/${name}`] : [],
    ),
  )
  expect([...keptOffline].toSorted()).toEqual(marked.toSorted())
})
