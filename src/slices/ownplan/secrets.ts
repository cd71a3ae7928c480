/** The secrets of the own page, and what the database keeps of them. */
import { createHash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { codeOf } from './ownplan.rules.ts'

const slowly = promisify<string, Buffer, number, Buffer>(scrypt)

/** A link's secret: 144 bits, short enough for a text. */
export const newLinkToken = (): string => randomBytes(18).toString('base64url')
export const isLinkToken = (text: string): boolean => /^[\w-]{24}$/.test(text)
export const hashOfLink = (token: string): Buffer => createHash('sha256').update(`plan:${token}`).digest()

/** A stay's secret. */
export const newStayToken = (): string => randomBytes(32).toString('base64url')
export const hashOfStay = (token: string): Buffer => createHash('sha256').update(`vistelse:${token}`).digest()

/**
 * Six digits are a million guesses: whoever could read the table would know a plain hash at once. This one takes some tens of milliseconds a guess,
 * which is hours for all of them, and it is wiped after ten minutes at most.
 */
const slowHash = (code: string, salt: Buffer): Promise<Buffer> => slowly(code, salt, 32)

export type KeptCode = { readonly salt: Buffer; readonly hash: Buffer }

/** A new code, and what is kept of it. */
export async function newCode(): Promise<KeptCode & { readonly code: string }> {
  const [code, salt] = [codeOf(randomInt(1_000_000)), randomBytes(16)]
  return { code, salt, hash: await slowHash(code, salt) }
}

const nothingKept: KeptCode = { salt: Buffer.alloc(16), hash: Buffer.alloc(32) }

/** Whether the code is the one that is kept. It takes as long when none is. */
export async function isKeptCode(code: string, kept: KeptCode | null): Promise<boolean> {
  const { salt, hash } = kept ?? nothingKept
  return timingSafeEqual(await slowHash(code, salt), hash) && kept !== null
}
