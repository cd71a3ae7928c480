/** The contract of setup and feed (FEEDS.md 5), run as a person runs them. */
import { beforeAll, describe, expect, it } from 'vitest'
import { testNumbersOf } from '../../simulators/municipality/test-numbers.ts'
import { aDiplomasFile, anEnrolmentsFile, aPopulation, aPost } from '../support/places.ts'
import { aFile, aProgram, aProgramPlace, expectOneLine, stack, type Ended, type Program, type ProgramPlace } from '../support/program.ts'

const anna = '200803142389'
const bertil = '200809022395'
const cecilia = '200701222390'

let program: Program
beforeAll(async () => {
  program = await aProgram()
})

const xml = (...posts: string[]): string => aFile('folk*.xml', aPopulation(...posts))
const csv = (...rows: string[]): string => aFile('skolor*.csv', anEnrolmentsFile(...rows))
const threeYouths = (): string => xml(aPost({ number: anna }), aPost({ number: bertil }), aPost({ number: cecilia }))
const all = [cecilia, anna, bertil].map((number) => `${number},${number < '2008' ? '2023' : '2024'}-06-16,,neverStarted,`)

/** A municipality with the three, read on 18 November. */
async function withYouths(): Promise<ProgramPlace> {
  const place = await aProgramPlace()
  expect(await place.run('feed', 'population', threeYouths(), '--on', '2026-11-18')).toMatchObject({ code: 0, stderr: '' })
  return place
}

/** A feed that was refused or stopped: the code and one clear line on stderr, whatever the report on stdout says. */
function expectFeedLine({ code, stdout, stderr }: Ended, expected: number, words: RegExp): void {
  expectOneLine({ code, stdout: '', stderr }, expected, words)
  expect(stdout).not.toMatch(stack)
}

describe('setup', () => {
  it.concurrent('makes a municipality, and may be run again to change its name and term ends', async () => {
    const first = await program.run('setup', '--municipality', '0480', '--name', 'Nyköping', '--term-end', '2024=2024-06-11')
    expect(first).toMatchObject({ code: 0, stdout: '', stderr: 'Lade upp Nyköping (0480), 1 terminsslut.\n' })
    const again = await program.run('setup', '--municipality', '0480', '--term-end', '2024=2024-06-12', '--term-end', '2025=2025-06-10')
    expect(again).toMatchObject({ code: 0, stderr: 'Uppdaterade Nyköping (0480), 2 terminsslut.\n' })
  })

  it.concurrent('counts the first day of responsibility from the term end of the municipality', async () => {
    const place = await aProgramPlace()
    await place.run('setup', '--term-end', '2024=2024-06-11')
    await place.run('feed', 'population', xml(aPost({ number: anna })), '--on', '2026-11-18')
    expect(await place.register('2026-11-18')).toEqual([`${anna},2024-06-12,,neverStarted,`])
  })

  it.concurrent.each(['2024=2024-06-31', '2024=2025-06-11', '24=2024-06-11', '2024', '2024-06-11', ''])(
    'refuses the term end "%s"',
    async (written) => {
      expectOneLine(await program.run('setup', '--municipality', '0482', '--term-end', written), 2, /^lots: --term-end .*2024=2024-06-11/)
    },
  )

  it.concurrent.each(['9999', 'abc', '180', '01800', '0100', ''])('refuses the municipality "%s"', async (code) => {
    expectOneLine(await program.run('setup', '--municipality', code), 2, /^lots: .*0180/)
  })

  it.concurrent('must be run before anything else is asked of a municipality', async () => {
    const asked = [
      ['register', '--csv'],
      ['explain', anna],
      ['nightly'],
      ['feed', 'population', threeYouths()],
      ['runs'],
      ['inbox'],
      ['guard', 'list'],
    ]
    for (const ended of await Promise.all(asked.map((args) => program.run(...args, '--municipality', '0483')))) {
      expectOneLine(ended, 2, './lots setup --municipality 0483')
    }
    expectOneLine(await program.run('register', '--csv'), 2, '--municipality 0180')
  })
})

