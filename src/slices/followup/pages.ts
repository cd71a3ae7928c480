/** All pages of directed follow-up, room by room. */
import type { Pages } from '../access/index.ts'
import { addMemberPages } from './members/members.routes.tsx'
import { addYouthPages } from './people/youth.routes.tsx'
import { addStartPages } from './start.routes.tsx'

/** Registers every page of the module. */
export function addFollowupPages(pages: Pages): void {
  addStartPages(pages)
  addYouthPages(pages)
  addMemberPages(pages)
}
