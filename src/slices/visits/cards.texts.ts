/** Wording of visit cards: what they still need, and why a visit may not be made. */
import type { Lang } from '../../kernel/lang.ts'
import type { VisitRefusal } from './visits.types.ts'

const sv = {
  refusals: {
    'no-card': 'Inget knackakort',
    'card-not-delivered': 'Kortet är inte utlämnat',
    'card-of-another-day': 'Kortet har en annan dag',
  } satisfies Record<VisitRefusal, string>,
  refusalHints: {
    'no-card': 'Besöket får inte göras: ungdomen har inget knackakort för dagen.',
    'card-not-delivered': 'Besöket får inte göras förrän kortet är utlämnat och markerat som utlämnat.',
    'card-of-another-day': 'Besöket får inte göras: kortet som skrevs ut har en annan dag. Skriv ut ett nytt och lämna ut det.',
  } satisfies Record<VisitRefusal, string>,
  delivered: (on: string): string => `utlämnat ${on}`,
  agreed: 'överenskommet',
  anotherTime: (time: string): string => `Kortet säger ${time}.`,
  cards: 'Knackakort',
  cardsLead: 'Fyra kort på ett A4-ark, med dag, tid och svarskod. Korten säger inget om vem de är till: tiden skiljer dem åt.',
  toPrint: (n: number): string => (n === 1 ? '1 kort att skriva ut' : `${n} kort att skriva ut`),
  print: 'Skriv ut korten',
  printAgain: 'Skriv ut alla igen',
  nothingToPrint: 'Det finns inget kort att skriva ut. Korten behöver en tid: fördela tiderna först.',
  notPrinted: {
    'already-over': 'Rundan är avslutad.',
    'nothing-to-print': 'Det finns inget kort att skriva ut. Korten behöver en tid: fördela tiderna först.',
    'field-missing':
      'Korten kunde inte göras: telefonnummer och avsändare saknas i inställningarna för meddelanden. Be systemsamordnaren fylla i dem.',
    'not-seen': 'En av ungdomarna får inte längre besökas härifrån. Ladda om sidan.',
  },
  withoutTime: (n: number): string => (n === 1 ? '1 besök saknar tid' : `${n} besök saknar tid`),
  allPrinted: 'Alla kort är utskrivna.',
  toDeliver: 'Vilka kort är utlämnade?',
  deliveredOn: 'Utlämnade den',
  deliver: 'Korten är utlämnade',
  deliverHint: 'Varje kort loggas som ett kontaktförsök.',
  deliveredNotice: (n: number): string => (n === 1 ? '1 kort är noterat som utlämnat.' : `${n} kort är noterade som utlämnade.`),
  notDelivered: {
    'day-is-not-past': 'Dagen ligger framåt. Välj i dag eller en dag som varit.',
    'after-the-visit': 'Kortet kan inte lämnas ut efter besöksdagen.',
    'already-delivered': 'Kortet är redan noterat, eller har bytts mot ett nytt.',
    'already-over': 'Rundan är avslutad.',
    missing: 'Besöket finns inte längre i rundan.',
    'night-is-running': 'Natten körs just nu. Försök igen om en stund.',
  },
  noneTicked: 'Kryssa för minst ett kort.',
}

type Texts = typeof sv

const en: Texts = {
  refusals: {
    'no-card': 'No visit card',
    'card-not-delivered': 'The card is not delivered',
    'card-of-another-day': 'The card says another day',
  },
  refusalHints: {
    'no-card': 'The visit may not be made: the youth has no visit card for the day.',
    'card-not-delivered': 'The visit may not be made until the card is delivered, and marked as delivered.',
    'card-of-another-day': 'The visit may not be made: the printed card says another day. Print a new one and deliver it.',
  },
  delivered: (on) => `delivered ${on}`,
  agreed: 'agreed',
  anotherTime: (time) => `The card says ${time}.`,
  cards: 'Visit cards',
  cardsLead: 'Four cards on a page, with day, time and reply code. They do not say whom they are for: the time tells them apart.',
  toPrint: (n) => (n === 1 ? '1 card to print' : `${n} cards to print`),
  print: 'Print the cards',
  printAgain: 'Print all again',
  nothingToPrint: 'There is no card to print. A card needs a time: spread the times first.',
  notPrinted: {
    'already-over': 'The round is over.',
    'nothing-to-print': 'There is no card to print. A card needs a time: spread the times first.',
    'field-missing':
      'The cards could not be made: telephone number and sender are missing in the settings of messages. Ask the system coordinator to fill them in.',
    'not-seen': 'One of the youths may no longer be visited from here. Load the page again.',
  },
  withoutTime: (n) => (n === 1 ? '1 visit has no time' : `${n} visits have no time`),
  allPrinted: 'All cards are printed.',
  toDeliver: 'Which cards are delivered?',
  deliveredOn: 'Delivered on',
  deliver: 'The cards are delivered',
  deliverHint: 'Each card is logged as a contact attempt.',
  deliveredNotice: (n) => (n === 1 ? '1 card is noted as delivered.' : `${n} cards are noted as delivered.`),
  notDelivered: {
    'day-is-not-past': 'The day is ahead. Choose today or an earlier day.',
    'after-the-visit': 'The card cannot be delivered after the day of the visit.',
    'already-delivered': 'The card is noted already, or has been replaced by a new one.',
    'already-over': 'The round is over.',
    missing: 'The visit is no longer in the round.',
    'night-is-running': 'The night is running. Try again in a moment.',
  },
  noneTicked: 'Tick at least one card.',
}

/** The words of visit cards. */
export const cardTexts: Readonly<Record<Lang, Texts>> = { sv, en }
