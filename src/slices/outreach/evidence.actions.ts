/** The evidence of one youth, read with its line in the log: who printed it, and when. */
import type { Pool, Tx } from '../../platform/db/tx.ts'
import { readAs } from '../audit/index.ts'
import { standingOf } from '../ladder/index.ts'
import { listSettings } from '../settings/index.ts'
import { findSeenYouth, type SeenYouth } from '../worklist/index.ts'
import { listSameRecords } from './contact.store.ts'
import { beginByOf, begunOnOf, quietPeriods } from './evidence.rules.ts'
import { findEntry, listProvenContacts, listProvenSearches } from './evidence.store.ts'
import type { Evidence } from './evidence.types.ts'
import type { LedgerReader } from './ledger.actions.ts'
import { outreachSettingsFrom } from './outreach-settings.rules.ts'
import { loadStandingRows } from './standing-rows.store.ts'
import { ladderFactsOf } from './standing.rules.ts'

async function load(tx: Tx, youth: SeenYouth): Promise<Evidence> {
  const records = await listSameRecords(tx, youth.personId)
  const { ladder, mayForwardLetters, searchSteps } = outreachSettingsFrom(await listSettings(tx, 'infinity'))
  const { fromOn, untilOn, reason } = await findEntry(tx, youth.personId)
  const contacts = await listProvenContacts(tx, records)
  const row = (await loadStandingRows(tx, [youth.personId])).find(({ personId }) => personId === youth.personId)
  const facts = row === undefined ? null : ladderFactsOf(row, mayForwardLetters)
  const searches = await listProvenSearches(tx, records)
  return {
    youth,
    fromOn,
    untilOn,
    entryReason: reason,
    beginBy: beginByOf(fromOn, ladder),
    begunOn: begunOnOf(fromOn, contacts),
    contacts,
    searches: searches.map((one) => ({ ...one, name: searchSteps.find(({ key }) => key === one.step)?.name ?? one.step })),
    skipped: facts === null ? [] : standingOf(facts, ladder).skipped,
    quiet: quietPeriods(fromOn, youth.bornOn, contacts, ladder),
  }
}

type Read = Evidence | 'missing' | 'sign-in-again'

/** Everything done to reach the youth. A protected record needs a fresh sign-in, and somebody with the right. */
export const readEvidence = (pool: Pool, { scope, staffId, isFresh }: LedgerReader, subjectId: string): Promise<Read> =>
  readAs(
    pool,
    (found: Read) => ({
      actor: staffId,
      action: 'outreach.printEvidence',
      outcome: typeof found === 'string' ? found : 'done',
      subjectId: found === 'missing' ? null : subjectId,
      detail: typeof found === 'string' ? {} : { contacts: found.contacts.length },
    }),
    async (tx): Promise<Read> => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth === null) return 'missing'
      return youth.isProtected && !isFresh ? 'sign-in-again' : load(tx, youth)
    },
  )
