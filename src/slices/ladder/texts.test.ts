/** Steps and reasons in words, seen on a day. */
import { describe, expect, it, test } from 'vitest'
import { langs } from '../../kernel/lang.ts'
import { ladderTexts } from './ladder.texts.ts'
import { attempt, day, declined, reached, someone, standing } from './ladder.testbed.ts'
import {
  agreedSteps,
  channels,
  dayParts,
  ladderSteps,
  occupations,
  outcomes,
  quietMoments,
  skipReasons,
  type DayPart,
  type LadderFacts,
  type NextStep,
  type StepKind,
} from './ladder.types.ts'
import { optedOutText, quietText, skipText, stepName, stepText, suggestionText } from './step.texts.ts'

const letter = attempt('2026-11-10', 'letter')
const calls = [attempt('2026-11-18 10:15', 'phone'), attempt('2026-11-20 17:00', 'phone'), attempt('2026-11-23 13:00', 'phone')]
const said = (today: string, facts: Partial<LadderFacts>, lang: 'sv' | 'en' = 'sv'): string =>
  stepText(lang, standing(someone('2026-11-07', facts)).step!, day(today))

describe('the next step as a sentence', () => {
  const card = { events: [letter, ...calls, attempt('2026-12-01', 'letter')] }
  const wed = { events: [letter, calls[0]!] }
  const agreed = (agreedStep: NextStep['agreed'], on: string | null) => ({
    events: [reached('2026-11-12', { agreed: agreedStep, agreedOn: on === null ? null : day(on) })],
  })
  it.each<[string, Partial<LadderFacts>, string, string]>([
    ['2026-11-07', {}, 'Brev + sms från 9 nov', 'Letter + SMS from 9 Nov'],
    ['2026-11-09', {}, 'Brev + sms i dag', 'Letter + SMS today'],
    ['2026-11-10', {}, 'Brev + sms senast 16 nov', 'Letter + SMS by 16 Nov'],
    ['2026-11-16', {}, 'Brev + sms i dag', 'Letter + SMS today'],
    ['2026-11-17', { livePhones: 0 }, 'Brev förfallet 16 nov', 'Letter overdue since 16 Nov'],
    ['2026-11-16', { events: [letter] }, 'Ring (1 av 3) från 17 nov', 'Call (1 of 3) from 17 Nov'],
    ['2026-11-18', { events: [letter] }, 'Ring (1 av 3) senast 24 nov', 'Call (1 of 3) by 24 Nov'],
    ['2026-11-19', wed, 'Ring (2 av 3) från 20 nov, mån–tis, tor–fre efter 12', 'Call (2 of 3) from 20 Nov, Mon–Tue, Thu–Fri after 12'],
    ['2026-11-21', wed, 'Ring (2 av 3) mån–tis, tor–fre efter 12', 'Call (2 of 3) Mon–Tue, Thu–Fri after 12'],
    ['2026-11-25', wed, 'Ring (2 av 3) tor–fre efter 12', 'Call (2 of 3) Thu–Fri after 12'],
    ['2026-11-27', wed, 'Ring (2 av 3) fre efter 12', 'Call (2 of 3) Fri after 12'],
    ['2026-11-28', wed, 'Ring (2 av 3) förfallet 27 nov', 'Call (2 of 3) overdue since 27 Nov'],
    ['2026-11-23', { events: [letter, calls[0]!, calls[1]!] }, 'Ring (3 av 3) mån–tis, tor 12–16', 'Call (3 of 3) Mon–Tue, Thu 12–16'],
    ['2026-11-30', { events: [letter, ...calls] }, 'Nytt brev i dag', 'Further letter today'],
    ['2026-12-20', card, 'Knackakort förfallet 18 dec', 'Visit card overdue since 18 Dec'],
    ['2027-01-02', card, 'Knackakort förfallet 18 dec 2026', 'Visit card overdue since 18 Dec 2026'],
    ['2026-11-18', { openReplyOn: day('2026-11-18') }, 'Svar väntar på dig', 'An answer waits for you'],
    [
      '2026-11-21',
      { openReplyOn: day('2026-11-18') },
      'Svar väntar på dig, förfallet 20 nov',
      'An answer waits for you, overdue since 20 Nov',
    ],
    ['2026-11-18', { meetingOn: day('2026-11-25') }, 'Möte 25 nov', 'Meeting 25 Nov'],
    ['2026-11-25', { meetingOn: day('2026-11-25') }, 'Möte i dag', 'Meeting today'],
    ['2026-11-26', { meetingOn: day('2026-11-25') }, 'Möte 25 nov: hur gick det?', 'Meeting 25 Nov: how did it go?'],
    ['2026-11-18', { visitOn: day('2026-11-25') }, 'Knackakort från 20 nov', 'Visit card from 20 Nov'],
    ['2026-11-24', { visitOn: day('2026-11-25'), optedOut: ['visitCard'] }, 'Hembesök 25 nov', 'Home visit 25 Nov'],
    ['2026-11-18', agreed('call', '2026-12-03'), 'Ring som avtalat 3 dec', 'Call as agreed 3 Dec'],
    ['2026-12-04', agreed('call', '2026-12-03'), 'Ring som avtalat förfallet 3 dec', 'Call as agreed overdue since 3 Dec'],
    ['2026-11-13', agreed('write', null), 'Skriv som avtalat senast 16 nov', 'Write as agreed by 16 Nov'],
    ['2026-11-13', agreed('meet', null), 'Boka möte senast 16 nov', 'Book a meeting by 16 Nov'],
    ['2026-11-13', agreed('visit', null), 'Boka hembesök senast 16 nov', 'Book a home visit by 16 Nov'],
    ['2026-11-13', agreed('meet', '2026-12-03'), 'Möte som avtalat 3 dec', 'Meet as agreed 3 Dec'],
    ['2026-11-13', agreed('waitForYouth', null), 'Följ upp med ungdomen från 26 nov', 'Follow up with the youth from 26 Nov'],
    ['2026-11-27', agreed('waitForSchool', null), 'Följ upp med skolan senast 3 dec', 'Follow up with the school by 3 Dec'],
  ])('on %s', (today, facts, sv, en) => {
    expect([said(today, facts), said(today, facts, 'en')]).toEqual([sv, en])
  })

  const call = standing(someone('2026-11-07', { events: [letter] })).step!
  it.each<[DayPart[], string]>([
    [[], 'Ring (1 av 3) senast 24 nov'],
    [['morning'], 'Ring (1 av 3) efter 12'],
    [['midday'], 'Ring (1 av 3) före 12 eller efter 16'],
    [['late'], 'Ring (1 av 3) före 16'],
    [['morning', 'midday'], 'Ring (1 av 3) efter 16'],
    [['morning', 'late'], 'Ring (1 av 3) 12–16'],
    [['midday', 'late'], 'Ring (1 av 3) före 12'],
  ])('with %j tried is %s', (avoidParts, expected) => {
    expect(stepText('sv', { ...call, avoidParts }, day('2026-11-18'))).toBe(expected)
  })

  test('speaks of the municipality’s own hours', () => {
    const own = { morning: 7, midday: 11, late: 17, end: 20 }
    expect(stepText('sv', { ...call, avoidParts: ['morning', 'midday'] }, day('2026-11-18'), own)).toBe('Ring (1 av 3) efter 17')
    expect(suggestionText('sv', { on: day('2026-11-24'), part: 'midday' }, day('2026-11-18'), own)).toBe('tisdag 24 nov 11–17')
  })

  test('leaves the weekdays out when none that will do is left before it is late', () => {
    const step = { ...call, avoidWeekdays: [2], avoidParts: ['late' as const] }
    expect(stepText('sv', step, day('2026-11-24'))).toBe('Ring (1 av 3) före 16')
    expect(stepText('sv', { ...step, avoidParts: [] }, day('2026-11-24'))).toBe('Ring (1 av 3) i dag')
  })

  test('does not speak of weekdays that are holidays', () => {
    const step = { ...call, avoidWeekdays: [1], fromOn: day('2026-03-31'), dueOn: day('2026-04-07') }
    expect(stepText('sv', step, day('2026-04-02'))).toBe('Ring (1 av 3) tis, tor')
  })

  it.each<[StepKind, string, string]>([
    ['searchNumber', 'Sök nummer', 'Search for a number'],
    ['followUp', 'Följ upp', 'Follow up'],
    ['homeVisit', 'Hembesök', 'Home visit'],
  ])('has a name for %s', (kind, sv, en) => {
    expect(langs.map((lang) => stepName(lang, { ...call, kind }))).toEqual([sv, en])
  })

  test('suggests a time to call', () => {
    expect(suggestionText('sv', { on: day('2026-11-24'), part: 'late' }, day('2026-11-18'))).toBe('tisdag 24 nov efter 16')
    expect(suggestionText('en', { on: day('2027-01-04'), part: 'morning' }, day('2026-12-30'))).toBe('Monday 4 Jan 2027 before 12')
  })
})

