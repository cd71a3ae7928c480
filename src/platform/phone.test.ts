import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMobile, parsePhone, phoneText, type E164Phone } from './phone.ts'

const read = (text: string): string => {
  const decision = parsePhone(text)
  return decision.granted ? decision.value : decision.reason
}
const e164 = (text: string) => text as E164Phone

describe('a phone number', () => {
  it.each([
    '070-174 06 05',
    '0701740605',
    '070 174 06 05',
    '070.174.06.05',
    '070/174 06 05',
    '(070) 174 06 05',
    '070–174 06 05',
    '070\u00A0174\u00A006\u00A005',
    ' 070-1740605\n',
    '0046701740605',
    '00 46 70 174 06 05',
    '+46701740605',
    '+46 70 174 06 05',
    '+46 (0)70-174 06 05',
    '+46(0)701740605',
    '+460701740605',
    '46701740605',
    '701740605',
    'tel:+46701740605',
    '٠٧٠١٧٤٠٦٠٥',
    '＋４６７０１７４０６０５',
  ])('written %j is +46701740605', (text) => expect(read(text)).toBe('+46701740605'))

  it.each([
    ['08-465 004 00', '+46846500400'],
    ['0846500400', '+46846500400'],
    ['+47 40 61 23 45', '+4740612345'],
    ['004740612345', '+4740612345'],
    ['+252 61 1234567', '+252611234567'],
    ['+93 (0)70 123 4567', '+93701234567'],
  ])('%s is %s', (text, phone) => expect(read(text)).toBe(phone))

  it.each([
    ['', 'not-a-number'],
    ['   ', 'not-a-number'],
    ['saknas', 'not-a-number'],
    ['-', 'not-a-number'],
    ['+', 'not-a-number'],
    ['070-I74 O6 O5', 'not-a-number'],
    ['mamma 070-174 06 05', 'not-a-number'],
    ['070-174 06 05 (pappa)', 'not-a-number'],
    ['070-174 06 05 ankn 3', 'not-a-number'],
    ['070-174 06 05 ext 3', 'not-a-number'],
    ['070-174 06 05, 070-174 06 06', 'not-a-number'],
    ['070-174 06 05 eller 08-465 004 00', 'not-a-number'],
    ['alva@example.se', 'not-a-number'],
    ['0', 'too-short'],
    ['112', 'too-short'],
    ['070', 'too-short'],
    ['070-174', 'too-short'],
    ['070-174 06 0', 'too-short'],
    ['070-174 06 055', 'too-long'],
    ['0701740605/0701740606', 'too-long'],
    ['070-174 06 05 123 456', 'too-long'],
    ['+999 123 456', 'not-a-number'],
    ['0000000000', 'not-possible'],
    ['099-999 99 99', 'not-possible'],
  ])('is not there in %j: %s', (text, problem) => expect(read(text)).toBe(problem))

  it('is its own E.164 form, and what is shown of it can be read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 99 }), (last) => {
        const phone = e164(`+467017406${String(last).padStart(2, '0')}`)
        expect(read(phone)).toBe(phone)
        expect(read(phoneText(phone))).toBe(phone)
      }),
    )
  })

  it('is read or refused, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(fc.constantFrom(...'0123456789+() -./'), fc.string({ unit: 'binary', maxLength: 1 })), maxLength: 400 }),
        (text) => {
          const decision = parsePhone(text)
          if (decision.granted) expect(decision.value).toMatch(/^\+[1-9]\d{6,14}$/)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('a number that is shown', () => {
  it.each([
    ['+46701740605', '070-174 06 05'],
    ['+46846500400', '08-465 004 00'],
    ['+4740612345', '+47 40 61 23 45'],
    ['+12125550101', '+1 212 555 0101'],
  ])('%s is read as %s', (phone, text) => expect(phoneText(e164(phone))).toBe(text))
})

describe('mobile', () => {
  it.each([
    ['+46701740605', true],
    ['+46846500400', false],
    ['+46104650040', false],
    ['+252611234567', true],
    ['+12125550101', null],
  ])('%s: %s', (phone, mobile) => expect(isMobile(e164(phone))).toBe(mobile))
})
