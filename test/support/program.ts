/** The built program as a person runs it: a process of its own, its exit code and what it wrote on each stream. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/project.ts'
import { expect } from 'vitest'
import { newDatabase } from './places.ts'

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** Where a command finds its database: a server's URL, or a data folder with the embedded one. */
export type Where = { readonly databaseUrl: string } | { readonly dataFolder: string }

/** Starts the program as ./lots does. With a data folder there is no DATABASE_URL, whatever the tests' own environment says. */
export function startProgram(where: Where, args: readonly string[]): ChildProcess {
  const { DATABASE_URL: _, ...environment } = process.env
  const inFolder = 'dataFolder' in where
  const flags = ['--enable-source-maps', '--disable-warning=ExperimentalWarning', join(projectRoot, 'dist', 'lots.js')]
  return spawn(process.execPath, [...flags, ...args, ...(inFolder ? ['--data', where.dataFolder] : [])], {
    env: inFolder ? environment : { ...environment, DATABASE_URL: where.databaseUrl },
    cwd: aFolder(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Resolves when the process has ended and both its streams are read. */
export function ended(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
}

export const runProgram = (where: Where, ...args: readonly string[]): Promise<Ended> => ended(startProgram(where, args))

/** The program with an installation of its own. */
export type Program = {
  readonly where: Where
  readonly run: (...args: readonly string[]) => Promise<Ended>
}
/** A program with municipality 0180 set up; every command is about it. */
export type ProgramPlace = Program & {
  /** The register as CSV on a day, without its header. */
  readonly register: (on: string, ...args: readonly string[]) => Promise<string[]>
}

/** The program with a fresh, empty database on the test server. */
export async function aProgram(): Promise<Program> {
  const where = { databaseUrl: await newDatabase() }
  return { where, run: (...args) => runProgram(where, ...args) }
}

/** A municipality set up by the program, in a database of its own. */
export async function aProgramPlace(): Promise<ProgramPlace> {
  const program = await aProgram()
  const run = (...args: readonly string[]) => program.run(...args, '--municipality', '0180')
  expect(await run('setup')).toMatchObject({ code: 0, stdout: '' })
  return { ...program, run, register: (on, ...args) => registerOf(run, on, args) }
}

async function registerOf(run: Program['run'], on: string, args: readonly string[]): Promise<string[]> {
  const { code, stdout } = await run('register', '--csv', '--on', on, ...args)
  expect(code).toBe(0)
  const [header, ...lines] = stdout.trimEnd().split('\n')
  expect(header).toBe('identityNumber,fromOn,untilOn,entryReason,exitReason')
  return lines
}

/** The program refused or could not: the code, nothing on stdout, one line in Swedish on stderr and no stack. */
export function expectOneLine({ code, stdout, stderr }: Ended, expected: number, words: RegExp | string): void {
  expect({ code, stdout, stderr }).toEqual({ code: expected, stdout: '', stderr: expect.stringMatching(/^\S[^\n]*\n$/) })
  expect(stderr).toMatch(words)
  expect(stderr).not.toMatch(stack)
}

/** What a stack trace looks like, and the names of errors that are defects. */
export const stack = /^\s+at |\bnode:|\.ts:\d|\bError\b|internt fel|undefined|\[object/m

const folders: string[] = []
let files = 0

process.on('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** A private folder, gone when the tests have run. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lots-command-'))
  folders.push(folder)
  return folder
}

/** A file with the content in the folder, or in one of its own. */
export function aFile(name: string, content: string | Uint8Array, folder = aFolder()): string {
  const path = join(folder, name.replace('*', String(++files)))
  writeFileSync(path, content)
  return path
}
