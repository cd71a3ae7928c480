/**
 * Two calculators by others say the same of the same text, with three exceptions that have a test each below: a flag or a skin colour
 * at the end of a segment, half a surrogate pair, and no text at all.
 */
import fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
// @ts-expect-error: the package has no types
import { split as splitSms } from 'split-sms'
import { describe, expect, it } from 'vitest'
import { smsSegments } from './sms-segments.ts'

const split = splitSms as (text: string) => {
  readonly characterSet: 'GSM' | 'Unicode'
  readonly bytes: number
  readonly parts: readonly unknown[]
}

const bySplitSms = (text: string) => {
  const { characterSet, bytes, parts } = split(text)
  return characterSet === 'GSM' ? ['gsm7', bytes, parts.length] : ['ucs2', bytes / 2, parts.length]
}
const byCalculator = (text: string) => {
  const { encodingName, segments, messageSize } = new SegmentedMessage(text)
  return encodingName === 'GSM-7' ? ['gsm7', messageSize / 7, segments.length] : ['ucs2', messageSize / 16, segments.length]
}
const ours = (text: string) => {
  const { encoding, units, segments } = smsSegments(text)
  return [encoding, units, segments]
}

const basic = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./09:;<=>?¡AZÄÖÑÜ§¿azäöñüà'
const escaped = '\f^{}\\[~]|€'

describe('the segments of an SMS', () => {
  it.each([
    ['', 'gsm7', 0, 0, 160],
    ['a', 'gsm7', 1, 1, 160],
    ['å'.repeat(160), 'gsm7', 160, 1, 160],
    ['å'.repeat(161), 'gsm7', 161, 2, 153],
    ['å'.repeat(306), 'gsm7', 306, 2, 153],
    ['å'.repeat(307), 'gsm7', 307, 3, 153],
    ['€'.repeat(80), 'gsm7', 160, 1, 160],
    ['€'.repeat(81), 'gsm7', 162, 2, 153],
    [`${'a'.repeat(152)}€${'a'.repeat(151)}`, 'gsm7', 305, 2, 153],
    [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm7', 306, 3, 153],
    ['ç', 'ucs2', 1, 1, 70],
    ['س'.repeat(70), 'ucs2', 70, 1, 70],
    ['س'.repeat(71), 'ucs2', 71, 2, 67],
    ['س'.repeat(134), 'ucs2', 134, 2, 67],
    ['س'.repeat(135), 'ucs2', 135, 3, 67],
    ['😀', 'ucs2', 2, 1, 70],
    [`${'س'.repeat(66)}😀${'س'.repeat(66)}`, 'ucs2', 134, 3, 67],
    ['Ungdomslots: ring 08-465 004 00 eller gå in på lots.example.se/s', 'gsm7', 64, 1, 160],
    ['Hej ’du’', 'ucs2', 8, 1, 70],
    ['a\tb', 'ucs2', 3, 1, 70],
  ] as const)('of %j: %s', (text, encoding, units, segments, perSegment) =>
    expect(smsSegments(text)).toEqual({ encoding, units, segments, perSegment }),
  )

  it('are those that two other calculators find in 7-bit texts', () => {
    const text = fc.string({ unit: fc.constantFrom(...basic, ...escaped, ...escaped), maxLength: 500 }).filter((some) => some !== '')
    fc.assert(
      fc.property(text, (some) => {
        expect(ours(some)).toEqual(bySplitSms(some))
        expect(ours(some)).toEqual(byCalculator(some))
      }),
      { numRuns: 500 },
    )
  })

  it('are those that two other calculators find in texts of 16-bit units', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aÅ€ ጀሰсжعبچ漢😀𐍈'), minLength: 1, maxLength: 250 })
    fc.assert(
      fc.property(text, (some) => {
        expect(ours(some)).toEqual(bySplitSms(some))
        expect(ours(some)).toEqual(byCalculator(some))
      }),
      { numRuns: 500 },
    )
  })

  it('are those of split-sms in any text that is well-formed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (some) => {
        expect(ours(some)).toEqual(bySplitSms(some))
      }),
    )
  })

  it('differ from sms-segments-calculator where it keeps a flag or a skin colour whole', () => {
    const flags = `${'س'.repeat(52)}${'🇸🇪'.repeat(20)}`
    expect([ours(flags), bySplitSms(flags), byCalculator(flags)].map(([, , segments]) => segments)).toEqual([2, 2, 3])
  })

  it('are none of no text, which both call one', () => {
    expect([ours(''), bySplitSms(''), byCalculator('')].map(([, , segments]) => segments)).toEqual([0, 1, 1])
  })

  it('differ from split-sms in half a surrogate pair only', () => {
    expect([ours('\uD83D'), bySplitSms('\uD83D')].map(([, units]) => units)).toEqual([1, 2])
  })
})
