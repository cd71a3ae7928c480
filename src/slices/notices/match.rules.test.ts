/** What a notice means against what sources say. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { withNoticeEnds } from '../law/index.ts'
import { agreesWith, changeOf, namesAgree } from './match.rules.ts'
import type { KnownEnrolment } from './notices.types.ts'

const known = (more: Partial<KnownEnrolment> = {}): KnownEnrolment => ({
  id: 1,
  source: 'extens',
  schoolType: 'GY',
  educationCode: 'NA25',
  startOn: date('2024-08-19'),
  endOn: null,
  cancelled: false,
  ...more,
})
const end = (on: string, how: 'interrupted' | 'completed' = 'interrupted') => ({ kind: 'end', lastDayOn: date(on), how }) as const
const start = (on: string) => ({ kind: 'start', startOn: date(on), schoolType: 'GY', educationCode: 'NA25' }) as const
const shift = (on: PlainDate, days: number): PlainDate => dateOf(plusDays(dayOf(on), days))

describe('a source that says the same', () => {
  it.each([
    ['an end on the day', end('2026-11-02'), known({ endOn: date('2026-11-02') }), true],
    ['an end seven days off', end('2026-11-02'), known({ endOn: date('2026-11-09') }), true],
    ['an end eight days off', end('2026-11-02'), known({ endOn: date('2026-11-10') }), false],
    ['no end', end('2026-11-02'), known(), false],
    ['a start seven days off', start('2024-08-12'), known(), true],
    ['a start eight days off', start('2024-08-11'), known(), false],
    ['a start that was withdrawn', start('2024-08-19'), known({ cancelled: true, endOn: date('2024-08-18') }), false],
    ['only another notice', start('2024-08-19'), known({ source: 'anmalan' }), false],
  ])('%s', (_, event, one, expected) => {
    expect(agreesWith(event, [one], 7)).toBe(expected)
  })

  it('agrees exactly within the tolerance, on both sides', () => {
    fc.assert(
      fc.property(fc.integer({ min: -70, max: 70 }), fc.nat(60), (apart, tolerance) => {
        const on = date('2026-03-02')
        expect(agreesWith(end('2026-03-02'), [known({ endOn: shift(on, apart) })], tolerance)).toBe(Math.abs(apart) <= tolerance)
      }),
    )
  })
})

describe('what accepting changes', () => {
  it('ends the enrolment that is followed, the one that began last', () => {
    const later = known({ id: 2, startOn: date('2026-01-12') })
    expect(changeOf(end('2026-11-02'), [known(), later], 7)).toEqual({
      effect: 'ended',
      of: later,
      insteadOf: null,
      endOn: '2026-11-02',
      cancelled: true,
    })
    expect(changeOf(end('2025-11-03', 'completed'), [known(), later], 7)).toMatchObject({
      effect: 'ended',
      insteadOf: null,
      of: { id: 1 },
      cancelled: false,
    })
  })
  it('takes the place of what a notice said before of the same studies: an end as well as a start', () => {
    const roster = known()
    const ended = known({ id: 7, source: 'anmalan', endOn: date('2026-09-01') })
    expect(changeOf(end('2026-11-02'), [roster, ended], 7)).toMatchObject({ effect: 'ended', of: { id: 1 }, insteadOf: 7 })
    const begun = known({ id: 8, source: 'anmalan', startOn: date('2026-08-17') })
    expect(changeOf(end('2026-11-02'), [roster, begun], 7)).toMatchObject({ effect: 'ended', of: { id: 8 }, insteadOf: 8 })
  })
  it.each([
    ['nothing known', end('2026-11-02'), [], 'nothingToEnd'],
    ['ended before', end('2026-11-02'), [known({ endOn: date('2026-05-01') })], 'nothingToEnd'],
    ['a source says so', end('2026-11-02'), [known({ endOn: date('2026-11-03') })], 'sourceSaysSo'],
    ['told before', end('2026-11-02'), [known(), known({ source: 'anmalan', endOn: date('2026-11-02') })], 'already'],
    ['a new start', start('2026-08-17'), [], 'began'],
    ['a start told before', start('2026-08-17'), [known({ source: 'anmalan', startOn: date('2026-08-17') })], 'already'],
    [
      'an absence',
      { kind: 'absence', fromOn: date('2026-10-01'), untilOn: date('2026-10-31'), hours: 20, schoolDid: [], reportedToCsn: false },
      [known()],
      'none',
    ],
  ] as const)('%s', (_, event, all, effect) => {
    expect(changeOf(event, all, 7).effect).toBe(effect)
  })
})

describe('an enrolment that a notice ends, as the law reads it', () => {
  const day = (on: string) => dayOf(date(on))
  const said = (source: string, startOn: string, endOn: string | null, unit = '12345678', schoolType = 'GY') => ({
    unit,
    source,
    enrolment: {
      startOn: day(startOn),
      endOn: endOn === null ? null : day(endOn),
      cancelled: source === 'anmalan',
      schoolType,
      educationCode: 'NA25',
    },
  })
  const endsOf = (...all: ReturnType<typeof said>[]) => withNoticeEnds(all).map(({ endOn }) => (endOn === null ? null : dateOf(endOn)))
  const notice = said('anmalan', '2024-08-19', '2026-11-02')
  it.each([
    ['the roster goes on', [said('extens', '2024-08-19', null), notice], '2026-11-02'],
    ['the roster began another day', [said('extens', '2024-08-12', '2027-06-10'), notice], '2026-11-02'],
    ['the roster ended before', [said('extens', '2024-08-19', '2026-10-01'), notice], '2026-10-01'],
    ['begun again afterwards', [said('extens', '2026-11-10', null), notice], null],
    ['another school', [said('extens', '2024-08-19', null, '87654321'), notice], null],
    ['another school type', [said('extens', '2024-08-19', null, '12345678', 'GYAN'), notice], null],
    ['a notice of a start ends nothing', [said('extens', '2024-08-19', null), said('anmalan', '2024-08-19', null)], null],
    ['the first of two notices', [said('extens', '2024-08-19', null), said('anmalan', '2024-08-19', '2026-05-04'), notice], '2026-05-04'],
  ])('%s', (_, all, expected) => {
    expect(endsOf(...all)[0]).toBe(expected)
  })
  it('is cut off as the notice says, with its origin, and never prolonged', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), fc.option(fc.nat(1500), { nil: null }), fc.nat(1500), (offset, length, told) => {
        const startOn = day('2024-08-19')
        const roster = {
          unit: 'x',
          source: 'extens',
          enrolment: {
            startOn,
            endOn: length === null ? null : plusDays(startOn, length),
            cancelled: false,
            schoolType: 'GY',
            educationCode: '',
          },
        }
        const notified = {
          unit: 'x',
          source: 'anmalan',
          enrolment: { ...roster.enrolment, startOn: plusDays(startOn, offset), endOn: plusDays(startOn, told) },
        }
        const [first] = withNoticeEnds([roster, notified])
        const shortest = length === null ? told : Math.min(length, told)
        expect(first?.endOn).toBe(plusDays(startOn, shortest))
      }),
    )
  })
})

describe('names', () => {
  it.each([
    [{ givenName: 'Anna', familyName: 'Provsson' }, { givenName: 'Anna Maria', familyName: 'Provsson' }, true],
    [{ givenName: 'ANNA', familyName: 'Öberg' }, { givenName: 'Anna', familyName: 'Oberg' }, true],
    [{ givenName: 'Anna', familyName: 'Berg-Lind' }, { givenName: 'Anna', familyName: 'Lind' }, true],
    [{ givenName: 'Anna', familyName: 'Berg' }, { givenName: 'Bo', familyName: 'Berg' }, false],
    [{ givenName: 'Anna', familyName: 'Berg' }, { givenName: '', familyName: '' }, false],
  ])('%j and %j', (a, b, expected) => expect(namesAgree(a, b)).toBe(expected))
})
