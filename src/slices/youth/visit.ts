/** From a visit to what this slice asks with. */
import type { Visit } from '../access/index.ts'
import type { Told } from '../law/index.ts'
import { mayReadGrounds } from '../timeline/index.ts'
import type { YouthReader } from './youth.types.ts'

/** The page of a youth. */
export const pathOfYouth = (subjectId: string): string => `/ungdomar/${subjectId}`

/** The reader behind a visit. */
export const readerOf = ({ actor, scope, may, isFresh }: Visit): YouthReader => ({
  staffId: actor.staffId,
  scope,
  mayReadGrounds: mayReadGrounds(may),
  isFresh,
})

/** Whom the page speaks to. */
export const toldTo = ({ lang, place, today }: Visit): Told => ({ lang, place: { code: place.code, name: place.name }, today })
