/** Population files as bytes: encodings, truncation, and what XML allows that must do no harm (FEEDS.md 1). */
import { describe, expect, it } from 'vitest'
import { aContext, aFile, allOf, aNumber, aPopulation, aPost, referenceFile, refusalOf } from '../../../../test/support/feed-files.ts'
import { readPopulation } from './population.reader.ts'

const named = (given: string, family = 'Öst'): string =>
  aPost({ parts: `<Namn><Fornamn>${given}</Fornamn><Efternamn>${family}</Efternamn></Namn>` })
const isoPrologue = '<?xml version="1.0" encoding="ISO-8859-1"?>\n'

const read = (content: string | Buffer) => allOf(readPopulation([aFile(content, 'folkbokforing.xml')], aContext()))
const refused = (content: string | Buffer) => refusalOf(readPopulation([aFile(content, 'folkbokforing.xml')], aContext()))

/** The given names in the file. */
async function givenNames(content: string | Buffer): Promise<(string | undefined)[]> {
  return (await read(content)).map(({ record }) => record?.particulars?.name?.given)
}

describe('the encoding', () => {
  it.each([
    ['UTF-8', aPopulation(named('Åsa'))],
    ['UTF-8 with a byte order mark', `\uFEFF${aPopulation(named('Åsa'))}`],
    ['UTF-8 with a mark and without a declaration', `\uFEFF${aPopulation(named('Åsa'), '')}`],
    ['UTF-8 when nothing is declared', aPopulation(named('Åsa'), '')],
    ['UTF-8 in single quotes', aPopulation(named('Åsa'), "<?xml version='1.0' encoding='utf-8' standalone='yes'?>")],
    ['ISO-8859-1', Buffer.from(aPopulation(named('Åsa'), isoPrologue), 'latin1')],
    ['iso-8859-1 in small letters', Buffer.from(aPopulation(named('Åsa'), '<?xml version="1.0" encoding="iso-8859-1"?>'), 'latin1')],
  ])('may be %s', async (_, content) => {
    expect(await givenNames(content)).toEqual(['Åsa'])
  })

  it('is refused when ISO-8859-1 is declared to be UTF-8, or not declared', async () => {
    expect(await refused(Buffer.from(aPopulation(named('Åsa')), 'latin1'))).toMatch(/^folkbokforing\.xml är inte giltig UTF-8/)
    expect(await refused(Buffer.from(aPopulation(named('Åsa'), ''), 'latin1'))).toMatch(/^folkbokforing\.xml är inte giltig UTF-8/)
  })

  it.each(['windows-1252', 'UTF-16', 'US-ASCII', 'IBM037', 'x'])('is refused when it is said to be %s', async (encoding) => {
    expect(await refused(aPopulation(aPost(), `<?xml version="1.0" encoding="${encoding}"?>`))).toContain(
      `kodad som ${encoding.toLowerCase()}`,
    )
  })

  it('is refused when it is UTF-16, whatever it says', async () => {
    await refused(Buffer.from(`\uFEFF${aPopulation()}`, 'utf16le'))
    await refused(Buffer.from(aPopulation(aPost(), ''), 'utf16le'))
  })

  it('is refused when a UTF-8 mark stands before a declaration of ISO-8859-1', async () => {
    await refused(`\uFEFF${aPopulation(named('Åsa'), isoPrologue)}`)
  })
})

describe('a file that is cut', () => {
  const posts = named('Åsa &amp; <![CDATA[Ärla]]>') + aPost({ id: aNumber('20090412') })

  it.each([
    ['UTF-8', Buffer.from(aPopulation(posts))],
    ['ISO-8859-1', Buffer.from(aPopulation(posts, isoPrologue), 'latin1')],
  ])('at any byte is refused, in %s', async (_, content) => {
    const cuts = Array.from({ length: content.length }, (_cut, length) => aFile(content.subarray(0, length)))
    await Promise.all(cuts.map((path) => refusalOf(readPopulation([path], aContext()))))
    expect(await read(content)).toHaveLength(2)
  })

  it('or goes on after its end is refused', async () => {
    await refused(`${aPopulation()}<Navetavisering/>`)
    await refused(`${aPopulation()}x`)
    await refused(`${aPopulation()}<!--`)
    expect(await read(`${aPopulation()}\n<!-- slut -->\n`)).toHaveLength(1)
  })

  it('or is not XML at all is refused', async () => {
    for (const content of ['', ' \n', 'personnummer;typ\n', '{"data":[]}', '<html><body></html>', '<a>', '\0']) await refused(content)
  })
})

