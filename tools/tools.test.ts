/** The gates are only worth something if a planted fault is found. Faults are put together here so that this file has none of its own. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { closingLines, countsOf, type CountedModule } from './closing-line.ts'
import { faultsUnder } from './hygiene.mjs'

const root = resolve(import.meta.dirname, '..')
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder outside the repository with these files in it, and the project's packages. */
function aFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lots-gates-'))
  folders.push(folder)
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

const tool = (name: string, args: readonly string[], cwd: string) =>
  spawnSync(join(root, 'node_modules', '.bin', name), args, {
    cwd,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`,
      LOTS_COUNTS: undefined,
      NO_COLOR: '1',
    },
  })

/** Ten digits that pass as somebody's: the check digit is put on here. */
function withCheckDigit(nine: string): string {
  const sum = Array.from(nine, Number).reduce((total, digit, index) => {
    const weighted = digit * (index % 2 === 0 ? 2 : 1)
    return total + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return `${nine}${(10 - (sum % 10)) % 10}`
}

describe('hygiene', () => {
  const found = (content: string, name = 'a.ts') => faultsUnder(aFolder({ [name]: content }))

  it.each([
    ['a personnummer', `20${withCheckDigit('080214101')}`],
    ['a personnummer with a hyphen', `${withCheckDigit('080214101').slice(0, 6)}-${withCheckDigit('080214101').slice(6)}`],
    ['a samordningsnummer', `20${withCheckDigit('080274101')}`],
    ['a personnummer in a line of a file', `a;20${withCheckDigit('080214101')};b`],
    ['a path of one machine', `cd ${['', 'root', 'x'].join('/')}`],
    ['a home folder', `'${['', 'home', 'anna'].join('/')}'`],
    ['a home folder', ['', 'home', 'anna'].join('/')],
    ['a heavy file', 'x'.repeat(1_000_001)],
  ])('finds %s', (_, content) => {
    expect(found(content)).toHaveLength(1)
  })

  it("finds a registry's address in a lock file", () => {
    expect(found('"resolved": "https://registry.example/a.tgz"', 'package-lock.json')).toHaveLength(1)
  })

  it.each([
    ["Skatteverket's test number", '200401012380'],
    [
      'a number whose check digit is wrong',
      `20${withCheckDigit('080214101').slice(0, 9)}${(Number(withCheckDigit('080214101')[9]) + 1) % 10}`,
    ],
    ['a number whose day does not exist', `20${withCheckDigit('080231101')}`],
    ['an organisation number', '212000-0142'],
    ['a longer number', `1${withCheckDigit('080214101')}20080214`],
    ['an address on the web', 'https://example.org/home/page'],
    ['a folder of our own', 'docs/work/page.md'],
  ])('lets %s be', (_, content) => {
    expect(found(content)).toEqual([])
  })

  it('says where, and never repeats the number', () => {
    const number = `20${withCheckDigit('080214101')}`
    const [line] = found(`first\n${number}`)
    expect(line).toMatch(/^a\.ts:2 /)
    expect(line).not.toContain(number)
  })
})

describe('the closing line', () => {
  const aModule = (states: readonly string[], errors = 0, suiteErrors: readonly number[] = []): CountedModule => ({
    errors: () => Array.from({ length: errors }),
    children: {
      allTests: () => states.map((state) => ({ result: () => ({ state }) })),
      allSuites: () => suiteErrors.map((length) => ({ errors: () => Array.from({ length }) })),
    },
  })

  it('counts every test, every file and group that broke, and every error that nobody caught', () => {
    const modules = [aModule(['passed', 'passed', 'failed', 'skipped', 'pending']), aModule([], 1), aModule(['passed'], 0, [2, 0])]
    expect(countsOf(modules, [new Error('loose')])).toEqual({ passed: 3, failed: 5, skipped: 1 })
  })

  it('has skipped tests on a line of their own', () => {
    expect(closingLines({ passed: 2, failed: 0, skipped: 3 })).toBe('3 skipped\n2 passed, 0 failed\n')
    expect(closingLines({ passed: 2, failed: 1, skipped: 0 })).toBe('2 passed, 1 failed\n')
  })

  it('is the last line of a real run', () => {
    const start = "import { beforeAll, describe, expect, it } from 'vitest'\n"
    const folder = aFolder({
      'good.test.ts': `${start}it('is', () => { expect(1).toBe(1) })\nit.skip('is not run', () => {})`,
      'bad.test.ts': `${start}it('is not', () => { expect(1).toBe(2) })`,
      'broken.test.ts': "throw new Error('does not load')",
      'hook.test.ts': `${start}describe('group', () => { beforeAll(() => { throw new Error('no') }); it('waits', () => {}) })`,
    })
    const { stdout, status } = tool('vitest', ['run', '--root', folder, `--reporter=${join(root, 'tools', 'closing-line.ts')}`], folder)
    expect(stdout.trimEnd().split('\n').slice(-2)).toEqual(['2 skipped', '1 passed, 3 failed'])
    expect(status).toBe(1)
  })
})

describe('the code rules', () => {
  const {
    ignorePatterns: _,
    $schema: __,
    ...rules
  } = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as Record<string, unknown>
  const tsconfig = JSON.stringify({
    compilerOptions: { strict: true, module: 'nodenext', noEmit: true, types: ['node'] },
    include: ['src'],
  })

  function rulesBroken(path: string, content: string): string[] {
    const folder = aFolder({
      '.oxlintrc.json': JSON.stringify(rules),
      'tsconfig.json': tsconfig,
      'package.json': '{"type":"module"}',
      [path]: content,
    })
    const { stdout } = tool('oxlint', ['--type-aware', '-f', 'json', 'src'], folder)
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string }[] }
    return diagnostics.map(({ code }) => code.replace(/^.*\((.*)\)$/, '$1')).toSorted()
  }

  it.each([
    ['a clock', 'export const today = () => new Date()', 'no-restricted-globals'],
    ['chance', 'export const chance = () => Math.random()', 'no-restricted-properties'],
    ['a machine', "import { readFileSync } from 'node:fs'\nexport const read = readFileSync", 'no-restricted-imports'],
    ['a store', "export { find } from '../person.store.ts'", 'no-restricted-imports'],
  ])('let no rule know %s', (_name, content, rule) => {
    expect(rulesBroken('src/planted.rules.ts', content)).toEqual([rule])
  })

  it.each([
    [
      'an identity number in a template',
      'class IdentityNumber { toString(): string { return "" } }\nexport const leak = (number: IdentityNumber) => `number ${number}`',
      'restrict-template-expressions',
    ],
    [
      'a promise nobody waits for',
      'const save = () => Promise.resolve(1)\nexport const act = () => {\n  save()\n}',
      'no-floating-promises',
    ],
    [
      'a state without an answer',
      'export function answer(state: "a" | "b"): string {\n  switch (state) {\n    case "a":\n      return "yes"\n  }\n  return ""\n}',
      'switch-exhaustiveness-check',
    ],
    ['any', 'export const parse = (text: any): string => String(text)', 'no-explicit-any'],
    ['a print', 'export const show = () => console.log("x")', 'no-console'],
    ['a long function', `export function long(): void {\n${'  void 0\n'.repeat(31)}}`, 'max-lines-per-function'],
    ['a long file', 'export {}\n'.repeat(251), 'max-lines'],
  ])('find %s', (_name, content, rule) => {
    expect(rulesBroken('src/planted.ts', content)).toContain(rule)
  })
})
