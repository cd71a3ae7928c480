/** Wording of assessments: quarters, trends, and why something is refused. */
import type { Lang } from '../../../kernel/lang.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { AnswersRefusal, FinishRefusal } from './assessments.actions.ts'
import type { BeginRefusal, CorrectionRefusal } from './assessments.rules.ts'
import type { Way } from './assessments.types.ts'

export type AssessmentRefusal = BeginRefusal | FinishRefusal | CorrectionRefusal | AnswersRefusal

type Texts = {
  readonly quarter: (quarter: PlainDate) => string
  readonly ways: Readonly<Record<Way, string>>
  readonly notCompared: string
  readonly refusals: Readonly<Record<AssessmentRefusal, string>>
}

const numberOf = (quarter: PlainDate): number => (Number(quarter.slice(5, 7)) + 2) / 3

const sv: Texts = {
  quarter: (quarter) => `kvartal ${numberOf(quarter)} ${quarter.slice(0, 4)}`,
  ways: { up: 'uppåt', same: 'oförändrat', down: 'nedåt' },
  notCompared: 'Kan inte jämföras: instrumentet har ändrats, eller det finns ingen tidigare.',
  refusals: {
    'no-quarter': 'Det är inget kvartal.',
    'quarter-ahead': 'Kvartalet har inte börjat än.',
    'quarter-past': 'Kvartalet är för längesedan. Bara det här kvartalet och det förra kan bedömas.',
    'not-there': 'Ungdomen var inte i riktad uppföljning den dagen.',
    'already-begun': 'Kvartalets bedömning är redan påbörjad.',
    'later-assessed': 'Ett senare kvartal är redan bedömt.',
    missing: 'Bedömningen finns inte.',
    'somebody-else-first': 'Någon annan har sparat sedan du öppnade sidan. Inget av det du skrev är sparat än. Läs igenom och spara igen.',
    'already-done': 'Bedömningen är redan gjord. Det som blev fel rättas, med skäl.',
    ahead: 'Dagen har inte kommit än.',
    'before-quarter': 'Dagen ligger före kvartalets början.',
    'before-last': 'Dagen måste vara efter ungdomens förra bedömning.',
    'not-done': 'Bedömningen är inte gjord än.',
    'no-why': 'Skriv varför bedömningen rättas.',
    'items-missing':
      'Frågor saknar svar. Instrumentet kräver fler svar för att räkna fram en poäng. En fråga utan svar räknas aldrig som noll.',
    'outside-scale': 'Ett svar ligger utanför skalan.',
  },
}

const en: Texts = {
  quarter: (quarter) => `quarter ${numberOf(quarter)} ${quarter.slice(0, 4)}`,
  ways: { up: 'up', same: 'the same', down: 'down' },
  notCompared: 'Cannot be compared: the instrument has changed, or there is none before.',
  refusals: {
    'no-quarter': 'That is no quarter.',
    'quarter-ahead': 'The quarter has not begun yet.',
    'quarter-past': 'The quarter is too long ago. Only this quarter and the last can be assessed.',
    'not-there': 'The youth was not in directed follow-up that day.',
    'already-begun': 'The assessment of the quarter is begun already.',
    'later-assessed': 'A later quarter is assessed already.',
    missing: 'There is no such assessment.',
    'somebody-else-first':
      'Somebody else has saved since you opened the page. Nothing of what you wrote is saved yet. Read it through and save again.',
    'already-done': 'The assessment is done already. What is wrong is corrected, with a reason.',
    ahead: 'The day has not come yet.',
    'before-quarter': 'The day is before the quarter began.',
    'before-last': 'The day must be after the youth’s last assessment.',
    'not-done': 'The assessment is not done yet.',
    'no-why': 'Write why the assessment is corrected.',
    'items-missing':
      'Questions have no answer. The instrument asks for more answers to work out a score. A question without an answer is never counted as zero.',
    'outside-scale': 'An answer is outside the scale.',
  },
}

export const assessmentTexts: Readonly<Record<Lang, Texts>> = { sv, en }
