/** Wording of one-question links: for those who ask, and for those who are asked. */
import type { Lang } from '../../kernel/lang.ts'
import type { QuestionAnswer, QuestionState, ReceiverKind, ShownField } from './questions.types.ts'

type Texts = {
  readonly title: string
  readonly below: string
  readonly card: string
  readonly cardAsk: string
  readonly cardNone: string
  readonly youths: string
  readonly youth: string
  readonly newHeading: string
  readonly receiver: string
  readonly kinds: Readonly<Record<ReceiverKind, string>>
  readonly kindHints: Readonly<Record<ReceiverKind, string>>
  readonly name: string
  readonly nameHint: string
  readonly shown: string
  readonly shownHint: string
  readonly fields: Readonly<Record<ShownField, string>>
  readonly days: string
  readonly dayCount: (days: number) => string
  readonly make: string
  readonly problems: { readonly 'tells-nobody': string; readonly 'too-long': string }
  readonly madeTitle: string
  readonly madeText: string
  readonly link: string
  readonly preview: string
  readonly previewText: string
  readonly message: string
  readonly messageText: (link: string, days: number) => string
  readonly done: string
  readonly withdraw: string
  readonly withdrawQuestion: string
  readonly withdrawDo: string
  readonly withdrawn: string
  readonly over: string
  readonly states: Readonly<Record<QuestionState, string>>
  readonly answers: Readonly<Record<QuestionAnswer, string>>
  readonly since: (day: string) => string
  readonly until: (day: string) => string
  readonly nameGone: string
  readonly none: string
  readonly columns: { readonly to: string; readonly shown: string; readonly state: string; readonly asked: string; readonly act: string }
  /** The page of the one who is asked. */
  readonly open: {
    readonly title: string
    readonly intro: (municipality: string) => string
    readonly question: Readonly<Record<ReceiverKind, (youth: string) => string>>
    readonly deregisteredSince: string
    readonly someone: string
    readonly born: (when: string) => string
    readonly answer: string
    readonly since: string
    readonly sinceHint: string
    readonly send: string
    readonly once: string
    readonly thanks: string
    readonly thanksText: string
    readonly already: string
    readonly alreadyText: string
    readonly gone: string
    readonly goneText: string
    readonly tooMany: string
    readonly chooseOne: string
    readonly notADay: string
    readonly ahead: string
    readonly skip: string
    readonly askedBy: (name: string) => string
  }
}

const sv: Texts = {
  title: 'Frågor till andra',
  below: 'En enda fråga till en skola, en arbetsgivare eller en annan aktör. Den som får länken svarar ja eller nej, utan konto.',
  card: 'Frågor till andra',
  cardAsk: 'Fråga någon …',
  cardNone: 'Ingen har frågats.',
  youths: 'Ungdomar',
  youth: 'Ungdomens sida',
  newHeading: 'Ny fråga',
  receiver: 'Vem ska svara?',
  kinds: { school: 'En skola', employer: 'En arbetsgivare', otherActor: 'En annan aktör' },
  kindHints: {
    school: 'Frågan blir: har personen börjat studera hos er?',
    employer: 'Frågan blir: har personen börjat arbeta hos er?',
    otherActor: 'Till exempel en ungdomsmottagning eller ett projekt. Vem det är sparas bara tills frågan är över.',
  },
  name: 'Namn på den som får länken',
  nameHint: 'Så att du ser vem du har frågat. Visas inte för någon annan.',
  shown: 'Vad får den som svarar se?',
  shownHint: 'Visa inte mer än vad som behövs för att känna igen personen.',
  fields: { givenName: 'Förnamn', familyName: 'Efternamn', birthYear: 'Födelseår', birthDate: 'Födelsedag' },
  days: 'Hur länge gäller länken?',
  dayCount: (days) => `${days} dagar`,
  make: 'Skapa länken',
  problems: {
    'tells-nobody': 'Det räcker inte för att veta vem det gäller. Välj förnamn och efternamn, eller ett namn och födelsedagen.',
    'too-long': 'Namnet är för långt. Korta det.',
  },
  madeTitle: 'Länken är klar',
  madeText: 'Kopiera den nu. Den visas bara en gång: vi sparar den inte.',
  link: 'Länk',
  preview: 'Så här ser den som får länken det',
  previewText: 'Ingenting annat visas.',
  message: 'Text att skicka med',
  messageText: (link, days) =>
    `Hej! Vi har en kort fråga. Svara med ett klick, du behöver inget konto. Länken gäller i ${days} dagar: ${link}`,
  done: 'Tillbaka till frågorna',
  withdraw: 'Dra tillbaka …',
  withdrawQuestion: 'Länken slutar gälla genast.',
  withdrawDo: 'Dra tillbaka frågan',
  withdrawn: 'Frågan är tillbakadragen.',
  over: 'Frågan är redan besvarad eller tillbakadragen.',
  states: {
    waiting: 'väntar',
    opened: 'öppnad, inte besvarad',
    answered: 'besvarad',
    expired: 'gick ut utan svar',
    revoked: 'tillbakadragen',
  },
  answers: { yes: 'Ja', no: 'Nej', unknown: 'Vet inte' },
  since: (day) => `sedan ${day}`,
  until: (day) => `gäller till ${day}`,
  nameGone: 'en annan aktör',
  none: 'Inga frågor har ställts om ungdomen.',
  columns: { to: 'Till', shown: 'Visar', state: 'Läge', asked: 'Ställd', act: 'Ändra' },
  open: {
    title: 'En fråga till er',
    intro: (municipality) => `${municipality} har skickat en fråga. Svara med ett klick. Du behöver inget konto.`,
    question: {
      school: (youth) => `Har ${youth} börjat studera hos er?`,
      employer: (youth) => `Har ${youth} börjat arbeta hos er?`,
      otherActor: (youth) => `Har ${youth} börjat hos er?`,
    },
    deregisteredSince: 'Vilken var sista dagen? (frivilligt)',
    someone: 'personen',
    born: (when) => `född ${when}`,
    answer: 'Ert svar',
    since: 'Sedan när? (frivilligt)',
    sinceHint: 'Skriv dagen som 2026-08-17. Bara om svaret är ja.',
    send: 'Skicka svaret',
    once: 'Svaret kan bara ges en gång. Skriv inget annat om personen.',
    thanks: 'Tack för svaret',
    thanksText: 'Du kan stänga sidan.',
    already: 'Frågan är redan besvarad',
    alreadyText: 'Ni behöver inte göra något mer. Blev svaret fel? Hör av er till den som skickade länken.',
    gone: 'Länken gäller inte',
    goneText: 'Den är fel, har gått ut eller har dragits tillbaka. Hör av er till den som skickade den.',
    tooMany: 'Det har blivit för många försök. Vänta en stund och försök igen.',
    chooseOne: 'Välj ett svar.',
    notADay: 'Skriv dagen som ÅÅÅÅ-MM-DD, till exempel 2026-08-17, eller lämna tomt.',
    ahead: 'Dagen har inte varit än. Rätta den eller lämna tomt.',
    skip: 'Hoppa till innehållet',
    askedBy: (name) => `Frågan ställs av ${name}.`,
  },
}

