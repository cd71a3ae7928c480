/** Freshness by two clocks, and what a callback must hold. */
import { describe, expect, it } from 'vitest'
import { comesFrom, isFresh, type KeptSignIn } from './oidc-checks.ts'

const start = 1_800_000_000
const kept = (maxAge: number | null): KeptSignIn => ({ state: 's', nonce: 'n', verifier: 'v', startedAt: start * 1000, maxAge })
const after = (seconds: number): number => (start + seconds) * 1000

describe('isFresh', () => {
  it('asks nothing when no age was asked for', () => {
    expect(isFresh({ authAt: null, issuedAt: start }, kept(null), after(5))).toBe(true)
    expect(isFresh({ authAt: 0, issuedAt: start }, kept(null), after(5))).toBe(true)
  })

  it('refuses a token that does not say when', () => {
    expect(isFresh({ authAt: null, issuedAt: start + 5 }, kept(0), after(5))).toBe(false)
  })

  it('takes an authentication since the start, however the clock of the provider goes', () => {
    for (const wrong of [0, -20, 20, 4000]) {
      expect(isFresh({ authAt: start + 2 + wrong, issuedAt: start + 5 + wrong }, kept(0), after(5)), `${wrong}`).toBe(true)
    }
  })

  it('refuses one from before the start, by the clock of the provider', () => {
    expect(isFresh({ authAt: start - 3, issuedAt: start + 5 }, kept(0), after(5))).toBe(false)
    expect(isFresh({ authAt: start - 3 + 20, issuedAt: start + 5 + 20 }, kept(0), after(5))).toBe(false)
  })

  it('refuses an old one from a provider that dates its tokens back', () => {
    expect(isFresh({ authAt: start - 60, issuedAt: start - 295 }, kept(0), after(5))).toBe(false)
  })

  it('allows the age that was asked for', () => {
    expect(isFresh({ authAt: start - 299, issuedAt: start + 5 }, kept(300), after(5))).toBe(true)
    expect(isFresh({ authAt: start - 303, issuedAt: start + 5 }, kept(300), after(5))).toBe(false)
  })
})

describe('comesFrom', () => {
  const callback = (query: string): URL => new URL(`https://oss.example/inloggad?${query}`)
  it('demands the name of a provider that promised to give it, and believes no other', () => {
    const issuer = 'https://idp.example'
    const promised = { issuer, authorization_response_iss_parameter_supported: true }
    const named = `iss=${encodeURIComponent(issuer)}`
    expect([comesFrom(callback(named), promised), comesFrom(callback(''), promised)]).toEqual([true, false])
    expect([comesFrom(callback(''), { issuer }), comesFrom(callback('iss=annan'), { issuer })]).toEqual([true, false])
    expect(comesFrom(callback(`${named}&${named}`), promised)).toBe(false)
  })
})
