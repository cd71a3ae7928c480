/** /tackning: the coverage meter (A7). */
import { page, type Pages } from '../access/index.ts'
import { readCoverage } from './coverage.actions.ts'
import { selectionFrom } from './coverage.rules.ts'
import { CoveragePage } from './coverage.views.tsx'

/** Registers the meter. */
export function addCoveragePages(pages: Pages): void {
  const declared = { permit: 'coverage.read', shows: 'persons', outlet: 'coverage.page' } as const
  pages.get('/tackning', declared, async ({ place, scope, actor, today, frame, query }) => {
    const selection = selectionFrom(query)
    const question = { municipality: place.code, on: today, selection }
    return page(
      <CoveragePage frame={frame} selection={selection} coverage={await readCoverage(place.pool, scope, actor.staffId, question)} />,
    )
  })
}
