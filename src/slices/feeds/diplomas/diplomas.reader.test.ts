/** Diplomas and certificates as a table (FEEDS.md 4, DOMAIN.md 3.4). */
import { describe, expect, it } from 'vitest'
import { aContext, aFile, allOf, aMapping, aNumber, refusalOf } from '../../../../test/support/feed-files.ts'
import { Refused } from '../../../platform/failure.ts'
import { noMapping, type Mapping } from '../csv-table.ts'
import { readDiplomas } from './diplomas.reader.ts'

const header = 'personnummer;typ;datum;studievagskod;skolenhetskod'
const aDiploma = { personnummer: aNumber(), typ: 'examen_yrkes', datum: '2026-06-11', studievagskod: 'BFBUS', skolenhetskod: '10000001' }

const lineOf = (cells: Partial<typeof aDiploma> = {}): string => Object.values({ ...aDiploma, ...cells }).join(';')
const read = (content: string | Buffer, mapping: Mapping = noMapping) =>
  allOf(readDiplomas([aFile(content, 'bevis.csv')], mapping, aContext()))
const readRow = async (cells: Partial<typeof aDiploma> = {}) => (await read(`${header}\n${lineOf(cells)}\n`))[0]!

describe('a diploma', () => {
  it('is what, when and where', async () => {
    const { rows, mentioned, problems } = await readRow()
    expect([mentioned, problems]).toEqual([null, []])
    expect(rows).toEqual([
      {
        number: expect.objectContaining({ kind: 'personnummer' }) as unknown,
        pupilId: null,
        type: 'examen_yrkes',
        on: '2026-06-11',
        educationCode: 'BFBUS',
        schoolUnit: '10000001',
        reference: 'bevis.csv, rad 2',
      },
    ])
    expect(rows[0]?.number?.reveal()).toBe(aNumber())
  })

  it.each([
    ...['examen_hogskoleforberedande', 'examen_yrkes', 'examen_ingenjor', 'studiebevis', 'gymnasieintyg', 'anpassad_gymnasiebevis'],
    ...['gymnasiesarskolebevis', 'vux_examen', 'ib_diploma', 'utlandsk_examen', 'folkhogskola_behorighet', 'slutbetyg', 'kunskapsintyg'],
  ])('may be %s', async (typ) => {
    expect((await readRow({ typ })).rows[0]?.type).toBe(typ)
    expect((await readRow({ typ: ` ${typ.toUpperCase()} ` })).rows[0]?.type).toBe(typ)
  })

  it.each(['', 'examen', 'examensbevis', 'GY_STUDIEBEVIS', 'constructor'])('of the type %j waits for a person', async (typ) => {
    const { rows, mentioned, problems } = await readRow({ typ })
    expect(rows).toEqual([])
    expect([mentioned?.number?.reveal(), mentioned?.within]).toEqual([aNumber(), null])
    expect(problems).toEqual([expect.objectContaining({ kind: 'unknown-code', field: 'typ', number: aNumber() })])
  })

  it('never has a number told in a reason', async () => {
    const { problems } = await readRow({ typ: aNumber() })
    expect(problems.map(({ reason }) => reason)).toEqual(['Betygsdokumentets typ är okänd.'])
  })

  it.each([
    ['2026-11-21', 'used'],
    ['20261121', 'used'],
    ['2001-01-01', 'used'],
    ['2026-11-22', 'dated-ahead datum'],
    ['2027-06-11', 'dated-ahead datum'],
    ['', 'bad-date datum'],
    ['20260600', 'bad-date datum'],
    ['2026-06-31', 'bad-date datum'],
    ['11/6 2026', 'bad-date datum'],
  ])('dated %j is %s when delivered on 2026-11-21', async (datum, expected) => {
    const { rows, mentioned, problems } = await readRow({ datum })
    expect(mentioned?.within).toBe(expected === 'used' ? undefined : 'examen_yrkes')
    expect(rows.length > 0 ? 'used' : problems.map(({ kind, field }) => `${kind} ${field}`).join()).toBe(expected)
  })

  it.each(['', 'x', '200803142380'])('of the number %j is nobody’s', async (personnummer) => {
    const { rows, mentioned, problems } = await readRow({ personnummer })
    expect([rows, mentioned, problems.map(({ kind }) => kind)]).toEqual([[], null, ['bad-identity-number']])
  })

  it('of an interim number is a pupil’s whom a person must match', async () => {
    expect((await readRow({ personnummer: '20080314TF01' })).rows[0]).toMatchObject({ number: null, pupilId: '20080314TF01' })
  })

  it('with too few or too many columns does not stop the rest', async () => {
    const all = await read([header, lineOf(), `${lineOf()};x`, aNumber(), lineOf(), ''].join('\n'))
    expect(all.map(({ rows, problems }) => [rows.length, ...problems.map(({ kind }) => kind)])).toEqual([
      [1],
      [0, 'bad-row'],
      [0, 'bad-row'],
      [1],
    ])
    expect(all.map(({ mentioned }) => [mentioned?.number?.reveal(), mentioned?.within])).toEqual([
      [undefined, undefined],
      [aNumber(), null],
      [aNumber(), null],
      [undefined, undefined],
    ])
  })
})

