/** One record of the population register, field by field (FEEDS.md 1). */
import { describe, expect, it } from 'vitest'
import {
  aContext,
  aCoordinationNumber,
  aFile,
  allOf,
  aNumber,
  anEnding,
  aPopulation,
  aPost,
  aRegistration,
} from '../../../../test/support/feed-files.ts'
import type { PopulationRecord } from './population.parser.ts'
import { readPopulation } from './population.reader.ts'

type Given = { id?: string; parts?: string; before?: string; after?: string }
type Read = { record: PopulationRecord | null; problems: string[] }

const itemOf = async (given: Given) => (await allOf(readPopulation([aFile(aPopulation(aPost(given)))], aContext())))[0]!

/** The record and its problems as `kind field`. */
async function read(given: Given = {}): Promise<Read> {
  const { record, problems } = await itemOf(given)
  return { record, problems: problems.map(({ kind, field }) => `${kind} ${field}`) }
}

const nothing = {
  replacedBy: null,
  registration: null,
  history: [],
  immigratedOn: null,
  deregistration: null,
  diedOn: null,
  secrecyMarked: false,
  protectedRegistration: null,
  particulars: null,
}

describe('who a record is about', () => {
  it('is a personnummer, and nothing else is known of a record that says nothing else', async () => {
    const { record, problems } = await read()
    expect(record).toMatchObject(nothing)
    expect(record?.number.reveal()).toBe(aNumber())
    expect(problems).toEqual([])
  })

  it('may be a samordningsnummer in its own element', async () => {
    const id = `<TilldelatPersonNrSamordningsNr>${aCoordinationNumber()}</TilldelatPersonNrSamordningsNr>`
    const post = aPost().replace(/<PersonNr>.*<\/PersonNr>/, id)
    const [item] = await allOf(readPopulation([aFile(aPopulation(post))], aContext()))
    expect(item?.record?.number).toMatchObject({ kind: 'samordningsnummer' })
    expect(item?.problems).toEqual([])
  })

  it('may be somebody without a birthday, which waits for a person', async () => {
    const { record, problems } = await read({ id: aCoordinationNumber('20080000'), parts: aRegistration() })
    expect(record?.registration).toEqual({ on: '2008-03-14', municipality: '0180' })
    expect(problems).toEqual(['no-birthday PersonId'])
  })

  it.each([
    ['', 'Identitetsbeteckning saknas.'],
    ['200803142380', 'Identitetsbeteckningens kontrollsiffra stämmer inte.'],
    [aNumber('20080230'), 'Identitetsbeteckningens födelsedag finns inte i kalendern.'],
    ['xxxx', 'Identitetsbeteckningen är inte ett personnummer, samordningsnummer eller TF-nummer.'],
    ['20080314TF01', 'Identitetsbeteckningen är inte ett personnummer, samordningsnummer eller TF-nummer.'],
  ])('is nobody when the number is %j, and the record is not used', async (id, reason) => {
    const { record, problems } = await itemOf({ id, parts: aRegistration('20240000') })
    expect(record).toBeNull()
    expect(problems).toEqual([expect.objectContaining({ kind: 'bad-identity-number', field: 'PersonId', reason, number: null })])
  })
})

