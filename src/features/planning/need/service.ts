/** The public door: what evaluation may write down for next year's needs. */
export { recordNeed } from './voice/service.ts'
