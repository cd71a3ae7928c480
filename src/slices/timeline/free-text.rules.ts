/**
 * What somebody wrote in words of their own is read where it stands: whoever may not open that page is not handed it here. That a thing happened, and
 * what was chosen from a list, is told to everybody who may read the youth, but for what schools notify and what is shared with others: of that
 * nothing is told to whoever may not open where it stands.
 */
import type { Permission } from '../../kernel/permission.ts'
import type { Entry, EntryKind } from './timeline.types.ts'

/** What a reader may do. */
export type May = (permission: Permission) => boolean

/** Grounds of decisions, own facts and watches are for those who decide, and for those who work with the youth and are asked why. */
export const mayReadGrounds = (may: May): boolean => may('youth.decide') || may('outreach.log')

const withLog = (may: May): boolean => may('outreach.log')

/** Who reads the words of each kind. A kind that is not here has none. */
const readers: Partial<Readonly<Record<EntryKind, (may: May) => boolean>>> = {
  contact: withLog,
  message: withLog,
  meeting: withLog,
  visit: withLog,
  question: withLog,
  reply: withLog,
  measure: (may) => may('measures.write'),
  plan: (may) => may('plans.write'),
  decision: mayReadGrounds,
  watch: mayReadGrounds,
}

/** What is told of only to those with the permission, or with one of them. */
const openTo: Partial<Readonly<Record<Entry['event'], readonly Permission[]>>> = {
  schoolNotice: ['notices.read'],
  noticeAnnulled: ['notices.read'],
  noticeDecided: ['notices.read'],
  absence: ['prevention.work'],
  matterOpened: ['prevention.work'],
  matterReferred: ['prevention.work'],
  matterClosed: ['prevention.work'],
  admission: ['radar.work'],
  radarStep: ['radar.work'],
  consentGiven: ['consents.write'],
  consentWithdrawn: ['consents.write'],
  referralSent: ['referrals.work'],
  referralAnswered: ['referrals.work'],
  referralRevoked: ['referrals.work'],
  referralOutcome: ['referrals.work'],
  // That a youth is on the way to another municipality is for everybody who works with hen, also those who do not hand over.
  transferOut: ['transfers.work', 'outreach.log'],
  transferIn: ['transfers.work', 'outreach.log'],
  transferKept: ['transfers.work', 'outreach.log'],
  moveClosed: ['transfers.work', 'outreach.log'],
  turningTalked: ['turning20.work'],
  turningAsked: ['turning20.work'],
  turningWaived: ['turning20.work'],
  receiverAsked: ['turning20.work'],
  receiverAnswered: ['turning20.work'],
  turningEnded: ['turning20.work'],
}

const mayBeTold = ({ event }: Entry, may: May): boolean => openTo[event]?.some(may) ?? true

/** The fields that hold them, whatever happened. */
const own: ReadonlySet<string> = new Set(['note', 'ground', 'withdrawnGround', 'goal'])

const emptied = <Of extends object>(of: Of): Of =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, own.has(key) ? '' : value])) as Of

/** The same entry without anybody's own words. */
function withoutWords(entry: Entry): Entry {
  const struck = entry.struck === null ? null : { ...entry.struck, why: '' }
  if (entry.event === 'manualSaid' || entry.event === 'manualWithdrawn') {
    return { ...entry, struck, detail: { manual: emptied(entry.detail.manual) } }
  }
  return { ...entry, struck, detail: emptied(entry.detail) } as Entry
}

/** The entries as the reader may read them. */
export const asRead = (entries: readonly Entry[], may: May): Entry[] =>
  entries.filter((entry) => mayBeTold(entry, may)).map((entry) => (readers[entry.kind]?.(may) === false ? withoutWords(entry) : entry))

/** Whether there is a kind of words, or of entries, that the reader is not handed. */
export const isWithheld = (may: May): boolean =>
  Object.values(readers).some((mayRead) => !mayRead(may)) || Object.values(openTo).some((any) => !any.some(may))
