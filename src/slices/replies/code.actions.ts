/** Issuing codes and finding whose they are. The code itself is only in the letter, card or text. */
import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '../../platform/db/tx.ts'
import { codeFrom, codeLength, readCode, shippedCodeDays } from './code.rules.ts'
import { findLiveCode, holdLiveCode, insertCode, revokeCodesOf, type CodeChannel, type LiveCode } from './code.store.ts'

/** What the database keeps of a code. */
const hashOf = (code: string): Buffer => createHash('sha256').update(`svar:${code}`).digest()

function newCode(): string {
  for (;;) {
    const code = codeFrom(randomBytes(codeLength * 2))
    if (code !== null) return code
  }
}

/** Whom a code is for, and the message that carries it. */
export type CodeFor = {
  readonly personId: number
  readonly messageId: string | null
  readonly channel: CodeChannel
  readonly validDays?: number
}

/** Issues a code; an earlier one of the same message leads nowhere from now on. Returns it unwritten (`writtenCode` groups it). */
export async function issueCode(tx: Tx, { personId, messageId, channel, validDays = shippedCodeDays }: CodeFor): Promise<string> {
  if (messageId !== null) await revokeCodesOf(tx, messageId)
  for (;;) {
    const code = newCode()
    if (await insertCode(tx, { hash: hashOf(code), personId, messageId, channel, days: validDays })) return code
  }
}

/** The live code that was typed; null for anything else, whatever is wrong with it. */
export async function findCode(tx: Tx, typed: string): Promise<LiveCode | null> {
  const code = readCode(typed)
  return code === null ? null : findLiveCode(tx, hashOf(code))
}

/** The same, to answer with: held until the transaction ends. */
export async function holdCode(tx: Tx, typed: string): Promise<LiveCode | null> {
  const code = readCode(typed)
  return code === null ? null : holdLiveCode(tx, hashOf(code))
}
