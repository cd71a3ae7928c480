/** The instrument and the routine as shipped: 0-25, five areas, low strictly below 12.5 (seeds/000, DOMAIN.md 8). */
import type { Instrument, InstrumentArea, Recipient } from './instrument.types.ts'
import type { Routine } from './routine.types.ts'

/**
 * No public source says what the items of an "etableringsbedömning" are. Three plain ones an area let the rules be seen at work;
 * a municipality replaces them by its own.
 */
function area(
  key: string,
  recipient: Recipient,
  [sv, en]: readonly [string, string],
  asked: readonly (readonly [string, string])[],
): InstrumentArea {
  const items = asked.map(([itemSv, itemEn], at) => ({ key: `${key}${at + 1}`, sv: itemSv, en: itemEn }))
  return { key, sv, en, recipient, threshold: 1250, direction: 'below', items }
}

export const shippedInstrument: Instrument = {
  scale: { min: 0, max: 2500, step: 1, ratingStep: 50 },
  aggregation: 'mean',
  missing: { kind: 'refuse' },
  areas: [
    area(
      'school',
      'labourMarket',
      ['Skola', 'School'],
      [
        ['Närvaro', 'Attendance'],
        ['Studieresultat', 'Results'],
        ['Mål med studierna', 'Goals of the studies'],
      ],
    ),
    area(
      'housing',
      'housing',
      ['Boende', 'Housing'],
      [
        ['Sköter sitt hem', 'Looks after the home'],
        ['Följer det som gäller i boendet', 'Keeps to what applies in the housing'],
        ['Klarar vardagen på egen hand', 'Manages everyday life alone'],
      ],
    ),
    area(
      'communication',
      'housing',
      ['Kommunikation och konflikthantering', 'Communication and conflict handling'],
      [
        ['Gör sig förstådd', 'Makes herself or himself understood'],
        ['Löser meningsskiljaktigheter', 'Settles disagreements'],
        ['Tar hjälp av andra', 'Accepts help from others'],
      ],
    ),
    area(
      'health',
      'housing',
      ['Hälsa', 'Health'],
      [
        ['Sömn och mat', 'Sleep and food'],
        ['Rörelse och fritid', 'Exercise and free time'],
        ['Mår bra', 'Feels well'],
      ],
    ),
    area(
      'economy',
      'housing',
      ['Ekonomi', 'Economy'],
      [
        ['Planerar sin ekonomi', 'Plans the money'],
        ['Betalar i tid', 'Pays in time'],
        ['Sköter kontakter med myndigheter', 'Handles authorities'],
      ],
    ),
  ],
}

/** `after`: what the law does with a deadline on a Saturday, Sunday or holiday (lag 1930:173 2 §), though it does not bind this one. */
export const shippedRoutine: Routine = {
  onHoliday: 'after',
  firstReportDays: 7,
  reportReminderDays: 7,
  callDays: 10,
  judgementDay: 10,
  decisionMonths: 6,
  decisionReminderDays: 30,
  assessmentReminderDays: 30,
  newcomerDays: 30,
  answerDays: 3,
  acknowledgeDays: 3,
  rateBackDays: 7,
  declineMonths: 2,
}
