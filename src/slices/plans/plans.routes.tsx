/** The pages of plans. */
import type { Pages } from '../access/index.ts'
import { addPlanPage } from './plan-page.routes.tsx'
import { addWritePages } from './write.routes.tsx'

/** Registers the pages. */
export function addPlansPages(pages: Pages): void {
  addPlanPage(pages)
  addWritePages(pages)
}
