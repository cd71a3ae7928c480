/** Whom a round reaches and how, whoever they are, and what has become of them when it is released. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import { type PlainDate } from '../../platform/plain-date.ts'
import { changeOf, recipientOf, type RoundRules } from './round.rules.ts'
import { type RecipientFacts, type RoundTemplates } from './round.types.ts'

const today = date('2026-10-14')
const someone: RecipientFacts = {
  personId: 1,
  lang: 'sv',
  isProtected: false,
  isCovered: true,
  isInOtherRound: false,
  bornOn: date('2009-03-10'),
  entryReason: 'neverStarted',
  step: 'letter',
  stepFrom: date('2026-10-01'),
  waitsFor: 'us',
  quietUntil: null,
  hasReached: false,
  optedOut: [],
  hasAddress: true,
  textable: 1,
  deadPhones: 0,
  hasEmail: true,
}
const all: RoundTemplates = { letterKey: 'firstLetter', smsKey: 'firstSms', emailKey: 'firstEmail' }
const rules = (given: Partial<RoundRules> = {}): RoundRules => ({
  wish: all,
  today,
  ladder: { minorsNeedGuardian: false },
  isReady: () => true,
  ...given,
})
const told = (facts: Partial<RecipientFacts>, given: Partial<RoundRules> = {}): string => {
  const { channels, excluded, letterKey, smsKey, emailKey } = recipientOf({ ...someone, ...facts }, rules(given))
  return excluded ?? `${channels.join('+')}: ${[letterKey, smsKey, emailKey].filter((key) => key !== null).join('+')}`
}
const only = (wish: Partial<RoundTemplates>): Partial<RoundRules> => ({
  wish: { letterKey: null, smsKey: null, emailKey: null, ...wish },
})

describe('who is written to, and how', () => {
  it.each<[string, Partial<RecipientFacts>, Partial<RoundRules>, string]>([
    ['with address and mobile', {}, {}, 'letter+sms: firstLetter+firstSms'],
    ['without a number', { textable: 0 }, {}, 'letter: firstLetter'],
    ['without address', { hasAddress: false }, {}, 'sms: firstSms'],
    ['with e-mail alone', { hasAddress: false, textable: 0 }, {}, 'email: firstEmail'],
    ['who has had a letter', { step: 'furtherLetter' }, {}, 'letter+sms: furtherLetter+furtherSms'],
    ['with a study certificate', { entryReason: 'studyCertificate' }, {}, 'letter+sms: studyCertificate+firstSms'],
    [
      'with a study certificate and a letter before',
      { entryReason: 'studyCertificate', step: 'furtherLetter' },
      {},
      'letter+sms: furtherLetter+furtherSms',
    ],
    ['of whom a certain letter is asked', { entryReason: 'studyCertificate' }, only({ letterKey: 'turning20' }), 'letter: turning20'],
    ['who wants no SMS', { optedOut: ['sms'] }, {}, 'letter: firstLetter'],
    ['who wants no letter', { optedOut: ['letter'] }, {}, 'sms: firstSms'],
    ['who wants e-mail alone', { optedOut: ['letter', 'sms'] }, {}, 'email: firstEmail'],
    ['who has been called', { step: 'call', stepFrom: date('2026-10-20'), waitsFor: 'youth' }, {}, 'letter+sms: firstLetter+firstSms'],
    ['who is 17, where guardians need not be asked', { bornOn: date('2009-10-15') }, {}, 'letter+sms: firstLetter+firstSms'],
  ])('somebody %s', (_, facts, given, expected) => expect(told(facts, given)).toBe(expected))

  it.each<[string, Partial<RecipientFacts>, Partial<RoundRules>, string]>([
    ['who is protected', { isProtected: true, isCovered: false, quietUntil: date('2026-12-01') }, {}, 'protected'],
    ['who has left', { isCovered: false, isInOtherRound: true }, {}, 'notCovered'],
    ['who is in another round', { isInOtherRound: true }, {}, 'inOtherRound'],
    ['who said no, until tomorrow', { quietUntil: date('2026-10-15') }, {}, 'quiet'],
    ['who said no, until today', { quietUntil: today }, {}, 'letter+sms: firstLetter+firstSms'],
    ['who has answered', { step: 'answerReply' }, {}, 'waiting'],
    ['whom we are to meet', { step: 'keepMeeting' }, {}, 'waiting'],
    ['with whom something is agreed', { step: 'keepAgreement' }, {}, 'waiting'],
    ['who was reached and is to come back', { hasReached: true, stepFrom: date('2026-10-15'), waitsFor: 'youth' }, {}, 'waiting'],
    ['whose school is to come back', { hasReached: true, stepFrom: date('2026-10-15'), waitsFor: 'school' }, {}, 'waiting'],
    ['who was to come back by today', { hasReached: true, stepFrom: today, waitsFor: 'youth' }, {}, 'letter+sms: firstLetter+firstSms'],
    ['who was reached but is told of turning 20', { step: 'keepMeeting' }, only({ letterKey: 'turning20' }), 'letter: turning20'],
    ['under 18 tomorrow', { bornOn: date('2008-10-15') }, { ladder: { minorsNeedGuardian: true } }, 'minor'],
    ['of age today', { bornOn: date('2008-10-14') }, { ladder: { minorsNeedGuardian: true } }, 'letter+sms: firstLetter+firstSms'],
    ['whose age nobody knows', { bornOn: null }, { ladder: { minorsNeedGuardian: true } }, 'minor'],
    ['in whose language nobody has read the text', { lang: 'ti' }, { isReady: ({ lang }) => lang === 'sv' }, 'notProofread'],
    ['whose letter is read but not the SMS', {}, { isReady: ({ key }) => key === 'firstLetter' }, 'notProofread'],
    ['who wants no letter, and nothing else is sent', { optedOut: ['letter'] }, only({ letterKey: 'firstLetter' }), 'optedOut'],
    ['without address', { hasAddress: false }, only({ letterKey: 'firstLetter' }), 'noAddress'],
    ['without any way', { hasAddress: false, textable: 0, hasEmail: false }, {}, 'noAddress'],
    ['without a number', { textable: 0 }, only({ smsKey: 'firstSms' }), 'noNumber'],
    ['with a dead number', { textable: 0, deadPhones: 2 }, only({ smsKey: 'firstSms' }), 'deadNumber'],
    ['who wants no SMS', { optedOut: ['sms'] }, only({ smsKey: 'firstSms' }), 'optedOut'],
    ['without e-mail', { hasEmail: false }, only({ emailKey: 'firstEmail' }), 'noWay'],
  ])('is nobody %s', (_, facts, given, expected) => expect(told(facts, given)).toBe(expected))
})

const day = fc.constantFrom(null, '2026-10-13', '2026-10-14', '2026-10-15').map((text) => text as PlainDate | null)
const anybody: fc.Arbitrary<RecipientFacts> = fc.record({
  personId: fc.constant(1),
  lang: fc.constantFrom('sv', 'ar'),
  isProtected: fc.boolean(),
  isCovered: fc.boolean(),
  isInOtherRound: fc.boolean(),
  bornOn: fc.constantFrom(null, date('2009-03-10'), date('2007-03-10')),
  entryReason: fc.constantFrom(null, 'studyCertificate', 'noShow'),
  step: fc.constantFrom(null, 'letter', 'furtherLetter', 'call', 'keepMeeting'),
  stepFrom: day,
  waitsFor: fc.constantFrom('us', 'youth'),
  quietUntil: day,
  hasReached: fc.boolean(),
  optedOut: fc.subarray(['letter', 'sms', 'email', 'phone']),
  hasAddress: fc.boolean(),
  textable: fc.nat(2),
  deadPhones: fc.nat(2),
  hasEmail: fc.boolean(),
})
const anyWish = fc.record({
  letterKey: fc.constantFrom(null, 'firstLetter', 'turning20'),
  smsKey: fc.constantFrom(null, 'firstSms'),
  emailKey: fc.constantFrom(null, 'firstEmail'),
}) as fc.Arbitrary<RoundTemplates>

describe('whoever it is', () => {
  it('is either sent something on channels that lead there and are wanted, or left out with a reason', () => {
    fc.assert(
      fc.property(anybody, anyWish, fc.boolean(), (facts, wish, minorsNeedGuardian) => {
        fc.pre(wish.letterKey !== null || wish.smsKey !== null || wish.emailKey !== null)
        const { channels, excluded, ...keys } = recipientOf(facts, rules({ wish, ladder: { minorsNeedGuardian } }))
        expect(excluded === null).toBe(channels.length > 0)
        const asked = wish.letterKey === 'turning20' ? channels.filter((channel) => channel !== 'letter') : channels
        expect(asked.filter((channel) => facts.optedOut.includes(channel))).toEqual([])
        expect([channels.includes('letter'), channels.includes('sms'), channels.includes('email')]).toEqual([
          keys.letterKey !== null,
          keys.smsKey !== null,
          keys.emailKey !== null,
        ])
        if (channels.includes('letter')) expect(facts.hasAddress).toBe(true)
        if (channels.includes('sms')) expect(facts.textable).toBeGreaterThan(0)
        if (channels.includes('email')) expect([...channels, facts.hasEmail]).toEqual(['email', true])
        if (facts.isProtected) expect(excluded).toBe('protected')
      }),
    )
  })

  it('keeps at release what still holds and nothing new, and is out with a reason when nothing does', () => {
    fc.assert(
      fc.property(anybody, anybody, anyWish, fc.boolean(), (before, after, wish, isSelected) => {
        const { channels, excluded, ...keys } = recipientOf(before, rules({ wish }))
        fc.pre(excluded === null)
        const change = changeOf({ personId: 1, lang: 'sv', channels, ...keys }, after, isSelected, rules({ wish }))
        const kept = change === null ? channels : change.channels
        expect(kept.every((channel) => channels.includes(channel))).toBe(true)
        expect(new Set([...kept, ...(change?.dropped ?? [])])).toEqual(new Set(channels))
        if (change !== null) expect(change.excluded === null).toBe(kept.length > 0)
        if (after.isProtected || !isSelected || recipientOf(after, rules({ wish })).excluded !== null) expect(kept).toEqual([])
      }),
    )
  })

  it('who is on no list any more is out', () => {
    const recipient = { personId: 1, lang: 'sv', channels: ['letter'], letterKey: 'firstLetter', smsKey: null, emailKey: null } as const
    expect(changeOf(recipient, null, true, rules())).toEqual({ personId: 1, channels: [], excluded: 'notCovered', dropped: ['letter'] })
    expect(changeOf(recipient, someone, false, rules())?.excluded).toBe('notSelected')
    expect(changeOf(recipient, someone, true, rules())).toBeNull()
  })
})
