/** Proving that nobody has touched the log. */
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { ourPlace, writeLine } from './audit.store.ts'
import type { ChainHead, ChainReport, LogPlace } from './audit.types.ts'
import { isIntact } from './chain.rules.ts'
import { countLines, freezeView, hasLink, judgeLinksAfter, nothing, type Stretch } from './chain.store.ts'

const linksAtATime = 20_000

async function judgeAllLinks(tx: Tx, place: LogPlace): Promise<Stretch> {
  let whole: Stretch = { links: 0, last: nothing, faults: 0, first: null }
  for (;;) {
    const next = await judgeLinksAfter(tx, place, whole.last, linksAtATime)
    if (next.links === 0) return whole
    const [links, faults] = [whole.links + next.links, whole.faults + next.faults]
    whole = { links, faults, last: next.last, first: whole.first ?? next.first }
  }
}

async function readChain(tx: Tx, place: LogPlace, earlier: ChainHead | null): Promise<ChainReport> {
  await freezeView(tx)
  const { links, last, faults, first } = await judgeAllLinks(tx, place)
  return {
    ...(await countLines(tx, place)),
    links,
    head: links === 0 ? null : last,
    firstFault: first,
    faults,
    earlierHeadIsThere: earlier === null ? null : await hasLink(tx, place, earlier),
  }
}

/**
 * Recomputes the chain from its first link to its last, and notes in the log that it was done. A chain cut off at its end, or written anew
 * from some point, holds together and shows only against a head noted earlier.
 */
export async function verifyChainIn(pool: Pool, place: LogPlace, earlier: ChainHead | null, actor: string): Promise<ChainReport> {
  const report = await inTransaction(pool, (tx) => readChain(tx, place, earlier), place.role)
  // Read lines reach the disk a moment after their commit. This commit waits for the disk and for all before it: a head that somebody
  // writes down must still be there after a power cut.
  const [outcome, detail] = [isIntact(report) ? 'intact' : 'broken', { links: report.links, lines: report.lines }]
  await inTransaction(pool, (tx) => writeLine(tx, place, { actor, action: 'audit.verify', outcome, detail }), place.role)
  return report
}

/** The same of the log of all slices but the sealed one. */
export const verifyChain = (pool: Pool, earlier: ChainHead | null, actor: string): Promise<ChainReport> =>
  verifyChainIn(pool, ourPlace, earlier, actor)
