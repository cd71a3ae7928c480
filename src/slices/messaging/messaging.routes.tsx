/** Pages of messaging. */
import type { Pages } from '../access/index.ts'
import { addDeliveryPages } from './callback.routes.tsx'
import { addForwardPages } from './forward.routes.tsx'
import type { SetUp } from './outbox-parts.views.tsx'
import { addOutboxPages } from './outbox.routes.tsx'

/** What the pages stand on: where browsers reach the product, and which channels are set up. */
export type MessagingWeb = { readonly publicUrl: string; readonly setUp: SetUp }

/** Registers the pages. */
export function addMessagingPages(pages: Pages, { setUp, publicUrl }: MessagingWeb): void {
  addOutboxPages(pages, setUp)
  addDeliveryPages(pages)
  addForwardPages(pages, publicUrl)
}
