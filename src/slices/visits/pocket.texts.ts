/** Wording of the round in the pocket: taking it along, opening it with its code, and what waits for a network. */
import type { Lang } from '../../kernel/lang.ts'
import type { ChangeOutcome } from './visits.types.ts'

const sv = {
  take: 'Ta med rundan',
  takeLead:
    'Då fungerar rundan utan nät. Den sparas krypterad på telefonen med en kod som du väljer nu, och är borta klockan 23.59 eller när du loggar ut.',
  code: 'Välj en kod',
  codeHint: 'Minst sex siffror, gärna fler. Inte 123456 eller 111111. Ingen annan kan få fram den åt dig.',
  again: 'Skriv koden en gång till',
  takeButton: 'Ta med rundan',
  badCode: 'Koden måste ha minst sex siffror och får inte vara en enkel följd.',
  notSame: 'Koderna är inte lika. Skriv samma kod två gånger.',
  taking: 'Tar med rundan …',
  notTaken: {
    missing: 'Rundan finns inte längre.',
    'not-yours': 'Bara de två som går kan ta med rundan.',
    'already-over': 'Rundan är avslutad.',
    'not-today': 'Rundan kan tas med på sin egen dag.',
  } as Record<string, string>,
  failed: 'Det gick inte att ta med rundan. Kontrollera nätet och försök igen.',
  unsent: 'Den här telefonen har redan en runda med ändringar som inte är skickade. Öppna den och skicka dem först.',
  toPocket: 'Öppna rundan i fickan',
  title: 'Rundan i fickan',
  empty: 'Det finns ingen runda på telefonen.',
  emptyHint: 'Öppna rundan när du har nät, och välj ”Ta med rundan”.',
  toVisits: 'Till hembesök',
  locked: 'Rundan är låst',
  lockedHint: 'Skriv koden som du valde när du tog med den.',
  openCode: 'Kod',
  open: 'Öppna',
  opening: 'Öppnar …',
  wrong: (left: number): string =>
    left === 1
      ? 'Fel kod. Ett försök kvar, sedan töms telefonen på rundan.'
      : `Fel kod. ${left} försök kvar, sedan töms telefonen på rundan.`,
  wiped: {
    wrong: 'Fem felaktiga koder: telefonen är tömd på rundan.',
    day: 'Dagen är slut: telefonen är tömd på rundan.',
    over: 'Rundan är avslutad, och telefonen är tömd på den.',
    'not-yours': 'Rundan är inte längre din, och telefonen är tömd på den.',
    asked: 'Telefonen är tömd på rundan.',
  },
  otherTab: 'Rundan är öppen i en annan flik. Stäng den och ladda om sidan.',
  offline: 'Utan nät',
  online: 'Med nät',
  allSent: (at: string): string => `Allt är skickat ${at}.`,
  waiting: (n: number): string => (n === 1 ? '1 ändring väntar på att skickas.' : `${n} ändringar väntar på att skickas.`),
  nothingYet: 'Inget att skicka.',
  send: 'Skicka nu',
  sending: 'Skickar …',
  troubles: {
    'signed-out': 'Inloggningen har gått ut. Det du skrivit finns kvar, krypterat. Logga in igen och öppna rundan med koden.',
    'other-person': 'Du är inloggad som någon annan än den som tog med rundan. Inget skickas.',
    'not-saved': 'Telefonen kunde inte spara. Stäng inte sidan förrän allt är skickat.',
  },
  signInLink: 'Logga in igen',
  couldNot: 'Några ändringar togs inte emot',
  outcomes: {
    'no-card': 'ungdomen har inget knackakort för dagen',
    'card-not-delivered': 'knackakortet är inte markerat som utlämnat',
    'card-of-another-day': 'knackakortet har en annan dag',
    missing: 'besöket finns inte i rundan',
    'not-yours': 'du är inte en av dem som går',
    'not-the-day': 'man checkar in på rundans dag',
    'does-not-fit': 'incheckning saknas',
    'night-is-running': 'natten körs; det skickas igen',
    saved: '',
    conflict: '',
  } satisfies Record<ChangeOutcome, string>,
  lock: 'Lås',
  wipe: 'Töm telefonen …',
  wipeQuestion: 'Rundan försvinner från telefonen. Det som är skickat finns kvar i systemet.',
  wipeUnsent: (n: number): string =>
    `${n === 1 ? 'En ändring är' : `${n} ändringar är`} inte skickade och går förlorade. Rundan försvinner från telefonen.`,
  wipeConfirm: 'Ja, töm',
  until: 'Rundan är borta från telefonen klockan 23.59.',
  overLate: 'Besöket har varat längre än planerat. Checka ut, eller ring den som vakar.',
  saved: 'Sparat på telefonen.',
}

