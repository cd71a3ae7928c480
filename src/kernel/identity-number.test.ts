/** Identity numbers as sources write them (DOMAIN.md 3, Identity). */
import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import fc from 'fast-check'
import personnummer from 'personnummer'
import { describe, expect, it } from 'vitest'
import { aCoordinationNumber, aNumber, referenceFile, today } from '../../test/support/feed-files.ts'
import { dateOf, dayFrom, type Day } from '../platform/plain-date.ts'
import { hasRightCheckDigit, IdentityNumber, parseIdentityNumber } from './identity-number.ts'

/** What reading gives, as one line: kind, number and birthday, or the problem. */
function read(raw: string, reference: Day = today): string {
  const found = parseIdentityNumber(raw, reference)
  if (typeof found === 'string') return found
  return `${found.kind} ${found.reveal()} ${found.bornOn === null ? 'no birthday' : dateOf(found.bornOn)}`
}

/** The npm package as a second opinion. Its types describe another way of loading it than Node's. */
const oracle = personnummer as unknown as { valid: (text: string, options: { allowCoordinationNumber: boolean }) => boolean }

const publishedFile = referenceFile('test-personnummer-2004-2019.txt')

const birth = fc.date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2013-12-31T00:00:00Z'), noInvalidDate: true })
const birthDate = birth.map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''))
const testNumber = fc.tuple(birthDate, fc.constantFrom('238', '239')).map(([born, serial]) => aNumber(born, serial))

