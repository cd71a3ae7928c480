/** Wording of the instrument, the routine and points: what a settings page says, and why something is refused. */
import type { Lang } from '../../../kernel/lang.ts'
import type { HolidayRule } from '../calendar/month.rules.ts'
import type { InstrumentRefusal, RoutineRefusal } from './instrument.actions.ts'
import type { InstrumentProblem } from './instrument.rules.ts'
import type { Aggregation, Direction, Recipient } from './instrument.types.ts'
import type { Routine } from './routine.types.ts'
import type { SheetProblem } from './score.rules.ts'

type Texts = {
  readonly decimalMark: ',' | '.'
  readonly recipients: Readonly<Record<Recipient, string>>
  readonly directions: Readonly<Record<Direction, string>>
  readonly aggregations: Readonly<Record<Aggregation, string>>
  readonly holidays: Readonly<Record<HolidayRule, string>>
  readonly routine: Readonly<Record<Exclude<keyof Routine, 'onHoliday'>, string>>
  readonly notPoints: string
  readonly problems: Readonly<Record<InstrumentProblem['problem'], string>>
  readonly sheet: Readonly<Record<SheetProblem['problem'], (area: string, item: string) => string>>
  readonly refusals: Readonly<Record<InstrumentRefusal | RoutineRefusal, string>>
}

const sv: Texts = {
  decimalMark: ',',
  recipients: { labourMarket: 'Arbetsmarknadssekreterare', housing: 'Ungdomskoordinator' },
  directions: { below: 'Under gränsen är lågt', above: 'Över gränsen är lågt' },
  aggregations: { mean: 'Medelvärde', sum: 'Summa' },
  holidays: { same: 'Samma dag ändå', before: 'Vardagen före', after: 'Vardagen efter' },
  routine: {
    firstReportDays: 'Dagar som uppföljningen ska ha pågått när den första rapporten ska vara klar',
    reportReminderDays: 'Dagar före som en rapport aviseras',
    callDays: 'Dagar före rapporten som aktörerna ska vara kallade',
    judgementDay: 'Dag i månaden då myndigheten ska ha bedömt',
    decisionMonths: 'Månader mellan ställningstaganden till utredning',
    decisionReminderDays: 'Dagar före som ett ställningstagande aviseras',
    assessmentReminderDays: 'Dagar före kvartalets slut som bedömningen aviseras',
    newcomerDays: 'Den som kommit senare än så här många dagar före kvartalets slut bedöms nästa kvartal',
    answerDays: 'Dagar som myndigheten har på sig att svara på en signal',
    acknowledgeDays: 'Dagar som mottagaren har på sig att kvittera',
    rateBackDays: 'Dagar bakåt som en skattning får göras',
    declineMonths: 'Bedömningar nedåt i rad som är en fortlöpande nedgång',
  },
  notPoints: 'Skriv ett tal med högst två decimaler, till exempel 12,5.',
  problems: {
    'not-a-number': 'Skriv ett tal.',
    'not-more': 'Det högsta måste vara mer än det lägsta.',
    'no-step': 'Steget måste gå jämnt upp mellan det lägsta och det högsta.',
    'too-many': 'Det är för många.',
    none: 'Det måste finnas minst en.',
    'no-name': 'Skriv ett namn.',
    'long-name': 'Namnet får vara högst 80 tecken.',
    'same-name': 'Det finns redan ett område med det namnet.',
    'bad-key': 'Nyckeln får bara ha bokstäver a till z och siffror, och börjar med en bokstav.',
    'same-key': 'Nyckeln används redan.',
    'outside-range': 'Gränsen måste ligga inom skalan.',
    'never-low': 'Med den gränsen skulle området aldrig ge någon signal.',
  },
  sheet: {
    missing: (area, item) => `${area}: ${item} saknar svar. Instrumentet kräver svar på alla frågor.`,
    'too-few': (area) => `${area}: för få frågor är besvarade för att räkna fram en poäng.`,
    outside: (area, item) => `${area}: svaret på ${item} ligger utanför skalan.`,
    'off-step': (area, item) => `${area}: svaret på ${item} ligger mellan skalans steg.`,
  },
  refusals: {
    'not-valid': 'Något är fel ifyllt. Rätta det som är markerat.',
    'somebody-else-first': 'Någon annan har sparat en ny version sedan du öppnade sidan. Inget av ditt är sparat. Läs den och försök igen.',
    'nothing-changed': 'Inget är ändrat, så ingen ny version sparades.',
  },
}

const en: Texts = {
  decimalMark: '.',
  recipients: { labourMarket: 'Labour-market secretary', housing: 'Youth coordinator' },
  directions: { below: 'Below the threshold is low', above: 'Above the threshold is low' },
  aggregations: { mean: 'Mean', sum: 'Sum' },
  holidays: { same: 'The same day all the same', before: 'The working day before', after: 'The working day after' },
  routine: {
    firstReportDays: 'Days that a follow-up is to have lasted when its first report is due',
    reportReminderDays: 'Days before that a report is announced',
    callDays: 'Days before the report that the actors are to have been called',
    judgementDay: 'Day of the month when the authority process is to have judged',
    decisionMonths: 'Months between positions on an investigation',
    decisionReminderDays: 'Days before that a position is announced',
    assessmentReminderDays: 'Days before the end of the quarter that the assessment is announced',
    newcomerDays: 'Who came later than so many days before the end of a quarter is assessed in the next',
    answerDays: 'Days that the authority process has to answer a signal',
    acknowledgeDays: 'Days that the recipient has to acknowledge',
    rateBackDays: 'Days back that a rating may be given',
    declineMonths: 'Judgements down in a row that are a decline that goes on',
  },
  notPoints: 'Write a number with at most two decimals, for example 12.5.',
  problems: {
    'not-a-number': 'Write a number.',
    'not-more': 'The most must be more than the least.',
    'no-step': 'The step must go evenly from the least to the most.',
    'too-many': 'There are too many.',
    none: 'There must be at least one.',
    'no-name': 'Write a name.',
    'long-name': 'The name may have 80 characters at most.',
    'same-name': 'There is already an area of that name.',
    'bad-key': 'The key may only have letters a to z and digits, and begins with a letter.',
    'same-key': 'The key is used already.',
    'outside-range': 'The threshold must lie within the scale.',
    'never-low': 'With that threshold the area would never give a signal.',
  },
  sheet: {
    missing: (area, item) => `${area}: ${item} has no answer. The instrument asks for an answer to every question.`,
    'too-few': (area) => `${area}: too few questions have an answer to work out a score.`,
    outside: (area, item) => `${area}: the answer to ${item} is outside the scale.`,
    'off-step': (area, item) => `${area}: the answer to ${item} is between the steps of the scale.`,
  },
  refusals: {
    'not-valid': 'Something is not filled in right. Mend what is marked.',
    'somebody-else-first':
      'Somebody else has saved a new version since you opened the page. Nothing of yours is saved. Read it and try again.',
    'nothing-changed': 'Nothing is changed, so no new version was saved.',
  },
}

export const instrumentTexts: Readonly<Record<Lang, Texts>> = { sv, en }
