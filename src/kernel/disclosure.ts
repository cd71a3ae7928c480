/**
 * The disclosure gate: the one place that says which outlet may show a protected person (OSL 21 kap. 3, 3 a §§; 22 kap. 1 §).
 * Every outlet of personal data is named here and asks before it shows anything; a test fails for an outlet without a decision.
 * A page's outlet is named where the route is registered, and narrows what its reader sees before the page is handed anything.
 */
import type { Scope } from './actor.ts'

export type Protection = 'none' | 'secrecy-marked' | 'protected-registration' | 'unconfirmed-stay'

/** Where data on a person can leave the register. */
export const outlets = [
  'register.csv',
  'explain.cli',
  'duplicates.cli',
  'run.report',
  'exception.inbox',
  'log',
  'error.text',
  'demo.story',
  'today.page',
  'worklist.page',
  'worklist.search',
  'worklist.file',
  'youth.page',
  'youth.message',
  'sources.page',
  'duplicates.page',
  'coverage.page',
  'rehearsal.page',
  'outreach.page',
  'evidence.file',
  'messages.page',
  'letter.file',
  'letter.forwarded',
  'sms',
  'email',
  'reply.public',
  'replies.page',
  'visits.page',
  'visits.pocket',
  'visits.file',
  'meetings.page',
  'calendar.feed',
  'question.public',
  'questions.page',
  'cover.page',
  'figures.page',
  'measures.page',
  'plans.page',
  'plan.file',
  'plan.public',
  'coding.page',
  'timeline.page',
  'return.page',
  'return.file',
  'figures.persons',
  'survey.public',
  'notices.page',
  'notices.public',
  'notices.api',
  'notices.forwarded',
  'prevention.page',
  'radar.page',
  'transfers.page',
  'transfers.file',
  'turning20.page',
  'consents.page',
  'referrals.page',
  'referral.public',
  'network.page',
  'followup.page',
  'followup.file',
  'followup.invite',
  'followup.cli',
] as const
export type Outlet = (typeof outlets)[number]

const all = ['none', 'secrecy-marked', 'protected-registration', 'unconfirmed-stay'] as const

/** Whom the outlet shows to anyone it is open to, and whom besides to those with the right to protected identities. */
type Shown = { readonly anyone: readonly Protection[]; readonly holders: readonly Protection[] }

const nobody: Shown = { anyone: [], holders: [] }
const unprotected: Shown = { anyone: ['none'], holders: [] }
const rightNeeded: Shown = { anyone: ['none'], holders: ['secrecy-marked', 'protected-registration', 'unconfirmed-stay'] }

const decisions: Readonly<Record<Outlet, Shown>> = {
  // The console belongs to whoever runs the database and could read it anyway; what must be on no list is still on none.
  'register.csv': { anyone: ['none', 'secrecy-marked', 'protected-registration'], holders: [] },
  'explain.cli': { anyone: all, holders: [] },
  // Two numbers side by side say that one of them is new; nobody protected is found that way.
  'duplicates.cli': unprotected,
  // Counts and codes only: no person at all.
  'run.report': nobody,
  'exception.inbox': nobody,
  log: nobody,
  'error.text': nobody,
  'demo.story': unprotected,
  'today.page': rightNeeded,
  'worklist.page': rightNeeded,
  'worklist.search': rightNeeded,
  'youth.page': rightNeeded,
  'sources.page': rightNeeded,
  'coverage.page': rightNeeded,
  'outreach.page': rightNeeded,
  'messages.page': rightNeeded,
  'replies.page': rightNeeded,
  'meetings.page': rightNeeded,
  'questions.page': unprotected,
  'cover.page': rightNeeded,
  'figures.page': rightNeeded,
  // Those behind a number, for readers who may open their pages.
  'figures.persons': rightNeeded,
  'measures.page': rightNeeded,
  'plans.page': rightNeeded,
  'coding.page': rightNeeded,
  'timeline.page': rightNeeded,
  'return.page': rightNeeded,
  // The law makes the municipality send it whole; a file with somebody protected in it is handed to those with the right only.
  'return.file': rightNeeded,
  // Handed to the youth, or to a court that asks: printed by somebody with the right, for that youth alone.
  'evidence.file': rightNeeded,
  'plan.file': rightNeeded,
  // Over the open net, to whoever has the link and the code: never of a protected youth.
  'plan.public': unprotected,
  // Letters go to an address, texts and mail through others' machines. A protected youth is written to only by the forwarding route:
  // a letter without address, printed by somebody with the right.
  'letter.file': unprotected,
  'letter.forwarded': { anyone: [], holders: ['none', 'secrecy-marked', 'protected-registration'] },
  sms: unprotected,
  email: unprotected,
  // Nothing of any youth: a code, and what the one who has it writes.
  'reply.public': nobody,
  'calendar.feed': nobody,
  // The sealed module shows its youths to those who have them to do, and the protected ones to those whom it gave that right: social
  // services place and follow youths whose particulars are protected, so they are there, but never by being something else.
  'followup.page': rightNeeded,
  // Handed over or put in the file, of one youth at a time.
  'followup.file': rightNeeded,
  // To trustees, schools and others, through others' machines.
  'followup.invite': unprotected,
  // What is due for erasure: random ids and days.
  'followup.cli': nobody,
  // Questionnaires name nobody where they are answered; the pages that hand them out and show trends hold no person at all.
  'survey.public': nobody,
  // A notice about a protected youth is seen by those with the right only, and no other municipality is told of it by a machine.
  'notices.page': rightNeeded,
  'notices.forwarded': unprotected,
  // A school is told of its own notices what it wrote itself, and never of anybody what we know.
  'notices.public': nobody,
  'notices.api': nobody,
  // Whom a partner can be asked about at a meeting.
  'network.page': unprotected,
  'prevention.page': rightNeeded,
  'radar.page': rightNeeded,
  'transfers.page': rightNeeded,
  // What leaves for another municipality, by itself or as a file, is of nobody protected: that takes a safe road.
  'transfers.file': unprotected,
  'turning20.page': rightNeeded,
  // What is shared goes to others through a link or a file: nothing of anybody protected is prepared for it, whoever reads.
  'consents.page': unprotected,
  'referrals.page': unprotected,
  'referral.public': unprotected,
  // Carried out of the house, on paper or in a telephone, and shown at a door.
  'visits.page': unprotected,
  'visits.pocket': unprotected,
  'visits.file': unprotected,
  'question.public': unprotected,
  // What leaves the house (a file, a message to a school), or sets two persons side by side, never holds a protected one.
  'worklist.file': unprotected,
  'youth.message': unprotected,
  'duplicates.page': unprotected,
  'rehearsal.page': unprotected,
}

/** Whether the outlet may show a person with this protection, to a reader with or without the right to protected identities. */
export function mayShow(outlet: Outlet, protection: Protection, mayReadProtected = false): boolean {
  const { anyone, holders } = decisions[outlet]
  return anyone.includes(protection) || (mayReadProtected && holders.includes(protection))
}

/** What a reader may see through the outlet: the scope as SQL is handed it. */
export const scopeThrough = (outlet: Outlet, scope: Scope): Scope => ({
  ...scope,
  mayReadProtected: mayShow(outlet, 'secrecy-marked', scope.mayReadProtected),
})
