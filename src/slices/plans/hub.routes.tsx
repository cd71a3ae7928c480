/** GET /planer: what waits in plans. */
import { page, type Answer, type Pages, type Visit } from '../access/index.ts'
import { readHub } from './hub.actions.ts'
import { groupWords, hubGroups } from './hub.types.ts'
import { HubPage } from './hub.views.tsx'
import { hubPath } from './plan-links.ts'

async function show(visit: Visit): Promise<Answer> {
  const { place, actor, scope, today, query, frame, may } = visit
  const group = hubGroups.find((one) => groupWords[one] === query.get('visa')) ?? null
  const asked = {
    group,
    isMine: query.get('vilka') !== 'alla',
    page: Math.min(Math.max(1, Math.trunc(Number(query.get('sida'))) || 1), 10_000),
  }
  const hub = await readHub({ pool: place.pool, code: place.code, scope, staffId: actor.staffId, today }, asked)
  return page(<HubPage {...{ frame, today, hub, may }} />)
}

/** Registers the page. */
export function addHubPages(pages: Pages): void {
  pages.get(hubPath, { permit: 'plans.write', shows: 'persons', outlet: 'plans.page' }, show)
}
