/** The pages of measures. */
import type { Pages } from '../access/index.ts'
import { addCataloguePages } from './catalogue.routes.tsx'
import { addDeskPages } from './desk.routes.tsx'
import { addMeasurePages } from './measure.routes.tsx'
import type { FindStep } from './youth.actions.ts'
import { addYouthMeasures } from './youth.routes.tsx'

/** Registers the pages. `findStep`: a step of a plan, handed in where everything is put together, so that no arrow points backwards. */
export function addMeasuresPages(pages: Pages, findStep: FindStep): void {
  addYouthMeasures(pages, findStep)
  addMeasurePages(pages)
  addDeskPages(pages)
  addCataloguePages(pages)
}
