/** All pages of directed follow-up, room by room. */
import type { Pages } from '../access/index.ts'
import { addAssessmentPages } from './assessments/assessments.routes.tsx'
import { addBoardPages } from './boards/boards.routes.tsx'
import { addInstrumentPages } from './instrument/instrument.routes.tsx'
import { addRoutinePages } from './instrument/routine.routes.tsx'
import { addInvestigationPages } from './judgement/investigation.routes.tsx'
import { addMonthPages } from './judgement/month.routes.tsx'
import { addMemberPages } from './members/members.routes.tsx'
import { addOverviewPages } from './overview/overview.routes.tsx'
import { addContactPages } from './people/contacts.routes.tsx'
import { addParticularsPages } from './people/particulars.routes.tsx'
import { addYouthPages } from './people/youth.routes.tsx'
import { addProgressPages } from './progress/progress.routes.tsx'
import { addRatingPages } from './ratings/day.routes.tsx'
import { addFollowupSettings } from './settings/settings.routes.tsx'
import { addAssignmentPages } from './signals/assignments.routes.tsx'
import { addSignalPages } from './signals/signals.routes.tsx'
import { addStartPages } from './start.routes.tsx'
import { addTalkPages } from './talks/talks.routes.tsx'
import { addTemplatePages } from './talks/template.routes.tsx'
import { addUnitPages } from './units/units.routes.tsx'

/** Registers every page of the module. */
export function addFollowupPages(pages: Pages): void {
  addStartPages(pages)
  addYouthPages(pages)
  addParticularsPages(pages)
  addContactPages(pages)
  addUnitPages(pages)
  addFollowupSettings(pages)
  addInstrumentPages(pages)
  addRoutinePages(pages)
  addMemberPages(pages)
  addAssessmentPages(pages)
  addSignalPages(pages)
  addMonthPages(pages)
  addInvestigationPages(pages)
  addAssignmentPages(pages)
  addRatingPages(pages)
  addTalkPages(pages)
  addTemplatePages(pages)
  addBoardPages(pages)
  addProgressPages(pages)
  addOverviewPages(pages)
}
