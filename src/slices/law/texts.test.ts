/** The law in Swedish: no code is shown where there is a word for it. */
import { describe, expect, test } from 'vitest'
import {
  aDecision,
  aLife,
  anEnrolment,
  anInterruption,
  anOrigin,
  anUndecided,
  aSetting,
  aWithdrawal,
  day,
  here,
} from '../../../test/support/lives.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { explain } from './explain.rules.ts'
import { describeExplanation, factText, lineText, originText, periodText, reasonText } from './law.texts.ts'
import type { ChainLine, EntryReason, Life, NotCoveredReason, ShownFact } from './law.types.ts'

const entryReasons: Readonly<Record<EntryReason, string>> = {
  decided: 'beslut av en person',
  returned: 'återkom till Sverige',
  registeredInSweden: 'nyfolkbokförd i Sverige',
  movedIn: 'flyttade in',
  studyCertificate: 'gick ut med studiebevis',
  endedWithoutDiploma: 'slutade utan examen',
  interruptedNational: 'avbröt nationellt program',
  interruptedIntroductory: 'avbröt introduktionsprogram',
  interruptedAdapted: 'avbröt anpassad gymnasieskola',
  interruptedEquivalent: 'avbröt motsvarande utbildning',
  noShow: 'kom aldrig till sin gymnasieplats',
  neverStarted: 'började aldrig i gymnasiet',
  unknown: 'okänd anledning',
}

const exitReasons: Readonly<Record<NotCoveredReason, string>> = {
  deceased: 'avliden',
  turned20: 'fyllde 20 år',
  emigrated: 'utvandrade',
  deregistered: 'avregistrerades',
  moved: 'bor inte i kommunen',
  inCompulsorySchooling: 'skolplikten har inte upphört',
  completed: 'har en gymnasieexamen eller motsvarande',
  inEducation: 'går en gymnasieutbildning',
  undecidedEducation: 'går en utbildning vars slag inte är avgjort',
  awaitingStart: 'är mellan två utbildningar',
  decided: 'beslut av en person',
}

const explained = (life: Life, date: string) => explain(life, here, aSetting(), day(date))
const shown = (life: Life, date: string) => describeExplanation(explained(life, date), 'Kim Ek', date as PlainDate).split('\n')

describe('a reason', () => {
  test.each([...Object.entries(entryReasons), ...Object.entries(exitReasons), ['retracted', 'uppgifterna är rättade']])(
    '%s is said as %s',
    (reason, text) => {
      expect(reasonText(reason)).toBe(text)
    },
  )

  test('that nobody knows is shown as it is', () => {
    expect(reasonText('somethingNew')).toBe('somethingNew')
  })
})

describe('a line', () => {
  const texts = [...explained(aLife({ decisions: [aDecision(true, '2021-01-01')] }), '2021-01-01').chain].flatMap((line: ChainLine) => [
    lineText({ ...line, holds: true }),
    lineText({ ...line, holds: false }),
  ])

  test('is one sentence when it holds and another when it does not', () => {
    expect(texts).toHaveLength(20)
    expect(new Set(texts).size).toBe(20)
    for (const text of texts) expect(text).toMatch(/^[A-ZÅÄÖ][^.]+\.$/)
    expect(texts.slice(4, 6)).toEqual(['Har inte fyllt 20 år.', 'Har fyllt 20 år.'])
  })
})

