import { describe, expect, it } from 'vitest'
import { implementations } from '../app.ts'
import { keptAddress, keptOffline } from './offline.ts'

const marked = implementations.flatMap(({ contract }) =>
  Object.entries(contract.operations).flatMap(([name, operation]) =>
    operation.offline === 'keep' ? [{ address: `${contract.feature}/${name}`, operation }] : [],
  ),
)

describe('what stays on the phone', () => {
  it('is exactly what the contracts mark to be kept', () => {
    expect([...keptOffline].toSorted()).toEqual(marked.map(({ address }) => address).toSorted())
  })

  it('is no list, and can be asked without naming anybody', () => {
    const fits = marked.filter(
      ({ operation }) => operation.kind === 'query' && operation.input.safeParse({ as: 'self' }).success,
    )
    expect(fits).toEqual(marked)
  })

  it.each([
    'account/me',
    'people/person',
    'competency/profile',
    'competency/assessmentForm?as=self',
    'index/mine?year=2026',
  ])('holds the own page %s', (address) => {
    expect(`https://bina.example/api/${address}`).toMatch(keptAddress)
  })

  it.each([
    'people/person?personId=7',
    'competency/profile?personId=7',
    'competency/assessmentForm?as=supervisor&personId=7',
    'competency/assessmentForm?personId=7&as=supervisor',
    'competency/assessmentForm?as=assessor&assessorId=7',
    'index/mine?year=2026&personId=7',
    'index/person?personId=7',
    'people/register',
    'people/team',
    'people/unit?unitId=3',
    'people/person.xlsx',
    'people/personal',
  ])('holds nothing of others: %s', (address) => {
    expect(`https://bina.example/api/${address}`).not.toMatch(keptAddress)
  })
})
