/** /siffror/hanvisningar: what came of the referrals of a half-year. */
import { page, type Answer, type Pages, type Visit } from '../access/index.ts'
import { chosenHalf } from '../figures/index.ts'
import { readFigures } from './figures.actions.ts'
import { FiguresPage, figuresPath } from './figures.views.tsx'

async function figures(visit: Visit): Promise<Answer> {
  const { place, scope, actor, today, frame, may, query } = visit
  const half = chosenHalf(query.get('halvar'), today)
  const read = await readFigures({ pool: place.pool, scope, staffId: actor.staffId, name: actor.name, today }, half)
  return page(<FiguresPage frame={frame} today={today} half={half} read={read} may={may} />)
}

/** Registers the page. */
export function addFiguresPage(pages: Pages): void {
  pages.get(figuresPath, { permit: 'figures.read', shows: 'counts', outlet: 'figures.page' }, figures)
}
