/** Pages of visits. */
import type { Pages } from '../access/index.ts'
import { addFieldPages } from './field.routes.tsx'
import { addRoundPages } from './round.routes.tsx'
import { addRoundsPages } from './rounds.routes.tsx'

/** Registers the pages. `publicUrl`: where browsers reach the product; the codes on cards lead there. */
export function addVisitsPages(pages: Pages, { publicUrl }: { readonly publicUrl: string }): void {
  addRoundsPages(pages)
  addRoundPages(pages, publicUrl)
  addFieldPages(pages)
}
