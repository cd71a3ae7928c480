/**
 * The boundaries gate: who may know whom, whose tables a store names, what things are called.
 * dependency-cruiser cannot read TypeScript 7 and then cruises nothing with exit code 0; so it has its own
 * TypeScript here, and the gate first proves itself on a tree with one planted fault for each rule.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { faultsIn } from './schemas.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const project = join(here, '..', '..')
const fewest = 40
const require = createRequire(import.meta.url)

function installOwnDependencies() {
  const { devDependencies } = require('./package.json')
  const installed = (name) => {
    const manifest = join(here, 'node_modules', name, 'package.json')
    return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : null
  }
  if (Object.entries(devDependencies).every(([name, version]) => installed(name) === version)) return
  process.stderr.write('Installerar det som modulgränserna kontrolleras med ...\n')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('npm ci misslyckades i tools/boundaries')
}

function sources(root) {
  const files = []
  const walk = (folder) => {
    for (const name of readdirSync(folder)) {
      const path = join(folder, name)
      if (statSync(path).isDirectory()) walk(path)
      else if (/\.tsx?$/.test(name)) files.push(relative(root, path))
    }
  }
  for (const folder of ['src', 'simulators', 'bench', 'test']) if (existsSync(join(root, folder))) walk(join(root, folder))
  return files.toSorted()
}

/** @returns the faults of a tree, and how many modules under src were read */
function examine(root) {
  const folders = ['src', 'simulators', 'bench', 'test'].filter((folder) => existsSync(join(root, folder)))
  const entry = join(here, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [entry, '--config', join(here, 'rules.cjs'), '--output-type', 'json', ...folders],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 512 * 1024 * 1024,
    },
  )
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser svarade inte: ${stderr || stdout}`)
  const { modules, summary } = JSON.parse(stdout)
  const arrows = summary.violations.map(({ from, to, rule, cycle }) => {
    const way = cycle === undefined ? to : cycle.map(({ name }) => name).join(' -> ')
    return { file: from, line: 1, fault: rule.name, says: `${rule.name}: -> ${way}` }
  })
  const read = modules.filter(({ source }) => source.startsWith('src/')).length
  return { read, faults: [...arrows, ...faultsIn(require('typescript'), root, sources(root))] }
}

const keyOf = ({ file, fault }) => `${file}: ${fault}`

/** The planted tree must fail with exactly what its files say they break, and every rule must be among them. */
function proveItself() {
  const planted = join(here, 'fixture', 'planted')
  const expected = sources(planted).flatMap((file) =>
    [...readFileSync(join(planted, file), 'utf8').matchAll(/^\/\/ breaks: (.+)$/gm)].map(([, fault]) => keyOf({ file, fault })),
  )
  const found = new Set(examine(planted).faults.map(keyOf))
  const { forbidden } = require('./rules.cjs')
  const unplanted = forbidden.filter(({ name }) => !expected.some((key) => key.endsWith(`: ${name}`)))
  return [
    ...expected.filter((key) => !found.has(key)).map((key) => `provet: ett planterat fel upptäcktes inte: ${key}`),
    ...[...found].filter((key) => !expected.includes(key)).map((key) => `provet: falskt larm: ${key}`),
    ...unplanted.map(({ name }) => `provet: regeln ${name} har inget planterat fel i fixture/planted`),
    ...examine(join(here, 'fixture', 'clean')).faults.map((fault) => `provet: falskt larm i det rena trädet: ${keyOf(fault)}`),
  ]
}

try {
  installOwnDependencies()
  const { read, faults } = examine(project)
  const lines = [...proveItself(), ...faults.map(({ file, line, says }) => `${file}:${line} ${says}`)]
  if (read < fewest) lines.push(`bara ${read} moduler under src lästes; minst ${fewest} väntades`)
  for (const line of lines) process.stdout.write(`${line}\n`)
  process.stdout.write(`Modulgränser: ${read} moduler, ${lines.length === 0 ? 'inga avvikelser' : `${lines.length} avvikelser`}\n`)
  process.exitCode = lines.length === 0 ? 0 : 1
} catch (error) {
  process.stdout.write(`Modulgränser: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
