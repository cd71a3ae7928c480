/** Phone numbers and e-mail addresses of a school system's persons: any way of writing, nothing of the school's own, nothing broken. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, type PlainDate } from '../../../platform/plain-date.ts'
import { aContext } from '../../../../test/support/feed-files.ts'
import { isInSchool, pupilWays } from './pupil-ways.ts'

const phone = (value: unknown, more: object = {}) => ({ phoneNumbers: [{ value, type: 'Hem', mobile: true, ...more }] })
const email = (value: unknown, type = 'Privat') => ({ emails: [{ value, type }] })

describe('a person’s phones and e-mail', () => {
  it.each([
    [phone('070-174 06 05'), ['+46701740605']],
    [phone('0046701740605'), ['+46701740605']],
    [phone('08-465 004 12', { mobile: false }), ['+46846500412']],
    [phone('mamma 070-174 06 05'), []],
    [phone('12'), []],
    [phone(''), []],
    [phone(701740605), []],
    [phone('070-174 06 05', { type: 'Arbete' }), []],
    [{ phoneNumbers: [] }, []],
    [{ phoneNumbers: 'x' }, null],
    [{ phoneNumbers: null }, null],
    [{}, null],
  ])('%j are %j', (raw, phones) => {
    expect(pupilWays(raw, false).phones).toEqual(phones)
  })

  it.each([
    [email('Prov@example.org'), ['Prov@example.org']],
    [email('prov@example.org', 'Skola elev'), []],
    [email('prov@example.org', 'Skola personal'), []],
    [email('prov'), []],
    [email('a@b@example.org'), []],
    [email('a,b@example.org'), []],
    [email('{a}@example.org'), []],
    [{ emails: {} }, null],
  ])('%j are %j', (raw, emails) => {
    expect(pupilWays(raw, false).emails).toEqual(emails)
  })

  it('never hold a sign that means something in a list, whatever is delivered', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(fc.record({ value: fc.oneof(fc.string(), fc.emailAddress()) })), (phoneNumbers, emails) => {
        const ways = pupilWays({ phoneNumbers, emails }, false)
        expect([...(ways.phones ?? []), ...(ways.emails ?? [])].every((value) => !/[{},"\\\s]/.test(value))).toBe(true)
      }),
    )
  })
})

describe('a pupil who is in school', () => {
  const study = (schoolType: string, startOn: string, endOn: string | null, educationCode = '') => ({
    schoolUnit: 'a1',
    schoolType,
    startOn: startOn as PlainDate,
    endOn: endOn as PlainDate | null,
    cancelled: false,
    educationCode,
    authority: '',
  })
  const on = aContext(dayOf('2026-11-20' as PlainDate))

  it.each([
    ['upper secondary, under way', [study('GY', '2024-08-19', null)], true],
    ['an introductory programme', [study('GY', '2026-08-19', null, 'IMV')], true],
    ['a kind nobody knows', [study('NYTT', '2026-08-19', null)], true],
    ['compulsory school', [study('GR', '2019-08-19', null)], true],
    ['its last day', [study('GY', '2024-08-19', '2026-11-20')], true],
    ['the day after', [study('GY', '2024-08-19', '2026-11-19')], false],
    ['a start ahead', [study('GY', '2027-01-10', null)], false],
    ['studies in another school form', [study('VUXSFI', '2026-08-19', null)], false],
    ['other studies and upper secondary at once', [study('VUXSFI', '2026-08-19', null), study('GY', '2026-08-19', null)], true],
    ['nothing', [], false],
  ])('%s: %s', (_, enrolments, inSchool) => {
    expect(isInSchool(enrolments, on)).toBe(inSchool)
  })

  it('has no numbers here', () => {
    expect(pupilWays({ ...phone('070-174 06 05'), ...email('prov@example.org') }, true)).toEqual({ phones: null, emails: null })
  })
})
