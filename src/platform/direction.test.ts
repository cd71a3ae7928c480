import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directionOf, isolatedNumbers } from './direction.ts'

const [open, close] = ['\u2066', '\u2069']
const alone = (text: string) => `${open}${text}${close}`

describe('direction', () => {
  it('is that of the language, region or not', () => {
    expect(['sv', 'uk', 'ti', 'so', 'en-GB'].map(directionOf)).toEqual(Array(5).fill('ltr'))
    expect(['ar', 'prs', 'fa', 'ar-SY'].map(directionOf)).toEqual(Array(4).fill('rtl'))
  })
})

describe('numbers in text from right to left', () => {
  it.each([
    ['الرقم 08-465 004 00 أو', `الرقم ${alone('08-465 004 00')} أو`],
    ['(Ungdomslots)', `(${alone('Ungdomslots')})`],
    ['+46 (0)70-174 06 05.', `${alone('+46 (0)70-174 06 05')}.`],
    ['في https://lots.example.se/s قبل 2026-12-24.', `في ${alone('https://lots.example.se/s')} قبل ${alone('2026-12-24')}.`],
    ['3 مرات', `${alone('3')} مرات`],
    ['Åsa Öberg!', `${alone('Åsa Öberg')}!`],
  ])('%s', (text, expected) => expect(isolatedNumbers(text, 'ar')).toBe(expected))

  it('are left alone where text runs from left to right, and when they are isolated already', () => {
    expect(isolatedNumbers('Ring 08-465 004 00', 'sv')).toBe('Ring 08-465 004 00')
    expect(isolatedNumbers(alone('08-465 004 00'), 'prs')).toBe(alone('08-465 004 00'))
  })

  it('lose nothing, and are isolated once however often it is done', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('ع', 'ر', ' ', '0', '8', '-', '(', ')', 'a', '+', '.', '\n') }), (text) => {
        const once = isolatedNumbers(text, 'ar')
        expect(once.replaceAll(/[\u2066\u2069]/g, '')).toBe(text)
        expect(isolatedNumbers(once, 'ar')).toBe(once)
      }),
    )
  })
})
