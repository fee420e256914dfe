/** The name of the job that solves a plan. */
export const solveJob = 'planning.solve'
