import type { OutputOf } from '../../../shared/contract.ts'
import { client, queries } from '../../../web/api.ts'
import type { people as peopleContract } from '../../people/contract.ts'
import type { index as contract } from '../contract.ts'

type Asked<Name extends keyof (typeof contract)['operations']> = OutputOf<(typeof contract)['operations'][Name]>

export type PersonIndex = Asked<'person'>
export type Estimate = NonNullable<PersonIndex['estimate']>
export type DimensionOf = Estimate['dimensions'][number]
export type IndicatorOf = DimensionOf['indicators'][number]
export type UnitFigures = Asked<'unit'>
export type ScoreRow = Asked<'list'>['rows'][number]
export type RuleSet = Asked<'ruleSet'>
export type RuleSets = Asked<'ruleSets'>

export const index = client<typeof contract>('index')
export const people = client<typeof peopleContract>('people')

/** After a computation every answer of the feature is asked for again. */
export const askAgain = (): void => void queries.invalidateQueries({ queryKey: ['index'] })
