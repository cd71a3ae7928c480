/** The addresses of one youth's plan. Ids in them are random. */

/** The plan of a youth; of another plan than the open one when its id is given. */
export const planPath = (subjectId: string, planId: string | null = null): string =>
  `/ungdomar/${subjectId}/plan${planId === null ? '' : `?plan=${planId}`}`

/** A page beneath the plan: `skriv`, `tillsammans`, `versioner` … */
export const underPlan = (subjectId: string, page: string, planId: string | null = null): string =>
  `/ungdomar/${subjectId}/plan/${page}${planId === null ? '' : `?plan=${planId}`}`

/** The hub. */
export const hubPath = '/planer'