describe('a personnummer', () => {
  it('is twelve digits with a birthday', () => {
    expect(read('200803142389')).toBe('personnummer 200803142389 2008-03-14')
  })

  it.each([' 200803142389', '200803142389\t', '\n 20080314-2389 \r\n', '\u00A0200803142389'])(
    'is read with blanks around it: %j',
    (raw) => {
      expect(read(raw)).toBe('personnummer 200803142389 2008-03-14')
    },
  )

  it.each([
    '20080314 2389',
    '2008 03 14 2389',
    '20080314+2389',
    '20080314--2389',
    '2008-03-14-2389',
    '200803142389x',
    '0200803142389',
    '08031423',
  ])('is not %j', (raw) => {
    expect(read(raw)).toBe('not-a-number')
  })

  it.each(['', ' ', '\t\n'])('is missing in %j', (raw) => {
    expect(read(raw)).toBe('missing')
  })

  it.each(['18991231', '19000101', '19991231', '20000229', '20991231'])('may begin with the century of %s', (born) => {
    expect(read(aNumber(born))).toBe(`personnummer ${aNumber(born)} ${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`)
  })

  it.each(['17991231', '21000101', '00010101'])('never begins with the century of %s', (born) => {
    expect(read(aNumber(born))).toBe('not-a-number')
  })

  it('never has the birth number 000', () => {
    expect(read(aNumber('20080314', '000'))).toBe('not-a-number')
  })

  it.each(['20080230', '20070229', '20080431', '20080001', '20080100', '20081301', '20080332', '20080359', '20080399'])(
    'needs a real day: %s',
    (born) => {
      expect(read(aNumber(born))).toBe('no-such-day')
    },
  )

  it('has exactly one check digit', () => {
    fc.assert(
      fc.property(testNumber, fc.integer({ min: 1, max: 9 }), (number, off) => {
        const wrong = `${number.slice(0, 11)}${(Number(number[11]) + off) % 10}`
        expect(hasRightCheckDigit(number)).toBe(true)
        expect(hasRightCheckDigit(wrong)).toBe(false)
        expect(read(wrong)).toBe('check-digit')
      }),
    )
  })

  it('is read alike with and without a sign, and in ten digits', () => {
    fc.assert(
      fc.property(testNumber, (number) => {
        const forms = [`${number.slice(0, 8)}-${number.slice(8)}`, number.slice(2), `${number.slice(2, 8)}-${number.slice(8)}`]
        expect(forms.map((form) => read(form))).toEqual(forms.map(() => read(number)))
      }),
    )
  })

  it('says the same as the package personnummer, whatever twelve digits', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
    const likely = fc.tuple(fc.integer({ min: 1850, max: 2050 }), digits(4), digits(4)).map((parts) => parts.join(''))
    const mended = fc.tuple(
      fc.integer({ min: 1850, max: 2050 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      digits(3),
    )
    const valid = mended.map(([year, month, day, serial]) =>
      aNumber(`${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`, serial),
    )
    fc.assert(
      fc.property(fc.oneof(likely, valid), (text) => {
        const found = parseIdentityNumber(text, today)
        const ordinary = typeof found !== 'string' && found.kind === 'personnummer'
        expect(ordinary).toBe(oracle.valid(text, { allowCoordinationNumber: false }))
      }),
      { numRuns: 2000 },
    )
  })

  it.skipIf(publishedFile === null)("is every one of Skatteverket's published test numbers", () => {
    const numbers = readFileSync(publishedFile ?? '', 'utf8')
      .trim()
      .split(/\s+/)
    const wrong = numbers.filter((number) => {
      const found = parseIdentityNumber(number, today)
      return typeof found === 'string' || found.kind !== 'personnummer' || found.reveal() !== number
    })
    expect(numbers.length).toBeGreaterThan(9000)
    expect(wrong).toEqual([])
  })
})

describe('a samordningsnummer', () => {
  it('has 60 added to the day', () => {
    expect(read(aCoordinationNumber('20080314'))).toBe(`samordningsnummer ${aCoordinationNumber('20080314')} 2008-03-14`)
    expect(aCoordinationNumber('20080314').slice(6, 8)).toBe('74')
  })

  it.each(['20080301', '20080331', '20080229'])('has a birthday on %s', (born) => {
    expect(read(aCoordinationNumber(born))).toMatch(/^samordningsnummer \d{12} \d{4}-\d\d-\d\d$/)
  })

  it.each([
    ['an unknown month', '20080014'],
    ['an unknown day', '20080300'],
    ['an unknown month and day', '20080000'],
    ['30 February', '20080230'],
    ['29 February in another year', '20070229'],
    ['31 April', '20080431'],
  ])('with %s has no birthday', (_, born) => {
    expect(read(aCoordinationNumber(born))).toBe(`samordningsnummer ${aCoordinationNumber(born)} no birthday`)
  })

  it.each(['20081314', '20080332', '20080339', '20089914'])('needs a month and a day that can be: %s', (born) => {
    expect(read(aCoordinationNumber(born))).toBe('no-such-day')
  })

  it('needs its check digit as well', () => {
    const number = aCoordinationNumber()
    expect(read(`${number.slice(0, 11)}${(Number(number[11]) + 1) % 10}`)).toBe('check-digit')
  })
})

describe('an interim number', () => {
  it.each([
    ['20130101TF01', '20130101TF01'],
    ['20130101-TF01', '20130101TF01'],
    ['20130101tf01', '20130101TF01'],
    ['130101-TF99', '130101TF99'],
    [' 130101TF01 ', '130101TF01'],
    ['20130101T123', '20130101T123'],
    ['130101-T123', '130101T123'],
  ])('is read without a check digit or a birthday: %j', (raw, number) => {
    expect(read(raw)).toBe(`interim ${number} no birthday`)
  })

  it.each([...'TRSUWXJKLMN'])('may begin with %s', (letter) => {
    expect(read(`20130101${letter}123`)).toBe(`interim 20130101${letter}123 no birthday`)
  })

  it.each([
    '20130101A123',
    '20130101TF1',
    '20130101TF001',
    '20130101FT01',
    '20130101T12',
    '20130101T1234',
    '2013010TF01',
    'TF01',
    '20130101TFAB',
  ])('is not %s', (raw) => {
    expect(read(raw)).toBe('not-a-number')
  })
})

it('is never an error, whatever the text', () => {
  const shaped = fc.string({ unit: fc.constantFrom(...'0123456789+-TFtf '), maxLength: 14 })
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: fc.constantFrom(...'0123456789TFſß٣é- \n\u00A0😀') }), shaped), (text) => {
      const found = parseIdentityNumber(text, dayFrom(2026, 11, 21))
      if (found instanceof IdentityNumber) expect(found.reveal()).toMatch(/^(?:\d{12}|(?:\d{6}|\d{8})[A-Z]{1,2}\d{2,3})$/)
      else expect(['missing', 'not-a-number', 'check-digit', 'no-such-day']).toContain(found)
    }),
    { numRuns: 500 },
  )
})

describe('printing by accident', () => {
  const number = parseIdentityNumber(aNumber(), today) as IdentityNumber
  const row = { number, list: [number], deep: { deeper: { deepest: { number } } } }

  it.each([
    ['String()', String(number)],
    ['a template', `${String(number)} is away`],
    ['joining', [number, number].join()],
    ['adding', ''.concat(number as unknown as string)],
    ['JSON', JSON.stringify(row)],
    ['inspection', inspect(row, { depth: 9, showHidden: true })],
    ['inspection of the getters too', inspect(number, { getters: true, customInspect: false, showHidden: true })],
    ['its keys and values', JSON.stringify([Object.keys(number), Object.values(number), Object.entries({ ...number })])],
    ['an error with it as its cause', inspect(new Error('broken', { cause: row }))],
  ])('says nothing with %s', (_, text) => {
    expect(text).not.toMatch(/\d{4}-?\d{4}|2389/)
  })

  it('tells the number only when asked to reveal it', () => {
    expect(number.reveal()).toBe('200803142389')
  })
})
