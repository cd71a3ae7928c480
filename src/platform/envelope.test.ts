/** Envelopes: opened by the one they are for, from the one they say, and by nobody after any change. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintOf, isRawKey, newOwnKeys, openEnvelope, sealEnvelope, type Envelope } from './envelope.ts'

const [here, there, third] = [newOwnKeys(), newOwnKeys(), newOwnKeys()]
const head = { kind: 'content', from: '0180', to: '1480', about: '4f1c9f2e-7a64-4a43-9f0e-0d8a0c3b1a55' }

describe('an envelope', () => {
  it('is opened by its receiver and says what was put in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (content) => {
        expect(openEnvelope(sealEnvelope(head, content, here, there), there, here)).toEqual({ granted: true, value: content })
      }),
      { numRuns: 50 },
    )
  })

  it('shows nothing of what is inside', () => {
    const text = JSON.stringify(sealEnvelope(head, '201001052392', here, there))
    expect(text).not.toContain('201001052392')
    expect(text).not.toContain(Buffer.from('201001052392').toString('base64url'))
  })

  it('is never the same twice', () => {
    const [one, two] = [sealEnvelope(head, 'x', here, there), sealEnvelope(head, 'x', here, there)]
    expect([one.sealed === two.sealed, one.ephemeral === two.ephemeral, one.nonce === two.nonce]).toEqual([false, false, false])
  })

  it('is opened by nobody else, and is from nobody else', () => {
    const sealed = sealEnvelope(head, 'x', here, there)
    expect(openEnvelope(sealed, third, here)).toEqual({ granted: false, reason: 'other-key' })
    expect(openEnvelope(sealed, there, third)).toEqual({ granted: false, reason: 'sender-other-key' })
  })

  it('is opened by nobody else though it says that it is for them, or from another', () => {
    const sealed = sealEnvelope(head, 'x', here, there)
    const other = sealEnvelope(head, 'x', third, third)
    expect(openEnvelope({ ...sealed, toKey: other.toKey }, third, here)).toEqual({ granted: false, reason: 'bad-signature' })
    expect(openEnvelope({ ...sealed, fromKey: other.fromKey }, there, third)).toEqual({ granted: false, reason: 'bad-signature' })
    // Signed anew by somebody else in the middle: still not from the one whose keys we have.
    expect(openEnvelope({ ...sealEnvelope(head, 'x', third, there), fromKey: sealed.fromKey }, there, here).granted).toBe(false)
  })

  it('says so when it was made for keys that were changed since, or with new ones of the sender', () => {
    const renewed = newOwnKeys()
    expect(openEnvelope(sealEnvelope(head, 'x', here, there), renewed, here)).toEqual({ granted: false, reason: 'other-key' })
    expect(openEnvelope(sealEnvelope(head, 'x', renewed, there), there, here)).toEqual({ granted: false, reason: 'sender-other-key' })
  })

  const fields = ['format', 'kind', 'from', 'to', 'about', 'fromKey', 'toKey', 'ephemeral', 'nonce', 'sealed', 'signature'] as const

  it.each(fields)('is not opened when its %s is another', (field) => {
    const sealed = sealEnvelope(head, 'hemligt', here, there)
    const other = sealEnvelope({ kind: 'offer', from: '0184', to: '0186', about: 'annat' }, 'hemligt', third, third)
    const changed = { ...sealed, [field]: field === 'format' ? 'lots-envelope/2' : other[field] } as Envelope
    expect(openEnvelope(changed, there, here).granted).toBe(false)
  })

  it('is not opened with any one sign of it changed, wherever the sign stands', () => {
    const sealed = sealEnvelope(head, 'hemligt', here, there)
    const written = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    for (const field of fields) {
      for (const [at, sign] of [...sealed[field]].entries()) {
        const next = written[(written.indexOf(sign) + 1) % written.length] ?? 'A'
        const changed = { ...sealed, [field]: `${sealed[field].slice(0, at)}${next}${sealed[field].slice(at + 1)}` } as Envelope
        expect([field, at, openEnvelope(changed, there, here).granted]).toEqual([field, at, false])
      }
    }
  })

  it('is not opened with any one bit of it changed', () => {
    const sealed = sealEnvelope(head, 'hemligt', here, there)
    fc.assert(
      fc.property(fc.constantFrom('ephemeral', 'nonce', 'sealed', 'signature' as const), fc.nat(), fc.nat(63), (field, at, by) => {
        const bytes = Buffer.from(sealed[field], 'base64url')
        const place = at % bytes.length
        bytes[place] = (bytes[place] ?? 0) ^ (1 + (by % 255))
        expect(openEnvelope({ ...sealed, [field]: bytes.toString('base64url') }, there, here).granted).toBe(false)
      }),
    )
  })

  it('has plain words on the outside only', () => {
    expect(() => sealEnvelope({ ...head, about: 'a\nb' }, 'x', here, there)).toThrow(/plain words/)
  })
})

describe('a fingerprint', () => {
  it('is of the owner and both keys', () => {
    const own = fingerprintOf('0180', here)
    expect(own).toMatch(/^(?:[\da-f]{4} ){9}[\da-f]{4}$/)
    const others = [
      fingerprintOf('1480', here),
      fingerprintOf('0180', there),
      fingerprintOf('0180', { ...here, agreement: there.agreement }),
    ]
    expect(new Set([own, ...others]).size).toBe(4)
  })

  it('is of keys written in one way only', () => {
    expect([isRawKey(here.signing), isRawKey(`${here.signing}=`), isRawKey('x'), isRawKey('_'.repeat(43))]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})
