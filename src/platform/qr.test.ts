/** Codes are read by a reader of our own, written from the standard (qr.testbed.ts); zbar read them from a printed page by hand. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQr } from './qr.testbed.ts'
import { qrSvg } from './qr.ts'

describe('a QR code', () => {
  it.each([
    'https://lots.example.se/s/ABCD-2345',
    'HTTPS://LOTS.EXAMPLE.SE/S/ABCD-2345',
    '+46846500400',
    '08465004',
    'a',
    'Hej på dig, åäö!',
    'سلام',
    'https://ungdomslots.en-kommun-med-langt-namn.example.se/svar/K7QM-3XWD?sprak=ti',
  ])('says %j', (text) => expect(readQr(qrSvg(text)).text).toBe(text))

  it('says any short text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl({ size: 'small' }),
          fc.string({ minLength: 1, maxLength: 60 }),
          fc.stringMatching(/^[0-9A-Z $%*+./:-]{1,60}$/),
          fc.stringMatching(/^\d{1,60}$/),
        ),
        (text) => {
          expect(readQr(qrSvg(text)).text).toBe(text)
        },
      ),
    )
  })

  it('can be read when some of it is dirty: level M or better', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60 }), (text) => {
        expect(['M', 'Q', 'H']).toContain(readQr(qrSvg(text)).level)
      }),
    )
  })

  it('is black on white, square, and asks nobody for anything', () => {
    const svg = qrSvg('https://lots.example.se/s')
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (\d+) \1" /)
    expect(svg.match(/fill="[^"]+"/g)).toEqual(['fill="#fff"', 'fill="#000"'])
    expect(svg).not.toMatch(/href|style|script/)
  })

  it('has a limit', () => {
    expect(() => qrSvg('å'.repeat(3000))).toThrow('lean-qr error 4')
  })
})
