/** All routes of notices: for staff, for schools without sign-in, and for schools' systems. */
import type { Pages } from '../access/index.ts'
import type { ApplySettings } from '../settings/index.ts'
import { addNoticeApi } from './api.routes.ts'
import { addClockPages } from './clock.routes.tsx'
import { addDeskPages } from './desk.routes.tsx'
import { addNoticeSettingsPages } from './notice-settings.routes.tsx'
import { addSchoolFormPages } from './open.routes.tsx'
import { addSchoolPages } from './school.routes.tsx'

/** `publicUrl`: where browsers and programs reach the product. `apply` saves settings (matching). */
export function addNoticesPages(pages: Pages, { publicUrl, apply }: { readonly publicUrl: string; readonly apply: ApplySettings }): void {
  addSchoolPages(pages, publicUrl)
  addNoticeSettingsPages(pages, apply)
  addDeskPages(pages)
  addClockPages(pages)
  addSchoolFormPages(pages)
  addNoticeApi(pages, publicUrl)
}
