/** The start page of directed follow-up, and the page that what was typed comes back on after a new sign-in. */
import { addKeptPage, page, type Pages } from '../access/index.ts'
import { followupDoor } from './door.ts'
import { noteVisitor } from './members/members.actions.ts'
import { readerOf, sectionFrameOf } from './reader.ts'
import { startBoards } from './sections.ts'
import { readStart } from './start.actions.ts'
import { StartPage } from './start.views.tsx'

/** Registers the start page. Whoever opens it without a role is noted, so that an administrator can give them one. */
export function addStartPages(pages: Pages): void {
  pages.get('/uppfoljning', { permit: 'followup.enter', shows: 'persons', outlet: 'followup.page' }, async (visit) => {
    const { place, actor, today, may } = visit
    await noteVisitor(place.pool, actor.staffId, actor.name)
    const boards = await readStart(place.pool, readerOf(visit), { today, boards: startBoards, may })
    return page(<StartPage shown={sectionFrameOf(visit)} boards={boards} />)
  })
  addKeptPage(pages, { permit: 'followup.enter', shows: 'nothing' }, followupDoor.vault)
}
