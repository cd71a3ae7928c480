/** Pages of messaging. */
import type { Pages } from '../access/index.ts'
import type { ApplySettings } from '../settings/index.ts'
import { addDeliveryPages } from './callback.routes.tsx'
import { addForwardPages } from './forward.routes.tsx'
import { addMessagingSettingsPages } from './messaging-settings.routes.tsx'
import type { SetUp } from './outbox-parts.views.tsx'
import { addOutboxPages } from './outbox.routes.tsx'
import { addRoundPages } from './round.routes.tsx'
import { addTemplatePages } from './template.routes.tsx'

/**
 * What the pages stand on: where browsers reach the product, which channels are set up, what saves settings (matching), and who is told of
 * defects in what runs after an answer.
 */
export type MessagingWeb = {
  readonly publicUrl: string
  readonly setUp: SetUp
  readonly apply: ApplySettings
  readonly report: (error: unknown) => void
}

/** Registers the pages. */
export function addMessagingPages(pages: Pages, { setUp, publicUrl, apply, report }: MessagingWeb): void {
  addOutboxPages(pages, setUp)
  addDeliveryPages(pages)
  addForwardPages(pages, publicUrl)
  addTemplatePages(pages, publicUrl)
  addMessagingSettingsPages(pages, apply)
  addRoundPages(pages, { publicUrl, report })
}
