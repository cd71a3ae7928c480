/** For the tests of documents: what poppler, a reader that is not Typst, says of a PDF. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'

function asked(pdf: Uint8Array, command: string, args: (file: string) => string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'lots-pdf-'))
  const file = join(folder, 'document.pdf')
  writeFileSync(file, pdf)
  try {
    return execFileSync(command, args(file), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64e6 })
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown
    throw new Error(`${command} saknas. Installera poppler (Debian, Ubuntu: sudo apt-get install poppler-utils).`, { cause: thrown })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `Title`, `Tagged`, `Pages` and the rest of what `pdfinfo` lists. */
export const infoOf = (pdf: Uint8Array): ReadonlyMap<string, string> =>
  new Map(
    asked(pdf, 'pdfinfo', (file) => [file])
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const),
  )

/** The tags with the text in them, indented. */
export const structureOf = (pdf: Uint8Array): string => asked(pdf, 'pdfinfo', (file) => ['-struct-text', file])
export const textOf = (pdf: Uint8Array): string => asked(pdf, 'pdftotext', (file) => ['-enc', 'UTF-8', file, '-'])
/** The names of the embedded fonts, without the mark of a subset. */
export const fontsOf = (pdf: Uint8Array): string[] =>
  asked(pdf, 'pdffonts', (file) => [file])
    .split('\n')
    .slice(2)
    .filter((line) => /\byes\s+yes\s+yes\b/.test(line))
    .map((line) => line.replace(/^[A-Z]+\+(\S+).*$/, '$1'))

type Word = { readonly text: string; readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

const millimetres = (points: string | undefined): number => (Number(points) * 25.4) / 72

/** Every word of the first page with its place in millimetres from the upper left corner. */
export const wordsOf = (pdf: Uint8Array): Word[] =>
  [
    ...asked(pdf, 'pdftotext', (file) => ['-bbox', '-l', '1', file, '-']).matchAll(
      /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g,
    ),
  ].map(([, left, top, right, bottom, text = '']) => ({
    text,
    left: millimetres(left),
    top: millimetres(top),
    right: millimetres(right),
    bottom: millimetres(bottom),
  }))

/** The file with what is compressed in it opened, for what poppler does not tell. */
export function opened(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  const whole = bytes.toString('latin1')
  const streams = [...whole.matchAll(/stream\r?\n/g)].map(({ index, 0: start }) => {
    const from = index + start.length
    try {
      return inflateSync(bytes.subarray(from, whole.indexOf('endstream', from)), { finishFlush: 2 }).toString('latin1')
    } catch {
      return ''
    }
  })
  return [whole, ...streams].join('\n')
}

/** A text as PDF writes it in a string: UTF-16 with a mark in front, in hexadecimal. */
export const inPdf = (text: string): string => `FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}`.toUpperCase()
