/** SS 12000 persons from files: the same response body as over HTTP, or an array of such bodies (FEEDS.md 2). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aContext, aFile, allOf, aNumber, refusalOf } from '../../../../test/support/feed-files.ts'
import { readSchools } from './schools.reader.ts'

const aPerson = (id: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  id,
  givenName: 'Åsa',
  familyName: 'Öst',
  civicNo: { value: aNumber(), nationality: 'SE' },
  enrolments: [{ enroledAt: { id: 'a1' }, schoolType: 'GY', startDate: '2024-08-19' }],
  ...more,
})
const bodyOf = (persons: readonly unknown[], pageToken: unknown = null): string => JSON.stringify({ data: persons, pageToken })

const read = (content: string | Buffer) => allOf(readSchools([aFile(content, 'skolor.json')], aContext()))
const idsOf = async (content: string | Buffer) => (await read(content)).map(({ pupil }) => pupil?.pupilId)
const refused = (content: string | Buffer) => refusalOf(readSchools([aFile(content, 'skolor.json')], aContext()))

describe('a file of persons', () => {
  it.each([
    ['one body', bodyOf([aPerson('p1'), aPerson('p2')])],
    ['a body without a pageToken', JSON.stringify({ data: [aPerson('p1'), aPerson('p2')] })],
    [
      'a body that says more than we know',
      JSON.stringify({ data: [aPerson('p1', { sex: 'Okänt', x: [{}] }), aPerson('p2')], pageToken: null, links: {} }),
    ],
    ['an array of bodies', `[${bodyOf([aPerson('p1')], 'nästa')},${bodyOf([])},${bodyOf([aPerson('p2')])}]`],
    ['a byte order mark', `\uFEFF${bodyOf([aPerson('p1'), aPerson('p2')])}`],
    ['white space', `\n ${bodyOf([aPerson('p1'), aPerson('p2')]).replaceAll(',', ' ,\r\n\t')}\n`],
  ])('may be %s', async (_, content) => {
    expect(await idsOf(content)).toEqual(['p1', 'p2'])
  })

  it('may have nobody in it', async () => {
    expect(await read(bodyOf([]))).toEqual([])
    expect(await read(`[${bodyOf([])}]`)).toEqual([])
  })

  it('that says that more pages follow is refused', async () => {
    expect(await refused(bodyOf([aPerson('p1')], 'nästa'))).toBe('skolor.json slutar med en pageToken: fler sidor saknas. Inget är inläst.')
    await refused(`[${bodyOf([aPerson('p1')])},${bodyOf([aPerson('p2')], 'nästa')}]`)
  })

  it.each([
    ['nothing', ''],
    ['an array of nothing', '[]'],
    ['an array of persons', JSON.stringify([aPerson('p1')])],
    ['a person', JSON.stringify(aPerson('p1'))],
    ['data that is no list', '{"data":{},"pageToken":null}'],
    ['no data', '{"pageToken":null}'],
    ['a pageToken that is no text', bodyOf([], 7)],
    ['null', 'null'],
    ['a text', '"data"'],
    ['a table', 'personnummer;typ\n1;2\n'],
    ['a body and more', `${bodyOf([])}x`],
    ['two bodies after each other', `${bodyOf([])}${bodyOf([])}`],
  ])('of %s is refused', async (_, content) => {
    expect(await refused(content)).toMatch(/^skolor\.json .*Inget är inläst\.$/)
  })

  it('in ISO-8859-1 or UTF-16 is refused rather than read with the wrong names', async () => {
    expect(await refused(Buffer.from(bodyOf([aPerson('p1')]), 'latin1'))).toContain('inte giltig UTF-8')
    await refused(Buffer.from(`\uFEFF${bodyOf([aPerson('p1')])}`, 'utf16le'))
  })

  it('that is cut anywhere is refused', async () => {
    const content = Buffer.from(`[${bodyOf([aPerson('p1'), aPerson('å2')], 'x')},${bodyOf([aPerson('p3')])}]`)
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: content.length - 1 }), async (length) => {
        expect(await refused(content.subarray(0, length))).toMatch(/^skolor\.json /)
      }),
      { numRuns: 200 },
    )
    expect(await idsOf(content)).toEqual(['p1', 'å2', 'p3'])
  })

  it('says which person of which file, across bodies', async () => {
    const content = `[${bodyOf([aPerson('p1'), 7])},${bodyOf([null, aPerson('p4')])}]`
    const problems = (await read(content)).flatMap((parsed) => parsed.problems)
    expect(problems.map(({ rowReference }) => rowReference)).toEqual(['skolor.json, person 2', 'skolor.json, person 3'])
  })

  it('is one of several, each whole', async () => {
    const one = aFile(bodyOf([aPerson('p1')]))
    expect((await allOf(readSchools([one, one], aContext()))).length).toBe(2)
    await refusalOf(readSchools([one, aFile('{')], aContext()))
    await refusalOf(readSchools(['/tmp/finns-inte.json'], aContext()))
  })
})
