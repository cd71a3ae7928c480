/** Betygsdokument r20 (FEEDS.md 4): pupils by their SS 12000 person id. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aContext, aFile, allOf, referenceFile, refusalOf } from '../../../../test/support/feed-files.ts'
import { noMapping } from '../csv-table.ts'
import { isXml, readDiplomas } from './diplomas.reader.ts'
import { gradeDocumentTypes } from './diplomas.structure.ts'

const pupil = '78d4c490-708e-11e4-9803-0800200c9a66'
const aDocument = {
  elev: `{${pupil}}`,
  studievägskod: 'NANAT',
  utfärdat: '2026-06-11',
  skola: '{d0566f23-20d0-4bc1-9865-c8844cf00944}',
  skolenhetskod: '99592025',
  typ: 'GY_EXAMENSBEVIS_HOGSKOLEFORBEREDANDE',
}

const documentOf = (fields: Partial<typeof aDocument> = {}, more = ''): string =>
  `<dokument>${Object.entries({ ...aDocument, ...fields })
    .map(([name, text]) => `<${name}>${text}</${name}>`)
    .join('')}${more}</dokument>`
const xmlOf = (documents: string, prologue = ''): string =>
  `${prologue}<betygsdokument xmlns="http://pingpong.se/schemas/betygsdokument/v2.0" from="2026-06-01T00:00:00" tom="2026-06-30T00:00:00">${documents}</betygsdokument>`

const read = (content: string | Buffer) => allOf(readDiplomas([aFile(content, 'betyg.xml')], noMapping, aContext()))
const readOne = async (fields: Partial<typeof aDocument> = {}) => (await read(xmlOf(documentOf(fields))))[0]!
const refused = (content: string | Buffer) => refusalOf(readDiplomas([aFile(content, 'betyg.xml')], noMapping, aContext()))

const example = referenceFile('betygsdokument/betygsdokument-exempel.xml')
const schema = referenceFile('betygsdokument/betygsdokument.xsd')

describe('a grade document', () => {
  it('is a credential of the pupil', async () => {
    expect(await readOne()).toEqual({
      rows: [
        {
          number: null,
          pupilId: pupil,
          type: 'examen_hogskoleforberedande',
          on: '2026-06-11',
          educationCode: 'NANAT',
          schoolUnit: '99592025',
          reference: 'betyg.xml, dokument 1',
        },
      ],
      mentioned: null,
      problems: [],
    })
  })

  it.each([`{${pupil.toUpperCase()}}`, pupil, ` ${pupil} `])('names the pupil as the school system does: %s', async (elev) => {
    expect((await readOne({ elev })).rows[0]?.pupilId).toBe(pupil)
  })

  it.each([...gradeDocumentTypes])('of type %s is %s', async (typ, type) => {
    expect((await readOne({ typ })).rows[0]?.type).toBe(type)
  })

  it.each(['', 'GY_NYTT', 'gy_studiebevis', 'SFI_BETYG'])('of type %j waits for a person', async (typ) => {
    const { rows, mentioned, problems } = await readOne({ typ })
    expect([rows, mentioned]).toEqual([[], { number: null, pupilId: pupil, within: null }])
    expect(problems).toEqual([expect.objectContaining({ kind: 'unknown-code', field: 'typ', rowReference: 'betyg.xml, dokument 1' })])
  })

  it.each([
    ['2026-11-22', 'dated-ahead'],
    ['2026-06-31', 'bad-date'],
    ['2026-06-31Z', 'bad-date'],
    ['2026-06-11T00:00:00', 'bad-date'],
    ['', 'bad-date'],
  ])('issued %j is %s', async (utfärdat, kind) => {
    const { rows, mentioned, problems } = await readOne({ utfärdat })
    expect([rows, problems.map((problem) => problem.kind)]).toEqual([[], [kind]])
    expect(mentioned).toEqual({ number: null, pupilId: pupil, within: 'examen_hogskoleforberedande' })
  })

  it('may have courses, subjects and eligibility, none of which is kept', async () => {
    const more =
      '<grundläggandebehörighet>true</grundläggandebehörighet><ämnen><ämne><förkortning>MA</förkortning></ämne></ämnen><kurser><kurs>X</kurs></kurser>'
    const [parsed] = await read(xmlOf(documentOf({}, more)))
    expect(parsed?.rows).toHaveLength(1)
    expect(JSON.stringify(parsed)).not.toMatch(/MA|true|kurs/)
  })

  it.each(['', '  ', '{}', ' {} '])('of the pupil %j is an exception, not a credential of nobody', async (elev) => {
    const { rows, mentioned, problems } = await readOne({ elev })
    expect([rows, mentioned]).toEqual([[], null])
    expect(problems).toEqual([expect.objectContaining({ kind: 'bad-identity-number', field: 'elev', number: null })])
  })

  it.each(['2026-06-11Z', '2026-06-11+02:00', '2026-06-11-11:00', ' 2026-06-11 '])(
    'issued %j is of that calendar day',
    async (utfärdat) => {
      expect((await readOne({ utfärdat })).rows[0]?.on).toBe('2026-06-11')
    },
  )
})

describe('a file of grade documents', () => {
  it.skipIf(example === null)('may be the example of the interface', async () => {
    const all = await allOf(readDiplomas([example ?? ''], noMapping, aContext()))
    expect(all.flatMap(({ problems }) => problems)).toEqual([])
    expect(all.flatMap(({ rows }) => rows).map(({ pupilId, type, on }) => `${pupilId} ${type} ${on}`)).toEqual([
      `${pupil} examen_hogskoleforberedande 2014-12-19`,
      `${pupil} examen_yrkes 2014-12-19`,
    ])
  })

  it.skipIf(schema === null)('has a meaning here for each type of the schema', () => {
    const types = [...readFileSync(schema ?? '', 'utf8').matchAll(/<xs:enumeration value="(.*?)">/g)].map(([, type = '']) => type)
    expect(types.length).toBeGreaterThan(10)
    expect([...gradeDocumentTypes.keys()].toSorted()).toEqual(types.toSorted())
  })

  it.each([
    ['a byte order mark', `\uFEFF${xmlOf(documentOf())}`],
    ['white space first', `\n  ${xmlOf(documentOf())}`],
    ['ISO-8859-1', Buffer.from(xmlOf(documentOf(), '<?xml version="1.0" encoding="ISO-8859-1"?>'), 'latin1')],
    [
      'a prefix',
      '<b:betygsdokument xmlns:b="x"><b:dokument><b:elev>e</b:elev><b:utfärdat>2026-06-11</b:utfärdat><b:skola/><b:skolenhetskod/><b:typ>GY_STUDIEBEVIS</b:typ></b:dokument></b:betygsdokument>',
    ],
    ['a remark first', `<!-- prov -->${xmlOf(documentOf())}`],
  ])('may have %s', async (_, content) => {
    expect(await isXml(aFile(content))).toBe(true)
    expect((await read(content))[0]?.rows).toHaveLength(1)
  })

  it('may be without documents', async () => {
    expect(await read(xmlOf(''))).toEqual([])
  })

  it.each([
    ['another root', '<Navetavisering><Folkbokforingsposter/></Navetavisering>'],
    ['no pupil', xmlOf(documentOf().replace(/<elev>.*?<\/elev>/, ''))],
    ['no type', xmlOf(documentOf().replace(/<typ>.*?<\/typ>/, ''))],
    ['two dates', xmlOf(documentOf({}, '<utfärdat>2026-06-12</utfärdat>'))],
    ['something unknown', xmlOf(documentOf({}, '<betyg>A</betyg>'))],
    ['text between', xmlOf('x')],
    ['an entity of its own', `<!DOCTYPE a [<!ENTITY e "x">]>${xmlOf(documentOf({ elev: '&e;' }))}`],
  ])('is refused with %s', async (_, content) => {
    expect(await refused(content)).toMatch(/^betyg\.xml .*Inget är inläst\.$/)
  })

  it('that is cut at any byte is refused', async () => {
    const content = Buffer.from(xmlOf(documentOf()))
    const cuts = Array.from({ length: content.length }, (_, length) => aFile(content.subarray(0, length)))
    await Promise.all(cuts.map((path) => refusalOf(readDiplomas([path], noMapping, aContext()))))
    expect(await read(content)).toHaveLength(1)
  })

  it('may stand beside a table in one delivery', async () => {
    const table = aFile('personnummer;typ;datum\n20080314TF01;studiebevis;2026-06-11\n', 'bevis.csv')
    expect(await isXml(table)).toBe(false)
    const all = await allOf(readDiplomas([aFile(xmlOf(documentOf())), table], noMapping, aContext()))
    expect(all.map(({ rows }) => rows[0]?.pupilId)).toEqual([pupil, '20080314TF01'])
  })
})
