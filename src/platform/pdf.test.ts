/** Documents as another reader than Typst sees them (poppler), and that no text can do more than be shown. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentSetUp, heading, paragraphs } from './pdf-page.ts'
import { escaped, quoted } from './pdf-text.ts'
import { fontsOf, infoOf, opened, structureOf, textOf } from './pdf.testbed.ts'
import { mergedPdf, pdfOf, PdfError } from './pdf.ts'

const setUp = documentSetUp({ title: 'Prov', language: 'sv' })
const squeezed = (text: string) => text.replaceAll(/\s+/g, ' ').trim()
const shownText = (text: string) => squeezed(textOf(pdfOf(setUp + escaped(text))))

function problemOf(markup: string): string {
  try {
    pdfOf(setUp + markup)
  } catch (thrown) {
    if (thrown instanceof PdfError) return thrown.message
    throw thrown
  }
  return 'none'
}

describe('a document', () => {
  const pdf = pdfOf(setUp + heading(1, 'Hej!') + paragraphs('Först detta.\n\nSedan detta.') + heading(2, 'Mer'))

  it('is tagged, has headings and paragraphs in order, and says that it is PDF/UA', () => {
    expect(infoOf(pdf).get('Tagged')).toBe('yes')
    expect(squeezed(structureOf(pdf))).toBe(
      'Document H1 "Hej!" (block) "Hej!" P (block) "Först detta." P (block) "Sedan detta." H2 "Mer" (block) "Mer"',
    )
    expect(opened(pdf)).toMatch(/<pdfuaid:part>1</)
  })

  it('shows its title in place of a file name, and tells its language', () => {
    expect(infoOf(pdf).get('Title')).toBe('Prov')
    expect(opened(pdf)).toContain('/DisplayDocTitle true')
    expect(opened(pdf)).toMatch(/\/Type \/Catalog[\s\S]*\/Lang \(sv\)/)
  })

  it('has its fonts in it, and says nothing of when or where it was made', () => {
    expect(fontsOf(pdf)).toEqual(['NotoSans-Bold', 'NotoSans-Regular'])
    expect(infoOf(pdf).get('CreationDate')).toBeUndefined()
    expect(Buffer.compare(pdf, pdfOf(setUp + heading(1, 'Hej!') + paragraphs('Först detta.\n\nSedan detta.') + heading(2, 'Mer')))).toBe(0)
  })
})

describe('markup that cannot be a document', () => {
  it.each([
    ['#ingenting', 'unknown variable'],
    ['#let', 'expected pattern'],
    ['#image(bytes("<svg xmlns=\'http://www.w3.org/2000/svg\'/>"), format: "svg")', 'missing alt text'],
    ['== Börjar på två', 'first heading must be of level 1'],
    ['#read("/etc/passwd")', 'failed to load file'],
    ['#image("logo.svg", alt: "x")', 'failed to load file'],
  ])('%s', (markup, problem) => expect(problemOf(markup)).toContain(problem))

  it('is told of without what it quotes', () => {
    expect(problemOf('#text(font: "Noto Sans")[漢 Hemlig]')).toMatch(/^PDF\/UA-1 error: the text … could not be displayed/)
    expect(problemOf('#panic("Hemlig Påhittad")')).not.toContain('Hemlig')
  })

  it('leaves nothing behind for the next', () => {
    problemOf('#ingenting')
    expect(shownText('Hej')).toBe('Hej')
  })
})

describe('files', () => {
  const square = (colour: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path fill="${colour}" d="M0 0h1v1z"/></svg>`)
  const withLogo = (colour: string) =>
    opened(pdfOf(`${setUp}#image("logo.svg", width: 1cm, alt: "Vapen")`, new Map([['logo.svg', square(colour)]])))

  it('are read under their names, the latest content each time, and gone afterwards', () => {
    expect(withLogo('#ff0000')).toMatch(/1 0 0 scn/)
    expect(withLogo('#00ff00')).toMatch(/0 1 0 scn/)
    expect(withLogo('#ff0000')).toContain('/Alt (Vapen)')
    expect(problemOf('#image("logo.svg", alt: "Vapen")')).toContain('failed to load file')
  })
})

describe('any text', () => {
  it.each([
    '#panic("x")',
    '$x$ @ref <label> `kod` *fet* _kursiv_ [a] {b}',
    '// kommentar /* och */ mer',
    '= Rubrik',
    '- punkt',
    '+ ett',
    '1. ett',
    '/ term: sak',
    'a -- b --- c ... "citat" \'citat\' ~ -?',
    'https://lots.example.se/s#a',
    'c:\\mapp\\ny "fil"',
    '"); #panic("x',
    '\\u{41} \\n \\" \\',
    '.upper() (1) [x]',
  ])('is shown as it is: %s', (text) => expect(shownText(text)).toBe(text))

  it('keeps its lines', () => {
    expect(
      textOf(pdfOf(setUp + escaped('ett\ntvå\r\n\r\nfyra')))
        .trim()
        .split('\n'),
    ).toEqual(['ett', 'två', 'fyra'])
    expect(quoted('ett\ntvå')).toBe('"ett två"')
  })

  it('is followed by what the markup says next', () => {
    expect(squeezed(textOf(pdfOf(`${setUp}${escaped('a')}.upper() ${escaped('b')}(1) #text(${quoted('c"\\')})`)))).toBe(
      'a.upper() b(1) c"\\',
    )
  })

  it.each([
    ['a\u0000b\u0007c\u001Bd', 'abcd'],
    ['a\uD800b', 'a\uFFFDb'],
    ['till 漢字 😀!', 'till \uFFFD\uFFFD \uFFFD!'],
    ['a\u202Eb\u2066c', 'abc'],
    ['A\u030Angström', 'Ångström'],
    ['ett\ttvå', 'ett två'],
    ['Д\u0651Д', 'Д\uFFFDД'],
    ['\u0651ett', '\uFFFDett'],
  ])('%j is shown as %j', (text, shown) => expect(shownText(text)).toBe(shown))

  it('makes a document, whatever it is', () => {
    const sign = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1 }),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.constantFrom(...'#$@<`\\/*_[]{}"();=-+\n\r\t\u200D\u0301\u0651\u135F\u2066\u2069aåДمሰ'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(sign, { maxLength: 12 }), { minLength: 20, maxLength: 60 }), (lines) => {
        const markup = lines.map((line) => `#par[${escaped(line.join(''))}]`).join('\n')
        expect(pdfOf(`${setUp}${markup}\n#metadata(${quoted(lines.flat().join(''))})`).length).toBeGreaterThan(1000)
      }),
      { numRuns: 60 },
    )
  })

  it('is shown to the letter when the fonts have it', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)), minLength: 1, maxLength: 30 }),
          { minLength: 30, maxLength: 40 },
        ),
        (signs) => {
          // Poppler takes a hyphen at the end of a line for a broken word, and letters alone on theirs for one word.
          const lines = signs.map((some) => `xx${some}xx`)
          expect(shownText(lines.join('\n')).split(' ')).toEqual(lines)
        },
      ),
      { numRuns: 10 },
    )
  })
})

