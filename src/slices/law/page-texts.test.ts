/** Facts as sentences for the page, and the English of everything. */
import { describe, expect, test } from 'vitest'
import { aDecision, aLife, anEnrolment, aSetting, day, here } from '../../../test/support/lives.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { explain } from './explain.rules.ts'
import { enrolmentText, plainFact, plainOrigin, type Told } from './law-page.texts.ts'
import { credentialTypes, pageWords, schoolTypes } from './law-page-words.texts.ts'
import { englishRules, kinds, lineWords, reasons } from './law-words.texts.ts'
import { factText, lineText, originText, periodText, reasonText, ruleText } from './law.texts.ts'

const told: Told = { lang: 'sv', place: { code: '0180', name: 'Provstad' }, today: '2026-11-22' as PlainDate }
const english: Told = { ...told, lang: 'en' }
const aFact = (kind: string, value: string, where?: string) => ({
  kind,
  value,
  source: 'extens',
  readAt: null,
  ...(where === undefined ? {} : { where }),
})

test.each([
  [
    'enrolment',
    'GY NA25 2025-08-18--2026-11-06 national cancelled',
    'Inskriven på gymnasieskolan NA25 vid skolenhet 12345678 från 18 aug 2025 till 6 nov 2026, avbröts',
  ],
  ['enrolment', 'GY 2025-08-18-- national', 'Inskriven på gymnasieskolan vid skolenhet 12345678 sedan 18 aug 2025'],
  ['enrolment', 'GYAN A B 2027-08-18-- adapted', 'Börjar på anpassade gymnasieskolan A B vid skolenhet 12345678 18 aug 2027'],
  [
    'enrolment',
    'GY NA 2026-08-18--2026-08-17 national withdrawn',
    'Skulle ha börjat på gymnasieskolan NA vid skolenhet 12345678 18 aug 2026, började aldrig',
  ],
  [
    'enrolment',
    'NYTT X1 2026-08-18-- undecided',
    'Inskriven på NYTT X1 vid skolenhet 12345678 sedan 18 aug 2026 – okänt slag av utbildning',
  ],
  ['registration', '0180 2009-04-12', 'Folkbokförd i Provstad sedan 12 apr 2009'],
  ['registration', '1480 2009-04-12', 'Folkbokförd i kommun 1480 sedan 12 apr 2009'],
  ['registration', 'elsewhere 2009-04-12', 'Folkbokförd i en annan kommun sedan 12 apr 2009'],
  [
    'decision',
    'covers 2021-01-01--2021-02-01 Anna Ek: om--att',
    'Beslut: omfattas från 1 jan 2021 till och med 31 jan 2021 – Anna Ek: om--att',
  ],
  ['decision', 'not 2021-01-01-- Covers: covers 2020', 'Beslut: omfattas inte från 1 jan 2021 tills vidare – Covers: covers 2020'],
  ['gap', '2021-06-01--2021-08-17', 'Uppehåll från 1 juni 2021 till 17 aug 2021'],
  ['constructor', 'x', 'constructor: x'],
])('%s %s', (kind, value, expected) => {
  expect(plainFact(aFact(kind, value, '12345678'), told)).toBe(expected)
})

test.each([
  ['2026-11-22T04:02:10+01:00', 'extens · läst i natt 04:02', 'extens · read last night 04:02'],
  ['2026-11-22T13:05:00+01:00', 'extens · läst i dag 13:05', 'extens · read today 13:05'],
  ['2026-11-21T13:05:00+01:00', 'extens · läst i går 13:05', 'extens · read yesterday 13:05'],
  ['2026-11-22T00:00:00+01:00', 'extens · läst i natt', 'extens · read last night'],
  ['2026-11-20T04:02:00+01:00', 'extens · läst 20 nov 2026', 'extens · read 20 Nov 2026'],
])('read %s', (readAt, swedish, inEnglish) => {
  expect([plainOrigin({ source: 'extens', readAt }, told), plainOrigin({ source: 'extens', readAt }, english)]).toEqual([
    swedish,
    inEnglish,
  ])
})

describe('the English', () => {
  test('has a word for everything the Swedish has', () => {
    for (const table of [reasons, kinds, pageWords, lineWords]) expect(Object.keys(table.en)).toEqual(Object.keys(table.sv))
    expect(Object.keys(englishRules).toSorted()).toEqual(Object.keys(lineWords.sv).toSorted())
    for (const words of [...Object.values(schoolTypes), ...Object.values(credentialTypes)]) expect(words.en).not.toBe('')
    for (const [key, word] of Object.entries(reasons.en)) expect(word).not.toBe(reasons.sv[key as keyof typeof reasons.sv])
  })

  test('says a whole chain without a Swedish letter', () => {
    const life = aLife({ enrolments: [anEnrolment('2020-08-17', '2021-03-31')], decisions: [aDecision(true, '2022-01-01')] })
    const { chain, periods } = explain(life, here, aSetting(), day('2022-02-01'))
    const said = chain.flatMap((line) => [
      lineText(line, 'en'),
      ruleText(line, 'en'),
      ...line.facts.flatMap((fact) => [factText(fact, 'en'), originText(fact, 'en'), plainFact(fact, english)]),
    ])
    for (const text of [...said, ...periods.map((period) => periodText(period, day('2022-02-01'), 'en'))]) {
      expect(text.replaceAll(/\((skollagen|folkbokföringslagen)\)/g, '')).not.toMatch(/[åäö]|DOMAIN/)
    }
    expect(reasonText('movedIn', 'en')).toBe('moved in')
  })

  test('says an enrolment', () => {
    const enrolment = {
      schoolType: 'GY',
      educationCode: 'NA',
      schoolUnit: '',
      startOn: '2025-08-18' as PlainDate,
      endOn: null,
      cancelled: false,
    }
    expect(enrolmentText(enrolment, english)).toBe('Enrolled at upper secondary school NA since 18 Aug 2025')
  })
})
