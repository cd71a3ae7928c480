/** The words of mail to receivers, of new links, of what becomes a measure, and of what a receiver has said as colleagues read it. */
import type { Lang } from '../../kernel/lang.ts'
import type { MessageState } from '../messaging/index.ts'
import type { OutcomeKind, RejectReason } from './referrals.types.ts'

const sv = {
  mails: {
    queued: 'e-posten väntar på att gå iväg',
    sending: 'e-posten är på väg',
    sent: 'e-post skickad',
    delivered: 'e-post skickad',
    failed: 'e-posten kom inte fram',
    unsure: 'osäkert om e-posten kom fram',
    cancelled: 'e-posten gick inte iväg',
  } satisfies Record<MessageState, string>,
  backMails: {
    queued: 'e-post om återkallelsen väntar',
    sending: 'e-post om återkallelsen är på väg',
    sent: 'mottagaren har fått e-post om det',
    delivered: 'mottagaren har fått e-post om det',
    failed: 'e-post om återkallelsen kom inte fram',
    unsure: 'osäkert om e-post om återkallelsen kom fram',
    cancelled: 'e-post om återkallelsen gick inte iväg',
  } satisfies Record<MessageState, string>,
  outcomes: {
    began: 'Har börjat',
    neverCame: 'Kom aldrig',
    endedToWork: 'Har slutat och arbetar',
    endedToStudies: 'Har slutat och studerar',
    ended: 'Har slutat',
  } satisfies Record<OutcomeKind, string>,
  reasons: {
    full: 'De har ingen plats nu',
    notForThem: 'Det de gör passar inte',
    otherOffer: 'Redan hos dem eller hos någon annan',
    notReached: 'De har inte fått kontakt',
    declined: 'Ungdomen tackade nej',
  } satisfies Record<RejectReason, string>,
  acknowledged: 'mottagaren har tagit bort uppgifterna',
  renew: 'Ny länk …',
  renewQuestion: 'Den gamla länken slutar fungera. Uppgifterna är desamma som när hänvisningen skickades.',
  renewDo: 'Gör en ny länk',
  measure: 'Skriv som åtgärd …',
  measureQuestion: 'Det mottagaren har tackat ja till skrivs i dokumentationen. Vem mottagaren är står inte i den.',
  measureItem: 'Vilken insats?',
  measureFrom: 'Från och med',
  measureDo: 'Skriv åtgärden',
  measured: 'Åtgärden är skriven.',
  measureOpen: 'Åtgärden är inte avslutad än.',
}
type Texts = typeof sv

const en: Texts = {
  mails: {
    queued: 'the mail waits to leave',
    sending: 'the mail is on its way',
    sent: 'mail sent',
    delivered: 'mail sent',
    failed: 'the mail did not get through',
    unsure: 'it is not certain that the mail got through',
    cancelled: 'the mail never left',
  },
  backMails: {
    queued: 'mail about the calling back waits',
    sending: 'mail about the calling back is on its way',
    sent: 'the receiver has got mail about it',
    delivered: 'the receiver has got mail about it',
    failed: 'mail about the calling back did not get through',
    unsure: 'it is not certain that mail about the calling back got through',
    cancelled: 'mail about the calling back never left',
  },
  outcomes: {
    began: 'Has begun',
    neverCame: 'Never came',
    endedToWork: 'Has ended, and works',
    endedToStudies: 'Has ended, and studies',
    ended: 'Has ended',
  },
  reasons: {
    full: 'They have no place now',
    notForThem: 'What they do does not fit',
    otherOffer: 'With them already, or with somebody else',
    notReached: 'They have not got in touch',
    declined: 'The youth declined',
  },
  acknowledged: 'the receiver has deleted the data',
  renew: 'New link …',
  renewQuestion: 'The old link stops working. The data are the same as when the referral was sent.',
  renewDo: 'Make a new link',
  measure: 'Write as a measure …',
  measureQuestion: 'What the receiver has accepted is written in the documentation. Who the receiver is does not stand in it.',
  measureItem: 'What is done?',
  measureFrom: 'From and including',
  measureDo: 'Write the measure',
  measured: 'The measure is written.',
  measureOpen: 'The measure has not been ended yet.',
}

export const mailTexts: Readonly<Record<Lang, Texts>> = { sv, en }
