/** Wording of signals: what they are, what is done with them, and why something cannot be done. */
import type { Lang } from '../../../kernel/lang.ts'
import type { SignalActKind } from './signals.types.ts'

type Wait = { readonly quarter: string; readonly from: string; readonly by: string }

type Texts = {
  readonly title: string
  readonly lead: string
  readonly all: string
  readonly state: string
  readonly none: string
  readonly open: string
  readonly noneOpen: string
  readonly past: string
  readonly facts: {
    readonly origin: string
    readonly recipient: string
    readonly from: string
    readonly acknowledged: string
    readonly ended: string
  }
  readonly scored: (quarter: string, points: string, side: string) => string
  readonly added: (ground: string) => string
  readonly history: string
  readonly historyColumns: readonly [string, string, string, string]
  readonly confirm: (recipient: string) => string
  readonly give: (recipient: string) => string
  readonly giveAsk: (recipient: string) => string
  readonly dismiss: string
  readonly dismissAsk: string
  readonly stop: string
  readonly stopAsk: string
  readonly ground: string
  readonly groundHint: string
  readonly add: string
  readonly addLead: string
  readonly area: string
  readonly recipient: string
  readonly ownRecipient: string
  readonly addIt: string
  readonly done: Readonly<Record<Exclude<SignalActKind, 'leave' | 'acknowledge'>, string>>
  readonly addedNow: string
  readonly wait: (wait: Wait) => string
  readonly mayStop: string
}

const sv: Texts = {
  title: 'Signaler',
  lead: 'En signal ger en process i uppdrag att följa ungdomen inom ett område. Den slutar bara med en stoppsignal härifrån.',
  all: 'Alla signaler',
  state: 'Läge',
  none: 'Ingen signal har getts.',
  open: 'Pågår och väntar på svar',
  noneOpen: 'Ingen signal pågår.',
  past: 'Avslutade och avfärdade',
  facts: { origin: 'Grund', recipient: 'Följs upp av', from: 'Sedan', acknowledged: 'Kvitterad', ended: 'Avslutad' },
  scored: (quarter, points, side) => `Bedömningen för ${quarter}: ${points} poäng. Lågt är ${side}.`,
  added: (ground) => `Tillagd av myndigheten: ${ground}`,
  history: 'Vad som har hänt',
  historyColumns: ['Dag', 'Vad', 'Av', 'Grund'],
  confirm: (recipient) => `Bekräfta: ${recipient} följer upp`,
  give: (recipient) => `Ge den till ${recipient} …`,
  giveAsk: (recipient) => `Uppföljningen går till ${recipient}, som kvitterar på nytt.`,
  dismiss: 'Avfärda …',
  dismissAsk: 'Ingen följer upp området för den här bedömningens skull. Poängen står kvar.',
  stop: 'Stoppsignal …',
  stopAsk:
    'Uppföljningen slutar i dag. Processen ser det bland sina uppdrag i dag, och ser inte ungdomen från och med i morgon om inget annat uppdrag finns kvar.',
  ground: 'Grund',
  groundHint: 'Vad ställningstagandet bygger på. Inget mer än som behövs.',
  add: 'Lägg till en signal',
  addLead: 'När bedömningen inte fångar ett behov. Den gäller genast.',
  area: 'Område',
  recipient: 'Vem följer upp?',
  ownRecipient: 'den process som området hör till',
  addIt: 'Lägg till signalen',
  done: {
    confirm: 'Signalen är bekräftad. Mottagaren ser den på sin sida.',
    adjust: 'Signalen är given till den andra processen.',
    dismiss: 'Signalen är avfärdad.',
    stop: 'Uppföljningen är avslutad.',
  },
  addedNow: 'Signalen är tillagd och gäller från i dag.',
  wait: ({ quarter, from, by }) =>
    `Stoppsignalen väntar på bedömningen för ${quarter}. Uppföljningen går vidare till nästa kvartalsbedömning även om det går bättre, för att se att det varar. Bedömningen kan göras från och med ${from} och ska vara klar senast ${by}. Sedan kan uppföljningen stoppas.`,
  mayStop: 'Kvartalsbedömningen efter signalen är gjord. Uppföljningen kan stoppas.',
}

const en: Texts = {
  title: 'Signals',
  lead: 'A signal gives a process the task of following the youth in an area. Only a stop signal from here ends it.',
  all: 'All signals',
  state: 'State',
  none: 'No signal has been given.',
  open: 'Under way and waiting for an answer',
  noneOpen: 'No signal is under way.',
  past: 'Ended and dismissed',
  facts: { origin: 'Ground', recipient: 'Followed up by', from: 'Since', acknowledged: 'Acknowledged', ended: 'Ended' },
  scored: (quarter, points, side) => `The assessment of ${quarter}: ${points} points. Low is ${side}.`,
  added: (ground) => `Added by the authority: ${ground}`,
  history: 'What has happened',
  historyColumns: ['Day', 'What', 'By', 'Ground'],
  confirm: (recipient) => `Confirm: ${recipient} follows up`,
  give: (recipient) => `Give it to ${recipient} …`,
  giveAsk: (recipient) => `The follow-up goes to ${recipient}, who acknowledges it anew.`,
  dismiss: 'Dismiss …',
  dismissAsk: 'Nobody follows up the area because of this assessment. The score stands.',
  stop: 'Stop signal …',
  stopAsk:
    'The follow-up ends today. The process sees it among its assignments today, and no longer sees the youth from tomorrow on, unless it has another assignment.',
  ground: 'Ground',
  groundHint: 'What the position rests on. No more than is needed.',
  add: 'Add a signal',
  addLead: 'When the assessment does not catch a need. It is in force at once.',
  area: 'Area',
  recipient: 'Who follows up?',
  ownRecipient: 'the process that the area belongs to',
  addIt: 'Add the signal',
  done: {
    confirm: 'The signal is confirmed. The recipient sees it on their page.',
    adjust: 'The signal is given to the other process.',
    dismiss: 'The signal is dismissed.',
    stop: 'The follow-up has ended.',
  },
  addedNow: 'The signal is added and in force from today.',
  wait: ({ quarter, from, by }) =>
    `The stop signal waits for the assessment of ${quarter}. The follow-up goes on to the next quarterly assessment even if things improve, to see that it lasts. The assessment can be made from ${from} and is to be done by ${by}. Then the follow-up can be stopped.`,
  mayStop: 'The quarterly assessment after the signal is done. The follow-up can be stopped.',
}

/** The words of signals. */
export const signalPageTexts: Readonly<Record<Lang, Texts>> = { sv, en }
