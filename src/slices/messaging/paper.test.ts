/** Letters and cards: every template in every language as a document, by another program's reading of it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contactLangs, type ContactLang } from '../../kernel/contact-lang.ts'
import { infoOf, inPdf, opened, structureOf, textOf, wordsOf } from '../../platform/pdf.testbed.ts'
import { mergedPdf, pdfOf } from '../../platform/pdf.ts'
import { addressWindow } from '../../platform/pdf-page.ts'
import { cardSheet } from './card-sheet.ts'
import { composed, type Composing } from './compose-text.ts'
import { composing, fields, receiver } from './compose.testbed.ts'
import { qrWords } from './compose-words.ts'
import type { ComposedPaper } from './message.types.ts'
import { channelOf } from './shipped/fields.ts'
import { templateKeys, type TemplateKey } from './shipped/shipped.types.ts'

const keysOf = (...channels: readonly string[]): readonly TemplateKey[] => templateKeys.filter((key) => channels.includes(channelOf[key]))
const every = (...channels: readonly string[]) => contactLangs.flatMap((lang) => keysOf(...channels).map((key) => [lang, key] as const))

function made(given: Composing) {
  const message = composed(given)
  if (!message.granted) throw new Error(`not composed: ${message.reason}`)
  return message.value
}
function paper(given: Composing): ComposedPaper {
  const message = made(given)
  if (message.kind !== 'paper') throw new Error(`composed as ${message.kind}`)
  return message
}
const pdf = (given: Composing): Uint8Array => pdfOf(paper(given).setUp + paper(given).part)
/** Poppler marks directions in what it reads. */
const squeezed = (text: string): string =>
  text
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
/** A PDF has Latin texts as they are and others in UTF-16. */
const hasAlt = (document: Uint8Array, text: string): boolean => {
  const whole = opened(document)
  return whole.includes(`/Alt (${text})`) || whole.toUpperCase().includes(`/ALT <${inPdf(text)}>`)
}
describe('on paper', () => {
  it.each(every('letter', 'card'))('%s %s is one tagged page with title, language and headings', (lang, key) => {
    const document = pdf(composing(lang, key))
    const info = infoOf(document)
    expect([info.get('Tagged'), info.get('Pages')]).toEqual(['yes', '1'])
    expect(info.get('Title')).toBe(composing(lang, key).template.subject)
    expect(info.get('Page size')).toMatch(channelOf[key] === 'letter' ? /A4/ : /^297\.\d+ x 419/)
    expect(opened(document)).toMatch(new RegExp(`/Type /Catalog[\\s\\S]*/Lang \\(${lang}\\)`))
    expect(hasAlt(document, qrWords[lang])).toBe(true)
    expect(structureOf(document)).toMatch(/^ {2}H1[\s\S]*^ {2}H2[\s\S]*Figure/m)
    expect(textOf(document)).not.toContain('\uFFFD')
  })

  it('has the youth, the code, the link and whom to call in a letter, and the date', () => {
    const text = squeezed(textOf(pdf(composing('sv', 'firstLetter'))))
    expect(text).toMatch(
      /^Lövsta kommun Ungdomsenheten Väst Amina Lind, 070-174 06 05 14 oktober 2026 Kim Exempelsson Storgatan 1 lgh 1101 123 45 LÖVSTA /,
    )
    expect(text).toContain('Eller gå till lots.example.se/svar/2599 och skriv koden ABCDE\u2011FGHJK.')
    expect(text).not.toContain('Till dig som hjälper')
  })

  it.each(contactLangs)('has the address and nothing else in the window: %s', (lang) => {
    const { left, top, width, height } = addressWindow
    const words = wordsOf(pdf(composing(lang, 'turning20')))
    const inWindow = words.filter((word) => word.left >= left - 0.1 && word.top >= top - 3 && word.bottom <= top + height + 5)
    expect(inWindow.map(({ text }) => text).join(' ')).toBe('Kim Exempelsson Storgatan 1 lgh 1101 123 45 LÖVSTA')
    expect(Math.max(...inWindow.map(({ right }) => right))).toBeLessThan(left + width)
  })

  it.each(contactLangs.filter((lang) => lang !== 'sv'))('has a line in Swedish at the foot, tagged as Swedish: %s', (lang) => {
    const document = pdf(composing(lang, 'firstLetter'))
    expect(squeezed(textOf(document))).toMatch(/Till dig som hjälper till att läsa: .* Ring 070-174 06 05 om du undrar något\.$/)
    expect(opened(document)).toMatch(/\/Lang \(sv\)/)
    const words = wordsOf(document)
    const foot = words.findLast(({ text }) => text === 'läsa:')
    expect(foot?.top).toBeGreaterThan(250)
  })

  it.each(['ar', 'prs'] as const)('runs from the right in %s, with the code the right way round', (lang) => {
    const words = wordsOf(pdf(composing(lang, 'firstLetter'))).filter(({ top, bottom }) => top > 86 && bottom < 255)
    expect(Math.max(...words.map(({ right }) => right))).toBeCloseTo(190, 0)
    const code = words.filter(({ text }) => /ABCDE|FGHJK/.test(text)).toSorted((a, b) => a.left - b.left)
    expect(code.map(({ text }) => text).join('')).toMatch(/ABCDE.FGHJK/)
  })

  it('has no address when it is forwarded, and no postal code to sort it by', () => {
    const given = composing('sv', 'firstLetter', { isForwarded: true })
    expect(paper(given).postalCode).toBe('')
    expect(squeezed(textOf(pdf(given)))).not.toMatch(/Exempelsson|Storgatan|12345|123 45/)
  })

  it('is the same letters, one after the other, in one document', () => {
    const letters = contactLangs.map((lang) => paper(composing(lang, 'turning20')))
    expect(new Set(letters.map(({ sharedSetUp }) => sharedSetUp)).size).toBe(1)
    const document = mergedPdf(
      letters[0]?.sharedSetUp ?? '',
      letters.map(({ part }) => part),
    )
    expect([infoOf(document).get('Pages'), infoOf(document).get('Title'), infoOf(document).get('Tagged')]).toEqual(['7', 'Brev', 'yes'])
    const pages = textOf(document).split('\f').map(squeezed)
    expect(pages.slice(0, 7).every((page) => page.startsWith('Lövsta kommun Ungdomsenheten Väst Amina'))).toBe(true)
    expect(new Set([...opened(document).matchAll(/\/Lang \((\w+)\)/g)].map(([, lang]) => lang))).toEqual(new Set(contactLangs))
  })

  it('has four cards on a sheet, each with its day and time', () => {
    const cards = contactLangs.map((lang) => paper(composing(lang, 'visitCard')).part)
    const document = pdfOf(cardSheet('Kort', cards))
    expect([infoOf(document).get('Pages'), infoOf(document).get('Tagged')]).toEqual(['2', 'yes'])
    expect(structureOf(document).match(/^ *H1/gm)).toHaveLength(7)
    expect(squeezed(textOf(document))).toContain('Onsdag 21 oktober klockan 15.00')
    expect(squeezed(textOf(document))).toContain('Wednesday 21 October at 15:00')
    const titles = wordsOf(document).filter(({ text }) => text === 'Lövsta' || text === 'kommun')
    expect(titles.filter(({ left, top }) => left < 105 && top < 148 && left > 5 && top > 5).length).toBeGreaterThan(0)
    expect(titles.some(({ left, top }) => left > 105 && top > 148)).toBe(true)
  })

  it('goes on to another page only when the smallest letters do not help', () => {
    const template = composing('sv', 'firstLetter').template
    const body = `${template.body}\n\n${'Ett stycke till som gör brevet längre än vad som ryms på en sida. '.repeat(30)}`
    expect(infoOf(pdf(composing('sv', 'firstLetter', { template: { ...template, body } }))).get('Pages')).toBe('2')
  })
})