describe('one document of many', () => {
  const parts = ['Ett', 'Två', 'Tre'].map((name) => heading(1, name) + paragraphs(`Hej ${name}`))

  it('has every part on a page of its own, tagged', () => {
    const pdf = mergedPdf(setUp, parts)
    expect(infoOf(pdf).get('Pages')).toBe('3')
    expect(textOf(pdf).split('\f').slice(0, 3).map(squeezed)).toEqual(['Ett Hej Ett', 'Två Hej Två', 'Tre Hej Tre'])
    expect(structureOf(pdf).match(/^ {2}H1/gm)).toHaveLength(3)
  })

  it('counts each part from page 1, and what a part sets ends with it', () => {
    const long = `#set text(lang: "en")\n${heading(1, 'Lång')}sida #context here().page()\n#pagebreak()\nnr #context counter(page).display()`
    const pdf = mergedPdf(setUp, [long, 'nr #context counter(page).display(), #context text.lang'])
    expect(textOf(pdf).split('\f').map(squeezed)).toEqual(['Lång sida 1', 'nr 2', 'nr 1, sv', ''])
  })

  it('is nothing but itself when it has one part, and remembers no earlier one', () => {
    expect(infoOf(mergedPdf(setUp, ['Bara jag'])).get('Pages')).toBe('1')
  })
})
