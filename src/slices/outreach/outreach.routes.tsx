/** Pages of outreach. */
import type { Pages } from '../access/index.ts'
import type { ApplySettings } from '../settings/index.ts'
import { addContactPages } from './contact.routes.tsx'
import { addOutreachSettingsPages } from './outreach-settings.routes.tsx'

/** What the pages are handed where everything is put together, so that no arrow points backwards: saving settings works everybody out anew. */
export type GivenToOutreach = { readonly apply: ApplySettings }

/** Registers the pages. */
export function addOutreachPages(pages: Pages, { apply }: GivenToOutreach): void {
  addContactPages(pages)
  addOutreachSettingsPages(pages, apply)
}
