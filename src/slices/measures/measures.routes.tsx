/** The pages of measures. */
import type { Pages } from '../access/index.ts'
import { addCataloguePages } from './catalogue.routes.tsx'
import { addDeskPages } from './desk.routes.tsx'
import { addMeasurePages } from './measure.routes.tsx'
import { addYouthMeasures } from './youth.routes.tsx'

/** Registers the pages. */
export function addMeasuresPages(pages: Pages): void {
  addYouthMeasures(pages)
  addMeasurePages(pages)
  addDeskPages(pages)
  addCataloguePages(pages)
}
