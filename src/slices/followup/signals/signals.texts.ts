/** Wording of signals: states, acts, and why something is refused. */
import type { Lang } from '../../../kernel/lang.ts'
import type { SignalRefusal } from './signals.actions.ts'
import type { AddRefusal } from './signals.rules.ts'
import type { SignalActKind, SignalState } from './signals.types.ts'

type Texts = {
  readonly states: Readonly<Record<SignalState, string>>
  readonly acts: Readonly<Record<SignalActKind, string>>
  readonly refusals: Readonly<Record<SignalRefusal | AddRefusal, string>>
}

const sv: Texts = {
  states: { proposed: 'föreslagen', confirmed: 'bekräftad', acknowledged: 'kvitterad', dismissed: 'avfärdad', ended: 'avslutad' },
  acts: {
    confirm: 'Bekräftad',
    adjust: 'Ändrad mottagare',
    dismiss: 'Avfärdad',
    acknowledge: 'Kvitterad',
    stop: 'Stoppad',
    leave: 'Slut: ungdomen har lämnat',
  },
  refusals: {
    missing: 'Signalen finns inte.',
    'not-yours': 'Signalen är given till en annan process. Bara den kan kvittera.',
    'already-answered': 'Signalen är redan besvarad.',
    'not-confirmed': 'Signalen är inte bekräftad än.',
    'already-acknowledged': 'Signalen är redan kvitterad.',
    dismissed: 'Signalen är avfärdad.',
    ended: 'Uppföljningen är avslutad.',
    'no-ground': 'Skriv skälet.',
    'same-recipient': 'Välj en annan mottagare än den som har signalen.',
    'before-last-act': 'Dagen ligger före det som senast gjordes med signalen.',
    ahead: 'Dagen har inte kommit än.',
    'assessment-first':
      'Uppföljningen kan stoppas först efter nästa kvartalsbedömning, även om det går bättre. Gör kvartalets bedömning, och stoppa sedan om den håller.',
    'unknown-area': 'Området finns inte i instrumentet.',
    'already-open': 'Det finns redan en signal i området. Den pågår tills den stoppas.',
    'not-there': 'Ungdomen är inte i riktad uppföljning.',
  },
}

const en: Texts = {
  states: { proposed: 'proposed', confirmed: 'confirmed', acknowledged: 'acknowledged', dismissed: 'dismissed', ended: 'ended' },
  acts: {
    confirm: 'Confirmed',
    adjust: 'Given to another',
    dismiss: 'Dismissed',
    acknowledge: 'Acknowledged',
    stop: 'Stopped',
    leave: 'Over: the youth has left',
  },
  refusals: {
    missing: 'There is no such signal.',
    'not-yours': 'The signal is given to another process. Only that one can acknowledge it.',
    'already-answered': 'The signal is answered already.',
    'not-confirmed': 'The signal is not confirmed yet.',
    'already-acknowledged': 'The signal is acknowledged already.',
    dismissed: 'The signal is dismissed.',
    ended: 'The follow-up has ended.',
    'no-ground': 'Write the ground.',
    'same-recipient': 'Choose another recipient than the one that has the signal.',
    'before-last-act': 'The day is before what was last done with the signal.',
    ahead: 'The day has not come yet.',
    'assessment-first':
      'The follow-up can be stopped only after the next quarterly assessment, even if it goes better. Make the assessment of the quarter, and stop it then if it lasts.',
    'unknown-area': 'The instrument has no such area.',
    'already-open': 'There is a signal in the area already. It goes on until it is stopped.',
    'not-there': 'The youth is not in directed follow-up.',
  },
}

export const signalTexts: Readonly<Record<Lang, Texts>> = { sv, en }
