/** What columns, changes, follow-ups and endings of plans are called. */
import type { Lang } from '../../kernel/lang.ts'
import type { AcknowledgedHow, FollowUpOutcome, PlanChange, PlanColumn, PlanEndReason, PlanStatus, PostponeReason } from './plans.types.ts'
import type { FollowUpStanding } from './follow-up.rules.ts'

const sv = {
  columns: { youth: 'Jag', municipality: 'Kommunen', other: 'Någon annan' } satisfies Record<PlanColumn, string>,
  /** Efter namnet på ett steg: vems det är. */
  whose: { youth: 'ungdomens steg', municipality: 'kommunens steg', other: 'någon annans steg' } satisfies Record<PlanColumn, string>,
  statuses: { draft: 'utkast', agreed: 'överenskommen', ended: 'avslutad' } satisfies Record<PlanStatus, string>,
  changes: {
    opened: 'Planen skrevs',
    revised: 'Planen ändrades',
    agreed: 'Planen blev överenskommen',
    ticked: 'Ett steg prickades av eller på',
    added: 'Ett eget steg lades till',
    followedUp: 'Planen följdes upp',
    postponed: 'En uppföljning flyttades',
    ended: 'Planen avslutades',
  } satisfies Record<PlanChange, string>,
  endReasons: {
    goalReached: 'Målet är nått',
    inEducation: 'Började studera',
    inWork: 'Började arbeta',
    declined: 'Ungdomen vill inte fortsätta',
    lostContact: 'Vi når inte ungdomen',
    moved: 'Flyttade',
    turned20: 'Fyllde 20',
    newPlan: 'En ny plan tar vid',
    other: 'Annan orsak',
  } satisfies Record<PlanEndReason, string>,
  outcomes: {
    onTrack: 'På väg',
    slow: 'Går trögt',
    reached: 'Målet är nått',
    changeNeeded: 'Planen behöver ändras',
  } satisfies Record<FollowUpOutcome, string>,
  reasons: {
    youthCancelled: 'Ungdomen avbokade',
    youthNotReached: 'Vi nådde inte ungdomen',
    weCancelled: 'Vi ställde in',
    waitingForStart: 'Väntar på en start',
    other: 'Annan orsak',
  } satisfies Record<PostponeReason, string>,
  standings: {
    planned: 'planerad',
    due: 'i dag',
    overdue: 'försenad',
    done: 'gjord',
    postponed: 'flyttad',
    dropped: 'struken',
  } satisfies Record<FollowUpStanding, string>,
  hows: { together: 'tillsammans', paper: 'på papper', link: 'på egen sida' } satisfies Record<AcknowledgedHow, string>,
}

const en: typeof sv = {
  columns: { youth: 'I', municipality: 'The municipality', other: 'Somebody else' },
  whose: { youth: 'the youth’s step', municipality: 'the municipality’s step', other: 'somebody else’s step' },
  statuses: { draft: 'draft', agreed: 'agreed', ended: 'ended' },
  changes: {
    opened: 'The plan was written',
    revised: 'The plan was changed',
    agreed: 'The plan was agreed',
    ticked: 'A step was ticked or unticked',
    added: 'A step of the youth’s own was added',
    followedUp: 'The plan was followed up',
    postponed: 'A follow-up was moved',
    ended: 'The plan was ended',
  },
  endReasons: {
    goalReached: 'The goal is reached',
    inEducation: 'Began to study',
    inWork: 'Began to work',
    declined: 'The youth does not want to go on',
    lostContact: 'We cannot reach the youth',
    moved: 'Moved',
    turned20: 'Turned 20',
    newPlan: 'A new plan takes over',
    other: 'Another reason',
  },
  outcomes: { onTrack: 'On the way', slow: 'Slow', reached: 'The goal is reached', changeNeeded: 'The plan needs to change' },
  reasons: {
    youthCancelled: 'The youth cancelled',
    youthNotReached: 'We did not reach the youth',
    weCancelled: 'We cancelled',
    waitingForStart: 'Waiting for a start',
    other: 'Another reason',
  },
  standings: { planned: 'planned', due: 'today', overdue: 'overdue', done: 'done', postponed: 'moved', dropped: 'dropped' },
  hows: { together: 'together', paper: 'on paper', link: 'on the own page' },
}

export const planWords: Readonly<Record<Lang, typeof sv>> = { sv, en }
