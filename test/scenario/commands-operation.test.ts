/** Nights, sources, the inbox and the runs, help, and what commands say when the machine fails them (FEEDS.md 5). */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../src/platform/project.ts'
import { anEnrolmentsFile, aPopulation, aPost } from '../support/places.ts'
import {
  aFile,
  aFolder,
  aProgram,
  aProgramPlace,
  ended,
  expectOneLine,
  runProgram,
  stack,
  startProgram,
  type ProgramPlace,
} from '../support/program.ts'

const anna = '200803142389'
const bertil = '200809022395'
const row = (number: string, form = 'GY'): string => `${number};${form};SA;10000000;2024-08-19;;nej`

describe('the night', () => {
  let place: ProgramPlace
  const [people, schools] = [aFolder, aFolder].map((make) => make())
  beforeAll(async () => {
    place = await aProgramPlace()
  })
  type Report = {
    state: string
    sources: { source: string; state: string; reason: string | null; ageDays: number | null }[]
    entered: { total: number }
  }
  async function night(on: string, code: number): Promise<Report> {
    const one = await place.run('nightly', '--on', on, '--json')
    expect([one.code, one.stdout]).toEqual([code, expect.stringMatching(/^\{[^\n]*\}\n$/)])
    expect(one.stderr).not.toMatch(stack)
    return JSON.parse(one.stdout) as Report
  }
  const states = ({ sources }: Report): string[] => sources.map(({ source, state, ageDays }) => `${source} ${state} ${ageDays}`)

  it('has no sources until somebody adds them', async () => {
    expect((await night('2026-11-17', 0)).sources).toEqual([])
    const added = await place.run('source', 'add', 'folkbokföring', '--feed', 'population', '--folder', people ?? '')
    expect(added).toMatchObject({ code: 0, stdout: '', stderr: 'Källan folkbokföring hämtas från nästa natt.\n' })
    expect(await place.run('source', 'add', 'elevdatabas', '--feed', 'enrolments', '--folder', schools ?? '')).toMatchObject({ code: 0 })
    expect(await place.run('source', 'add', 'tillfällig', '--feed', 'diplomas', '--folder', schools ?? '')).toMatchObject({ code: 0 })
    expect(await place.run('source', 'remove', 'tillfällig')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('hämtas inte längre'),
    })
    const { stdout } = await place.run('source', 'list')
    expect(stdout).toMatch(/folkbokföring +population [^]*elevdatabas +enrolments /)
    expect(stdout).toContain(people)
    expect(stdout).not.toContain('tillfällig')
  })

  it('reads a new file of a folder once', async () => {
    aFile('2026-11-18.xml', aPopulation(aPost({ number: anna }), aPost({ number: bertil })), people)
    const first = await night('2026-11-18', 0)
    expect([states(first), first.entered.total]).toEqual([['folkbokföring good 0', 'elevdatabas nothing-new null'], 2])
    expect(states(await night('2026-11-19', 0))).toEqual(['folkbokföring nothing-new 1', 'elevdatabas nothing-new null'])
  })

  it('goes on with the other sources when one is broken, and ends with 2', async () => {
    aFile('2026-11-20.xml', aPopulation(aPost({ number: anna, on: '2026-11-10', municipality: '1480' })).slice(0, -30), people)
    aFile('2026-11-20.csv', anEnrolmentsFile(row(bertil)), schools)
    const report = await night('2026-11-20', 2)
    expect(states(report)).toEqual(['folkbokföring refused 2', 'elevdatabas good 0'])
    expect(report.sources[0]?.reason).toMatch(/2026-11-20\.xml/)
    const covered = await place.register('2026-11-20')
    expect(covered).toEqual([`${anna},2024-06-16,,neverStarted,`])
  })

  it('leaves the rows it could not decide in the inbox, with what to do, until they are right', async () => {
    aFile('2026-11-21.csv', anEnrolmentsFile(row(bertil), row(anna, 'XGY')), schools)
    expect((await night('2026-11-21', 1)).state).toBe('exceptions')
    const inbox = await place.run('inbox')
    expect(inbox).toMatchObject({ code: 0, stderr: '' })
    expect(inbox.stdout).toMatch(/^\d+\. elevdatabas, 2026-11-21\.csv, rad 3, skolform: .*XGY.* \(sedan 2026-11-21\)\n +Avgör/)
    const { stdout } = await place.run('inbox', '--json')
    expect(stdout).toMatch(/^\{[^\n]*\}\n$/)
    expect(JSON.parse(stdout)).toMatchObject({ municipality: '0180', open: [{ source: 'elevdatabas', field: 'skolform' }] })
    expect(stdout + inbox.stdout).not.toMatch(/\d{12}/)
    const id = /^\d+/.exec(inbox.stdout)?.[0] ?? ''
    expectOneLine(await place.run('inbox', 'close', id), 2, /--by/)
    expect(await place.run('inbox', 'close', id, '--by', 'Ada Ek')).toMatchObject({ code: 0, stderr: `Undantag ${id} är stängt.\n` })
    expectOneLine(await place.run('inbox', 'close', id, '--by', 'Ada Ek'), 2, /redan stängt/)
    aFile('2026-11-22.csv', anEnrolmentsFile(row(bertil)), schools)
    await night('2026-11-22', 0)
    expect((await place.run('inbox')).stdout).toBe('Undantagskorgen är tom.\n')
  })

  it('leaves every run on record, newest first', async () => {
    const { code, stdout } = await place.run('runs', '--json')
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^\{[^\n]*\}\n$/)])
    const { runs } = JSON.parse(stdout) as { runs: { on_day: string; kind: string; state: string }[] }
    expect(runs.map(({ on_day, state }) => `${on_day} ${state}`)).toEqual([
      ...['2026-11-22 done', '2026-11-21 exceptions', '2026-11-20 refused', '2026-11-19 done', '2026-11-18 done', '2026-11-17 done'],
    ])
    const table = (await place.run('runs')).stdout.split('\n')
    expect([table[0], table.length]).toEqual([expect.stringMatching(/^Körning +Slag +Dag +Läge +Kom in +Lämnade +Omfattas$/), 9])
  })

  it('refuses a source that is not whole, in one line', async () => {
    const refused: readonly (readonly [args: readonly string[], words: RegExp])[] = [
      [['add', 'ny', '--feed', 'elever', '--folder', '/'], /--feed population/],
      [['add', 'ny', '--feed', 'schools'], /--folder MAPP eller --url/],
      [['add', 'ny', '--feed', 'population', '--folder', '/', '--kind', 'hel'], /går inte att spara/],
      [['add', 'ny', '--feed', 'schools', '--url', 'inte en adress', '--auth', 'bearer', '--secret-env', 'X'], /går inte att spara/],
      [['add', 'ny', '--feed', 'schools', '--url', 'http://localhost/', '--auth', 'bearer'], /går inte att spara/],
      [['remove', 'finns-inte'], /finns inte/],
      [['flytta', 'ny'], /source list/],
    ]
    for (const [args, words] of refused) expectOneLine(await place.run('source', ...args), 2, words)
  })
})

