/** The building blocks, in every language that we write in, as poppler reads them. */
import { describe, expect, it } from 'vitest'
import { addressWindow, documentSetUp, heading, letterTop, paragraphs, passage, qrImage, strong } from './pdf-page.ts'
import { fontsOf, infoOf, inPdf, opened, structureOf, textOf, wordsOf } from './pdf.testbed.ts'
import { pdfOf } from './pdf.ts'

const greetings = {
  sv: 'Hej Åke! Välkommen.',
  en: 'Hello Åke! Welcome.',
  so: 'Salaan Åke! Soo dhowow.',
  uk: 'Привіт! Їжачок, ґанок, об’єкт.',
  ti: 'ሰላም! ከመይ ኣለኻ፧',
  ar: 'سلام عليكم',
  prs: 'سلام، چطور هستی؟',
} as const

const setUp = (language: string) => documentSetUp({ title: 'Brev från kommunen', language })
const pdfIn = (language: string, markup: string) => pdfOf(setUp(language) + markup)
const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

describe('a document in each language', () => {
  it.each(Object.entries(greetings))('%s has its language, its glyphs and its text', (language, greeting) => {
    const pdf = pdfIn(language, heading(1, greeting) + paragraphs(greeting, language))
    expect(opened(pdf)).toMatch(new RegExp(`/Type /Catalog[\\s\\S]*/Lang \\(${language}\\)`))
    expect(infoOf(pdf).get('Title')).toBe('Brev från kommunen')
    expect(structureOf(pdf)).toMatch(/^ {2}H1[\s\S]*^ {2}P /m)
    expect(textOf(pdf)).not.toContain('\uFFFD')
  })

  it('is set in the fonts of its script', () => {
    expect(fontsOf(pdfIn('ti', heading(1, greetings.ti) + paragraphs(greetings.ti)))).toEqual([
      'NotoSansEthiopic-Bold',
      'NotoSansEthiopic-Regular',
    ])
    expect(fontsOf(pdfIn('ar', paragraphs(greetings.ar, 'ar')))).toEqual(['Vazirmatn-Regular'])
    expect(fontsOf(pdfIn('uk', paragraphs(greetings.uk)))).toEqual(['NotoSans-Regular'])
    expect(squeezed(textOf(pdfIn('uk', paragraphs(greetings.uk))))).toBe(greetings.uk)
    expect(squeezed(textOf(pdfIn('ti', paragraphs(greetings.ti))))).toBe(greetings.ti)
  })
})

describe('text from right to left', () => {
  const number = wordsOf(pdfIn('ar', paragraphs('اتصل 08-465 004 00 الآن', 'ar'))).filter(({ text }) => /\d/.test(text))

  it('begins at the right margin', () => {
    const [rightmost] = wordsOf(pdfIn('ar', paragraphs(greetings.ar, 'ar'))).sort((a, b) => b.right - a.right)
    expect(rightmost?.right).toBeCloseTo(190, 0)
  })

  it('has its numbers from left to right', () => {
    const inOrder = number.flatMap(({ text, left }) => (text.match(/\d+/g) ?? []).map((digits) => ({ digits, left })))
    expect(inOrder.sort((a, b) => a.left - b.left).map(({ digits }) => digits)).toEqual(['08', '465', '004', '00'])
  })

  it('is a passage with its own language in a Swedish document, which goes on afterwards', () => {
    const pdf = pdfIn(
      'sv',
      paragraphs('Före') + passage('ar', heading(1, greetings.ar) + paragraphs(greetings.ar, 'ar')) + paragraphs('Efter'),
    )
    expect(opened(pdf)).toMatch(/\/Lang \(sv\)[\s\S]*\/Lang \(ar\)|\/Lang \(ar\)[\s\S]*\/Lang \(sv\)/)
    expect(wordsOf(pdf).find(({ text }) => text === 'Efter')?.left).toBeCloseTo(25, 0)
  })
})

describe('running text', () => {
  it('makes paragraphs of what empty lines part, and keeps line ends', () => {
    const structure = squeezed(structureOf(pdfIn('sv', paragraphs('\nEtt\ntvå\n \n\r\nTre\n'))))
    expect(structure).toBe('Document P (block) "Ett" "två" P (block) "Tre"')
  })

  it('may be bold in a line, and a heading is one line', () => {
    expect(squeezed(textOf(pdfIn('sv', heading(1, 'En\nrad') + strong('#fet()'))))).toBe('En rad #fet()')
  })
})

describe('the top of a letter', () => {
  const address = ['Åsa Påhittad', 'c/o Lång Påhittad Förmedling i Lövsta AB', 'Storgatan 100 B lgh 1001', '123 45 Lövsta', 'Norge']
  const letter = letterTop(address, paragraphs('Lövsta kommun\n123 40 Lövsta')) + heading(1, 'Hej') + paragraphs('Brevet')

  it.each(['sv', 'ar'])('has the address where every window shows it, and nothing else near: %s', (language) => {
    const { left, top, width, height } = addressWindow
    const words = wordsOf(pdfIn(language, letter))
    const inAddress = words.filter((word) => word.left >= left - 0.1 && word.top >= top - 3 && word.bottom <= top + height + 5)
    expect(inAddress.map(({ text }) => text).join(' ')).toBe(address.join(' '))
    expect(Math.max(...inAddress.map(({ right }) => right))).toBeLessThan(left + width)
    const others = words.filter((word) => !inAddress.includes(word))
    expect(others.every(({ right, top: above, bottom }) => right < left - 4 || above > 85 || bottom < 30)).toBe(true)
  })

  it('has four lines of address within the height that is never hidden', () => {
    const { top, height } = addressWindow
    const lines = wordsOf(pdfIn('sv', letterTop(address.slice(0, 4), ''))).map(({ bottom }) => bottom)
    expect(Math.max(...lines)).toBeLessThan(top + height)
  })

  it('is read in the order sender, address, letter', () => {
    expect(squeezed(textOf(pdfIn('sv', letter)))).toMatch(/^Lövsta kommun 123 40 Lövsta Åsa .* Norge Hej Brevet$/)
    expect(structureOf(pdfIn('sv', letter)).match(/^ {2}\w+/gm)).toEqual(['  P', '  P', '  H1', '  P'])
  })
})

describe('a QR code', () => {
  it('tells in words where it leads', () => {
    const pdf = pdfIn('ar', qrImage('https://lots.example.se/s', { size: '25mm', alt: 'الرمز' }))
    expect(structureOf(pdf)).toContain('Figure')
    expect(opened(pdf).toUpperCase()).toContain(`/ALT <${inPdf('الرمز')}>`)
  })
})

describe('the paper', () => {
  it.each([
    ['a4', '595.276 x 841.89 pts (A4)'],
    ['a6', '297.638 x 419.528 pts'],
  ] as const)('is %s', (paper, size) =>
    expect(infoOf(pdfOf(documentSetUp({ title: 'Prov', language: 'sv', paper }) + paragraphs('Hej'))).get('Page size')).toContain(size),
  )

  it('has the margin and the size of text that are asked for', () => {
    const [word] = wordsOf(pdfOf(documentSetUp({ title: 'Prov', language: 'sv', margin: '40mm', size: '20pt' }) + paragraphs('Hej')))
    expect(word?.left).toBeCloseTo(40, 0)
    expect((word?.bottom ?? 0) - (word?.top ?? 0)).toBeGreaterThan(7)
  })
})
