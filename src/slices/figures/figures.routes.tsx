/** Figures in the browser. */
import { page, type Pages } from '../access/index.ts'
import type { ApplySettings } from '../settings/index.ts'
import { addFigurePages, readerOf } from './figure.routes.tsx'
import { addFiguresSettingsPage } from './figures-settings.routes.tsx'
import { readOutreachFigures } from './figures.actions.ts'
import { OutreachFiguresPage } from './figures.views.tsx'
import { readOverview } from './overview.actions.ts'
import { overviewFrom } from './overview.rules.ts'
import { OverviewPage } from './overview.views.tsx'
import { questionFrom } from './period.rules.ts'

/** Registers the pages. `apply` saves settings (matching). */
export function addFiguresPages(pages: Pages, apply: ApplySettings): void {
  const declared = { permit: 'figures.read', shows: 'counts', outlet: 'figures.page' } as const
  pages.get('/siffror', declared, async (visit) => {
    const { place, scope, today, query, frame, may } = visit
    const overview = await readOverview(place.pool, readerOf(visit), overviewFrom(query, today), today)
    return page(<OverviewPage frame={frame} today={today} may={may} overview={overview} isWhole={scope.units === null} />)
  })
  pages.get('/siffror/uppsokande', declared, async ({ place, actor, scope, today, query, frame, may }) => {
    const { question, problem } = questionFrom(query, today)
    const figures = await readOutreachFigures(place.pool, { actor: actor.staffId, scope, today }, question)
    return page(<OutreachFiguresPage {...{ frame, today, figures, problem, may }} isWhole={scope.units === null} />)
  })
  addFigurePages(pages)
  addFiguresSettingsPage(pages, apply)
}
