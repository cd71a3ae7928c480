/** Pages of messaging. */
import type { Pages } from '../access/index.ts'
import { addDeliveryPages } from './callback.routes.tsx'

/** Registers the pages. */
export function addMessagingPages(pages: Pages): void {
  addDeliveryPages(pages)
}
