/** Enrolments as a table, row by row (FEEDS.md 3, DOMAIN.md 3.2). */
import { describe, expect, it } from 'vitest'
import { aContext, aCoordinationNumber, aFile, allOf, aMapping, aNumber } from '../../../../test/support/feed-files.ts'
import { anEnrolmentLine, anEnrolmentTable, refusalOf, type EnrolmentCells } from '../../../../test/support/feed-files.ts'
import { noMapping, type Mapping } from '../csv-table.ts'
import { readEnrolments } from './enrolments.reader.ts'

const read = (content: string | Buffer, mapping: Mapping = noMapping) =>
  allOf(readEnrolments([aFile(content, 'elever.csv')], mapping, aContext()))

/** What one row of the default layout gives. */
const readRow = async (cells: Partial<EnrolmentCells> = {}) => (await read(anEnrolmentTable(cells)))[0]!

/** The row as one line, or its problems as `kind field`. */
async function outcome(cells: Partial<EnrolmentCells>): Promise<string> {
  const { rows, problems } = await readRow(cells)
  const used = rows.map((row) => `${row.schoolType} ${row.startOn}--${row.endOn ?? ''}${row.cancelled ? ' cancelled' : ''}`)
  return [...used, ...problems.map(({ kind, field }) => `${kind} ${field}`)].join(', ')
}

describe('a row', () => {
  it('is an enrolment, and no name of it is kept', async () => {
    const { rows, mentioned, problems } = await readRow()
    expect([mentioned, problems]).toEqual([null, []])
    expect(rows).toEqual([
      {
        number: expect.objectContaining({ kind: 'personnummer' }) as unknown,
        pupilId: null,
        schoolUnit: '10000001',
        schoolType: 'GY',
        startOn: '2024-08-19',
        endOn: '2027-06-11',
        cancelled: false,
        educationCode: 'NANAT',
        authority: 'Provstad',
        reference: 'elever.csv, rad 2',
      },
    ])
    expect(rows[0]?.number?.reveal()).toBe(aNumber())
  })

  it.each([
    ['dates without dashes', { startdatum: '20240819', slutdatum: '20270611' }, 'GY 2024-08-19--2027-06-11'],
    ['no end', { slutdatum: '' }, 'GY 2024-08-19--'],
    ['an end that was cancelled', { slutdatum: '2025-01-10', avbruten: 'ja' }, 'GY 2024-08-19--2025-01-10 cancelled'],
    ['a cancellation in capitals', { avbruten: 'JA' }, 'GY 2024-08-19--2027-06-11 cancelled'],
    ['nothing about cancellation', { avbruten: '' }, 'GY 2024-08-19--2027-06-11'],
    ['an end on the day it starts', { slutdatum: '2024-08-19' }, 'GY 2024-08-19--2024-08-19'],
    [
      'an end before the start and a cancellation: never came',
      { slutdatum: '2024-08-18', avbruten: 'ja' },
      'GY 2024-08-19--2024-08-18 cancelled',
    ],
    ['a start ahead', { startdatum: '2027-08-18', slutdatum: '' }, 'GY 2027-08-18--'],
    ['a school type in small letters', { skolform: ' gy ' }, 'GY 2024-08-19--2027-06-11'],
    ['no education code', { studievagskod: '' }, 'GY 2024-08-19--2027-06-11'],
  ])('is used with %s', async (_, cells, expected) => {
    expect(await outcome(cells)).toBe(expected)
  })

  it('that says interrupted and not when is used as going on, and put in the inbox', async () => {
    expect(await outcome({ slutdatum: '', avbruten: 'ja' })).toBe('GY 2024-08-19-- cancelled, bad-value slutdatum')
    const { mentioned, problems } = await readRow({ slutdatum: '', avbruten: 'ja', skolform: 'NYTT' })
    expect(mentioned).toBeNull()
    expect(problems.map(({ reason, number }) => [reason, number])).toEqual([
      ['Avbrott utan slutdatum: räknas som pågående.', aNumber()],
      ['Skolformen NYTT är okänd.', aNumber()],
    ])
  })

  it.each(['nej', ''])(
    'whose end is before its start is readable but not used: what was said before holds no more (avbruten %j)',
    async (avbruten) => {
      const cells = { slutdatum: '2024-08-18', avbruten }
      expect(await outcome(cells)).toBe('end-before-start slutdatum')
      expect((await readRow(cells)).mentioned).toBeNull()
    },
  )

  it.each([
    ['no start', { startdatum: '' }, 'bad-date startdatum'],
    ['a start that is no day', { startdatum: '2024-02-30' }, 'bad-date startdatum'],
    ['an incomplete start', { startdatum: '20240800' }, 'bad-date startdatum'],
    ['a start as others write', { startdatum: '19/8 2024' }, 'bad-date startdatum'],
    ['an end that is no day', { slutdatum: '2027-06-31' }, 'bad-date slutdatum'],
    ['an end that says more than a day', { slutdatum: '2027-06-11 12:00' }, 'bad-date slutdatum'],
    ['another word for cancelled', { avbruten: 'kanske' }, 'bad-value avbruten'],
    ['a number for cancelled', { avbruten: '1' }, 'bad-value avbruten'],
    ['no school type', { skolform: '' }, 'bad-value skolform'],
    [
      'everything wrong',
      { startdatum: 'x', slutdatum: 'y', avbruten: 'z', skolform: '' },
      'bad-date startdatum, bad-date slutdatum, bad-value avbruten, bad-value skolform',
    ],
  ])('is not used with %s, and whoever it is about keeps what they had there', async (_, cells, expected) => {
    expect(await outcome(cells)).toBe(expected)
    const { mentioned } = await readRow(cells)
    expect([mentioned?.number?.reveal(), mentioned?.within]).toEqual([aNumber(), '10000001'])
  })

  it.each([
    ['twelve digits and a dash', `${aNumber().slice(0, 8)}-${aNumber().slice(8)}`],
    ['ten digits', aNumber().slice(2)],
    ['ten digits and a dash', `${aNumber().slice(2, 8)}-${aNumber().slice(8)}`],
    ['blanks around', ` ${aNumber()} `],
  ])('may have the number in %s', async (_, personnummer) => {
    const { rows, problems } = await readRow({ personnummer })
    expect([rows[0]?.number?.reveal(), problems]).toEqual([aNumber(), []])
  })

  it('may be about a samordningsnummer', async () => {
    expect((await readRow({ personnummer: aCoordinationNumber() })).rows[0]?.number).toMatchObject({ kind: 'samordningsnummer' })
  })

  it('with an interim number is about a pupil that a person must match', async () => {
    const { rows, problems } = await readRow({ personnummer: '20080314-tf01' })
    expect(rows[0]).toMatchObject({ number: null, pupilId: '20080314TF01' })
    expect(problems).toEqual([])
  })

  it.each(['', '1', '200803142380', '20080314 2389', 'Åsa'])('with the number %j is not used', async (personnummer) => {
    const { rows, mentioned, problems } = await readRow({ personnummer })
    expect([rows, mentioned]).toEqual([[], null])
    expect(problems).toEqual([expect.objectContaining({ kind: 'bad-identity-number', field: 'personnummer', number: null })])
  })

  it('with too few or too many columns does not stop the rest', async () => {
    const table = `${anEnrolmentTable({})}${anEnrolmentLine()};x\n${anEnrolmentLine().slice(0, -4)}\n${anEnrolmentLine()}\n`
    const all = await read(table)
    expect(all.map(({ rows }) => rows.length)).toEqual([1, 0, 0, 1])
    expect(all.flatMap(({ problems }) => problems).map(({ kind, rowReference }) => `${kind} ${rowReference}`)).toEqual([
      'bad-row elever.csv, rad 3',
      'bad-row elever.csv, rad 4',
    ])
  })
})

