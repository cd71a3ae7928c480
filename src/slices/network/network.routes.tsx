/** /natverk: partners, agreements with them, and meetings where youths are asked about. */
import type { Pages } from '../access/index.ts'
import { addMeetingPages } from './meeting.routes.tsx'
import { addPartnerPages } from './partner.routes.tsx'

/** Registers the pages. `publicUrl`: where partners reach the product. */
export function addNetworkPages(pages: Pages, publicUrl: string): void {
  addPartnerPages(pages)
  addMeetingPages(pages, publicUrl)
}
