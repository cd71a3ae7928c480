/** What a command writes: answers on stdout, everything about the work on stderr. */
import { formatWithOptions } from 'node:util'
import { Refused } from '../platform/failure.ts'

/** Progress on one line that is written over; nothing when stderr is not a terminal. */
export function progressLine(): { show: (text: string) => void; clear: () => void } {
  if (!process.stderr.isTTY) return { show: () => {}, clear: () => {} }
  return {
    show: (text) => void process.stderr.write(`\r\u001B[K${text} ...`),
    clear: () => void process.stderr.write('\r\u001B[K'),
  }
}

// A reader that closed its end of the pipe (head, less) has what it wanted.
const isWanted = (error: NodeJS.ErrnoException): boolean => error.code !== 'EPIPE'

/** Writes text to stdout and waits until it is taken, so that a pipe gets all of it before the process ends. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => process.stdout.write(text, (error) => (error && isWanted(error) ? reject(error) : resolve())))
}

/** Writes a file's bytes to stdout. @throws Refused when stdout is a terminal, which would make noise of them */
export function printBytes(bytes: Uint8Array): Promise<void> {
  if (process.stdout.isTTY) throw new Refused('Arbetsboken är ingen text. Skicka den till en fil, till exempel: ... --xlsx > siffror.xlsx')
  return new Promise((resolve, reject) => process.stdout.write(bytes, (error) => (error && isWanted(error) ? reject(error) : resolve())))
}

export const printJson = (value: unknown): Promise<void> => print(`${JSON.stringify(value)}\n`)

export const say = (text: string): void => void process.stderr.write(`${formatWithOptions({ colors: false }, text)}\n`)

/** A table for people: columns as wide as their widest cell, numbers to the right. */
export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [header, ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('sv-SE') : cell)))]
  const widths = header.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)))
  const isNumber = header.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (isNumber[column] === true ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  const [head = [], ...body] = cells
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...body.map(line)].join('\n')
}
