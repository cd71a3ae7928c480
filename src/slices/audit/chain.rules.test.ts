import { describe, expect, it } from 'vitest'
import type { ChainReport } from './audit.types.ts'
import { isIntact, parseHead, writeHead } from './chain.rules.ts'

const hash = 'ab'.repeat(32)

describe('a head on paper', () => {
  it('is read as it was written, also in capitals and with blanks around it', () => {
    expect(parseHead(writeHead({ seq: 12, hash }))).toEqual({ seq: 12, hash })
    expect(parseHead(` 12:${hash.toUpperCase()}\n`)).toEqual({ seq: 12, hash })
  })

  it.each(['', '12', `0:${hash}`, `-1:${hash}`, `12:${hash}0`, `12:${hash.slice(1)}`, `x:${hash}`, `12:${'g'.repeat(64)}`])(
    'is not %j',
    (text) => {
      expect(parseHead(text)).toBeNull()
    },
  )
})

describe('a chain', () => {
  const whole: ChainReport = {
    lines: 1,
    links: 1,
    head: { seq: 1, hash },
    firstFault: null,
    faults: 0,
    unlinked: 0,
    firstUnlinked: null,
    earlierHeadIsThere: null,
  }
  it('is intact without faults, without lines outside it and with the head noted earlier', () => {
    expect(isIntact(whole)).toBe(true)
    expect(isIntact({ ...whole, earlierHeadIsThere: true })).toBe(true)
    expect(isIntact({ ...whole, earlierHeadIsThere: false })).toBe(false)
    expect(isIntact({ ...whole, unlinked: 1 })).toBe(false)
    expect(isIntact({ ...whole, firstFault: { seq: 1, lineId: 1, kind: 'lineChanged' } })).toBe(false)
  })
})