describe('registration', () => {
  it('is a date and a municipality, whichever it is', async () => {
    expect((await read({ parts: aRegistration('20240115', '14', '80') })).record?.registration).toEqual({
      on: '2024-01-15',
      municipality: '1480',
    })
  })

  it('may be dated ahead', async () => {
    const { record, problems } = await read({ parts: aRegistration('20270101') })
    expect([record?.registration?.on, problems]).toEqual(['2027-01-01', []])
  })

  it('is not said by an element that says nothing', async () => {
    expect((await read({ parts: '<Folkbokforing/>' })).problems).toEqual([])
    expect((await read({ parts: '<Folkbokforing><Lagenhet>1101</Lagenhet></Folkbokforing>' })).record?.registration).toBeNull()
  })

  it.each(['20240000', '20241200', '20240015', '00000000'])(
    'with the incomplete date %s is a problem, and the rest is used',
    async (date) => {
      const parts = `<Namn><Fornamn>Åsa</Fornamn></Namn>${aRegistration(date)}`
      const { record, problems } = await read({ parts })
      expect(record).toMatchObject({ registration: null, particulars: { name: { given: 'Åsa' } } })
      expect(problems).toEqual(['incomplete-date Folkbokforing/Folkbokforingsdatum'])
    },
  )

  it.each(['20240230', '20241301', '2024-01-15', '240115', '0', 'x', ''])('with the date %j is a problem', async (date) => {
    const { record, problems } = await read({ parts: aRegistration(date) })
    expect(record?.registration).toBeNull()
    expect(problems).toEqual(['bad-date Folkbokforing/Folkbokforingsdatum'])
  })

  it.each([
    ['', '80'],
    ['01', ''],
    ['1', '80'],
    ['AB', '80'],
  ])('in county %j and municipality %j is a problem', async (county, code) => {
    const { record, problems } = await read({ parts: aRegistration('20240115', county, code) })
    expect(record?.registration).toBeNull()
    expect(problems).toEqual(['unknown-code Folkbokforing/KommunKod'])
  })

  it('has a history, whose readable parts are used', async () => {
    const after = `<Historik>${aRegistration('20200101', '03', '80')}${aRegistration('20150000')}${aRegistration('20100101')}</Historik>`
    const { record, problems } = await read({ parts: aRegistration('20240115'), after })
    expect(record?.history).toEqual([
      { on: '2020-01-01', municipality: '0380' },
      { on: '2010-01-01', municipality: '0180' },
    ])
    expect(problems).toEqual(['incomplete-date Historik/Folkbokforingsdatum'])
  })
})

describe('immigration', () => {
  const arrived = (date: string): Given => ({ parts: `<Invandring><Invandringsdatum>${date}</Invandringsdatum></Invandring>` })

  it('has a date', async () => {
    expect((await read(arrived('20230325'))).record?.immigratedOn).toBe('2023-03-25')
  })

  it('may be without one', async () => {
    expect(await read(arrived(''))).toMatchObject({ record: nothing, problems: [] })
  })

  it.each([
    ['20230000', 'incomplete-date'],
    ['20230230', 'bad-date'],
  ])('on %s is a problem', async (date, kind) => {
    expect(await read(arrived(date))).toMatchObject({ record: nothing, problems: [`${kind} Invandringsdatum`] })
  })
})

describe('deregistration', () => {
  it.each([
    ['AV', { ...nothing, diedOn: '2026-11-01' }],
    ['UV', { ...nothing, deregistration: { cause: 'UV', on: '2026-11-01' } }],
    ['OB', { ...nothing, deregistration: { cause: 'OB', on: '2026-11-01' } }],
  ])('%s is used from its date', async (code, expected) => {
    expect(await read({ parts: anEnding(code) })).toMatchObject({ record: expected, problems: [] })
  })

  it.each(['AN', 'AS', 'TA', 'FI', 'XX', 'av', 'A V', ''])('%j waits for a person and changes nothing', async (code) => {
    expect(await read({ parts: anEnding(code) })).toMatchObject({ record: nothing, problems: ['unknown-code AvregistreringsorsakKod'] })
  })

  it.each(['AV', 'UV', 'OB'])('%s dated after the day of delivery waits, and on that day does not', async (code) => {
    expect(await read({ parts: anEnding(code, '20261122') })).toMatchObject({
      record: nothing,
      problems: ['dated-ahead Avregistreringsdatum'],
    })
    expect((await read({ parts: anEnding(code, '20261121') })).problems).toEqual([])
  })

  it.each([
    ['20260000', 'incomplete-date'],
    ['20261100', 'incomplete-date'],
    ['20261131', 'bad-date'],
    ['', 'bad-date'],
  ])('dated %j is a problem, and the rest is used', async (date, kind) => {
    const { record, problems } = await read({ parts: anEnding('AV', date) + aRegistration() })
    expect(record).toMatchObject({ diedOn: null, deregistration: null, registration: { municipality: '0180' } })
    expect(problems).toEqual([`${kind} Avregistreringsdatum`])
  })

  it('that is empty says nothing', async () => {
    expect(await read({ parts: '<Avregistrering/>' })).toMatchObject({ record: nothing, problems: [] })
  })
})

