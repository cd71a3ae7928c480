/** The shipped templates: complete in every language, whole in their fields, and silent about the matter where others may see. */
import { describe, expect, test } from 'vitest'
import { contactLangs, directionOf, type ContactLang } from '../../../kernel/contact-lang.ts'
import { allowedFields, channelOf, dayLocales, fieldNames, requiredFields, senderFields, type FieldName } from './fields.ts'
import { matterWords } from './matter-words.ts'
import { shippedTemplates } from './shipped.ts'
import { notToYouths, templateKeys, type ShippedTemplate, type TemplateKey } from './shipped.types.ts'

const typical: Readonly<Record<FieldName, string>> = {
  firstName: 'Kim',
  municipality: 'Lövsta kommun',
  unit: 'Ungdomsenheten',
  contactName: 'Alexandra Ek',
  contactPhone: '070-174 06 05',
  replyLink: 'https://svar.lovsta.example.se/AB12-CD34',
  replyCode: 'AB12-CD34',
  visitDay: 'onsdag 14 oktober',
  visitTime: '15.00',
  meetingDay: 'onsdag 14 oktober',
  meetingTime: '15.00',
  meetingPlace: 'Storgatan 1',
  planLink: 'https://lots.lovsta.example.se/plan/2599/AB12-CD34_EF56gh78ij90kl?sprak=so',
  planCode: '123456',
  referralLink: 'https://lots.lovsta.example.se/hanvisning/2599/AB12-CD34_EF56gh78ij90kl',
}

const fieldsIn = (text: string): readonly string[] => [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name ?? '')
const without = (text: string): string => text.replaceAll(/\{\{\w+\}\}/g, '')
const filled = (text: string): string => text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: FieldName) => typical[name])
const keysOf = (...channels: readonly string[]): readonly TemplateKey[] => templateKeys.filter((key) => channels.includes(channelOf[key]))

type Shipped = readonly [lang: ContactLang, key: TemplateKey, template: ShippedTemplate]
const every: readonly Shipped[] = contactLangs.flatMap((lang) =>
  templateKeys.map((key) => [lang, key, shippedTemplates[lang][key]] as const),
)
/** The alarm goes to staff, and two mails to receivers of referrals: in Swedish where they are not in English. */
const translated = every.filter(([lang, key]) => !notToYouths.includes(key) || lang === 'sv' || lang === 'en')
const onChannels = (...channels: readonly string[]) => translated.filter(([, key]) => channels.includes(channelOf[key]))

type Block = 'heading' | 'list' | 'paragraph' | 'broken'

function blockOf(block: string): Block {
  const lines = block.split('\n')
  if (lines.some((line) => line.trim() === '' || line !== line.trim())) return 'broken'
  if (lines.every((line) => line.startsWith('- '))) return 'list'
  if (lines.length > 1 || lines[0]?.startsWith('- ')) return 'broken'
  return lines[0]?.startsWith('## ') ? 'heading' : 'paragraph'
}
const shapeOf = (body: string): readonly Block[] => body.split('\n\n').map(blockOf)
const itemsOf = (body: string): number => body.split('\n').filter((line) => line.startsWith('- ')).length

/** Björnsson's readability index: words a sentence + percentage of words longer than six letters. A heading or an item is a sentence. */
function lix(text: string): number {
  const sentences = text.split(/[.!?:](?:\s|$)|\n/).filter((sentence) => /\p{L}/u.test(sentence))
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? []
  const long = words.filter((word) => word.length > 6)
  return words.length / sentences.length + (100 * long.length) / words.length
}

const gsmBasic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const outsideGsm = (text: string): string => [...text].filter((sign) => !gsmBasic.includes(sign)).join('')

/** One in capitals is a whole word as it stands, the others are looked for anywhere. */
const holds = (text: string, word: string): boolean =>
  word === word.toUpperCase() && word !== word.toLowerCase()
    ? new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(text)
    : text.toLowerCase().includes(word.toLowerCase())
const mattersIn = (lang: ContactLang, text: string): readonly string[] =>
  [...new Set([...matterWords[lang], ...matterWords.sv])].filter((word) => holds(text, word))

