/** Wording of the page where staff send the youth a link to the plan. */
import type { Lang } from '../../kernel/lang.ts'
import type { SendRefusal } from './link.actions.ts'
import type { LinkChannel, LinkState, WayProblem } from './ownplan.types.ts'

type Texts = {
  readonly title: string
  readonly below: string
  readonly youths: string
  readonly youth: string
  readonly plan: string
  readonly openLink: string
  readonly none: string
  readonly to: string
  readonly sent: string
  readonly sentBy: (when: string, by: string) => string
  readonly message: string
  readonly until: string
  readonly opened: string
  readonly notOpened: string
  readonly used: string
  readonly states: Readonly<Record<LinkState, string>>
  readonly channels: Readonly<Record<LinkChannel, string>>
  readonly unreachable: string
  readonly revoke: string
  readonly revokeQuestion: string
  readonly revokeDo: string
  readonly revoked: string
  readonly over: string
  readonly newLink: string
  readonly way: string
  readonly wayHint: (days: number) => string
  readonly replaces: string
  readonly send: string
  readonly done: Readonly<Record<LinkChannel, string>>
  readonly unusable: string
  readonly wayProblems: Readonly<Record<WayProblem, string>>
  readonly noWays: string
  readonly ledger: string
  readonly noPlan: string
  readonly draft: string
  readonly protected: string
  readonly earlier: string
  readonly ended: (when: string, by: string | null) => string
  readonly columns: { readonly sent: string; readonly state: string; readonly used: string }
  readonly whatTheySee: string
  readonly whatTheySeeText: string
  readonly problems: Readonly<Record<Exclude<SendRefusal, 'missing'>, string>>
  readonly chooseWay: string
}

const sv: Texts = {
  title: 'Ungdomens egen sida',
  below: 'En länk till planen. Ungdomen läser den, bockar av sina steg, lägger till egna och säger om hen är med på den.',
  youths: 'Ungdomar',
  youth: 'Ungdomens sida',
  plan: 'Planen',
  openLink: 'Länken',
  none: 'Ingen länk har skickats.',
  to: 'Skickad till',
  sent: 'Skickad',
  sentBy: (when, by) => `${when} av ${by}`,
  message: 'Meddelandet',
  until: 'Gäller till',
  opened: 'Öppnad',
  notOpened: 'Inte öppnad än',
  used: 'Senast använd',
  states: { open: 'gäller', over: 'har gått ut', revoked: 'tillbakadragen', replaced: 'ersatt av en ny', unreachable: 'fungerar inte' },
  channels: { sms: 'Sms', email: 'E-post' },
  unreachable: 'Länken fungerar inte: numret eller adressen som den skickades till har tagits bort, är död eller är nejtackad.',
  revoke: 'Dra tillbaka länken …',
  revokeQuestion: 'Länken slutar gälla genast, och den som är inne på sidan kommer ut.',
  revokeDo: 'Ja, dra tillbaka',
  revoked: 'Länken är tillbakadragen.',
  over: 'Det fanns ingen länk som gällde.',
  newLink: 'Skicka en länk',
  way: 'Vart ska länken skickas?',
  wayHint: (days) =>
    `Länken gäller i ${days} dagar. När ungdomen öppnar den skickas en engångskod till samma nummer eller adress. Fråga gärna om någon annan läser där.`,
  replaces: 'Länken som gäller nu slutar att gälla när du skickar en ny.',
  send: 'Skicka länken',
  done: { sms: 'Länken skickas som sms.', email: 'Länken skickas med e-post.' },
  unusable: 'Går inte att skicka till',
  wayProblems: { dead: 'fungerar inte längre', optedOut: 'ungdomen har sagt nej till det', fixedLine: 'en fast telefon tar inte emot sms' },
  noWays: 'Det finns inget nummer och ingen e-postadress som går att använda. Fråga ungdomen, eller skriv ut planen.',
  ledger: 'Nummer och adresser',
  noPlan: 'Ungdomen har ingen plan. Skriv en först.',
  draft: 'Planen är ett utkast. Kom överens om den med ungdomen först.',
  protected:
    'Ungdomen har skyddade personuppgifter. Då finns ingen länk: planen får inte gå över nätet. Skriv ut den och lämna den för hand.',
  earlier: 'Tidigare länkar',
  ended: (when, by) => (by === null ? when : `${when} av ${by}`),
  columns: { sent: 'Skickad', state: 'Läge', used: 'Använd' },
  whatTheySee: 'Vad ungdomen ser',
  whatTheySeeText:
    'Målet, stegen i de tre spalterna och nästa uppföljning. Inget namn, inget nummer och inga anteckningar. Vi sparar när länken öppnades och när den senast användes, men inte varifrån.',
  problems: {
    protected: 'Ungdomen har skyddade personuppgifter. Skriv ut planen i stället.',
    'no-plan': 'Ungdomen har ingen plan. Skriv en först.',
    draft: 'Planen är ett utkast. Kom överens om den först.',
    'sent-already': 'En kollega har skickat en länk sedan du öppnade sidan. Se hur det står nu och skicka bara om det behövs.',
    'no-way': 'Numret eller adressen har tagits bort. Välj en annan.',
    dead: 'Numret eller adressen fungerar inte längre. Välj en annan.',
    optedOut: 'Ungdomen har sagt nej till det sättet. Välj ett annat.',
    fixedLine: 'En fast telefon tar inte emot sms. Välj ett annat nummer.',
  },
  chooseWay: 'Välj vart länken ska skickas.',
}

