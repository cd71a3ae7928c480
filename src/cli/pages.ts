/** All pages of the product, slice by slice, and the main menu. */
import { page, type MenuItem, type Pages } from '../slices/access/index.ts'
import { addAdmissionsPages } from '../slices/admissions/index.ts'
import { addCodingPages } from '../slices/coding/index.ts'
import { addConsentsPages } from '../slices/consents/index.ts'
import { addCorrectionPages } from '../slices/corrections/index.ts'
import { addCoverPages } from '../slices/cover/index.ts'
import { addCoveragePages } from '../slices/coverage/index.ts'
import { addFollowupPages } from '../slices/followup/index.ts'
import { addFiguresPages } from '../slices/figures/index.ts'
import { addHandbookPages } from '../slices/handbook/index.ts'
import { applySettings } from '../slices/matching/index.ts'
import { addMeasuresPages } from '../slices/measures/index.ts'
import { addMeetingsPages } from '../slices/meetings/index.ts'
import {
  addMessagingPages,
  endOptOut,
  languageOf,
  listOptOuts,
  saveLanguage,
  saveOptOuts,
  templateName,
} from '../slices/messaging/index.ts'
import { addNetworkPages } from '../slices/network/index.ts'
import { addNoticesPages } from '../slices/notices/index.ts'
import { addOrganisationPages } from '../slices/organisation/index.ts'
import { addOutreachPages } from '../slices/outreach/index.ts'
import { addOwnPlanPages } from '../slices/ownplan/index.ts'
import { addPlansPages, findMeasurableStep } from '../slices/plans/index.ts'
import { addPreventionPages } from '../slices/prevention/index.ts'
import { addQuestionsPages } from '../slices/questions/index.ts'
import { addRehearsalPages } from '../slices/rehearsal/index.ts'
import { addReferralsPages } from '../slices/referrals/index.ts'
import { acceptAmongMany, addRepliesPages } from '../slices/replies/index.ts'
import { addReturnsPages } from '../slices/returns/index.ts'
import { addReportsPages } from '../slices/reports/index.ts'
import { addSettingsPages } from '../slices/settings/index.ts'
import { addSourcesPages } from '../slices/sources/index.ts'
import { addSteeringPages } from '../slices/steering/index.ts'
import { addSurveyPages } from '../slices/survey/index.ts'
import { addTimelinePages } from '../slices/timeline/index.ts'
import { addTodayPages } from '../slices/today/index.ts'
import { addTogetherPages } from '../slices/together/index.ts'
import { addTransfersPages } from '../slices/transfers/index.ts'
import { addTurning20Pages } from '../slices/turning20/index.ts'
import { addVisitsPages } from '../slices/visits/index.ts'
import { addWorklistPages } from '../slices/worklist/index.ts'
import { addYouthPages } from '../slices/youth/index.ts'
import { ComponentPage } from '../ui/component-page.tsx'

/** The main menu: an entry is shown to those who may open it. */
export const menu = [
  { href: '/', permit: 'today.read', label: { sv: 'I dag', en: 'Today' } },
  { href: '/ungdomar', permit: 'worklist.read', label: { sv: 'Ungdomar', en: 'Youths' } },
  {
    href: '/uppsok',
    permit: 'outreach.log',
    label: { sv: 'Uppsök', en: 'Outreach' },
    leadsTo: ['/utskick', '/svar', '/besok', '/moten', '/enkater'],
  },
  {
    href: '/planer',
    permit: 'plans.write',
    label: { sv: 'Planer', en: 'Plans' },
    leadsTo: ['/atgarder', '/sysselsattning', '/kodning'],
  },
  {
    href: '/skola',
    permit: 'worklist.read',
    label: { sv: 'Skola', en: 'Schools' },
    leadsTo: ['/anmalningar', '/forebyggande', '/radar'],
  },
  {
    href: '/samverkan',
    permit: 'network.read',
    label: { sv: 'Samverkan', en: 'Co-operation' },
    leadsTo: ['/natverk', '/hanvisningar', '/overflytt', '/fyller-20', '/styrning'],
  },
  { href: '/uppfoljning', permit: 'followup.enter', label: { sv: 'Uppföljning', en: 'Follow-up' } },
  { href: '/siffror', permit: 'figures.read', label: { sv: 'Siffror', en: 'Figures' } },
  { href: '/kallor', permit: 'sources.read', label: { sv: 'Källor', en: 'Sources' } },
  { href: '/tackning', permit: 'coverage.read', label: { sv: 'Täckning', en: 'Coverage' } },
  { href: '/organisation', permit: 'organisation.read', label: { sv: 'Organisation', en: 'Organisation' } },
] as const satisfies readonly MenuItem[]

