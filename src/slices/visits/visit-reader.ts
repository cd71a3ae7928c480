/** From a request to what the actions and views of visits are handed. */
import type { Visit } from '../access/index.ts'
import type { Reader } from './read.actions.ts'

export const readerOf = ({ place, actor, scope, today, nowMs }: Visit): Reader => ({
  pool: place.pool,
  scope,
  staffId: actor.staffId,
  name: actor.name,
  today,
  nowMs,
})

/** The round's id in the path; the route's pattern has seen to its shape. */
export const roundIdOf = ({ params }: Visit): string => params['id'] ?? ''
export const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
