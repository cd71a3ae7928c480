/** Proving that nobody has touched the log. */
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { writeAuditLine } from './audit.store.ts'
import type { ChainHead, ChainReport } from './audit.types.ts'
import { isIntact } from './chain.rules.ts'
import { countLines, freezeView, hasLink, judgeLinksAfter, nothing, type Stretch } from './chain.store.ts'

const linksAtATime = 20_000

async function judgeAllLinks(tx: Tx): Promise<Stretch> {
  let whole: Stretch = { links: 0, last: nothing, faults: 0, first: null }
  for (;;) {
    const next = await judgeLinksAfter(tx, whole.last, linksAtATime)
    if (next.links === 0) return whole
    const [links, faults] = [whole.links + next.links, whole.faults + next.faults]
    whole = { links, faults, last: next.last, first: whole.first ?? next.first }
  }
}

async function readChain(tx: Tx, earlier: ChainHead | null): Promise<ChainReport> {
  await freezeView(tx)
  const { links, last, faults, first } = await judgeAllLinks(tx)
  return {
    ...(await countLines(tx)),
    links,
    head: links === 0 ? null : last,
    firstFault: first,
    faults,
    earlierHeadIsThere: earlier === null ? null : await hasLink(tx, earlier),
  }
}

/**
 * Recomputes the chain from its first link to its last, and notes in the log that it was done. A chain cut off at its end, or written anew
 * from some point, holds together and shows only against a head noted earlier.
 */
export async function verifyChain(pool: Pool, earlier: ChainHead | null, actor: string): Promise<ChainReport> {
  const report = await inTransaction(pool, (tx) => readChain(tx, earlier))
  // Read lines reach the disk a moment after their commit. This commit waits for the disk and for all before it: a head that somebody
  // writes down must still be there after a power cut.
  const [outcome, detail] = [isIntact(report) ? 'intact' : 'broken', { links: report.links, lines: report.lines }]
  await inTransaction(pool, (tx) => writeAuditLine(tx, { actor, action: 'audit.verify', outcome, detail }))
  return report
}
