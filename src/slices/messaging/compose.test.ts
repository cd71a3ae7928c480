/** Messages put together: what their fields are filled with, what they may not say, and what an SMS costs. */
import { describe, expect, it } from 'vitest'
import { contactLangs } from '../../kernel/contact-lang.ts'
import { smsSegments } from '../../platform/sms-segments.ts'
import { composed, type Composing } from './compose-text.ts'
import { composing, fields, receiver } from './compose.testbed.ts'
import { dayText, valuesOf } from './compose-values.ts'
import { channelOf } from './shipped/fields.ts'
import { templateKeys, type TemplateKey } from './shipped/shipped.types.ts'
import { matterWordsIn } from './template-words.ts'

const keysOf = (...channels: readonly string[]): readonly TemplateKey[] => templateKeys.filter((key) => channels.includes(channelOf[key]))
const every = (...channels: readonly string[]) => contactLangs.flatMap((lang) => keysOf(...channels).map((key) => [lang, key] as const))

function made(given: Composing) {
  const message = composed(given)
  if (!message.granted) throw new Error(`not composed: ${message.reason}`)
  return message.value
}
const refusal = (given: Composing): string => {
  const message = composed(given)
  return message.granted ? 'none' : message.reason
}

describe('a field without a value', () => {
  const nobody = { ...receiver, staffName: null, staffPhone: null }
  it.each([
    ['nobody to call', composing('sv', 'firstLetter', { receiver: nobody }), 'field-missing'],
    ['no name', composing('sv', 'firstLetter', { receiver: { ...receiver, givenName: ' ' } }), 'field-missing'],
    ['no code', composing('sv', 'firstSms', { replyCode: null }), 'field-missing'],
    ['no link', composing('sv', 'planLinkSms', { fields: {} }), 'field-missing'],
    ['no code of their own', composing('sv', 'planCodeEmail', { fields: {} }), 'field-missing'],
    ['no day', composing('sv', 'visitCard', { fields: {} }), 'field-missing'],
    ['no address', composing('sv', 'firstLetter', { receiver: { ...receiver, street: '', postalCode: '' } }), 'no-address'],
    ['an address that came back', composing('sv', 'firstLetter', { receiver: { ...receiver, isReturned: true } }), 'no-address'],
    [
      'a place that names the matter',
      composing('sv', 'meetingSms', { fields: { ...fields, meetingPlace: 'Björkskolan' } }),
      'names-the-matter',
    ],
    ['the same place in a letter about nothing of the kind', composing('sv', 'meetingEmail'), 'none'],
  ])('%s: %s', (_, given, reason) => expect(refusal(given)).toBe(reason))

  it('is taken from what the municipality has named, and the colleague’s own number goes before it', () => {
    const settings = { ...composing('sv', 'firstSms').settings, contactName: 'Ungdomslinjen', contactPhone: '+46846500400' }
    const valueOf = (given: Partial<Composing>) => {
      const { contactName, contactPhone } = valuesOf({
        ...composing('sv', 'firstSms', { settings, ...given }),
        key: 'firstSms',
        lang: 'sv',
      })
      return `${contactName} ${contactPhone}`
    }
    expect(valueOf({})).toBe('Amina Lind 070-174 06 05')
    expect(valueOf({ receiver: nobody })).toBe('Ungdomslinjen 08-465 004 00')
    expect(valueOf({ receiver: { ...receiver, staffPhone: null } })).toBe('Amina Lind 08-465 004 00')
    expect(valueOf({ fields: { contactName: 'Erik', contactPhone: '+46701740606' } })).toBe('Erik 070-174 06 06')
  })

  it('is what a unit has when its name says what nobody else should read', () => {
    const unit = (key: TemplateKey, name: string | null) =>
      valuesOf({ ...composing('sv', key, { receiver: { ...receiver, unit: name } }), key, lang: 'sv' }).unit
    expect(unit('firstSms', 'KAA-enheten')).toBe('Ungdomsteamet')
    expect(unit('visitCard', 'Gymnasieenheten')).toBe('Ungdomsteamet')
    expect(unit('firstLetter', 'KAA-enheten')).toBe('KAA-enheten')
    expect(unit('firstSms', null)).toBe('Ungdomsteamet')
  })
})

/** Of the plan it is a link or a code that is sent, to a receiver of a referral a link: made elsewhere for that sending alone. */
const madeElsewhere = (key: TemplateKey): boolean => key.startsWith('plan') || key.startsWith('referral')

const textIn = (given: Composing): string => {
  const message = made(given)
  return message.kind === 'paper' ? '' : message.kind === 'sms' ? message.text : `${message.subject}\n${message.text}`
}

describe('an SMS or an e-mail', () => {
  it.each(every('sms', 'email'))('%s %s names neither the youth nor the matter, and says where to answer or whom to call', (lang, key) => {
    const text = textIn(composing(lang, key))
    expect(text).not.toMatch(/Kim|Exempelsson|\{\{|undefined/)
    expect(matterWordsIn(lang, text.replaceAll(/https:\S+/g, ''))).toEqual([])
    const says = madeElsewhere(key)
      ? /\/(?:plan|hanvisning)\/2599\/AB12-CD34_EF56gh78ij90kl|123456/
      : /\/svar\/2599\/ABCDEFGHJK|070-174 06 05/
    expect(text).toMatch(says)
    expect(/sprak=/.test(text)).toBe(text.includes('/svar/') && lang !== 'sv')
  })

  it.each(every('sms').filter(([, key]) => key !== 'visitAlarmSms'))(
    '%s %s costs at most two parts, or three where a sign takes two',
    (lang, key) => {
      const { segments, encoding } = smsSegments(textIn(composing(lang, key)))
      expect(encoding).toBe(['sv', 'en', 'so'].includes(lang) ? 'gsm7' : 'ucs2')
      expect(segments).toBeLessThanOrEqual(encoding === 'gsm7' ? 2 : 3)
    },
  )

  it('sets its values apart from right to left, but for the link', () => {
    expect(textIn(composing('ar', 'firstSms'))).toMatch(/\u2066Ungdomsenheten Väst\u2069.* https:\S+ .*\u2066070-174 06 05\u2069$/)
    expect(textIn(composing('sv', 'firstSms'))).not.toMatch(/[\u2066-\u2069]/)
  })

  it('goes by e-mail to a colleague without a number, with the same text', () => {
    const message = made(
      composing('sv', 'visitAlarmSms', {
        channel: 'email',
        receiver: null,
        fields: { ...fields, contactName: 'Erik', contactPhone: '+46701740606' },
      }),
    )
    expect(message).toEqual({
      kind: 'email',
      subject: 'Meddelande från Lövsta kommun',
      text: 'Besöket onsdag 21 oktober klockan 15.00 är inte avslutat i tid. Ring Erik 070-174 06 06 nu. Svarar ingen: följ larmrutinen.',
    })
  })

  it.each([
    ['sv', 'onsdag 21 oktober'],
    ['en', 'Wednesday 21 October'],
    ['ar', 'الأربعاء، 21 أكتوبر'],
    ['prs', 'چهارشنبه 21 اکتوبر'],
    ['uk', 'середа, 21 жовтня'],
  ] as const)('writes a day in %s as %s', (lang, text) => expect(dayText('2026-10-21', lang)).toBe(text))

  it('leaves a day in words alone', () => expect(dayText('i morgon', 'sv')).toBe('i morgon'))
})
