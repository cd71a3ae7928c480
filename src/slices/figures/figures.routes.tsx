/** Figures in the browser. */
import { goTo, page, type Pages } from '../access/index.ts'
import type { ApplySettings } from '../settings/index.ts'
import { readOutreachFigures } from './figures.actions.ts'
import { OutreachFiguresPage } from './figures.views.tsx'
import { questionFrom } from './period.rules.ts'

/** Registers the pages. */
export function addFiguresPages(pages: Pages, _apply: ApplySettings): void {
  pages.get('/siffror', { permit: 'figures.read', shows: 'nothing' }, () => goTo('/siffror/uppsokande'))
  const declared = { permit: 'figures.read', shows: 'counts', outlet: 'figures.page' } as const
  pages.get('/siffror/uppsokande', declared, async ({ place, actor, scope, today, query, frame }) => {
    const { question, problem } = questionFrom(query, today)
    const figures = await readOutreachFigures(place.pool, { actor: actor.staffId, scope, today }, question)
    return page(<OutreachFiguresPage frame={frame} today={today} figures={figures} problem={problem} />)
  })
}
