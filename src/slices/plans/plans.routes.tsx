/** The pages of plans. */
import type { Pages } from '../access/index.ts'
import { addHistoryPages } from './history.routes.tsx'
import { addHubPages } from './hub.routes.tsx'
import { addPlanPage } from './plan-page.routes.tsx'
import { addPrintPages } from './print.routes.tsx'
import { addWritePages } from './write.routes.tsx'

/** Registers the pages. */
export function addPlansPages(pages: Pages): void {
  addHubPages(pages)
  addPlanPage(pages)
  addWritePages(pages)
  addHistoryPages(pages)
  addPrintPages(pages)
}
