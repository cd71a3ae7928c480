/** Wording of the card of messages on the person page, and of letters by the forwarding route. */
import type { Lang } from '../../kernel/lang.ts'
import type { OptOutChannel } from './opt-out.store.ts'
import type { ForwardRefusal } from './forward.rules.ts'

const sv = {
  heading: 'Utskick',
  none: 'Inget är skickat till ungdomen.',
  forwarded: 'förmedlat brev',
  optOuts: 'Har sagt nej till',
  optOutNone: 'Inget',
  optOutNames: { letter: 'brev', sms: 'sms', email: 'e-post', phone: 'samtal', homeVisit: 'hembesök' } satisfies Record<
    OptOutChannel,
    string
  >,
  language: 'Språk',
  easySwedish: 'Lätt svenska',
  change: 'Ändra',
  changeLabel: 'Ändra språk och kanaler',
  forwardLink: 'Skriv ett förmedlat brev',
  youths: 'Ungdomar',
  youth: 'Ungdomen',
  title: 'Förmedlat brev',
  lead: 'Brevet skrivs ut utan adress. Lägg det i ett kuvert och lämna det till Skatteverkets postförmedling enligt deras anvisning.',
  facts: [
    'Skriv inget på kuvertet som säger vad brevet handlar om, och ingen adress.',
    'Lämna aldrig brevet till tryckeriet och skicka det aldrig med e-post.',
    'När du skriver ut det noteras ett försök med brev på ungdomens sida.',
  ],
  template: 'Vilket brev?',
  lang: 'Språk i brevet',
  print: 'Skriv ut brevet (PDF)',
  leave: 'Tillbaka till ungdomen',
  refusals: {
    'not-protected': 'Ungdomen har inte skyddade personuppgifter. Skicka ett vanligt brev i stället.',
    'not-set': 'Förmedlade brev är inte påslagna. Systemsamordnaren gör det i inställningarna för uppsökande arbete.',
    unconfirmed: 'Ingen har bekräftat vilken kommun ungdomen vistas i. Bekräfta det på ungdomens sida först.',
    'opted-out': 'Ungdomen har sagt nej till brev.',
    'not-covered': 'Ungdomen omfattas inte i dag. Bara brevet inför 20 år kan skrivas.',
    'field-missing': 'Mallen behöver en uppgift som saknas, som ett telefonnummer att ringa. Fyll i den och försök igen.',
    'template-missing': 'Mallens text finns inte på det språket. Välj ett annat språk.',
    'no-address': 'Brevet gick inte att göra: ungdomen finns inte längre i registret.',
  } satisfies Record<ForwardRefusal, string>,
}

type Texts = typeof sv

const en: Texts = {
  heading: 'Messages',
  none: 'Nothing has been sent to the youth.',
  forwarded: 'forwarded letter',
  optOuts: 'Has said no to',
  optOutNone: 'Nothing',
  optOutNames: { letter: 'letters', sms: 'SMS', email: 'e-mail', phone: 'calls', homeVisit: 'home visits' },
  language: 'Language',
  easySwedish: 'Easy Swedish',
  change: 'Change',
  changeLabel: 'Change language and channels',
  forwardLink: 'Write a forwarded letter',
  youths: 'Youths',
  youth: 'The youth',
  title: 'Forwarded letter',
  lead: 'The letter is printed without an address. Put it in an envelope and hand it to the Tax Agency’s mail forwarding as they instruct.',
  facts: [
    'Write nothing on the envelope that tells what the letter is about, and no address.',
    'Never hand the letter to the print shop and never send it by e-mail.',
    'When you print it, an attempt by letter is noted on the youth’s page.',
  ],
  template: 'Which letter?',
  lang: 'Language of the letter',
  print: 'Print the letter (PDF)',
  leave: 'Back to the youth',
  refusals: {
    'not-protected': 'The youth’s identity is not protected. Send an ordinary letter instead.',
    'not-set': 'Forwarded letters are not turned on. The system coordinator does so in the settings of outreach.',
    unconfirmed: 'Nobody has confirmed in which municipality the youth stays. Confirm it on the youth’s page first.',
    'opted-out': 'The youth has said no to letters.',
    'not-covered': 'The youth is not covered today. Only the letter before turning 20 can be written.',
    'field-missing': 'The template needs something that is missing, such as a phone number to call. Fill it in and try again.',
    'template-missing': 'The template has no text in that language. Choose another language.',
    'no-address': 'The letter could not be made: the youth is no longer in the register.',
  },
}

/** The words of the card and of forwarded letters. */
export const cardTexts: Readonly<Record<Lang, Texts>> = { sv, en }
