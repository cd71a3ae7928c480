/** The start page. */
import { scopeThrough } from '../../kernel/disclosure.ts'
import { page, type Pages } from '../access/index.ts'
import { readAlarmsOf } from '../visits/index.ts'
import { readToday } from './today.actions.ts'
import { TodayPage } from './today.views.tsx'

/** Registers the start page. */
export function addTodayPages(pages: Pages): void {
  pages.get('/', { permit: 'today.read', shows: 'counts', outlet: 'today.page' }, async (visit) => {
    const { place, actor, scope, today, may, frame, nowMs } = visit
    const shown = await readToday({
      pool: place.pool,
      code: place.code,
      staffId: actor.staffId,
      unitId: actor.unit?.id ?? null,
      scope,
      duplicateScope: scopeThrough('duplicates.page', scope),
      today,
      may,
    })
    const alarms = await readAlarmsOf({ pool: place.pool, staffId: actor.staffId, nowMs })
    return page(<TodayPage frame={frame} shown={shown} alarms={alarms} mayReadSources={may('sources.read')} />)
  })
}
