/** ./lots return, run as a person and a program run it: built, checked, delivered, mended, and told apart; nothing half written. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../support/feed-files.ts'
import { aPopulation, aPost } from '../support/places.ts'
import { aFile, aFolder, aProgramPlace, expectOneLine, type ProgramPlace } from '../support/program.ts'

let place: ProgramPlace
const [anna, dan] = [aNumber('20080101'), aNumber('20080104', '239')]
const returns = (...args: readonly string[]) => place.run('return', ...args)
const hear = (on: string, ...posts: string[]) =>
  place.run('feed', 'population', aFile('population*.xml', aPopulation(...posts)), '--kind', 'changes', '--on', on)
const h1 = ['--half', '2026H1'] as const
const said = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>

beforeAll(async () => {
  place = await aProgramPlace()
  await hear('2026-01-10', aPost({ number: anna }), aPost({ number: dan }))
})

describe('return build and check', () => {
  it('writes the file and the same rows as Excel, and says that the profile is a draft', async () => {
    const out = join(aFolder(), 'uppgiften')
    const { code, stdout, stderr } = await returns('build', ...h1, '--out', out)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('Halvårsuppgiften 2026H1 för 0180: 2 ungdomar, 2 rader.')
    expect(stdout).toContain('Utkast: inte kontrollerat mot SCB:s filbeskrivning.')
    expect(readdirSync(out).toSorted()).toEqual(['kaa-0180-2026H1.csv', 'kaa-0180-2026H1.xlsx'])
    const bytes = readFileSync(join(out, 'kaa-0180-2026H1.csv'))
    const lines = bytes.toString('latin1').split('\r\n')
    expect(lines.slice(1)).toEqual([`1;${anna};0180;2024-06-16;05;0;;;;;;;;;;;`, `1;${dan};0180;2024-06-16;05;0;;;;;;;;;;;`, ''])
    expect(stdout).toContain(createHash('sha256').update(bytes).digest('hex'))
  })

  it('answers in JSON', async () => {
    const { stdout } = await returns('check', ...h1, '--json')
    expect(said(stdout)).toMatchObject({
      half: '2026H1',
      errors: 0,
      warnings: 2,
      counts: { youths: 2, rows: 2 },
      profile: { status: 'draft' },
    })
    expect(stdout).not.toContain(anna)
  })

  it('shows what is broken, where it is mended, and writes it as Excel', async () => {
    const out = aFolder()
    const { code, stdout } = await returns('check', ...h1, '--out', out)
    expect(code).toBe(0)
    expect(stdout).toMatch(/varning +Ingen har frågat vad ungdomen gör +\d{12} .*\/ungdomar\/[0-9a-f-]{36}\/sysselsattning/)
    expect(readdirSync(out)).toEqual(['kaa-0180-2026H1-kontroller.xlsx'])
  })

  it('answers as it was known: before the register had heard of anybody there are no rows, and it says so', async () => {
    const { code, stdout } = await returns('check', ...h1, '--as-known-at', '2026-01-05')
    expect(code).toBe(0)
    expect(stdout).toContain('0 ungdomar, 0 rader.\nUppgiften har inga ungdomar.')
  })

  it.each<[string, readonly string[], string]>([
    ['an unknown verb', ['send'], 'Skriv return build'],
    ['no half-year', ['build', '--out', 'x'], 'Ange --half'],
    ['a half-year that does not exist', ['check', '--half', '2026H3'], 'Halvåret finns inte'],
    ['one without a profile', ['check', '--half', '2025H2'], 'ingen profil'],
    ['nothing to compare with', ['diff', ...h1], 'inte levererat'],
    ['a delivery of the past', ['deliver', ...h1, '--out', 'x', '--as-known-at', '2026-07-01'], 'Ta bort --as-known-at'],
    ['a strange number to replace', ['deliver', ...h1, '--out', 'x', '--replaces', 'allt'], 'inte en leverans nummer'],
  ])('%s is refused with one clear line', async (_, args, words) => expectOneLine(await returns(...args), 2, words))

  it('leaves nothing half written where it cannot write', async () => {
    const file = aFile('upptagen', 'en fil')
    expectOneLine(await returns('build', ...h1, '--out', file), 2, 'Välj en annan mapp')
    expect(readFileSync(file, 'utf8')).toBe('en fil')
  })
})

describe('return profile', () => {
  it('is written out, changed by hand and saved; what is wrong is refused by the name of its field', async () => {
    const out = aFolder()
    await returns('profile', ...h1, '--out', out)
    const path = join(out, 'profil-2026H1.json')
    const profile = said(readFileSync(path, 'utf8')) as { codes: { entryReasons: Record<string, string> } }
    const { neverStarted: _, ...others } = profile.codes.entryReasons
    writeFileSync(path, JSON.stringify({ ...profile, kolumner: [], codes: { ...profile.codes, entryReasons: others } }))
    const refused = await returns('profile', ...h1, '--from', path)
    expectOneLine(refused, 2, 'codes.entryReasons.neverStarted: Kod saknas.')
    expect(refused.stderr).toContain('kolumner: Fältet finns inte.')
    writeFileSync(path, JSON.stringify(profile))
    expect(await returns('profile', ...h1, '--from', path)).toMatchObject({ code: 0, stdout: expect.stringContaining('version 1') })
    expectOneLine(await returns('profile', ...h1, '--from', join(out, 'saknas.json')), 2, 'finns inte')
    writeFileSync(path, '{')
    expectOneLine(await returns('profile', ...h1, '--from', path), 2, 'Den ska vara JSON')
  })

  it('of a half-year without one begins with another half-year’s, as a draft', async () => {
    const { stdout } = await returns('profile', '--half', '2025h2')
    expect(said(stdout)).toMatchObject({ half: '2025H2', status: 'draft' })
  })
})

describe('return deliver, receipt and diff', () => {
  it('delivers once, receives once, says what has changed since, and builds the delivered file again', async () => {
    const out = aFolder()
    const first = await returns('deliver', ...h1, '--out', out, '--json')
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' })
    const { sha256, asKnownAt } = said(first.stdout) as { sha256: string; asKnownAt: string }
    const delivered = readFileSync(join(out, 'kaa-0180-2026H1.csv'))
    expect(createHash('sha256').update(delivered).digest('hex')).toBe(sha256)

    const again = await returns('deliver', ...h1, '--out', join(out, 'igen'))
    expectOneLine(again, 3, 'Skriv --replaces 1.')
    expect(existsSync(join(out, 'igen'))).toBe(false)
    expect((await returns('receipt', 'SCB-118', ...h1)).stdout).toContain('kvittens SCB-118')
    expectOneLine(await returns('receipt', 'SCB-119', ...h1), 2, 'har redan en kvittens')
    expect(await returns('diff', ...h1)).toMatchObject({ code: 0, stdout: expect.stringContaining('inget är ändrat') })

    expect(await hear('2026-11-20', aPost({ number: dan, municipality: '1480', on: '2026-06-15' }))).toMatchObject({ code: 0 })
    const diff = await returns('diff', ...h1, '--out', out)
    expect(diff.code).toBe(1)
    expect(diff.stdout).toMatch(new RegExp(`${dan} +Ansvaret upphört +ny rad +2026-06-15 +(sen|rättad) uppgift: folkbokföring`))
    expect(diff.stdout).toContain('1 ny rad, 0 borta, 0 ändrade.')
    expect(said((await returns('diff', ...h1, '--json')).stdout)).toMatchObject({ added: 1, gone: 0, changed: 0, isSame: false })

    const rebuilt = join(out, 'igen')
    await returns('build', ...h1, '--as-known-at', asKnownAt, '--out', rebuilt)
    expect(readFileSync(join(rebuilt, 'kaa-0180-2026H1.csv'))).toEqual(delivered)
    expect(await returns('deliver', ...h1, '--out', out, '--replaces', '1')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('leverans 2 av 2026H1'),
    })
    expect(readFileSync(join(out, 'kaa-0180-2026H1.csv'))).not.toEqual(delivered)
  })

  it('an empty half-year is delivered only when it is said, and one that is not over never', async () => {
    const out = join(aFolder(), 'tom')
    expectOneLine(await returns('deliver', '--half', '2018H2', '--out', out), 3, '--empty-is-right')
    expect(existsSync(out)).toBe(false)
    expect(await returns('deliver', '--half', '2018H2', '--out', out, '--empty-is-right')).toMatchObject({ code: 0 })
    expect(readFileSync(join(out, 'kaa-0180-2018H2.csv'), 'latin1')).toMatch(/^Personnr;[^\n]*\r\n$/)
  })
})
