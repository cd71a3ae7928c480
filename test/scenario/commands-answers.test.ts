/** What register, explain and person answer (FEEDS.md 5), run as a person runs them. */
import { beforeAll, describe, expect, it } from 'vitest'
import { anEnrolmentsFile, aPopulation, aPost } from '../support/places.ts'
import { aFile, aProgramPlace, expectOneLine, type ProgramPlace } from '../support/program.ts'

const anna = '200803142389'
const bertil = '200809022395'
const cecilia = '200701222390'

const xml = (...posts: string[]): string => aFile('folk*.xml', aPopulation(...posts))
const csv = (...rows: string[]): string => aFile('skolor*.csv', anEnrolmentsFile(...rows))
const all = [cecilia, anna, bertil].map((number) => `${number},${number < '2008' ? '2023' : '2024'}-06-16,,neverStarted,`)

/** A municipality with the three, read on 18 November. */
async function withYouths(): Promise<ProgramPlace> {
  const place = await aProgramPlace()
  const youths = [anna, bertil, cecilia].map((number) => aPost({ number }))
  expect(await place.run('feed', 'population', xml(...youths), '--on', '2026-11-18')).toMatchObject({ code: 0, stderr: '' })
  return place
}

describe('register --csv', () => {
  it.concurrent('prints the header, LF line ends, no quotes, sorted by number then date', async () => {
    const place = await aProgramPlace()
    const moves = aPost({
      number: anna,
      on: '2026-03-01',
      history: [
        ['2008-03-14', '0180'],
        ['2025-01-10', '1480'],
      ],
      municipality: '0180',
    })
    const posts = [aPost({ number: bertil, municipality: '0180' }), moves, aPost({ number: cecilia, municipality: '0180' })]
    await place.run('feed', 'population', xml(...posts), '--on', '2026-11-18')
    const { code, stdout, stderr } = await place.run('register', '--csv', '--on', '2026-11-18')
    const lines = [all[0], `${anna},2024-06-16,2025-01-10,neverStarted,moved`, `${anna},2026-03-01,,movedIn,`, all[2], '']
    expect([code, stderr, stdout]).toEqual([0, '', ['identityNumber,fromOn,untilOn,entryReason,exitReason', ...lines].join('\n')])
  })

  it.concurrent('prints the header alone when there is nobody, and a table without --csv', async () => {
    const place = await aProgramPlace()
    expect((await place.run('register', '--csv')).stdout).toBe('identityNumber,fromOn,untilOn,entryReason,exitReason\n')
    expect((await place.run('register')).stdout).toMatch(/^Nummer +Från +Till +Kom in +Lämnade\n-/)
  })

  it.concurrent('leaves out what has not begun and does not show an end that lies ahead of the day', async () => {
    const place = await withYouths()
    const until = (await place.register('2028-03-14')).find((line) => line.startsWith(anna))
    expect(until).toBe(`${anna},2024-06-16,2028-03-14,neverStarted,turned20`)
    expect(await place.register('2028-03-13')).toContain(all[1])
    expect(await place.register('2024-06-15')).toEqual([all[0]])
    await place.run('feed', 'population', xml(aPost({ number: bertil, on: '2026-11-10', municipality: '1480' })), '--on', '2026-11-18')
    expect(await place.register('2026-11-09')).toContain(all[2])
    expect(await place.register('2026-11-10')).toContain(`${bertil},2024-06-16,2026-11-10,neverStarted,moved`)
  })

  it.concurrent('answers as it did between two feeds, however the moment is written', async () => {
    const place = await withYouths()
    const printed = await place.register('2026-11-18')
    await place.run('feed', 'enrolments', csv(`${anna};GY;SA;10000000;2024-08-19;;nej`), '--on', '2026-11-19')
    const now = await place.register('2026-11-18')
    expect([printed, now]).toEqual([all, [all[0], all[2]]])
    const asked = async (at: string): Promise<string[]> => place.register('2026-11-18', '--as-known-at', at)
    for (const at of ['2026-11-18', '2026-11-18T00:00', '2026-11-18T23:59:59', '2026-11-18T22:59:59Z', '2026-11-18T12:00+01:00']) {
      expect([at, await asked(at)]).toEqual([at, printed])
    }
    for (const at of ['2026-11-19', '2026-11-19T00:00', '2026-11-18T23:00Z', '2027-01-01']) expect([at, await asked(at)]).toEqual([at, now])
    for (const at of ['2026-11-17', '2026-11-17T22:59Z']) expect([at, await asked(at)]).toEqual([at, []])
    expectOneLine(await place.run('register', '--csv', '--as-known-at', 'i går'), 2, /--as-known-at i går/)
    expectOneLine(await place.run('register', '--csv', '--on', '18/11'), 2, /--on 18\/11/)
    expectOneLine(await place.run('register', '--csv', 'alla'), 2, /alla/)
  })
})