const en: Texts = {
  title: 'The youth’s own page',
  below: 'A link to the plan. The youth reads it, ticks own steps, adds some, and says whether they agree to it.',
  youths: 'Youths',
  youth: 'The youth’s page',
  plan: 'The plan',
  openLink: 'The link',
  none: 'No link has been sent.',
  to: 'Sent to',
  sent: 'Sent',
  sentBy: (when, by) => `${when} by ${by}`,
  message: 'The message',
  until: 'Good until',
  opened: 'Opened',
  notOpened: 'Not opened yet',
  used: 'Last used',
  states: { open: 'good', over: 'has run out', revoked: 'withdrawn', replaced: 'replaced by a new one', unreachable: 'does not work' },
  channels: { sms: 'SMS', email: 'E-mail' },
  unreachable: 'The link does not work: the number or address that it was sent to has been taken away, is dead, or is said no to.',
  revoke: 'Withdraw the link …',
  revokeQuestion: 'The link stops working at once, and whoever is on the page is out.',
  revokeDo: 'Yes, withdraw',
  revoked: 'The link is withdrawn.',
  over: 'There was no link that was good.',
  newLink: 'Send a link',
  way: 'Where is the link to be sent?',
  wayHint: (days) =>
    `The link is good for ${days} days. When the youth opens it a one-time code is sent to the same number or address. Do ask whether somebody else reads there.`,
  replaces: 'The link that is good now stops working when you send a new one.',
  send: 'Send the link',
  done: { sms: 'The link is being sent by SMS.', email: 'The link is being sent by e-mail.' },
  unusable: 'Cannot be sent to',
  wayProblems: { dead: 'no longer works', optedOut: 'the youth has said no to it', fixedLine: 'a fixed line takes no SMS' },
  noWays: 'There is no number and no e-mail address that can be used. Ask the youth, or print the plan.',
  ledger: 'Numbers and addresses',
  noPlan: 'The youth has no plan. Write one first.',
  draft: 'The plan is a draft. Agree on it with the youth first.',
  protected: 'The youth’s identity is protected. There is no link then: the plan may not go over the net. Print it and hand it over.',
  earlier: 'Earlier links',
  ended: (when, by) => (by === null ? when : `${when} by ${by}`),
  columns: { sent: 'Sent', state: 'State', used: 'Used' },
  whatTheySee: 'What the youth sees',
  whatTheySeeText:
    'The goal, the steps in the three columns and the next follow-up. No name, no number and no notes. We keep when the link was opened and last used, but not from where.',
  problems: {
    protected: 'The youth’s identity is protected. Print the plan instead.',
    'no-plan': 'The youth has no plan. Write one first.',
    draft: 'The plan is a draft. Agree on it first.',
    'sent-already': 'A colleague has sent a link since you opened the page. See how it stands now, and send only if it is needed.',
    'no-way': 'The number or address has been taken away. Choose another.',
    dead: 'The number or address no longer works. Choose another.',
    optedOut: 'The youth has said no to that way. Choose another.',
    fixedLine: 'A fixed line takes no SMS. Choose another number.',
  },
  chooseWay: 'Choose where the link is to be sent.',
}

export const ownPlanTexts: Readonly<Record<Lang, Texts>> = { sv, en }
