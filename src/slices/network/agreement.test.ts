/** Agreements: where they stand day by day, and whom they remind. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayFrom, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { agreementProblems, agreementState, canBeRenewed, needRenewal } from './agreement.rules.ts'
import type { Agreement } from './network.types.ts'

const on = (text: string) => text as PlainDate
const anAgreement = (given: Partial<Agreement> = {}): Agreement => ({
  agreementId: 'a',
  partnerId: 'p',
  name: 'Lokal överenskommelse',
  reference: '',
  fromOn: on('2026-01-01'),
  lastOn: on('2026-12-31'),
  remindDays: 90,
  endedOn: null,
  renews: null,
  ...given,
})

describe('the state of an agreement', () => {
  it.each([
    ['2025-12-31', {}, 'coming'],
    ['2026-01-01', {}, 'inForce'],
    ['2026-10-01', {}, 'inForce'],
    ['2026-10-02', {}, 'runsOut'],
    ['2026-12-31', {}, 'runsOut'],
    ['2027-01-01', {}, 'ranOut'],
    ['2026-12-31', { remindDays: 0 }, 'runsOut'],
    ['2026-12-30', { remindDays: 0 }, 'inForce'],
    ['2040-01-01', { lastOn: null }, 'inForce'],
    ['2026-05-31', { endedOn: on('2026-06-01') }, 'inForce'],
    ['2026-06-01', { endedOn: on('2026-06-01') }, 'ended'],
    ['2027-06-01', { endedOn: on('2026-06-01') }, 'ended'],
  ] as const)('on %s of %j is %s', (today, given, state) => {
    expect(agreementState(anAgreement(given), on(today))).toBe(state)
  })

  it('never goes back as the days go', () => {
    const order = ['coming', 'inForce', 'runsOut', 'ranOut', 'ended']
    const arbitrary = fc.record({
      from: fc.nat(400),
      length: fc.option(fc.nat(800)),
      remind: fc.nat(365),
      ended: fc.option(fc.nat(900)),
      at: fc.nat(2000),
    })
    fc.assert(
      fc.property(arbitrary, ({ from, length, remind, ended, at }) => {
        const day = (n: number) => dateOf(plusDays(dayFrom(2025, 1, 1), n))
        const one = anAgreement({
          fromOn: day(from),
          lastOn: length === null ? null : day(from + length),
          remindDays: remind,
          endedOn: ended === null ? null : day(from + ended),
        })
        const rank = (n: number) => order.indexOf(agreementState(one, day(n)))
        expect(rank(at + 1)).toBeGreaterThanOrEqual(rank(at))
      }),
    )
  })
})

describe('the reminders', () => {
  const today = on('2026-12-01')
  it('are of what runs out or ran out, the oldest first, and not of what is renewed', () => {
    const ranOut = anAgreement({ agreementId: 'b', partnerId: 'q', lastOn: on('2026-03-01') })
    const renewed = anAgreement({ agreementId: 'c', partnerId: 'r', lastOn: on('2026-12-31') })
    const following = anAgreement({ agreementId: 'd', partnerId: 'r', fromOn: on('2027-01-01'), lastOn: on('2028-12-31'), renews: 'c' })
    const all = [anAgreement(), ranOut, renewed, following]
    expect(needRenewal(all, today).map(({ agreementId }) => agreementId)).toEqual(['b', 'a'])
  })

  it('come back when the renewal is called off; another agreement with the partner renews nothing, nor one that ends no later', () => {
    const calledOff = anAgreement({ agreementId: 'e', lastOn: null, endedOn: on('2026-11-01'), renews: 'a' })
    const other = anAgreement({ agreementId: 'f', lastOn: null })
    const shorter = anAgreement({ agreementId: 'g', lastOn: on('2026-12-31'), endedOn: on('2026-11-01'), renews: 'a' })
    expect(needRenewal([anAgreement(), calledOff, other, shorter], today)).toHaveLength(1)
    expect(canBeRenewed([anAgreement(), calledOff, other, shorter]).map(({ agreementId }) => agreementId)).toEqual(['a'])
  })
})

it('an agreement ends on its first day at the earliest, and reminds within a year', () => {
  expect(agreementProblems(anAgreement({ lastOn: on('2026-01-01') }))).toEqual([])
  expect(agreementProblems(anAgreement({ lastOn: on('2025-12-31'), remindDays: 366 }))).toEqual([
    { field: 'lastOn', problem: 'end-before-start' },
    { field: 'remindDays', problem: 'remind-days' },
  ])
})
