/** The disclosure gate as a table: a new outlet or a new protection fails here until somebody has decided. */
import { describe, expect, it } from 'vitest'
import { mayShow, outlets, type Outlet, type Protection } from './disclosure.ts'

const protections: Readonly<Record<Protection, true>> = {
  none: true,
  'secrecy-marked': true,
  'protected-registration': true,
  'unconfirmed-stay': true,
}

const decided: Readonly<Record<Outlet, Readonly<Record<Protection, boolean>>>> = {
  'register.csv': { none: true, 'secrecy-marked': true, 'protected-registration': true, 'unconfirmed-stay': false },
  'duplicates.cli': { none: true, 'secrecy-marked': false, 'protected-registration': false, 'unconfirmed-stay': false },
  'explain.cli': { none: true, 'secrecy-marked': true, 'protected-registration': true, 'unconfirmed-stay': true },
  'demo.page': { none: true, 'secrecy-marked': false, 'protected-registration': false, 'unconfirmed-stay': false },
  'run.report': { none: false, 'secrecy-marked': false, 'protected-registration': false, 'unconfirmed-stay': false },
  'exception.inbox': { none: false, 'secrecy-marked': false, 'protected-registration': false, 'unconfirmed-stay': false },
  log: { none: false, 'secrecy-marked': false, 'protected-registration': false, 'unconfirmed-stay': false },
  'error.text': { none: false, 'secrecy-marked': false, 'protected-registration': false, 'unconfirmed-stay': false },
}

const cells = outlets.flatMap((outlet) => (Object.keys(protections) as Protection[]).map((protection) => [outlet, protection] as const))

describe('the disclosure gate', () => {
  it('has a decision here for every outlet and no other', () => {
    expect(Object.keys(decided).toSorted()).toEqual([...outlets].toSorted())
    expect(new Set(outlets).size).toBe(outlets.length)
  })

  it.each(cells)('of %s, for a person with protection %s, is as decided', (outlet, protection) => {
    expect(mayShow(outlet, protection)).toBe(decided[outlet][protection])
  })

  it('shows nowhere a person more protected where it hides one less protected', () => {
    const byStrength: readonly Protection[] = ['none', 'secrecy-marked', 'protected-registration', 'unconfirmed-stay']
    for (const outlet of outlets) {
      const shown = byStrength.map((protection) => mayShow(outlet, protection))
      expect(shown, outlet).toEqual(shown.toSorted((a, b) => Number(b) - Number(a)))
    }
  })
})