export type PocketTexts = typeof sv

const en: PocketTexts = {
  take: 'Take the round along',
  takeLead:
    'Then the round works without a network. It is kept encrypted on the telephone by a code that you choose now, and is gone at 23:59 or when you sign out.',
  code: 'Choose a code',
  codeHint: 'At least six digits, more is better. Not 123456 or 111111. Nobody else can find it out for you.',
  again: 'Write the code once more',
  takeButton: 'Take the round along',
  badCode: 'The code must have at least six digits and not be a plain row.',
  notSame: 'The codes are not the same. Write the same code twice.',
  taking: 'Taking the round along …',
  notTaken: {
    missing: 'There is no such round any more.',
    'not-yours': 'Only the two who go can take the round along.',
    'already-over': 'The round is over.',
    'not-today': 'The round can be taken along on its own day.',
  },
  failed: 'The round could not be taken along. Check the network and try again.',
  unsent: 'This telephone already has a round with changes that are not sent. Open it and send them first.',
  toPocket: 'Open the round in the pocket',
  title: 'The round in the pocket',
  empty: 'There is no round on the telephone.',
  emptyHint: 'Open the round when you have a network, and choose “Take the round along”.',
  toVisits: 'To home visits',
  locked: 'The round is locked',
  lockedHint: 'Write the code that you chose when you took it along.',
  openCode: 'Code',
  open: 'Open',
  opening: 'Opening …',
  wrong: (left) =>
    left === 1
      ? 'Wrong code. One try left, then the round is wiped from the telephone.'
      : `Wrong code. ${left} tries left, then the round is wiped from the telephone.`,
  wiped: {
    wrong: 'Five wrong codes: the round is wiped from the telephone.',
    day: 'The day is over: the round is wiped from the telephone.',
    over: 'The round is closed, and wiped from the telephone.',
    'not-yours': 'The round is no longer yours, and is wiped from the telephone.',
    asked: 'The round is wiped from the telephone.',
  },
  otherTab: 'The round is open in another tab. Close it and load this page again.',
  offline: 'No network',
  online: 'Network',
  allSent: (at) => `All is sent ${at}.`,
  waiting: (n) => (n === 1 ? '1 change waits to be sent.' : `${n} changes wait to be sent.`),
  nothingYet: 'Nothing to send.',
  send: 'Send now',
  sending: 'Sending …',
  troubles: {
    'signed-out': 'Your sign-in has run out. What you wrote is still here, encrypted. Sign in again and open the round with the code.',
    'other-person': 'You are signed in as somebody else than the one who took the round along. Nothing is sent.',
    'not-saved': 'The telephone could not save. Do not close the page until all is sent.',
  },
  signInLink: 'Sign in again',
  couldNot: 'Some changes were not taken in',
  outcomes: {
    'no-card': 'the youth has no visit card for the day',
    'card-not-delivered': 'the visit card is not marked as delivered',
    'card-of-another-day': 'the visit card says another day',
    missing: 'the visit is not in the round',
    'not-yours': 'you are not one of those who go',
    'not-the-day': 'one checks in on the day of the round',
    'does-not-fit': 'the check-in is missing',
    'night-is-running': 'the night is running; it is sent again',
    saved: '',
    conflict: '',
  },
  lock: 'Lock',
  wipe: 'Wipe the telephone …',
  wipeQuestion: 'The round disappears from the telephone. What is sent remains in the system.',
  wipeUnsent: (n) =>
    `${n === 1 ? 'One change is' : `${n} changes are`} not sent and will be lost. The round disappears from the telephone.`,
  wipeConfirm: 'Yes, wipe it',
  until: 'The round is gone from the telephone at 23:59.',
  overLate: 'The visit has lasted longer than planned. Check out, or call the one who watches.',
  saved: 'Saved on the telephone.',
}

/** The words of the round in the pocket. */
export const pocketTexts: Readonly<Record<Lang, PocketTexts>> = { sv, en }
