/** /siffror/anmalningar: the clocks per school and school authority. */
import { dateOf, dayOf, parseDate, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { page, type Answer, type Pages, type Visit } from '../access/index.ts'
import { readClocks } from './clock.actions.ts'
import { ClocksPage } from './clock.views.tsx'

const shift = (day: PlainDate, days: number): PlainDate => dateOf(plusDays(dayOf(day), days))

async function clocks(visit: Visit): Promise<Answer> {
  const { place, scope, actor, today, query, frame, may } = visit
  const [typedFrom, typedTo] = [query.get('fran'), query.get('till')]
  const [from, to] = [typedFrom === null ? shift(today, -365) : parseDate(typedFrom), typedTo === null ? today : parseDate(typedTo)]
  const isWrong = from === null || to === null || from > to
  const [first, last] = isWrong ? [shift(today, -365), today] : [from, to]
  const table = await readClocks({ pool: place.pool, scope, staffId: actor.staffId, today }, { fromOn: first, untilOn: shift(last, 1) })
  return page(<ClocksPage frame={frame} table={table} from={typedFrom ?? first} to={typedTo ?? last} isWrong={isWrong} may={may} />)
}

/** Registers the page. */
export function addClockPages(pages: Pages): void {
  pages.get('/siffror/anmalningar', { permit: 'figures.read', shows: 'counts', outlet: 'figures.page' }, clocks)
}
