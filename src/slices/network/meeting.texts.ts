/** Wording of meetings with partners. */
import type { Lang } from '../../kernel/lang.ts'
import type { AskGround } from './network.types.ts'

const sv = {
  title: 'Nätverksmöte',
  heading: (partner: string) => `Möte med ${partner}`,
  when: (day: string, time: string) => `${day} kl. ${time}`,
  meetings: 'Möten',
  meetingsNone: 'Inga möten de senaste två månaderna, och inga bokade.',
  columns: { day: 'Dag', partner: 'Partner', place: 'Plats', counts: 'Frågor' },
  open: 'öppet',
  countsText: (asked: number, yes: number, no: number, unknown: number) =>
    asked === 0 ? 'inga frågor' : `${asked} frågade: ${yes} ja, ${no} nej, ${unknown} vet inte`,
  book: 'Boka ett möte',
  bookDo: 'Boka mötet',
  booked: 'Mötet är bokat. Välj ungdomar tidigast sju dagar före.',
  fields: { heldOn: 'Dag', beginsAt: 'Tid', place: 'Plats' },
  asked: 'Frågade på mötet',
  askedNone: 'Ingen är frågad än.',
  askedColumns: { youth: 'Ungdom', born: 'Född', state: 'Svar' },
  noPaper: 'Ta inte med någon lista på papper. Partnern öppnar varje fråga med sin egen telefon, och svaret står här.',
  again: 'Visa nya svar',
  choose: 'Fråga om ungdomar',
  chooseHint: 'De som omfattas, den som väntat längst på en kontakt först. Ungdomar med skyddade uppgifter visas aldrig här.',
  candidates: 'Ungdomar',
  candidateColumns: { youth: 'Ungdom', born: 'Född', unit: 'Enhet', last: 'Senaste kontakt' },
  candidatesNone: 'Det finns ingen att fråga om.',
  never: 'ingen',
  ground: 'Varför får namnen lämnas till partnern?',
  groundHint: 'Partnern får se förnamn, efternamn och födelseår, inget mer. Grunden skrivs i loggen.',
  grounds: {
    consent: 'Ungdomarna har samtyckt',
    assessed: 'Jag har prövat sekretessen för var och en, och uppgiften får lämnas',
  } satisfies Record<AskGround, string>,
  askDo: 'Skapa en fråga per ungdom',
  made: 'Frågorna är klara',
  madeText: (days: number) =>
    `Visa en i taget för partnern. Länkarna visas bara nu: vi sparar dem inte. De gäller ${days === 1 ? 'ett dygn' : `i ${days} dagar`}, eller tills mötet avslutas.`,
  link: 'Länk',
  qr: (name: string) => `QR-kod till frågan om ${name}`,
  show: 'Visa frågan och koden',
  back: 'Till mötet',
  close: 'Avsluta mötet …',
  closeQuestion:
    'Obesvarade frågor slutar gälla, och vilka ungdomar mötet gällde glöms. Svaren står kvar på ungdomarnas sidor, utan partnerns namn.',
  closeDo: 'Ja, avsluta mötet',
  closed: 'Mötet är avslutat. Bara antalen finns kvar.',
  closedText: 'Mötet är avslutat. Vilka ungdomar det gällde är glömt; svaren står på deras sidor.',
  refusals: {
    closed: 'Mötet är avslutat.',
    'too-early': 'Ungdomar väljs tidigast sju dagar före mötet.',
    passed: 'Mötets dag har varit. Avsluta det.',
    nobody: 'Välj minst en ungdom.',
    'too-many': 'Högst 40 ungdomar åt gången: ett möte är inte en lista att lämna över.',
  },
}

export type MeetingTexts = typeof sv

const en: MeetingTexts = {
  title: 'Network meeting',
  heading: (partner) => `Meeting with ${partner}`,
  when: (day, time) => `${day} at ${time}`,
  meetings: 'Meetings',
  meetingsNone: 'No meetings in the last two months, and none booked.',
  columns: { day: 'Day', partner: 'Partner', place: 'Place', counts: 'Questions' },
  open: 'open',
  countsText: (asked, yes, no, unknown) => (asked === 0 ? 'no questions' : `${asked} asked: ${yes} yes, ${no} no, ${unknown} do not know`),
  book: 'Book a meeting',
  bookDo: 'Book the meeting',
  booked: 'The meeting is booked. Choose youths at the earliest seven days before.',
  fields: { heldOn: 'Day', beginsAt: 'Time', place: 'Place' },
  asked: 'Asked about at the meeting',
  askedNone: 'Nobody is asked about yet.',
  askedColumns: { youth: 'Youth', born: 'Born', state: 'Answer' },
  noPaper: 'Bring no list on paper. The partner opens each question with their own phone, and the answer stands here.',
  again: 'Show new answers',
  choose: 'Ask about youths',
  chooseHint: 'Those who are covered, the longest without a contact first. Youths with protected particulars are never shown here.',
  candidates: 'Youths',
  candidateColumns: { youth: 'Youth', born: 'Born', unit: 'Unit', last: 'Latest contact' },
  candidatesNone: 'There is nobody to ask about.',
  never: 'none',
  ground: 'Why may the names be told to the partner?',
  groundHint: 'The partner is shown given name, family name and year of birth, nothing more. The ground is written in the log.',
  grounds: {
    consent: 'The youths have consented',
    assessed: 'I have assessed the secrecy for each of them, and it may be told',
  },
  askDo: 'Make a question for each youth',
  made: 'The questions are ready',
  madeText: (days) =>
    `Show them to the partner one at a time. The links are shown only now: we do not keep them. They are open for ${days === 1 ? 'a day' : `${days} days`}, or until the meeting is closed.`,
  link: 'Link',
  qr: (name) => `QR code to the question about ${name}`,
  show: 'Show the question and the code',
  back: 'To the meeting',
  close: 'Close the meeting …',
  closeQuestion:
    'Unanswered questions cease to be open, and whom the meeting was about is forgotten. The answers stay on the youths’ pages, without the partner’s name.',
  closeDo: 'Yes, close the meeting',
  closed: 'The meeting is closed. Only the numbers are left.',
  closedText: 'The meeting is closed. Whom it was about is forgotten; the answers stand on their pages.',
  refusals: {
    closed: 'The meeting is closed.',
    'too-early': 'Youths are chosen at the earliest seven days before the meeting.',
    passed: 'The day of the meeting has been. Close it.',
    nobody: 'Choose at least one youth.',
    'too-many': 'At most 40 youths at a time: a meeting is not a list to hand over.',
  },
}

export const meetingTexts: Readonly<Record<Lang, MeetingTexts>> = { sv, en }