const scripts: Readonly<Partial<Record<ContactLang, RegExp>>> = {
  ar: /\p{Script=Arabic}/u,
  prs: /\p{Script=Arabic}/u,
  ti: /\p{Script=Ethiopic}/u,
  uk: /\p{Script=Cyrillic}/u,
}
/** What is called so in Sweden, or everywhere, and stands in Latin letters in every language. */
const names = /Arbetsförmedlingen|[Kk]omvux|folkhögskola|studiebevis|praktik|\(examen\)|\(log in\)|BankID|SMS|QR/g

describe('every language', () => {
  test.each(contactLangs)('%s has every template and no other', (lang) => {
    expect(Object.keys(shippedTemplates[lang])).toEqual([...templateKeys])
  })

  test.each(translated)('%s %s has a text and, but for SMS, a subject, as short as the database wants them', (_, key, template) => {
    expect(template.body.trim()).toBe(template.body)
    expect(template.body.length).toBeGreaterThan(40)
    expect(template.body.length).toBeLessThan(6000)
    expect(template.subject === '').toBe(channelOf[key] === 'sms')
    expect(template.subject.length).toBeLessThan(80)
  })

  test.each(translated)(
    '%s %s says what the Swedish says: the same fields, headings, lists and paragraphs',
    (_, key, { subject, body }) => {
      const swedish = shippedTemplates.sv[key]
      expect(new Set(fieldsIn(body))).toEqual(new Set(fieldsIn(swedish.body)))
      expect(fieldsIn(subject)).toEqual(fieldsIn(swedish.subject))
      expect(shapeOf(body)).toEqual(shapeOf(swedish.body))
      expect(itemsOf(body)).toBe(itemsOf(swedish.body))
    },
  )

  test.each(translated.filter(([lang]) => lang !== 'sv'))('%s %s is not left in Swedish', (_, key, { body }) => {
    expect(body).not.toBe(shippedTemplates.sv[key].body)
  })
})