describe('feed', () => {
  it.concurrent('ends with 0 when every row could be used, for each kind of delivery', async () => {
    const place = await withYouths()
    const enroled = {
      enroledAt: { id: '5d7ef9b1-3f0a-4cf9-8d65-9b3d3f8f4a11' },
      schoolType: 'GY',
      educationCode: 'NA',
      startDate: '2026-08-17',
    }
    const pupil = { id: '0c4a8f1e-2f9b-4b59-9be5-0f2b0f0e2d5c', civicNo: { value: bertil, nationality: 'SWE' }, enrolments: [enroled] }
    const schools = aFile('ss12000.json', JSON.stringify({ data: [pupil], pageToken: null }))
    const diplomas = aFile('betyg.csv', aDiplomasFile(`${cecilia};examen_yrkes;2026-06-09`))
    expect(await place.run('feed', 'schools', schools, '--on', '2026-11-19')).toMatchObject({ code: 0, stderr: '' })
    expect(await place.run('feed', 'diplomas', diplomas, '--on', '2026-11-19')).toMatchObject({ code: 0, stderr: '' })
    const left = [
      `${cecilia},2023-06-16,2026-06-09,neverStarted,completed`,
      all[1],
      `${bertil},2024-06-16,2026-08-17,neverStarted,inEducation`,
    ]
    expect(await place.register('2026-11-19')).toEqual(left)
    const mapping = aFile(
      'karta.json',
      JSON.stringify({ columns: { pnr: 'personnummer', från: 'startdatum' }, constants: { skolform: 'GY' } }),
    )
    const mapped = aFile('annat.csv', `pnr,från,slutdatum,studievagskod,skolenhetskod,avbruten\n${anna},2026-08-17,,SA,1,nej\n`)
    const ended = await place.run('feed', 'enrolments', mapped, '--mapping', mapping, '--source', 'annat', '--on', '2026-11-19')
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    expect(await place.register('2026-11-19')).toContain(`${anna},2024-06-16,2026-08-17,neverStarted,inEducation`)
  })

  it.concurrent('ends with 1 when a row is left for somebody to decide, and uses the other rows', async () => {
    const place = await withYouths()
    const rows = csv(`${anna};XGY;;10000000;2026-08-17;;nej`, `${bertil};GY;SA;10000000;2024-08-19;2026-09-30;ja`)
    expect(await place.run('feed', 'enrolments', rows, '--on', '2026-11-18')).toMatchObject({ code: 1, stderr: '' })
    expect((await place.register('2026-11-18')).at(-1)).toBe(`${bertil},2026-10-01,,interruptedNational,`)
    expect((await place.run('inbox')).stdout).toMatch(/rad 2, skolform: Skolformen XGY är okänd/)
  })

  const good = aPopulation(aPost({ number: anna, on: '2026-11-01', municipality: '1480' }))
  const table = anEnrolmentsFile(`${anna};GY;SA;10000000;2024-08-19;;nej`)
  const broken: readonly (readonly [name: string, feed: string, file: () => string, words: RegExp])[] = [
    ['truncated XML', 'population', () => aFile('avklippt.xml', good.slice(0, -60)), /avklippt\.xml/],
    ['XML with another root', 'population', () => aFile('annat.xml', good.replaceAll('Navetavisering', 'Annat')), /annat\.xml/],
    ['a table instead of XML', 'population', () => aFile('tabell.xml', table), /tabell\.xml/],
    ['an empty file', 'population', () => aFile('tom.xml', ''), /tom\.xml/],
    [
      'a wrong header',
      'enrolments',
      () => aFile('rubrik.csv', table.replace('personnummer', 'pnr')),
      /rubrik\.csv har fel rubrikrad: personnummer/,
    ],
    ['a table cut in a row', 'enrolments', () => aFile('radslut.csv', table.slice(0, -14)), /radslut\.csv.*avklippt/],
    ['a diplomas header that is not one', 'diplomas', () => aFile('betyg.csv', table), /betyg\.csv/],
    ['truncated JSON', 'schools', () => aFile('skola.json', '{"data":[{"id":"a"'), /skola\.json/],
    ['a missing file', 'population', () => '/finns/inte.xml', /Filen \/finns\/inte\.xml finns inte/],
    ['a folder', 'population', () => '/', /är inte en fil/],
  ]
  describe('ends with 2, one clear line and nothing applied', () => {
    let place: ProgramPlace
    beforeAll(async () => {
      place = await withYouths()
    })
    it.each(broken)('for %s', async (_, feed, file, words) => {
      expectFeedLine(await place.run('feed', feed, file(), '--on', '2026-11-19'), 2, words)
      expect(await place.register('2026-11-19')).toEqual(all)
    })
    it('for one broken file among whole ones', async () => {
      const files = [aFile('hel.xml', good), aFile('trasig.xml', good.slice(0, 100))]
      expectFeedLine(await place.run('feed', 'population', ...files, '--on', '2026-11-19'), 2, /trasig\.xml/)
      expect(await place.register('2026-11-19')).toEqual(all)
    })
    it.each([
      ['an unknown feed', ['elever', 'x.csv'], /elever/],
      ['no feed', [], /Leveransslaget/],
      ['no file', ['population'], /minst en fil/],
      ['an unknown flag', ['population', '/', '--kin', 'full'], /--kin\b/],
      ['a flag without its value', ['population', '/', '--on'], /--on\b/],
      ['an unknown kind', ['population', '/', '--kind', 'hel'], /--kind hel.*full eller changes/],
      ['a day that is none', ['population', '/', '--on', '2026-02-30'], /--on 2026-02-30/],
      ['a missing mapping', ['enrolments', '/', '--mapping', '/finns/inte.json'], /\/finns\/inte\.json/],
    ] as const)('for %s', async (_, args, words) => {
      const ended = await place.run('feed', ...args)
      expectOneLine(ended, 2, words)
    })
  })

  it.concurrent('ends with 3 when the guard stops a full read, which a person approves and which is then delivered again', async () => {
    const place = await aProgramPlace()
    const numbers = testNumbersOf(2008)
    const youths = (count: number): string => xml(...numbers.slice(0, count).map((number) => aPost({ number })))
    const full = async (count: number, on: string, ...rest: string[]): Promise<Ended> =>
      place.run('feed', 'population', youths(count), '--kind', 'full', '--on', on, ...rest)
    expect((await full(60, '2026-11-18')).code).toBe(0)
    expect((await full(35, '2026-11-18')).code).toBe(0)
    expect((await full(60, '2026-11-18')).code).toBe(0)
    const before = await place.register('2026-11-19')
    const stopped = await full(34, '2026-11-19', '--json')
    expectFeedLine(stopped, 3, /34 personer mot 60/)
    expect(JSON.parse(stopped.stdout)).toMatchObject({ state: 'stopped', sources: [{ state: 'stopped', people: 34 }] })
    expect(await place.register('2026-11-19')).toEqual(before)
    const waiting = (await place.run('guard', 'list')).stdout
    expect(waiting).toMatch(/population +2026-11-19 +34 +34 personer mot 60/)
    const id = /^\s*(\d+) +population/m.exec(waiting)?.[1] ?? ''
    expectOneLine(await place.run('guard', 'approve', '99999'), 2, /99999/)
    expectOneLine(await place.run('guard', 'approve'), 2, /guard approve/)
    expect(await place.run('guard', 'approve', id)).toMatchObject({ code: 0, stderr: expect.stringContaining('godkänd') })
    expect((await place.run('guard', 'list')).stdout).toBe('Inget väntar.\n')
    expect((await full(34, '2026-11-19')).code).toBe(0)
    expect((await place.register('2026-11-19')).filter((line) => line.endsWith(',moved'))).toHaveLength(26)
  })

  it.concurrent('prints exactly one JSON object on stdout with --json, whatever came of it', async () => {
    const place = await withYouths()
    const files = [threeYouths(), aFile('trasig.xml', good.slice(0, 100))]
    const [done, refused] = await Promise.all(files.map((file) => place.run('feed', 'population', file, '--json', '--on', '2026-11-19')))
    expect(done).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^\{[^\n]*\}\n$/) })
    expect(JSON.parse(done?.stdout ?? '')).toMatchObject({
      kind: 'feed',
      municipality: '0180',
      on: '2026-11-19',
      state: 'done',
      covered: 3,
    })
    expect(refused).toMatchObject({ code: 2, stdout: expect.stringMatching(/^\{[^\n]*\}\n$/) })
    expect(JSON.parse(refused?.stdout ?? '')).toMatchObject({ state: 'refused', sources: [{ source: 'population', state: 'refused' }] })
    const nightly = await place.run('nightly', '--json', '--on', '2026-11-19')
    expect(nightly).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^\{[^\n]*\}\n$/) })
    expect(`${done?.stdout}${refused?.stdout}${nightly.stdout}`).not.toMatch(/\d{12}|Provsson/)
  })
})
