/** What a pass over the chain means, and how a head is written down. */
import type { ChainHead, ChainReport } from './audit.types.ts'

/** Whether nothing shows that the log was touched. */
export const isIntact = (report: ChainReport): boolean =>
  report.firstFault === null && report.unlinked === 0 && report.earlierHeadIsThere !== false

/** A head as it is noted on paper: `SEQ:HASH`. */
export const writeHead = ({ seq, hash }: ChainHead): string => `${seq}:${hash}`

/** Reads a noted head; null when it is not one. */
export function parseHead(written: string): ChainHead | null {
  const found = /^([1-9]\d{0,14}):([0-9a-f]{64})$/i.exec(written.trim())
  return found === null ? null : { seq: Number(found[1]), hash: (found[2] ?? '').toLowerCase() }
}
