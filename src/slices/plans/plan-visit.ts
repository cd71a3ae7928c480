/** From a visit to what the actions of plans ask with. */
import { missing, problemText, signInAgain, type Answer, type FieldProblem, type Visit } from '../access/index.ts'
import type { PlanActor, Unseen } from './plan.actions.ts'

/** Who reads and writes. */
export const actorOf = ({ place, actor, scope, isFresh, today }: Visit): PlanActor => ({
  pool: place.pool,
  scope,
  staffId: actor.staffId,
  name: actor.name,
  isFresh,
  today,
})

/** The answer to a youth who is not there for this reader, or is to be asked for with a fresh sign-in. */
export const unseen = (reason: Unseen): Answer => (reason === 'missing' ? missing : signInAgain)

/** Problems that the form's own shape has, in words, at ids of their own when the page has several forms. */
export const shapeProblems = (visit: Visit, problems: readonly FieldProblem[], idOf: (field: string) => string = (field) => field) =>
  problems.map(({ field, problem }) => ({ field: idOf(field), text: problemText(visit.lang, problem) }))
