/** /forebyggande: the desk of prevention; the page of one youth and the settings are registered with it. */
import { page, type Answer, type Pages, type Visit } from '../access/index.ts'
import type { ApplySettings } from '../settings/index.ts'
import { readDesk } from './desk.actions.ts'
import { DeskPage, deskTabs, deskWords } from './desk.views.tsx'
import { addPreventionSettingsPages } from './prevention-settings.routes.tsx'
import { addPupilPages, readerOf } from './pupil.routes.tsx'
import { preventionPath } from './words.views.tsx'

async function desk(visit: Visit): Promise<Answer> {
  const asked = visit.query.get('flik') ?? ''
  const tab = deskTabs.find((one) => deskWords[one] === asked) ?? 'over'
  const rights = { mayRadar: visit.may('radar.work'), maySettings: visit.may('settings.edit') }
  return page(<DeskPage frame={visit.frame} today={visit.today} desk={await readDesk(readerOf(visit))} tab={tab} {...rights} />)
}

/** Registers the pages. `publicUrl`: where schools reach the product. `apply` saves settings (matching). */
export function addPreventionPages(
  pages: Pages,
  { publicUrl, apply }: { readonly publicUrl: string; readonly apply: ApplySettings },
): void {
  pages.get(preventionPath, { permit: 'prevention.work', shows: 'persons', outlet: 'prevention.page' }, desk)
  addPupilPages(pages, publicUrl)
  addPreventionSettingsPages(pages, apply)
}
