/** /siffror/anmalningar: the clocks of a half-year per school and school authority. */
import { page, type Answer, type Pages, type Visit } from '../access/index.ts'
import { chosenHalf } from '../figures/index.ts'
import { readClocks } from './clock.actions.ts'
import { ClocksPage, clocksPath } from './clock.views.tsx'

async function clocks(visit: Visit): Promise<Answer> {
  const { place, scope, actor, today, query, frame, may } = visit
  const half = chosenHalf(query.get('halvar'), today)
  const table = await readClocks({ pool: place.pool, scope, staffId: actor.staffId, today }, half)
  return page(<ClocksPage frame={frame} today={today} half={half} table={table} may={may} />)
}

/** Registers the page. */
export function addClockPages(pages: Pages): void {
  pages.get(clocksPath, { permit: 'figures.read', shows: 'counts', outlet: 'figures.page' }, clocks)
}
