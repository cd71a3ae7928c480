/** Pages of outreach. */
import type { Pages } from '../access/index.ts'
import type { ApplySettings } from '../settings/index.ts'
import { addContactPages } from './contact.routes.tsx'
import { addEvidencePages, type TemplateName } from './evidence.routes.tsx'
import type { AcceptReply } from './expiry.actions.ts'
import { addExpiryPages } from './expiry.routes.tsx'
import { addHubPages } from './hub.routes.tsx'
import type { ContactChoices } from './ledger.actions.ts'
import { addLedgerPages } from './ledger.routes.tsx'
import { addOccupationPages } from './occupation.routes.tsx'
import { addOutreachSettingsPages } from './outreach-settings.routes.tsx'
import { addSearchPages } from './search.routes.tsx'

/**
 * What the pages are handed where everything is put together, so that no arrow points backwards: saving settings works everybody out anew,
 * messages keep the youth's language and refusals, and know what their templates are called, and answers are accepted where replies are.
 */
export type GivenToOutreach = {
  readonly apply: ApplySettings
  readonly choices: ContactChoices
  readonly templateName: TemplateName
  readonly acceptReply: AcceptReply
}

/** Registers the pages. */
export function addOutreachPages(pages: Pages, { apply, choices, templateName, acceptReply }: GivenToOutreach): void {
  addHubPages(pages)
  addContactPages(pages)
  addOccupationPages(pages)
  addExpiryPages(pages, acceptReply)
  addLedgerPages(pages, choices)
  addEvidencePages(pages, templateName)
  addSearchPages(pages)
  addOutreachSettingsPages(pages, apply)
}