describe('a replaced number', () => {
  const replaced = (code: string, to: string): Given => ({ parts: `<HanvisningsPersonNr>${to}</HanvisningsPersonNr>${anEnding(code, '')}` })

  it.each(['GN', 'GS'])('%s points to the new one', async (code) => {
    const { record, problems } = await read(replaced(code, aNumber('20080315')))
    expect(record?.replacedBy?.reveal()).toBe(aNumber('20080315'))
    expect([record?.diedOn, record?.deregistration, problems]).toEqual([null, null, []])
  })

  it.each(['GN', 'GS'])('%s without a new number that can be read waits for a person', async (code) => {
    for (const to of ['', '200803142380', '20080314TF01', aNumber()]) {
      expect(await read(replaced(code, to))).toMatchObject({ record: nothing, problems: ['number-change HanvisningsPersonNr'] })
    }
    expect((await read({ parts: anEnding(code) })).problems).toEqual(['number-change HanvisningsPersonNr'])
  })

  it('is not what a reference alone says', async () => {
    expect((await read({ parts: `<HanvisningsPersonNr>${aNumber('20080315')}</HanvisningsPersonNr>` })).record?.replacedBy).toBeNull()
  })
})

describe('protection', () => {
  it.each([
    ['absent', '', false],
    ['N', '<Sekretessmarkering>N</Sekretessmarkering>', false],
    ['empty, which the XSD reads as N', '<Sekretessmarkering/>', false],
    ['J', '<Sekretessmarkering>J</Sekretessmarkering>', true],
    ['n', '<Sekretessmarkering>n</Sekretessmarkering>', true],
    ['something else', '<Sekretessmarkering>?</Sekretessmarkering>', true],
    ['a word', '<Sekretessmarkering>Nej</Sekretessmarkering>', true],
  ])('by Sekretessmarkering that is %s', async (_, before, marked) => {
    expect((await read({ before })).record).toMatchObject({ secrecyMarked: marked, protectedRegistration: null })
  })

  it.each([
    ['absent: not said', '', null],
    ['N', '<SkyddadFolkbokforing>N</SkyddadFolkbokforing>', false],
    ['J', '<SkyddadFolkbokforing> J </SkyddadFolkbokforing>', true],
    ['something else', '<SkyddadFolkbokforing>1</SkyddadFolkbokforing>', true],
  ])('by SkyddadFolkbokforing that is %s', async (_, before, expected) => {
    expect((await read({ before })).record).toMatchObject({ secrecyMarked: false, protectedRegistration: expected })
  })
})

describe('a problem', () => {
  it('names who it is about, once the number can be read, and is the same problem when delivered again elsewhere', async () => {
    const parts = anEnding('TA')
    const again = (await allOf(readPopulation([aFile(aPopulation(aPost() + aPost({ parts })))], aContext())))[1]!.problems
    const [first] = (await itemOf({ parts })).problems
    expect(first).toMatchObject({ number: aNumber(), reason: 'Avregistreringsorsaken TA hanteras inte.' })
    expect({ ...again[0], rowReference: first?.rowReference }).toEqual(first)
  })

  it.each([
    ['', 'Avregistreringsorsaken saknas.'],
    ['A V', 'Avregistreringsorsaken hanteras inte.'],
    [aNumber(), 'Avregistreringsorsaken hanteras inte.'],
  ])('about the code %j never tells a number', async (code, reason) => {
    expect((await itemOf({ parts: anEnding(code) })).problems.map((problem) => problem.reason)).toEqual([reason])
  })
})