describe('a row that is out of step', () => {
  it('never has its number told in a reason', async () => {
    const { problems } = await readRow({ fornamn: 'Åsa;Öst', efternamn: aNumber(), skolform: aNumber(), avbruten: 'nej' })
    const shifted = (await readRow({ skolform: aNumber() })).problems
    expect([...problems, ...shifted].map(({ reason }) => reason).join(' ')).not.toContain(aNumber())
  })

  it.each([
    ['many', `${anEnrolmentLine()};x`],
    ['few', anEnrolmentLine().slice(0, -4)],
  ])('with a column too %s lets the person keep what they had everywhere', async (_, line) => {
    const [parsed] = await read(`${anEnrolmentTable()}${line}\n`)
    expect([parsed?.rows, parsed?.mentioned?.number?.reveal(), parsed?.mentioned?.within]).toEqual([[], aNumber(), null])
    expect(parsed?.problems).toEqual([expect.objectContaining({ kind: 'bad-row', reason: 'Raden har fel antal kolumner.', number: null })])
  })

  it.each([
    ['20080314TF01', { number: null, pupilId: '20080314TF01', within: null }],
    ['200803142380', null],
    ['', null],
  ])('with a column too many and the number %j mentions whom it can', async (personnummer, expected) => {
    const [parsed] = await read(`${anEnrolmentTable()}${anEnrolmentLine({ personnummer })};x\n`)
    expect(parsed?.mentioned).toEqual(expected)
    expect(parsed?.problems.map(({ kind }) => kind)).toEqual(['bad-row'])
  })
})

