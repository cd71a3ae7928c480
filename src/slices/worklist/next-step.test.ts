/** What a row says of outreach, in both languages. */
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { nextLines, nextStepName, occupationText, type Told } from './next-step.texts.ts'
import type { RowStanding, StepDetail } from './standing.types.ts'

const date = (text: string): PlainDate => text as PlainDate
const detail: StepDetail = {
  agreed: null,
  avoidWeekdays: [],
  avoidParts: [],
  withSms: false,
  skipped: [],
  quiet: null,
  declinedOn: null,
  stoppedAnswering: false,
}
const row: RowStanding = {
  lastReachedOn: null,
  lastReachedChannel: null,
  lastAttemptOn: null,
  lastAttemptChannel: null,
  lastAttemptOutcome: null,
  occupation: null,
  occupationOn: null,
  occupationReviewOn: null,
  step: 'letter',
  stepNth: 1,
  stepOf: 1,
  stepFrom: date('2026-11-20'),
  stepDue: date('2026-11-27'),
  stepDetail: detail,
  waitsFor: 'us',
  quietUntil: null,
  meetingAt: null,
  livePhones: 1,
  deadPhones: 0,
}
const told = (over: Partial<RowStanding>, lang: Told['lang'] = 'sv'): Told => ({
  row: { ...row, ...over },
  lang,
  today: date('2026-11-20'),
})
const noNumber = { ...detail, skipped: [{ step: 'call', why: 'noNumber' }] } as const
const said = (over: Partial<RowStanding>, lang: Told['lang'] = 'sv') => {
  const lines = nextLines(told(over, lang))
  return lines === null ? null : [lines.main, lines.below, ...(lines.isLate ? ['late'] : [])]
}

describe('the next step on 20 November', () => {
  it.each<[string, Partial<RowStanding>, readonly string[] | null]>([
    ['now', {}, ['Brev i dag', '']],
    ['with a text', { stepDetail: { ...detail, withSms: true } }, ['Brev + sms i dag', '']],
    ['late', { step: 'visitCard', stepFrom: date('2026-11-12'), stepDue: date('2026-11-19') }, ['Knackakort förfallet 19 nov', '', 'late']],
    ['on its last day', { stepFrom: date('2026-11-12'), stepDue: date('2026-11-20') }, ['Brev i dag', '']],
    ['ahead', { step: 'furtherLetter', stepFrom: date('2026-11-25'), waitsFor: 'youth' }, ['Nytt brev från 25 nov', 'väntar på ungdomen']],
    ['now, with a step left out', { stepDetail: noNumber }, ['Brev i dag', 'inget telefonnummer']],
    [
      'ahead, without a number: there is time to look for one',
      { step: 'furtherLetter', stepFrom: date('2026-11-25'), waitsFor: 'youth', stepDetail: noNumber },
      ['Sök nummer', 'inget telefonnummer · Nytt brev från 25 nov'],
    ],
    ['none, without a number', { step: null, stepFrom: null, stepDue: null, stepDetail: noNumber }, ['Sök nummer', 'inget telefonnummer']],
    ['none at all', { step: null, stepFrom: null, stepDue: null }, ['Inget steg kvar', '']],
    [
      'a meeting, with its hour',
      { step: 'keepMeeting', stepFrom: date('2026-11-25'), stepDue: date('2026-11-25'), waitsFor: 'youth', meetingAt: '2026-11-25 14:00' },
      ['Möte 25 nov 14:00', 'väntar på ungdomen'],
    ],
    [
      'quiet after a no',
      {
        stepFrom: date('2027-01-11'),
        stepDue: date('2027-01-18'),
        quietUntil: date('2027-01-10'),
        waitsFor: 'nobody',
        stepDetail: { ...detail, quiet: 'termStart', declinedOn: date('2026-11-03') },
      },
      ['Vilar till 10 januari 2027 (terminsstart)', 'tackade nej 3 november'],
    ],
    ['for those not covered, nothing', { step: null, stepFrom: null, stepDue: null, stepDetail: null, waitsFor: null }, null],
    [
      'of a youth who has stopped answering',
      { step: 'call', stepNth: 2, stepOf: 3, stepDetail: { ...detail, stoppedAnswering: true } },
      ['Ring (2 av 3) i dag', 'har svarat förut men svarar inte längre'],
    ],
  ])('%s', (_, over, lines) => {
    expect(said(over)).toEqual(lines)
  })

  it('speaks English, and says each ground once', () => {
    const skipped = (['letter', 'furtherLetter', 'visitCard'] as const).map((step) => ({ step, why: 'noAddress' as const }))
    expect(said({ step: 'call', stepDetail: { ...detail, skipped } }, 'en')).toEqual(['Call (1 of 1) today', 'no address'])
    expect(nextStepName(told({ step: 'call', stepNth: 2, stepOf: 3 }, 'en'))).toBe('Call (2 of 3)')
  })
})

describe('what a youth is said to do', () => {
  it.each<[Partial<RowStanding>, string | null]>([
    [{}, null],
    [{ occupation: 'work', occupationReviewOn: date('2026-12-02') }, '”arbetar” · går ut om 12 dagar'],
    [{ occupation: 'none', occupationReviewOn: date('2026-11-21') }, '”ingen sysselsättning” · går ut i morgon'],
    [{ occupation: 'work', occupationReviewOn: date('2026-11-20') }, '”arbetar” · gick ut 20 nov'],
    [{ occupation: 'unknown', occupationReviewOn: date('2026-11-21') }, 'frågad men okänd · fråga igen i morgon'],
    [{ occupation: 'unknown', occupationReviewOn: date('2026-11-20') }, 'frågad men okänd · fråga igen'],
  ])('%o', (over, text) => {
    expect(occupationText(told(over))).toBe(text)
  })
})
