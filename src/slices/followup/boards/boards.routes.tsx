/** Boards in the browser: on the start page, and one of them with everything. */
import { missing, page, type Pages } from '../../access/index.ts'
import { readerOf, sectionFrameOf } from '../reader.ts'
import type { StartBoard } from '../section.ts'
import { loadBoards, readBoard } from './boards.actions.ts'
import { BoardPage, StartBoards } from './boards.views.tsx'
import { processAt } from './board-ways.ts'

/** The boards of the reader's processes. */
export const processBoards: StartBoard = {
  permit: 'followup.read',
  read: async (tx, reader, today) => {
    const boards = await loadBoards(tx, reader, today, null)
    return ({ lang }) => (boards.length === 0 ? null : <StartBoards boards={boards} lang={lang} />)
  },
}

/** Registers the boards' own pages. A process that the reader does not work in is not there. */
export function addBoardPages(pages: Pages): void {
  pages.get('/uppfoljning/att-gora/:process', { permit: 'followup.read', shows: 'persons', outlet: 'followup.page' }, async (visit) => {
    const process = processAt(visit.params['process'] ?? '')
    if (process === null) return missing
    const read = await readBoard(visit.place.pool, readerOf(visit), visit.today, process)
    return read === null ? missing : page(<BoardPage shown={sectionFrameOf(visit)} read={read} />)
  })
}
