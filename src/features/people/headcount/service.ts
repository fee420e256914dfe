export { headcount } from './queries.ts'
