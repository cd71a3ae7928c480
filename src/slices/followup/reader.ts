/** From a visit to who reads: the day, and whether protected youths are shown through the page's outlet. */
import type { Visit } from '../access/index.ts'
import type { Reader } from './members/members.types.ts'
import type { SectionFrame } from './section.ts'

export const readerOf = ({ actor, scope, today }: Visit): Reader => ({
  staffId: actor.staffId,
  mayReadProtected: scope.mayReadProtected,
  today,
})

/** What a section or a board is handed to draw itself. */
export const sectionFrameOf = ({ frame, lang, today, actor, may, newOnce }: Visit): SectionFrame => ({
  frame,
  lang,
  today,
  staffId: actor.staffId,
  may,
  newOnce,
})
