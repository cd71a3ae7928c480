/** The overview in the browser. */
import { page, type Pages } from '../../access/index.ts'
import { askedFrom } from '../progress/progress-visit.ts'
import { readerOf, sectionFrameOf } from '../reader.ts'
import { readOverview } from './overview.actions.ts'
import { OverviewPage } from './overview.views.tsx'

/** Registers the overview. It shows numbers of those the reader sees, and nobody. */
export function addOverviewPages(pages: Pages): void {
  pages.get('/uppfoljning/overblick', { permit: 'followup.read', shows: 'counts', outlet: 'followup.page' }, async (visit) => {
    const { period, typed, problems } = askedFrom(visit)
    const read = await readOverview(visit.place.pool, readerOf(visit), period)
    return page(
      <OverviewPage shown={sectionFrameOf(visit)} read={read} typed={typed} problems={problems} />,
      problems.length > 0 ? 422 : 200,
    )
  })
}