const sizeOf = ({ part }: ComposedPaper): string =>
  /passage|#set text\(size: (\d+(?:\.5)?pt)\)/.exec(part.slice(part.lastIndexOf('#heading(level: 1)') - 400))?.[1] ?? ''

describe('a text of any length', () => {
  const words = fc.array(fc.constantFrom('a', 'arbete', 'WWWWW', 'studievägledning', 'ሰላም', 'مرحبًا', 'Їжачок'), {
    minLength: 1,
    maxLength: 70,
  })
  it('is set so that it is one page, unless the smallest letters are too large too', () => {
    const sizes = new Set<string>()
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 24, size: 'max' }), fc.constantFrom(...contactLangs), (parts, lang) => {
        const body = `${parts.map((part) => part.join(' ')).join('\n\n')}\n\n{{replyLink}}`
        const letter = paper(composing(lang, 'firstLetter', { template: { ...composing(lang, 'firstLetter').template, body } }))
        const size = sizeOf(letter)
        sizes.add(size)
        if (size !== '9.5pt') expect(infoOf(pdfOf(letter.setUp + letter.part)).get('Pages')).toBe('1')
      }),
      { numRuns: 60, endOnFailure: true },
    )
    expect(sizes.size).toBeGreaterThan(2)
  })

  it('is as large as it can be: a shipped letter in easy Swedish is 11 points', () => {
    expect(sizeOf(paper(composing('sv', 'firstLetter')))).toBe('11pt')
    expect(Number.parseFloat(sizeOf(paper(composing('so', 'turning20'))))).toBeGreaterThanOrEqual(10)
  })
})

describe('any value', () => {
  const odd = fc.string({
    unit: fc.constantFrom(
      ...'Åé ß"\\#$[]{}@<>*_`~=/-+.&%',
      'ም',
      'ش',
      'ї',
      '\u202E',
      '\u2066',
      '\n',
      '\t',
      '{{replyCode}}',
      '#panic()',
      '😀',
      '漢',
    ),
    maxLength: 30,
  })
  it('is shown as it is and can do nothing else: every letter becomes a document of one page', () => {
    fc.assert(
      fc.property(odd, odd, odd, odd, fc.constantFrom(...contactLangs), (givenName, familyName, street, unit, lang) => {
        const given = composing(lang, 'furtherLetter', {
          receiver: { ...receiver, givenName: `K${givenName}`, familyName, street, unit: `U${unit}` },
        })
        expect(infoOf(pdf(given)).get('Pages')).toBe('1')
      }),
      { numRuns: 25 },
    )
  })

  it('never turns the text around it, and never becomes a field', () => {
    fc.assert(
      fc.property(odd, fc.constantFrom('sv', 'ar'), (place, lang: ContactLang) => {
        const message = composed(composing(lang, 'meetingSms', { fields: { ...fields, meetingPlace: `x${place}` } }))
        if (!message.granted || message.value.kind !== 'sms') throw new Error('not an SMS')
        const { text } = message.value
        expect(text).not.toMatch(/[\u200E\u200F\u202A-\u202E]/)
        expect(text.match(/\u2066/g)?.length ?? 0).toBe(text.match(/\u2069/g)?.length ?? 0)
        expect(text).not.toContain('ABCDE')
      }),
    )
  })
})