describe('every command', () => {
  const flags: Readonly<Record<string, readonly string[]>> = {
    demo: ['--port', '--data'],
    setup: ['--municipality', '--name', '--term-end', '--data'],
    feed: ['--municipality', '--kind', '--source', '--mapping', '--on', '--json', '--data'],
    nightly: ['--municipality', '--on', '--json', '--data'],
    register: ['--municipality', '--on', '--as-known-at', '--csv', '--data'],
    explain: ['--municipality', '--on', '--as-known-at', '--json', '--data'],
    source: ['--municipality', '--feed', '--folder', '--url', '--auth', '--secret-env', '--kind', '--mapping'],
    guard: ['--municipality'],
    inbox: ['--municipality', '--json'],
    outreach: ['--municipality', '--json', '--data'],
    person: ['--municipality', '--from', '--until', '--ground', '--by', '--source', '--withdraw', '--on'],
    runs: ['--municipality', '--json'],
    start: ['--port', '--data'],
    bench: ['--size', '--json', '--data'],
  }

  it.concurrent('explains itself with --help and names its flags, without a database', async () => {
    const where = { databaseUrl: 'postgres://127.0.0.1:1/ingen' }
    const overview = await runProgram(where, '--help')
    expect(overview).toMatchObject({ code: 0, stderr: '' })
    const missing: string[] = []
    const asked = Object.keys(flags).map(async (name) => [name, await runProgram(where, name, '--help')] as const)
    for (const [name, { code, stdout, stderr }] of await Promise.all(asked)) {
      expect([name, code, stderr]).toEqual([name, 0, ''])
      expect(stdout).toMatch(new RegExp(`^\\./lots ${name}\\b`))
      if (!new RegExp(`^ +${name} `, 'm').test(overview.stdout)) missing.push(`${name} in --help`)
      missing.push(...(flags[name] ?? []).filter((flag) => !stdout.includes(flag)).map((flag) => `${name} ${flag}`))
    }
    expect(missing).toEqual([])
  })

  it.concurrent('that is unknown is refused in one line, and none at all gets the overview', async () => {
    const where = { databaseUrl: 'postgres://127.0.0.1:1/ingen' }
    expectOneLine(await runProgram(where, 'registret'), 2, /registret finns inte/)
    expect(await runProgram(where)).toMatchObject({ code: 2, stdout: expect.stringContaining('./lots KOMMANDO') })
  })
})

