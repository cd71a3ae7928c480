/** /skola and /samverkan: the two pages that lead to the rooms of schools and of others, with what waits in each. */
import { page, type Answer, type Pages, type Visit } from '../access/index.ts'
import { readTogether } from './together.actions.ts'
import { otherRooms, schoolRooms } from './together.types.ts'
import { TogetherPage } from './together.views.tsx'
import { rooms, waitingLines } from './waiting-lines.ts'

async function show({ place, scope, actor, today, may, frame, lang }: Visit, which: 'school' | 'others'): Promise<Answer> {
  const reader = { pool: place.pool, scope, code: place.code, staffId: actor.staffId, today, may }
  const waiting = await readTogether(reader)
  const shown = (which === 'school' ? schoolRooms : otherRooms).filter((room) => may(rooms[room].permit))
  return page(<TogetherPage frame={frame} which={which} shown={shown} lines={waitingLines(waiting, lang)} />)
}

/** Registers the pages. What waits is counted as on the start page. */
export function addTogetherPages(pages: Pages): void {
  pages.get('/skola', { permit: 'worklist.read', shows: 'counts', outlet: 'today.page' }, (visit) => show(visit, 'school'))
  pages.get('/samverkan', { permit: 'network.read', shows: 'counts', outlet: 'today.page' }, (visit) => show(visit, 'others'))
}
