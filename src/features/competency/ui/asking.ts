import type { OutputOf } from '../../../shared/contract.ts'
import { client, queries } from '../../../web/api.ts'
import type { people as peopleContract } from '../../people/contract.ts'
import type { competency as contract } from '../contract.ts'

type Asked<Name extends keyof (typeof contract)['operations']> = OutputOf<(typeof contract)['operations'][Name]>

export type Profile = Asked<'profile'>
export type ProfileCompetency = Profile['competencies'][number]
export type Rating = ProfileCompetency['ratings'][number]
export type Form = Asked<'assessmentForm'>
export type Team = NonNullable<Asked<'summary'>['team']>
export type HeatMapAnswer = Asked<'heatMap'>
export type HeatCells = HeatMapAnswer['total']
export type GapRow = Asked<'gapList'>['rows'][number]
export type PersonOnMap = Asked<'heatMapPersons'>['rows'][number]
export type PostStandard = Asked<'standardOfPost'>
export type RuleSet = Asked<'ruleSet'>

export const competency = client<typeof contract>('competency')
export const people = client<typeof peopleContract>('people')

/** After a computation every answer of the feature is asked for again. */
export const askAgain = (): void => void queries.invalidateQueries({ queryKey: ['competency'] })