describe('when the machine fails it', () => {
  it.concurrent('says in one line that the database does not answer, or that its address cannot be read, and ends with 70', async () => {
    const file = aFile('folk.xml', aPopulation())
    const down = { databaseUrl: 'postgres://lots:hemligt@127.0.0.1:1/ingen' }
    for (const args of [['register', '--csv'], ['setup'], ['nightly', '--json'], ['feed', 'population', file, '--json']]) {
      const one = await runProgram(down, ...args, '--municipality', '0180')
      expectOneLine(one, 70, /^lots: Databasen svarar inte/)
      expect(one.stderr).not.toContain('hemligt')
    }
    expectOneLine(await runProgram({ databaseUrl: 'mysql://x' }, 'runs', '--municipality', '0180'), 70, /DATABASE_URL/)
  })

  it.concurrent('says in one line that somebody else has the port, and ends with 70', async () => {
    const { where } = await aProgram()
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', () => resolve()))
    const port = String((taken.address() as AddressInfo).port)
    expectOneLine(await runProgram(where, 'start', '--port', port), 70, /Porten används redan.*--port/)
    expectOneLine(await runProgram(where, 'start', '--port', 'tre'), 2, /--port tre/)
    taken.close()
  })

  it.concurrent('is quiet when the reader of its output has left', async () => {
    const place = await aProgramPlace()
    for (const args of [
      ['register', '--csv'],
      ['runs', '--json'],
      ['register', '--help'],
    ]) {
      const child = startProgram(place.where, [...args, '--municipality', '0180'])
      child.stdout?.destroy()
      expect((await ended(child)).stderr).toBe('')
    }
  })
})

const example = join(projectRoot, '..', 'shared', 'formats', 'example')

/** Processes whose command line names the folder. */
const running = (folder: string): string[] =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(folder) && line.includes('postgres'))

describe('with the embedded database', () => {
  it.concurrent('two commands at once share one server, and none is left when all have ended', async () => {
    const where = { dataFolder: aFolder() }
    const run = (...args: string[]) => runProgram(where, ...args, '--municipality', '0180')
    expect(await run('setup')).toMatchObject({ code: 0 })
    const file = aFile('folk.xml', aPopulation(aPost({ number: anna })))
    const [fed, other] = await Promise.all([run('feed', 'population', file, '--on', '2026-11-18'), run('setup', '--name', 'Stockholm')])
    expect([fed, other]).toMatchObject([{ code: 0, stderr: '' }, { code: 0 }])
    expect((await run('register', '--csv', '--on', '2026-11-18')).stdout).toMatch(/\n200803142389,2024-06-16,,neverStarted,\n$/)
    expect(running(where.dataFolder)).toEqual([])
  })

  it.skipIf(!existsSync(example))('the example of FEEDS.md gives its expected register', async () => {
    const where = { dataFolder: join(aFolder(), 'data') }
    mkdirSync(where.dataFolder, { mode: 0o700 })
    const run = (...args: string[]) => runProgram(where, ...args, '--municipality', '0180')
    const feed = (name: string, file: string, on: string, ...rest: string[]) => run('feed', name, join(example, file), '--on', on, ...rest)
    const ends = ['--term-end', '2022=2022-06-10', '--term-end', '2024=2024-06-12']
    expect(await run('setup', '--name', 'Stockholm', ...ends)).toMatchObject({ code: 0 })
    for (const fed of [
      await feed('population', 'population-full.xml', '2026-11-19', '--kind', 'full'),
      await feed('enrolments', 'enrolments.csv', '2026-11-19', '--kind', 'full'),
      await feed('diplomas', 'diplomas.csv', '2026-11-19', '--kind', 'full'),
      await feed('population', 'population-changes.xml', '2026-11-20'),
    ]) {
      expect([fed.stderr, fed.code === 0 || fed.code === 1]).toEqual(['', true])
    }
    const { stdout } = await run('register', '--on', '2026-11-21', '--csv')
    expect(stdout).toBe(readFileSync(join(example, 'expected-register.csv'), 'utf8'))
    expect(running(where.dataFolder)).toEqual([])
  })
})