describe('reasons', () => {
  it.each([
    [{ step: 'call', why: 'noNumber' }, 'inget telefonnummer', 'no phone number'],
    [{ step: 'call', why: 'deadNumber' }, 'numret är dött', 'the number is dead'],
    [{ step: 'letter', why: 'noAddress' }, 'ingen adress', 'no address'],
    [{ step: 'homeVisit', why: 'protected' }, 'skyddade uppgifter', 'protected identity'],
    [{ step: 'letter', why: 'minor' }, 'under 18 år, kräver vårdnadshavare', 'under 18, needs the guardian'],
    [{ step: 'call', why: 'optedOut' }, 'har tackat nej till samtal', 'has said no to calls'],
    [{ step: 'letter', why: 'optedOut' }, 'har tackat nej till brev', 'has said no to letters'],
    [{ step: 'furtherLetter', why: 'optedOut' }, 'har tackat nej till brev', 'has said no to letters'],
    [{ step: 'homeVisit', why: 'optedOut' }, 'har tackat nej till hembesök', 'has said no to home visits'],
  ] as const)('to leave out %j', (left, sv, en) => {
    expect([skipText('sv', left), skipText('en', left)]).toEqual([sv, en])
  })

  test('name every channel that can be said no to', () => {
    expect(channels.map((channel) => optedOutText('sv', channel))).toContain('har tackat nej till sms')
    expect(new Set(channels.map((channel) => optedOutText('en', channel))).size).toBe(channels.length)
  })

  test('to be silent say until when and since which no', () => {
    const { quiet } = standing(someone('2026-03-07', { events: [declined('2026-05-03')] }))
    expect(quietText('sv', quiet!, day('2026-06-01'))).toBe('Vilar till 15 augusti (terminsstart): tackade nej 3 maj')
    expect(quietText('en', quiet!, day('2026-06-01'))).toBe('Resting until 15 August (start of term): said no 3 May')
    expect(quietText('sv', quiet!, day('2026-08-15'))).toBe('Vilade till 15 augusti (terminsstart): tackade nej 3 maj')
    expect(quietText('en', quiet!, day('2027-01-01'))).toBe('Rested until 15 August 2026 (start of term): said no 3 May 2026')
  })
})

test.each(langs)('every word there is has words of its own in %s', (lang) => {
  const t = ladderTexts[lang]
  const lists: readonly (readonly [Readonly<Record<string, string>>, readonly string[]])[] = [
    [t.channels, channels],
    [t.outcomes, outcomes],
    [t.agreed, agreedSteps],
    [t.occupations, occupations],
    [t.steps, ladderSteps],
    [t.dayParts, dayParts],
    [t.waitsFor, ['us', 'youth', 'school', 'nobody']],
    [t.moments, quietMoments],
    [t.skips, skipReasons],
  ]
  for (const [words, keys] of lists) {
    expect(Object.keys(words).toSorted()).toEqual(keys.toSorted())
    expect(new Set(Object.values(words)).size).toBe(keys.length)
  }
})