describe('fields', () => {
  test.each(every)('%s %s holds what it must, and nothing else than it may', (_, key, { subject, body }) => {
    const used = fieldsIn(body)
    expect(requiredFields[key].filter((name) => !used.includes(name))).toEqual([])
    expect(used.some((name) => senderFields.includes(name as FieldName))).toBe(true)
    expect([...used, ...fieldsIn(subject)].filter((name) => !allowedFields[key].includes(name as FieldName))).toEqual([])
    expect(without(subject + body)).not.toMatch(/[{}]/)
  })

  test('what is required is allowed, and what is allowed is a field', () => {
    for (const key of templateKeys) {
      expect(requiredFields[key].filter((name) => !allowedFields[key].includes(name))).toEqual([])
      expect(allowedFields[key].filter((name) => !fieldNames.includes(name))).toEqual([])
    }
  })

  test('only a letter may name the youth, and no subject does', () => {
    const mayName = templateKeys.filter((key) => allowedFields[key].includes('firstName'))
    expect(mayName).toEqual(keysOf('letter'))
    expect(every.filter(([, , { subject }]) => subject.includes('firstName'))).toEqual([])
  })

  test.each(contactLangs)('%s writes a day by the calendar and in the digits of Sweden', (lang) => {
    const day = new Intl.DateTimeFormat(dayLocales[lang], { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
    expect(day.format(new Date('2026-10-14T12:00:00Z')).match(/\p{N}+/gu)).toEqual(['14'])
  })
})

describe('the matter', () => {
  test.each([
    ['sv', 'Vi på KAA skriver', ['KAA']],
    ['so', 'xogta aan kaa kaydinnay', []],
    ['sv', 'Du har hoppat av Gymnasiet', ['hoppat av', 'gymnasi']],
    ['uk', 'Привіт з Aktivitetsansvaret', ['aktivitetsansvar']],
    ['ar', 'عن المدرسة', ['مدرس']],
  ] as const)('%s: "%s" names %j', (lang, text, words) => {
    expect(mattersIn(lang, text)).toEqual(words)
  })

  test.each(onChannels('sms', 'email', 'card'))('is named in no SMS, e-mail or card: %s %s', (lang, _, { subject, body }) => {
    expect(mattersIn(lang, without(`${subject}\n${body}`))).toEqual([])
  })

  test('a letter neither threatens nor speaks of failing', () => {
    const hard =
      /\bmåste\b|skyldig|krav|kräver|misslyck|underkän|avhopp|hoppat av|avbrott|arbetslös|frånvaro|problem|aktivitetsansvar|\bKAA\b/i
    for (const key of keysOf('letter')) expect(shippedTemplates.sv[key].body).not.toMatch(hard)
  })
})

describe('a letter', () => {
  test.each(onChannels('letter', 'card', 'email'))(
    '%s %s parses: paragraphs of one line, lists, headings that head something',
    (_, __, { body }) => {
      const shape = shapeOf(body)
      expect(shape).not.toContain('broken')
      expect(shape.at(-1)).toBe('paragraph')
      expect(shape.filter((block, index) => block === 'heading' && shape[index + 1] === 'heading')).toEqual([])
    },
  )

  test('that is badly set is seen', () => {
    expect(shapeOf('Hej\ndu\n\n- a\nb\n\n## \n\n- a\n- b')).toEqual(['broken', 'broken', 'broken', 'list'])
  })

  test.each(onChannels('letter'))('%s %s has room on one page: at most 42 lines of 85 signs', (_, __, { body }) => {
    const lines = filled(body).split('\n')
    expect(lines.reduce((sum, line) => sum + (line === '' ? 0.5 : Math.ceil(line.length / 85)), 0)).toBeLessThanOrEqual(42)
  })

  test.each(keysOf('letter'))('%s is easy Swedish: LIX at most 35', (key) => {
    expect(lix(filled(shippedTemplates.sv[key].body))).toBeLessThanOrEqual(35)
  })

  test('LIX counts words a sentence and long words', () => {
    expect(lix('Du får hjälp. Det kostar ingenting!')).toBeCloseTo(3 + 100 / 6)
    expect(lix('## Rubriken\n\n- Stödinsatser.\n- Bra')).toBeCloseTo(1 + 200 / 3)
  })
})

describe('script and signs', () => {
  test.each(translated.filter(([lang]) => scripts[lang]))(
    '%s %s is in its own script, Swedish names apart',
    (lang, _, { subject, body }) => {
      const letters = without(`${subject}\n${body}`).replaceAll(names, '').match(/\p{L}/gu) ?? []
      expect(letters.length).toBeGreaterThan(15)
      expect(letters.filter((letter) => !scripts[lang]?.test(letter))).toEqual([])
    },
  )

  test.each([
    ['ar', /[,?;](\s|$)|[کیگپچ]/m],
    ['prs', /[,?;](\s|$)|[كيى]/m],
    ['ti', /[.,;](\s|$)/m],
    ['uk', /[ыэёъ']/i],
    ['so', /[åäöpvz]/i],
  ] as const)('%s has the signs of its own language only: none of %s', (lang, foreign) => {
    const texts = translated.filter(([of]) => of === lang).map(([, , { subject, body }]) => `${subject}\n${body}`)
    expect(texts.map((text) => without(text).replaceAll(names, '').match(foreign)?.[0]).filter(Boolean)).toEqual([])
  })
})

describe('an SMS', () => {
  test.each(onChannels('sms').filter(([lang]) => !scripts[lang]))(
    '%s %s is one segment of GSM-7 with typical values',
    (_, __, { body }) => {
      expect(outsideGsm(filled(body))).toBe('')
      expect(filled(body).length).toBeLessThanOrEqual(160)
    },
  )

  test('the first in Swedish leaves 40 signs for the link', () => {
    expect(typical.replyLink).toHaveLength(40)
    expect(filled(shippedTemplates.sv.firstSms.body.replace('{{replyLink}}', '')).length).toBeLessThanOrEqual(120)
  })

  test.each(onChannels('sms').filter(([lang]) => scripts[lang]))('%s %s, in UCS-2, is at most two segments', (lang, _, { body }) => {
    const isolates = directionOf(lang) === 'rtl' ? 2 * fieldsIn(body).length : 0
    expect(filled(body).length + isolates).toBeLessThanOrEqual(2 * 67)
  })
})
