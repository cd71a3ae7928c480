/** Wording of monthly judgements and positions on an investigation. */
import type { Lang } from '../../../kernel/lang.ts'
import type { DecideRefusal } from './decision.rules.ts'
import type { JudgeRefusal } from './judgement.rules.ts'
import type { DeclineReason, Progression } from './judgement.types.ts'

type Texts = {
  readonly progressions: Readonly<Record<Progression, string>>
  readonly declines: Readonly<Record<DeclineReason, (months: number) => string>>
  readonly positions: Readonly<Record<'opens' | 'not', string>>
  readonly judging: Readonly<Record<JudgeRefusal | 'missing', string>>
  readonly deciding: Readonly<Record<DecideRefusal, string>>
}

const sv: Texts = {
  progressions: { up: 'uppåt', same: 'oförändrat', down: 'nedåt' },
  declines: {
    judgedDown: (months) => (months === 1 ? 'Bedömd nedåt den senaste månaden.' : `Bedömd nedåt ${months} månader i rad.`),
    lowerScore: () => 'Lägre poäng vid senaste bedömningen än vid den förra, och under gränsen.',
  },
  positions: { opens: 'Utredning öppnas', not: 'Utredning öppnas inte' },
  judging: {
    missing: 'Signalen finns inte.',
    'not-confirmed': 'Signalen är inte bekräftad.',
    ended: 'Uppföljningen är avslutad. Det finns inget mer att bedöma.',
    'no-month': 'Bedömningar är för den 1:a i en månad.',
    'month-ahead': 'Det är för tidigt att bedöma månaden.',
    'not-owed': 'Uppföljningen hade knappt börjat den månaden.',
    'no-ground': 'Skriv vad bedömningen bygger på.',
    'already-judged': 'Månaden är redan bedömd. Öppna bedömningen och ändra i stället.',
    'somebody-else-first': 'Någon annan har ändrat bedömningen sedan du öppnade sidan. Inget av ditt är sparat än. Läs den och spara igen.',
    'nothing-changed': 'Inget är ändrat.',
  },
  deciding: {
    'not-followed': 'Ungdomen är inte i riktad uppföljning den dagen.',
    'no-ground': 'Skriv skälet.',
    'not-a-mark': 'Det är ingen dag för ställningstagande.',
    'mark-ahead': 'Det är för tidigt. Ta ställning utan dag om det behövs redan nu.',
    'already-decided': 'Ställningstagandet är redan gjort.',
    'already-open': 'Utredning är redan öppnad.',
  },
}

const en: Texts = {
  progressions: { up: 'up', same: 'the same', down: 'down' },
  declines: {
    judgedDown: (months) => (months === 1 ? 'Judged down the last month.' : `Judged down ${months} months in a row.`),
    lowerScore: () => 'A lower score at the last assessment than at the one before, and on the low side.',
  },
  positions: { opens: 'An investigation is opened', not: 'No investigation is opened' },
  judging: {
    missing: 'There is no such signal.',
    'not-confirmed': 'The signal is not confirmed.',
    ended: 'The follow-up has ended. There is nothing more to judge.',
    'no-month': 'Judgements are for the 1st of a month.',
    'month-ahead': 'It is too early to judge the month.',
    'not-owed': 'The follow-up had hardly begun that month.',
    'no-ground': 'Write what the judgement is built on.',
    'already-judged': 'The month is judged already. Open the judgement and change it instead.',
    'somebody-else-first':
      'Somebody else has changed the judgement since you opened the page. Nothing of yours is saved yet. Read it and save again.',
    'nothing-changed': 'Nothing is changed.',
  },
  deciding: {
    'not-followed': 'The youth is not in directed follow-up that day.',
    'no-ground': 'Write the ground.',
    'not-a-mark': 'That is no day for a position.',
    'mark-ahead': 'It is too early. Take the position without a day if it is needed now.',
    'already-decided': 'The position is taken already.',
    'already-open': 'An investigation is opened already.',
  },
}

export const judgementTexts: Readonly<Record<Lang, Texts>> = { sv, en }
