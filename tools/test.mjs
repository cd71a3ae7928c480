/** What `./lots test` runs: every gate, then every test. A gate that fails stops nothing; the last line says how it all went. */
import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { closingLines } from './closing-line.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bin = join(root, 'node_modules', '.bin')
const scratch = mkdtempSync(join(tmpdir(), 'lots-test-'))
// The pinned Node is first on the path, so that every tool started by its first line (#!/usr/bin/env node) runs on it.
const environment = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` }
const filters = process.argv.slice(2)

/** @type {readonly { name: string, command: string, args: string[] }[]} */
const gates = [
  { name: 'typer', command: 'tsc', args: ['--noEmit'] },
  { name: 'format', command: 'oxfmt', args: ['--check'] },
  { name: 'kodregler', command: 'oxlint', args: ['--type-aware', '--deny-warnings', '-f', 'unix'] },
  { name: 'modulgränser', command: 'node', args: ['tools/boundaries/check.mjs'] },
  { name: 'oanvänt', command: 'knip', args: ['--no-progress'] },
  { name: 'renlighet', command: 'node', args: ['tools/hygiene.mjs'] },
]

const total = { passed: 0, failed: 0, skipped: 0 }
const failures = []
const write = (text) => process.stdout.write(`${text}\n`)

let running = null
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
]) {
  process.once(signal, () => {
    running?.kill(signal)
    rmSync(scratch, { recursive: true, force: true })
    process.exit(code)
  })
}

/** Runs a command to its end; its output comes back, or goes straight out when `shown`. */
function run(command, args, { shown = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...environment, ...env },
      stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
    })
    running = child
    let output = ''
    const take = (chunk) => (output += chunk)
    child.stdout?.setEncoding('utf8').on('data', take)
    child.stderr?.setEncoding('utf8').on('data', take)
    child.once('error', ({ message }) => resolve({ code: 127, output: message }))
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

function count(name, isGood, startedAt, detail = '') {
  total[isGood ? 'passed' : 'failed'] += 1
  if (!isGood) failures.push(name)
  write(`${isGood ? 'ok ' : 'FEL'}  ${name.padEnd(14)} ${seconds(startedAt)}`)
  if (!isGood && detail.trim() !== '') write(detail.trimEnd().replaceAll(/^/gm, '     '))
}

const seconds = (startedAt) => `${((performance.now() - startedAt) / 1000).toFixed(1).replace('.', ',')} s`

/** Which project has test files for these filters; null when vitest could not say. */
async function testFiles(project) {
  const file = join(scratch, `${project}.files.json`)
  const { code } = await run('vitest', ['list', '--filesOnly', `--json=${file}`, '--project', project, ...filters])
  try {
    return code === 0 ? JSON.parse(readFileSync(file, 'utf8')).length : null
  } catch {
    return null
  }
}

/** Every test counts; a run that broke without a failed test counts as one that failed. */
async function runTests(name, project, env = {}) {
  const startedAt = performance.now()
  const file = join(scratch, `${project}.counts.json`)
  const { code } = await run('vitest', ['run', '--project', project, ...filters], { shown: true, env: { ...env, LOTS_COUNTS: file } })
  let counts = { passed: 0, failed: 0, skipped: 0 }
  try {
    counts = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    write(`FEL  ${name}: vitest lämnade inget resultat`)
  }
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1
  for (const kind of ['passed', 'failed', 'skipped']) total[kind] += counts[kind]
  if (counts.failed > 0) failures.push(`${name} (${counts.failed})`)
  write(
    `${counts.failed === 0 ? 'ok ' : 'FEL'}  ${name.padEnd(14)} ${seconds(startedAt)}, ${counts.passed} av ${counts.passed + counts.failed} prov`,
  )
}

function findChromium() {
  const places = (environment.PATH ?? '').split(delimiter).map((folder) => join(folder, 'chromium'))
  return [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', ...places].find((path) => {
    try {
      accessSync(path ?? '', constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

const exists = (command) => spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0

/** Installs a Debian package when we may; says on stderr what it was for and, if it failed, why. */
async function install(name, what) {
  if (process.getuid?.() !== 0 || !exists('apt-get')) return
  process.stderr.write(`Installerar ${what} (en gång, någon minut) ...\n`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const updated = await run('apt-get', ['update', '-q'], { env })
  const installed = updated.code === 0 ? await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { env }) : updated
  if (installed.code !== 0) process.stderr.write(installed.output.split('\n').slice(-15).join('\n'))
}

const popplerPrograms = ['pdfinfo', 'pdftotext', 'pdffonts']

/** Documents are read by another program than the one that made them. Without it their tests fail, and this says why. */
async function findPoppler() {
  const startedAt = performance.now()
  if (popplerPrograms.every(exists)) return
  await install('poppler-utils', 'poppler för proven av PDF')
  if (popplerPrograms.every(exists)) return
  count(
    'poppler',
    false,
    startedAt,
    'pdfinfo saknas, som läser PDF i proven. Installera det (Debian, Ubuntu: sudo apt-get install poppler-utils).',
  )
}

async function runBrowserTests() {
  if ((await testFiles('browser')) === 0) return
  const startedAt = performance.now()
  if (findChromium() === undefined) await install('chromium', 'webbläsaren Chromium för webbläsarproven')
  const chromium = findChromium()
  if (chromium === undefined) {
    count(
      'webbläsarprov',
      false,
      startedAt,
      'Chromium saknas. Installera det (Debian, Ubuntu: sudo apt-get install chromium)\neller ange var det finns: CHROMIUM_PATH=/sökväg/till/chromium ./lots test',
    )
    return
  }
  await runTests('webbläsarprov', 'browser', { CHROMIUM_PATH: chromium })
}

if (filters.length === 0) {
  for (const { name, command, args } of gates) {
    const startedAt = performance.now()
    const { code, output } = await run(command, args)
    count(name, code === 0, startedAt, output)
  }
}
const before = total.passed + total.failed
if (filters.length === 0 || (await testFiles('unit')) !== 0) {
  await findPoppler()
  await runTests('prov', 'unit')
}
await runBrowserTests()
if (total.passed + total.failed === before) {
  total.failed += 1
  failures.push('inget prov motsvarar filtret')
}
rmSync(scratch, { recursive: true, force: true })

write(failures.length === 0 ? '\nAllt gick bra.' : `\nDet här gick inte bra: ${failures.join(', ')}`)
process.exitCode = total.failed === 0 ? 0 : 1
process.stdout.write(closingLines(total))
