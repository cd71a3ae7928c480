/** /uppsok: the hub of outreach. */
import { page, type Answer, type Pages, type Visit } from '../access/index.ts'
import { readHub } from './hub.actions.ts'
import { HubPage } from './hub.views.tsx'

async function hub(visit: Visit): Promise<Answer> {
  const { place, actor, scope, today, frame, may } = visit
  const reader = { pool: place.pool, code: place.code, staffId: actor.staffId, unitId: actor.unit?.id ?? null, scope, today }
  return page(<HubPage frame={frame} hub={await readHub(reader)} may={may} />)
}

/** Registers the hub. */
export function addHubPages(pages: Pages): void {
  pages.get('/uppsok', { permit: 'outreach.log', shows: 'counts', outlet: 'outreach.page' }, hub)
}