describe('explain', () => {
  const explained = async (place: ProgramPlace, ...args: string[]): Promise<Record<string, unknown>> => {
    const { code, stdout, stderr } = await place.run('explain', ...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^\{[^\n]*\}\n$/)
    return JSON.parse(stdout) as Record<string, unknown>
  }

  it.concurrent('prints number, day, answer, every line with facts and sources, and the periods', async () => {
    const place = await withYouths()
    await place.run('feed', 'enrolments', csv(`${anna};GY;SA;10000000;2024-08-19;2026-09-30;ja`), '--on', '2026-11-19')
    const answer = await explained(place, '080314-2389', '--on', '2026-11-20')
    expect(Object.keys(answer)).toEqual(['identityNumber', 'on', 'covered', 'reason', 'chain', 'periods'])
    expect(answer).toMatchObject({ identityNumber: anna, on: '2026-11-20', covered: true, reason: null })
    expect(answer['periods']).toEqual([{ fromOn: '2026-10-01', untilOn: null, entryReason: 'interruptedNational', exitReason: null }])
    const chain = answer['chain'] as { line: string; rule: string; holds: boolean; facts: Record<string, unknown>[] }[]
    expect(chain.map(({ line }) => line)).toEqual(['1', '2', '3', '4', '5', '6', '7', '7b', '8'])
    expect(chain.map((line) => Object.keys(line))).toEqual(chain.map(() => ['line', 'rule', 'holds', 'facts']))
    expect(chain.every(({ holds, rule }) => holds && rule !== '')).toBe(true)
    for (const fact of chain.flatMap(({ facts }) => facts)) expect(Object.keys(fact)).toEqual(['kind', 'value', 'source', 'readAt'])
    const readAt = expect.stringMatching(/^2026-11-19T00:00:00(\.\d+)?\+01:00$/)
    const value = 'GY SA 2024-08-19--2026-09-30 national cancelled'
    expect(chain[6]?.facts).toEqual([{ kind: 'enrolment', value, source: 'enrolments', readAt }])
    expect(chain[1]?.facts).toEqual([{ kind: 'birthDate', value: '2008-03-14', source: 'identityNumber', readAt: null }])
  })

  it.concurrent('gives the reason when not covered, and what was known at an earlier moment', async () => {
    const place = await withYouths()
    await place.run('feed', 'enrolments', csv(`${anna};GY;SA;10000000;2026-11-02;;nej`), '--on', '2026-11-19')
    const period = { fromOn: '2024-06-16', untilOn: '2026-11-02', entryReason: 'neverStarted', exitReason: 'inEducation' }
    expect(await explained(place, anna, '--on', '2026-11-19')).toMatchObject({ covered: false, reason: 'inEducation', periods: [period] })
    expect(await explained(place, anna, '--on', '2026-11-01')).toMatchObject({
      covered: true,
      reason: null,
      periods: [{ untilOn: null, exitReason: null }],
    })
    expect(await explained(place, anna, '--on', '2026-11-19', '--as-known-at', '2026-11-18')).toMatchObject({ covered: true, reason: null })
    const { code, stdout } = await place.run('explain', anna, '--on', '2026-11-19')
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^200803142389 2026-11-19: omfattas INTE: går en gymnasieutbildning\n/)])
  })

  it.concurrent('finds a person by the old number too, and tells the number in force', async () => {
    const place = await withYouths()
    const renewed = '200803142397'
    await place.run(
      'feed',
      'population',
      xml(aPost({ number: anna, cause: 'GN', newNumber: renewed }), aPost({ number: renewed })),
      '--on',
      '2026-11-19',
    )
    for (const number of [anna, renewed])
      expect(await explained(place, number, '--on', '2026-11-19')).toMatchObject({ identityNumber: renewed, covered: true })
    expect((await place.register('2026-11-19')).map((line) => line.slice(0, 12))).toEqual([cecilia, renewed, bertil])
  })

  it.concurrent('refuses a number that nobody knows, or that is none, in one line', async () => {
    const place = await aProgramPlace()
    const refused: readonly (readonly [args: readonly string[], words: RegExp])[] = [
      [['200412242398'], /Ingen med det numret är känd/],
      [['hej'], /inte ett giltigt personnummer/],
      [['200803142380'], /inte ett giltigt personnummer/],
      [[], /Ange ett nummer/],
      [[anna, bertil], /Ange ett nummer/],
    ]
    for (const [args, words] of refused) expectOneLine(await place.run('explain', ...args, '--json'), 2, words)
  })
})