const en: Texts = {
  title: 'Questions to others',
  below: 'One single question to a school, an employer or another actor. Whoever gets the link answers yes or no, without an account.',
  card: 'Questions to others',
  cardAsk: 'Ask somebody …',
  cardNone: 'Nobody has been asked.',
  youths: 'Youths',
  youth: 'The youth’s page',
  newHeading: 'New question',
  receiver: 'Who is to answer?',
  kinds: { school: 'A school', employer: 'An employer', otherActor: 'Another actor' },
  kindHints: {
    school: 'The question will be: has the person begun to study with you?',
    employer: 'The question will be: has the person begun to work with you?',
    otherActor: 'For example a youth clinic or a project. Who it is is kept only until the question is over.',
  },
  name: 'Name of the one who gets the link',
  nameHint: 'So that you see whom you have asked. Shown to nobody else.',
  shown: 'What may the one who answers see?',
  shownHint: 'Show no more than is needed to recognise the person.',
  fields: { givenName: 'First name', familyName: 'Surname', birthYear: 'Year of birth', birthDate: 'Date of birth' },
  days: 'How long is the link good?',
  dayCount: (days) => `${days} days`,
  make: 'Make the link',
  problems: {
    'tells-nobody': 'That is not enough to know who it is about. Choose first name and surname, or a name and the date of birth.',
    'too-long': 'The name is too long. Please shorten it.',
  },
  madeTitle: 'The link is ready',
  madeText: 'Copy it now. It is shown once only: we do not keep it.',
  link: 'Link',
  preview: 'This is how the one who gets the link sees it',
  previewText: 'Nothing else is shown.',
  message: 'Text to send with it',
  messageText: (link, days) =>
    `Hello! We have a short question. Answer with one click, you need no account. The link is good for ${days} days: ${link}`,
  done: 'Back to the questions',
  withdraw: 'Withdraw …',
  withdrawQuestion: 'The link stops working at once.',
  withdrawDo: 'Withdraw the question',
  withdrawn: 'The question is withdrawn.',
  over: 'The question has been answered or withdrawn already.',
  states: {
    waiting: 'waits',
    opened: 'opened, not answered',
    answered: 'answered',
    expired: 'ran out without an answer',
    revoked: 'withdrawn',
  },
  answers: { yes: 'Yes', no: 'No', unknown: 'Do not know' },
  since: (day) => `since ${day}`,
  until: (day) => `good until ${day}`,
  nameGone: 'another actor',
  none: 'No questions have been asked about the youth.',
  columns: { to: 'To', shown: 'Shows', state: 'State', asked: 'Asked', act: 'Change' },
  open: {
    title: 'A question to you',
    intro: (municipality) => `${municipality} has sent a question. Answer with one click. You need no account.`,
    question: {
      school: (youth) => `Has ${youth} begun to study with you?`,
      employer: (youth) => `Has ${youth} begun to work with you?`,
      otherActor: (youth) => `Has ${youth} begun with you?`,
    },
    deregisteredSince: 'Which was the last day? (optional)',
    someone: 'the person',
    born: (when) => `born ${when}`,
    answer: 'Your answer',
    since: 'Since when? (optional)',
    sinceHint: 'Write the day as 2026-08-17. Only if the answer is yes.',
    send: 'Send the answer',
    once: 'The answer can be given once only. Write nothing else about the person.',
    thanks: 'Thank you for the answer',
    thanksText: 'You can close the page.',
    already: 'The question has been answered already',
    alreadyText: 'You need do nothing more. Was the answer wrong? Contact the one who sent the link.',
    gone: 'The link does not work',
    goneText: 'It is wrong, has run out or has been withdrawn. Contact the one who sent it.',
    tooMany: 'There have been too many tries. Wait a while and try again.',
    chooseOne: 'Choose an answer.',
    notADay: 'Write the day as YYYY-MM-DD, for example 2026-08-17, or leave it empty.',
    ahead: 'The day has not been yet. Correct it or leave it empty.',
    skip: 'Skip to content',
    askedBy: (name) => `The question is asked by ${name}.`,
  },
}

export const questionTexts: Readonly<Record<Lang, Texts>> = { sv, en }