type Options = {
  readonly isDevelopment: boolean
  readonly publicUrl: string
  /** Which channels messages can leave by. */
  readonly setUp: { readonly sms: boolean; readonly email: boolean }
  readonly report: (error: unknown) => void
}

/** What is agreed with youths and done for them. Measures are handed how a step of a plan is found: plans know measures, never the other way. */
function addAgreedPages(pages: Pages, report: Options['report']): void {
  addMeasuresPages(pages, findMeasurableStep)
  addPlansPages(pages)
  addOwnPlanPages(pages)
  addCodingPages(pages, report)
  addTimelinePages(pages)
}

/** What schools and others are asked and tell, and youths before they fall out of school. */
function addSchoolPages(pages: Pages, publicUrl: string): void {
  addQuestionsPages(pages, publicUrl)
  addNetworkPages(pages, publicUrl)
  addNoticesPages(pages, { publicUrl, apply: applySettings })
  addPreventionPages(pages, { publicUrl, apply: applySettings })
  addAdmissionsPages(pages, applySettings)
}

/** What is shared with others: only with consent. */
function addSharingPages(pages: Pages, { publicUrl, setUp }: Pick<Options, 'publicUrl' | 'setUp'>): void {
  addConsentsPages(pages, applySettings)
  addReferralsPages(pages, { publicUrl, hasMail: setUp.email })
  addTransfersPages(pages)
  addTurning20Pages(pages)
  addTogetherPages(pages)
}

/** What is counted and handed on: figures, reports, the return, questionnaires. */
function addCountedPages(pages: Pages, { publicUrl, report }: Pick<Options, 'publicUrl' | 'report'>): void {
  addFiguresPages(pages, applySettings)
  addReportsPages(pages, report)
  addReturnsPages(pages)
  addSteeringPages(pages)
  addSurveyPages(pages, { publicUrl, apply: applySettings })
}

/** Registers every page. `report` is told of defects in what runs after an answer. The component page is for those who build. */
export function addAllPages(pages: Pages, { isDevelopment, publicUrl, setUp, report }: Options): void {
  addTodayPages(pages)
  addSourcesPages(pages)
  addHandbookPages(pages)
  addOrganisationPages(pages)
  addSettingsPages(pages, applySettings)
  addRehearsalPages(pages, report)
  addCoveragePages(pages)
  addWorklistPages(pages)
  addYouthPages(pages)
  addCorrectionPages(pages)
  addOutreachPages(pages, {
    apply: applySettings,
    choices: { languageOf, saveLanguage, listOptOuts, saveOptOuts, endOptOut },
    templateName,
    acceptReply: (tx, accepting) => acceptAmongMany(tx, accepting, saveOptOuts),
  })
  addMessagingPages(pages, { publicUrl, setUp, apply: applySettings, report })
  addRepliesPages(pages, saveOptOuts)
  addVisitsPages(pages, { publicUrl, apply: applySettings })
  addMeetingsPages(pages, publicUrl)
  addSchoolPages(pages, publicUrl)
  addSharingPages(pages, { publicUrl, setUp })
  addAgreedPages(pages, report)
  addCoverPages(pages)
  addCountedPages(pages, { publicUrl, report })
  addFollowupPages(pages)
  if (isDevelopment) pages.get('/ui', { permit: 'signed-in', shows: 'nothing' }, ({ frame }) => page(ComponentPage({ frame })))
}
