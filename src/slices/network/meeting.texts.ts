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
  left: (asked: number, most: number) => (asked === 0 ? `Högst ${most} ungdomar på ett möte.` : `${asked} av högst ${most} är frågade.`),
  viewLabel: 'Vilka ungdomar?',
  viewAll: (n: number) => `Alla (${n})`,
  viewMine: (n: number) => `Mina (${n})`,
  viewConsenting: 'De som har samtyckt till att partnern frågas',
  viewPlace: (name: string, n: number) => `${name} (${n})`,
  viewDo: 'Visa',
  more: (shown: number) => `De ${shown} som väntat längst visas. Välj enhet eller område för att se fler.`,
  candidateColumns: { youth: 'Ungdom', born: 'Född', unit: 'Enhet', last: 'Senaste kontakt', consent: 'Samtycke' },
  candidatesNone: 'Det finns ingen att fråga om.',
  never: 'ingen',
  consentTo: (day: string) => `ja, till ${day}`,
  consentNone: 'inget',
  consentHow: (partner: string) =>
    `Ett samtycke räknas när det gäller mottagaren ${partner} med det namnet, att planera tillsammans eller följa upp, och varar över mötet. Det skrivs in på ungdomens sida under Samtycken.`,
  ground: 'Varför får namnen lämnas till partnern?',
  groundHint:
    'Att fråga avslöjar att ungdomen är känd hos er. Den som har ett samtycke frågas med stöd av det; för de övriga säger du grunden. Partnern får se förnamn, efternamn och födelseår, inget mer. Grunden skrivs i loggen på varje ungdom.',
  grounds: {
    consent: ['Bara samtycke', 'Ingen annan får väljas.'],
    sameBoard: [
      'Samma nämnd',
      'Inom samma nämnd finns ingen sekretessgräns, om verksamheterna inte är självständiga mot varandra. 8 kap. 1–2 §§ offentlighets- och sekretesslagen.',
    ],
    noHarm: [
      'Jag har prövat sekretessen för var och en',
      'Det står klart att uppgiften kan lämnas utan att ungdomen lider men, enligt den paragraf som gäller hos er, till exempel 23 kap. 5 §.',
    ],
    ownWork: ['Uppdraget går inte att göra utan att fråga', '10 kap. 2 §. Läses snävt: att det är praktiskt räcker inte.'],
    generalClause: [
      'Generalklausulen',
      '10 kap. 27 §. Det är uppenbart att skälen att fråga väger tyngre än ungdomens skydd. Gäller aldrig uppgifter hos socialtjänsten.',
    ],
  } satisfies Record<AskGround, readonly [name: string, asks: string]>,
  askDo: 'Skapa en fråga per ungdom',
  made: 'Frågorna är klara',
  madeText: (days: number) =>
    `Visa en i taget för partnern. Länkarna visas bara nu: vi sparar dem inte. De gäller ${days === 1 ? 'ett dygn' : `i ${days} dagar`}, eller tills mötet avslutas.`,
  link: 'Länk',
  qr: (name: string) => `QR-kod till frågan om ${name}`,
  show: 'Visa frågan och koden',
  back: 'Till mötet',
  cancel: 'Ställ in mötet …',
  cancelQuestion: 'Ingen är frågad. Mötet stängs, och ett nytt kan bokas en annan dag.',
  cancelDo: 'Ja, ställ in det',
  close: 'Avsluta mötet …',
  closeQuestion:
    'Obesvarade frågor slutar gälla, och vilka ungdomar mötet gällde glöms. Svaren står kvar på ungdomarnas sidor, utan partnerns namn.',
  closeDo: 'Ja, avsluta mötet',
  endedByOthers: (days: number) =>
    `Mötet avslutas av den som bokade det, eller av någon som får se alla som är frågade. Gör ingen det avslutas det av sig självt ${days} dagar efter mötets dag.`,
  closed: 'Mötet är avslutat. Bara antalen finns kvar.',
  closedText: 'Mötet är avslutat. Vilka ungdomar det gällde är glömt; svaren står på deras sidor.',
  refusals: {
    closed: 'Mötet är avslutat.',
    'not-yours':
      'Mötet är inte avslutat. Du ser inte alla som är frågade på det, så den som bokade mötet eller någon som ser alla får avsluta det. Be hen.',
    'too-early': 'Ungdomar väljs tidigast sju dagar före mötet.',
    passed: 'Mötets dag har varit. Avsluta det.',
    nobody: 'Välj minst en ungdom.',
    'too-many': 'Högst 40 ungdomar på ett möte: det är inte en lista att lämna över.',
    'no-consent': 'Någon av de valda har inget samtycke som gäller partnern. Ta bort hen, eller säg en annan grund om det finns en.',
    'not-a-ground': 'Den grunden finns inte för den här partnern.',
    'not-now': 'Någon av de valda är redan frågad, eller omfattas inte längre. Listan är ny: välj igen.',
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
  left: (asked, most) => (asked === 0 ? `At most ${most} youths at a meeting.` : `${asked} of at most ${most} are asked about.`),
  viewLabel: 'Which youths?',
  viewAll: (n) => `All (${n})`,
  viewMine: (n) => `Mine (${n})`,
  viewConsenting: 'Those who have consented to the partner being asked',
  viewPlace: (name, n) => `${name} (${n})`,
  viewDo: 'Show',
  more: (shown) => `The ${shown} who have waited longest are shown. Choose a unit or district to see more.`,
  candidateColumns: { youth: 'Youth', born: 'Born', unit: 'Unit', last: 'Latest contact', consent: 'Consent' },
  candidatesNone: 'There is nobody to ask about.',
  never: 'none',
  consentTo: (day) => `yes, to ${day}`,
  consentNone: 'none',
  consentHow: (partner) =>
    `A consent counts when it is for the receiver ${partner} by that name, to plan together or to follow up, and lasts past the meeting. It is recorded on the youth’s page under Consents.`,
  ground: 'Why may the names be told to the partner?',
  groundHint:
    'To ask reveals that the youth is known to you. Whoever has consented is asked about on that; for the others you say the ground. The partner is shown given name, family name and year of birth, nothing more. The ground is written in the log of each youth.',
  grounds: {
    consent: ['Consent alone', 'Nobody else may be chosen.'],
    sameBoard: [
      'The same board',
      'Within one board there is no limit of secrecy, unless the branches are independent of each other. Secrecy Act, chapter 8, sections 1–2.',
    ],
    noHarm: [
      'I have assessed the secrecy for each of them',
      'It is clear that it can be told without harm to the youth, by the section that applies to you, for example chapter 23, section 5.',
    ],
    ownWork: ['The task cannot be done without asking', 'Chapter 10, section 2. Read narrowly: that it is practical is not enough.'],
    generalClause: [
      'The general clause',
      'Chapter 10, section 27. It is obvious that the reasons to ask weigh more than the youth’s protection. Never of what social services know.',
    ],
  },
  askDo: 'Make a question for each youth',
  made: 'The questions are ready',
  madeText: (days) =>
    `Show them to the partner one at a time. The links are shown only now: we do not keep them. They are open for ${days === 1 ? 'a day' : `${days} days`}, or until the meeting is closed.`,
  link: 'Link',
  qr: (name) => `QR code to the question about ${name}`,
  show: 'Show the question and the code',
  back: 'To the meeting',
  cancel: 'Cancel the meeting …',
  cancelQuestion: 'Nobody is asked about. The meeting is closed, and a new one can be booked for another day.',
  cancelDo: 'Yes, cancel it',
  close: 'Close the meeting …',
  closeQuestion:
    'Unanswered questions cease to be open, and whom the meeting was about is forgotten. The answers stay on the youths’ pages, without the partner’s name.',
  closeDo: 'Yes, close the meeting',
  endedByOthers: (days) =>
    `The meeting is closed by whoever booked it, or by somebody who may see everybody asked about. If nobody does, it closes by itself ${days} days after its day.`,
  closed: 'The meeting is closed. Only the numbers are left.',
  closedText: 'The meeting is closed. Whom it was about is forgotten; the answers stand on their pages.',
  refusals: {
    closed: 'The meeting is closed.',
    'not-yours':
      'The meeting is not closed. You do not see everybody asked about at it, so whoever booked it or somebody who sees everybody may close it. Ask them.',
    'too-early': 'Youths are chosen at the earliest seven days before the meeting.',
    passed: 'The day of the meeting has been. Close it.',
    nobody: 'Choose at least one youth.',
    'too-many': 'At most 40 youths at a meeting: it is not a list to hand over.',
    'no-consent': 'Somebody you chose has no consent that covers the partner. Leave them out, or say another ground if there is one.',
    'not-a-ground': 'That ground is none for this partner.',
    'not-now': 'Somebody you chose is asked about already, or is no longer covered. The list is new: choose again.',
  },
}

export const meetingTexts: Readonly<Record<Lang, MeetingTexts>> = { sv, en }