describe('person', () => {
  let place: ProgramPlace
  beforeAll(async () => {
    place = await withYouths()
  })
  const by = ['--by', 'Ada Ek', '--on', '2026-11-19']
  const line = async (number: string, ...args: string[]): Promise<string[]> =>
    (await place.register('2026-11-19', ...args)).filter((one) => one.startsWith(number)).map((one) => one.slice(13))

  it('records a decision, and takes it back so that it can be read as it was known', async () => {
    const decision = ['person', 'decide', anna, 'not', '--from', '2026-09-01', '--ground', 'läser på annat håll']
    expect(await place.run(...decision, ...by)).toMatchObject({ code: 0, stdout: '', stderr: 'Sparat.\n' })
    expect(await line(anna)).toEqual(['2024-06-16,2026-09-01,neverStarted,decided'])
    const { stdout } = await place.run('explain', anna, '--on', '2026-11-19', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ covered: false, reason: 'decided' })
    expect(stdout).toContain('not 2026-09-01-- Ada Ek: läser på annat håll')
    const takenBack = [
      'person',
      'decide',
      anna,
      'not',
      '--from',
      '2026-09-01',
      '--ground',
      'x',
      '--withdraw',
      '--by',
      'Ada Ek',
      '--on',
      '2026-11-20',
    ]
    expect(await place.run(...takenBack)).toMatchObject({ code: 0, stderr: 'Sparat.\n' })
    expect(await line(anna)).toEqual(['2024-06-16,,neverStarted,'])
    expect(await line(anna, '--as-known-at', '2026-11-19')).toEqual(['2024-06-16,2026-09-01,neverStarted,decided'])
    expectOneLine(await place.run(...takenBack), 2, 'ingen sådan uppgift')
  })

  it('takes back a decision by its kind and start day alone', async () => {
    const decision = ['person', 'decide', bertil, 'not', '--from', '2026-09-01', ...by]
    await place.run(...decision, '--ground', 'fel person')
    expect(await place.run(...decision, '--withdraw')).toMatchObject({ code: 0, stderr: 'Sparat.\n' })
    expect(await line(bertil)).toEqual(['2024-06-16,,neverStarted,'])
  })

  it('proposes records that may be one person, merges them and undoes it', async () => {
    const twin = '200701222382'
    await place.run('feed', 'population', xml(aPost({ number: twin })), '--on', '2026-11-18')
    expect((await place.run('person', 'duplicates')).stdout).toMatch(/200701222390 +200701222382 +samma namn och födelsedag/)
    const merge = ['person', 'merge', cecilia, twin, '--ground', 'samma människa', ...by]
    expect(await place.run(...merge)).toMatchObject({ code: 0, stderr: 'Sparat.\n' })
    expect([await line(cecilia), await line(twin)]).toEqual([[], ['2023-06-16,,neverStarted,']])
    expect((await place.run('person', 'duplicates')).stdout).toBe('Inga troliga dubbletter.\n')
    expectOneLine(await place.run(...merge), 2, 'redan samma person')
    expect(await place.run('person', 'unmerge', cecilia, ...by)).toMatchObject({ code: 0 })
    expect([await line(cecilia), await line(twin)]).toEqual([['2023-06-16,,neverStarted,'], ['2023-06-16,,neverStarted,']])
    expectOneLine(await place.run('person', 'unmerge', cecilia, ...by), 2, 'inte sammanslagen')
  })

  it('links a pupil without a number to a person, whose rows are then used', async () => {
    const enroled = {
      enroledAt: { id: '5d7ef9b1-3f0a-4cf9-8d65-9b3d3f8f4a11' },
      schoolType: 'GY',
      educationCode: 'NA',
      startDate: '2026-08-17',
    }
    const id = '0c4a8f1e-2f9b-4b59-9be5-0f2b0f0e2d5c'
    const roster = aFile('skola.json', JSON.stringify({ data: [{ id, enrolments: [enroled] }], pageToken: null }))
    const read = () => place.run('feed', 'schools', roster, '--source', 'skola', '--on', '2026-11-19')
    expect(await read()).toMatchObject({ code: 1, stderr: '' })
    expect((await place.run('inbox')).stdout).toContain('Koppla elevens id till en person')
    expect(await place.run('person', 'link', id, anna, '--source', 'skola', ...by)).toMatchObject({ code: 0 })
    expect(await read()).toMatchObject({ code: 0, stderr: '' })
    expect(await line(anna)).toEqual(['2024-06-16,2026-08-17,neverStarted,inEducation'])
    expect((await place.run('inbox')).stdout).toBe('Undantagskorgen är tom.\n')
  })

  it('refuses what lacks a part or cannot be, in one line', async () => {
    const refused: readonly (readonly [args: readonly string[], words: RegExp])[] = [
      [['decide', '200412242398', 'covers', '--from', '2026-01-01', '--ground', 'x', ...by], /Ingen med det numret/],
      [['decide', anna, 'kanske', '--from', '2026-01-01', '--ground', 'x', ...by], /covers .* not/],
      [['decide', anna, 'covers', '--from', '2026-02-30', '--ground', 'x', ...by], /--from 2026-02-30/],
      [['decide', anna, 'covers', '--ground', 'x', ...by], /--from/],
      [['decide', anna, 'covers', '--from', '2026-01-01', ...by], /--ground/],
      [['decide', anna, 'covers', '--from', '2026-01-01', '--ground', 'x'], /--by/],
      [['decide', anna, 'covers', '--from', '2026-02-01', '--until', '2026-01-01', '--ground', 'x', ...by], /--until/],
      [['stay', anna, '0180', '--from', '2026-02-01', '--until', '2026-01-01', ...by], /--until/],
      [['abroad', anna, '--from', '2026-02-01', '--until', '2026-01-01', ...by], /--until/],
      [['stay', anna, '9999', '--from', '2026-02-01', ...by], /kod/],
      [['merge', anna, anna, '--ground', 'x', ...by], /redan samma person/],
      [['döp', anna, ...by], /känner inte/],
    ]
    const problems: string[] = []
    for (const [args, words] of refused) {
      const { code, stdout, stderr } = await place.run('person', ...args)
      if (code !== 2 || stdout !== '' || !/^\S[^\n]*\n$/.test(stderr) || !words.test(stderr))
        problems.push(`${args.join(' ')}: ${code} ${stderr}`)
    }
    expect(problems).toEqual([])
  })
})