describe('XML that must do no harm', () => {
  const withDoctype = (subset: string, given: string): string =>
    aPopulation(named(given), `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE Navetavisering ${subset}>\n`)

  it.each([
    ['an entity of its own', '[<!ENTITY namn "Åsa">]', '&namn;'],
    ['a file of the machine', '[<!ENTITY fil SYSTEM "file:///etc/passwd">]', '&fil;'],
    ['an address', '[<!ENTITY ut SYSTEM "http://127.0.0.1:9/x">]', '&ut;'],
    ['a bomb', '[<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]', '&c;'],
    ['a parameter entity', '[<!ENTITY % p SYSTEM "file:///etc/passwd"> %p; ]', '&p;'],
    ['an entity that nobody has defined', '[]', '&aring;'],
  ])('is refused when it uses %s', async (_, subset, given) => {
    expect(await refused(withDoctype(subset, given))).toContain('inte välformad XML')
  })

  it('is read past when a doctype is there and nothing of it is used', async () => {
    expect(await givenNames(withDoctype('[<!ENTITY a "ha"> <!ELEMENT x ANY>]', 'Åsa'))).toEqual(['Åsa'])
    expect(await givenNames(withDoctype('SYSTEM "http://127.0.0.1:9/navet.dtd"', 'Åsa'))).toEqual(['Åsa'])
  })

  it.each([
    ['&#197;sa &amp; &lt;&#xD6;st&gt; &quot;&apos;', `Åsa & <Öst> "'`],
    ['<![CDATA[Åsa & <Öst>]]>', 'Åsa & <Öst>'],
    ['Å<![CDATA[s]]>a<!-- kommentar -->-Ärla', 'Åsa-Ärla'],
    ['Åsa<?program ]]?> Ärla', 'Åsa Ärla'],
    ['\n  Åsa\n', 'Åsa'],
    ['😀 &#x1F600;', '😀 😀'],
    ['', ''],
  ])('gives the text that XML says: %j', async (given, text) => {
    expect(await givenNames(aPopulation(named(given)))).toEqual([text])
  })

  it.each(['Åsa & Ärla', 'Åsa < Ärla', 'Åsa ]]> Ärla', '&#0;', '&#xD800;', 'Åsa\u0001', '&amp', '<b>Åsa</b>', '<![CDATA[Åsa'])(
    'is refused with %j in a name',
    async (given) => {
      await refused(aPopulation(named(given)))
    },
  )
})

describe('a population file', () => {
  it('without a record in it is a delivery with nobody', async () => {
    expect(await read(aPopulation(''))).toEqual([])
    expect(await read('<Navetavisering><Folkbokforingsposter/></Navetavisering>')).toEqual([])
  })

  it('of another kind is refused by what it begins with', async () => {
    expect(await refused('<betygsdokument/>')).toContain('börjar med <betygsdokument> i stället för <Navetavisering>')
    expect(await refused('<Folkbokforingsposter/>')).toContain('i stället för <Navetavisering>')
  })

  it('may have attributes, white space and whatever it says of itself', async () => {
    const information =
      '<Aviseringsinformation><Filinformation><Utfil><AntalPoster>1</AntalPoster></Utfil></Filinformation></Aviseringsinformation>'
    const xml = aPopulation().replace('<Navetavisering>', `<Navetavisering xmlns:xsi="http://x" xsi:y="z">\n  ${information}\n\t`)
    expect(await read(xml)).toHaveLength(1)
  })

  it('is read across chunks, many records in order', async () => {
    const posts = Array.from({ length: 3000 }, (_, at) => named(`Åsa ${at}`)).join('\n')
    expect(await givenNames(aPopulation(posts))).toEqual(Array.from({ length: 3000 }, (_, at) => `Åsa ${at}`))
  })

  it('says which post of which file a problem is in, file by file', async () => {
    const one = aFile(aPopulation(aPost() + aPost({ id: '1' })), 'ett.xml')
    const two = aFile(aPopulation(aPost({ id: '2' })), 'tva.xml')
    const problems = (await allOf(readPopulation([one, two], aContext()))).flatMap((item) => item.problems)
    expect(problems.map((problem) => problem.rowReference)).toEqual(['ett.xml, post 2', 'tva.xml, post 1'])
  })

  it('is refused with no number of anybody in the message', async () => {
    const message = await refused(aPopulation(`${aPost()}<Okand>${aNumber()}</Okand>`))
    expect(message).toBe('folkbokforing.xml har <Okand> i <Folkbokforingsposter>, där det inte hör hemma, rad 2. Inget är inläst.')
  })

  const sample = referenceFile('navet/sample-personpost.xml')
  it.skipIf(sample === null)("may be SUNET's sample, whose placeholder is no number", async () => {
    const [item, ...others] = await allOf(readPopulation([sample ?? ''], aContext()))
    expect(others).toEqual([])
    expect(item).toMatchObject({ record: null, problems: [{ kind: 'bad-identity-number' }] })
  })
})