describe('a table of diplomas', () => {
  it('needs number, type and date', async () => {
    expect((await read(`personnummer,typ,datum\n${aNumber()},ib_diploma,20260611\n`))[0]?.rows[0]).toMatchObject({
      educationCode: '',
      schoolUnit: '',
    })
    expect(await refusalOf(readDiplomas([aFile('personnummer;typ\n1;x\n', 'fel.csv')], noMapping, aContext()))).toContain('datum saknas')
    await refusalOf(readDiplomas([aFile('')], noMapping, aContext()))
  })

  it('may be of another layout, through a mapping', async () => {
    const mapping = aMapping({
      columns: { pnr: 'personnummer', bevis: 'typ' },
      constants: { datum: '2026-06-11' },
      values: { typ: { Yrkesexamen: 'examen_yrkes' } },
    })
    expect((await read(Buffer.from(`\uFEFFPNR;Bevis\n${aNumber()};Yrkesexamen\n`), mapping))[0]?.rows[0]).toMatchObject({
      type: 'examen_yrkes',
      on: '2026-06-11',
    })
  })

  it('may lack its last line break, and have other encodings', async () => {
    expect((await read(`${header}\n${lineOf()}`))[0]?.rows).toHaveLength(1)
    expect((await read(Buffer.from(`${header};å\r\n${lineOf()};ö\r\n`, 'latin1')))[0]?.rows).toHaveLength(1)
  })
})

describe('a table of diplomas that was cut', () => {
  /** What each cut of the last row gives, from the byte on. */
  async function cuts(content: string, from: number): Promise<string[]> {
    const results = Array.from({ length: content.length - from }, async (_, at) => {
      try {
        return JSON.stringify(
          (await allOf(readDiplomas([aFile(content.slice(0, from + at))], noMapping, aContext()))).map(({ rows }) => ({
            ...rows[0],
            reference: '',
          })),
        )
      } catch (error) {
        if (error instanceof Refused) return 'refused'
        throw error
      }
    })
    return Promise.all(results)
  }

  it('is refused at any byte before its last column', async () => {
    const content = `${header}\n${lineOf()}\n`
    const untilLast = content.lastIndexOf(';')
    const found = await cuts(content.slice(0, untilLast + 1), content.indexOf('\n') + 2)
    expect(new Set(found)).toEqual(new Set(['refused']))
  })

  it('is refused at any byte of its date, when that is last', async () => {
    const content = `personnummer;typ;datum\n${aNumber()};ib_diploma;20260611\n`
    const found = await cuts(content, content.indexOf('\n') + 2)
    expect(found.slice(0, -1)).toEqual(found.slice(0, -1).map(() => 'refused'))
    expect(found.at(-1)).toContain('2026-06-11')
  })

  it('is refused or whole at any byte in its school unit', async () => {
    const content = `${header}\n${lineOf()}\n`
    const [whole] = await cuts(`${content}\n`, content.length)
    const found = await cuts(content, content.lastIndexOf(';') + 2)
    expect(found).toEqual([...found.slice(1).map(() => 'refused'), whole])
  })

  it('right before its school unit is used without one: nothing is decided by it', async () => {
    expect((await read(`${header}\n${lineOf({ skolenhetskod: '' })}`))[0]?.rows[0]).toMatchObject({ type: 'examen_yrkes', schoolUnit: '' })
  })

  it('in a school unit that the file uses elsewhere is whole', async () => {
    const elsewhere = lineOf({ skolenhetskod: 'A-1' })
    expect((await read(`${header}\n${elsewhere}\n${elsewhere}`)).map(({ rows }) => rows[0]?.schoolUnit)).toEqual(['A-1', 'A-1'])
    await refusalOf(readDiplomas([aFile(`${header}\n${elsewhere}`)], noMapping, aContext()))
  })
})
