/** Reading text as it was encoded, strictly: a byte that does not fit its encoding is an error, never a replacement character. */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { Refused } from './failure.ts'

/** @throws Refused when the file is missing, a folder or unreadable */
export function mustBeFile(path: string): void {
  if (!existsSync(path)) throw new Refused(`Filen ${path} finns inte.`)
  if (!statSync(path).isFile()) throw new Refused(`${path} är inte en fil.`)
}

/** The first bytes of a file. */
export async function headOf(path: string, length: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position: 0 })
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

type Decoder = (chunk: Buffer | undefined) => string

function decoder(label: 'utf-8' | 'latin1' | 'windows-1252'): Decoder {
  if (label === 'latin1') return (chunk) => chunk?.toString('latin1') ?? ''
  const text = new TextDecoder(label, { fatal: label === 'utf-8' })
  return (chunk) => (chunk === undefined ? text.decode() : text.decode(chunk, { stream: true }))
}

/** The file's text in chunks. @throws Refused when a byte does not fit the encoding */
export async function* textOf(path: string, encoding: 'utf-8' | 'latin1' | 'windows-1252'): AsyncGenerator<string> {
  const decode = decoder(encoding)
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) yield decode(chunk as Buffer)
    const rest = decode(undefined)
    if (rest !== '') yield rest
  } catch (error) {
    if (error instanceof TypeError)
      throw new Refused(`${basename(path)} är inte giltig ${encoding.toUpperCase()}. Filen är trasig eller fel kodad; inget är inläst.`)
    throw error
  }
}

/** UTF-8 when every byte of the file fits it, else Windows-1252, in which every Swedish system that is not UTF-8 writes. */
export async function utf8OrWindows1252(path: string): Promise<'utf-8' | 'windows-1252'> {
  const text = new TextDecoder('utf-8', { fatal: true })
  try {
    // A character that is only half there at the very end is a cut file, not another encoding: reading it will say so.
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) text.decode(chunk as Buffer, { stream: true })
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252'
    throw error
  }
}

/** A whole file that somebody handed in, as its text: UTF-8 when every byte fits it, else Windows-1252. */
export function handedText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes)
    throw error
  }
}