describe('a fact', () => {
  const aFact = (kind: string, value: string): ShownFact => ({ kind, value, source: 'unknown', readAt: null })
  test.each([
    ['birthDate', '2004-03-10', 'Födelsedag: 2004-03-10'],
    ['birthDate', 'unknown', 'Födelsedag: okänd'],
    ['death', '2021-05-05', 'Avliden: 2021-05-05'],
    ['registration', '0180 2004-03-10', 'Folkbokförd: 0180, 2004-03-10'],
    ['registration', 'elsewhere 2004-03-10', 'Folkbokförd: annan kommun, 2004-03-10'],
    ['deregistration', 'UV 2021-05-05', 'Avregistrerad: utvandrad, 2021-05-05'],
    ['deregistration', 'OB 2021-05-05', 'Avregistrerad: obefintlig, 2021-05-05'],
    ['protectedRegistration', '2021-05-05', 'Skyddad folkbokföring sedan: 2021-05-05'],
    ['termEnd', '2020 2020-06-15', 'Vårterminens slut: 2020, 2020-06-15'],
    ['firstDay', '2020-06-16', 'Första dagen efter skolplikten: 2020-06-16'],
    ['schoolingEnd', '7:14 2020-01-31', 'Beslut om skolpliktens slut: 7:14, 2020-01-31'],
    ['immigration', '2020-01-31', 'Invandrade: 2020-01-31'],
    ['credential', 'studiebevis 2021-05-05', 'Betygsdokument: studiebevis, 2021-05-05'],
    ['completedFrom', '2021-05-05', 'Räknas från: 2021-05-05'],
    ['gap', '2021-06-01--2021-08-17', 'Uppehåll: 2021-06-01 till 2021-08-17'],
    ['enrolment', 'GY NA25 2020-08-17-- national', 'Inskrivning: GY, NA25, 2020-08-17 till tills vidare, räknas som gymnasieutbildning'],
    ['decision', 'covers 2021-01-01--2021-02-01 Anna Ek: om--att', 'Beslut: omfattas 2021-01-01 till 2021-02-01 Anna Ek: om--att'],
    ['decision', 'not 2021-01-01--2021-02-01 Not Covers: not', 'Beslut: omfattas inte 2021-01-01 till 2021-02-01 Not Covers: not'],
    ['somethingNew', 'x 1', 'somethingNew: x, 1'],
  ])('%s %s', (kind, value, expected) => {
    expect(factText(aFact(kind, value))).toBe(expected)
  })

  test.each([
    [anInterruption('2020-08-17', '2021-01-10', 'GY', 'IMA'), 'GY, IMA, 2020-08-17 till 2021-01-10, introduktionsprogram, avbröts'],
    [aWithdrawal('2020-08-17', 'GYS', ''), 'GYS, 2020-08-17 till 2020-08-16, anpassad gymnasieskola eller motsvarande, började aldrig'],
    [anEnrolment('2020-08-17', '2021-01-10', { schoolType: 'VUXGY' }), 'VUXGY, NA25, 2020-08-17 till 2021-01-10, motsvarar gymnasieskolan'],
    [anEnrolment('2020-08-17', '2021-01-10', { schoolType: 'VUX' }), 'VUX, NA25, 2020-08-17 till 2021-01-10, nivån är inte avgjord'],
    [anEnrolment('2020-08-17', '2021-01-10', { schoolType: 'SFI' }), 'SFI, NA25, 2020-08-17 till 2021-01-10, annan skolform, räknas inte'],
    [anUndecided('2020-08-17', '2021-01-10'), 'NYTT, X1, 2020-08-17 till 2021-01-10, okänt slag'],
    [
      anEnrolment('2020-08-17', '2021-01-10', { schoolType: 'ABROAD_UPPER_SECONDARY', educationCode: '' }),
      'ABROAD_UPPER_SECONDARY, 2020-08-17 till 2021-01-10, gymnasiestudier utomlands',
    ],
  ])('an enrolment says how it counts (%#)', (enrolment, expected) => {
    const facts = explained(aLife({ enrolments: [enrolment] }), '2021-02-01').chain.find(({ line }) => line === '7')?.facts ?? []
    expect(facts.map((fact) => factText(fact))).toEqual([`Inskrivning: ${expected}`])
  })

  test.each([
    ['settings', null, 'kommunens inställningar'],
    ['rule', null, 'räknat ur regeln'],
    ['identityNumber', null, 'identitetsnumret'],
    ['navet', null, 'navet'],
    ['navet', '2026-11-20T02:10:00Z', 'navet, läst 2026-11-20'],
    ['settings', '2026-11-20T02:10:00Z', 'kommunens inställningar, läst 2026-11-20'],
  ])('from %s, read %s, says so', (source, readAt, expected) => {
    expect(originText({ kind: 'birthDate', value: '2004-03-10', source, readAt })).toBe(expected)
  })
})

test('a period is a sentence as of a day: an end still ahead is not told', () => {
  const life = aLife({ decisions: [aDecision(false, '2021-01-01', '2021-02-01'), aDecision(true, '2024-03-01')] })
  const said = (on: string) => explained(life, '2021-01-01').periods.map((period) => periodText(period, day(on)))
  expect(said('2020-12-31')[0]).toBe('Från 2020-06-16 (började aldrig i gymnasiet) och pågår')
  expect(said('2021-01-01')[0]).toBe('Från 2020-06-16 (började aldrig i gymnasiet) till 2021-01-01 (beslut av en person)')
  expect(said('2030-01-01')[1]).toBe('Från 2021-02-01 (beslut av en person) och pågår')
})

describe('an explanation as text', () => {
  test('says the verdict first, then line by line, then the periods', () => {
    const enrolments = [{ ...anInterruption('2020-08-17', '2021-03-31'), origin: anOrigin('extens') }]
    const text = shown(aLife({ enrolments }), '2021-05-05')
    expect(text[0]).toBe('Kim Ek 2021-05-05: OMFATTAS av aktivitetsansvaret')
    expect(text[1]).toBe('  + 1   Lever.  [29 kap. 9 § skollagen]')
    expect(text[3]).toBe('          Födelsedag: 2004-03-10  (identitetsnumret)')
    expect(text).toContain(
      '          Inskrivning: GY, NA25, 2020-08-17 till 2021-03-31, räknas som gymnasieutbildning, avbröts  (extens, läst 2026-11-20)',
    )
    expect(text.slice(-2)).toEqual(['Perioder:', '  Från 2021-04-01 (avbröt nationellt program) och pågår'])
    expect(text.filter((line) => line.startsWith('  - '))).toEqual([])
  })

  test('says why not, and leaves out periods that have not begun', () => {
    const life = aLife({ enrolments: [anEnrolment('2020-08-17', '2021-03-31')] })
    const text = shown(life, '2021-03-31')
    expect(text[0]).toBe('Kim Ek 2021-03-31: omfattas INTE: går en gymnasieutbildning')
    expect(text).toContain('  - 7   Går en gymnasieutbildning eller motsvarande.  [29 kap. 9 § första stycket skollagen; lag (2018:749)]')
    expect(text.slice(-2)).toEqual(['Perioder:', '  inga'])
    expect(shown(life, '2021-04-01').at(-1)).toBe('  Från 2021-04-01 (slutade utan examen) och pågår')
    expect(shown(life, '2024-03-10').at(-1)).toBe('  Från 2021-04-01 (slutade utan examen) till 2024-03-10 (fyllde 20 år)')
  })
})
