/** Pages of visits. */
import type { Pages } from '../access/index.ts'
import type { ApplySettings } from '../settings/index.ts'
import { addFieldPages } from './field.routes.tsx'
import { addRoundPages } from './round.routes.tsx'
import { addRoundsPages } from './rounds.routes.tsx'
import { addVisitSettingsPages } from './visit-settings.routes.tsx'

/** What the pages stand on: where browsers reach the product (codes on cards lead there), and what saves settings (matching). */
type Given = { readonly publicUrl: string; readonly apply: ApplySettings }

/** Registers the pages. */
export function addVisitsPages(pages: Pages, { publicUrl, apply }: Given): void {
  addRoundsPages(pages)
  addRoundPages(pages, publicUrl)
  addFieldPages(pages)
  addVisitSettingsPages(pages, apply)
}