describe('an education', () => {
  it.each(['GY', 'GYS', 'GYAN', 'VUXGY', 'VUXSARGY', 'VUXSFI', 'SFI', 'SARVUXGY', 'FHS', 'YH', 'GR', 'SAM'])(
    '%s is known',
    async (skolform) => {
      expect((await readRow({ skolform })).problems).toEqual([])
    },
  )

  it('of an unknown school type is used, and is one problem per code whoever it is about', async () => {
    const table = anEnrolmentTable(
      { skolform: 'NYTT' },
      { skolform: 'nytt', personnummer: aNumber('20090412'), startdatum: '2025-08-18' },
      { skolform: 'ANNAT' },
    )
    const all = await read(table)
    expect(all.map(({ rows }) => rows[0]?.schoolType)).toEqual(['NYTT', 'NYTT', 'ANNAT'])
    const problems = all.flatMap((parsed) => parsed.problems)
    expect(problems.map(({ kind, reason }) => `${kind}: ${reason}`)).toEqual([
      ...['unknown-education: Skolformen NYTT är okänd.', 'unknown-education: Skolformen NYTT är okänd.'],
      'unknown-education: Skolformen ANNAT är okänd.',
    ])
    expect(new Set(problems.map(({ kind, field, content }) => `${kind}|${field}|${content}`)).size).toBe(2)
  })

  it.each(['VUX', 'KOMVUX', 'ABU', 'AU'])('%s is used, its level being a question about each person', async (skolform) => {
    const all = await read(anEnrolmentTable({ skolform }, { skolform, personnummer: aNumber('20090412') }))
    expect(all.map(({ rows }) => rows.length)).toEqual([1, 1])
    const problems = all.flatMap((parsed) => parsed.problems)
    expect(problems.map(({ kind, number }) => [kind, number])).toEqual([
      ['level-unknown', aNumber()],
      ['level-unknown', aNumber('20090412')],
    ])
    expect(new Set(problems.map(({ content }) => content)).size).toBe(2)
  })

  it('that ended before it started is one problem, not two', async () => {
    expect(await outcome({ skolform: 'NYTT', slutdatum: '2024-01-01' })).toBe('end-before-start slutdatum')
  })
})

describe('other layouts', () => {
  it('are read through a mapping of columns, constants and values', async () => {
    const mapping = aMapping({
      columns: { Pnr: 'personnummer', Form: 'skolform', Kod: 'studievagskod', Från: 'startdatum', Till: 'slutdatum', Status: 'avbruten' },
      constants: { skolenhetskod: '10000009', huvudman: 'Friskolan' },
      values: { skolform: { Gymnasieskola: 'GY' }, avbruten: { Slutat: 'ja', Studerar: 'nej' } },
    })
    const content = `PNR,FORM,KOD,FRÅN,TILL,STATUS\n${aNumber().slice(2)},Gymnasieskola,na,20240819,20250110,Slutat\n`
    const [parsed] = await read(Buffer.from(content, 'latin1'), mapping)
    expect(parsed?.problems).toEqual([])
    expect(parsed?.rows[0]).toMatchObject({
      ...{ schoolType: 'GY', educationCode: 'NA', schoolUnit: '10000009', authority: 'Friskolan' },
      ...{ startOn: '2024-08-19', endOn: '2025-01-10', cancelled: true },
    })
  })

  it('without a mapping are refused', async () => {
    const path = aFile('pnr;skolform\n1;GY\n', 'annan.csv')
    expect(await refusalOf(readEnrolments([path], noMapping, aContext()))).toMatch(
      /^annan\.csv har fel rubrikrad: personnummer, studievagskod/,
    )
  })

  it('without names and principal are the default layout still', async () => {
    const content = `personnummer;skolform;studievagskod;skolenhetskod;startdatum;slutdatum;avbruten\n${aNumber()};GY;NA;1;2024-08-19;;nej\n`
    expect((await read(content))[0]?.rows[0]).toMatchObject({ authority: '', schoolType: 'GY' })
  })

  it('in several files are read in order, and a file that cannot be read refuses the delivery', async () => {
    const good = aFile(anEnrolmentTable({}), 'ett.csv')
    expect((await allOf(readEnrolments([good, good], noMapping, aContext()))).map(({ rows }) => rows[0]?.reference)).toEqual([
      'ett.csv, rad 2',
      'ett.csv, rad 2',
    ])
    await refusalOf(readEnrolments([good, aFile('')], noMapping, aContext()))
    await refusalOf(readEnrolments([good, '/tmp/finns-inte.csv'], noMapping, aContext()))
  })
})
