/** Searching, with its line in the log: of what kind the search was and how many it found, never what was written. */
import { readAs } from '../audit/index.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { parsePhone } from '../../platform/phone.ts'
import type { Reader } from './list.actions.ts'
import { readLastNight } from './frame.store.ts'
import { parseSearch, type Search } from './search.rules.ts'
import { findByBeginning, findByName, findByNumber, type Hit } from './search.store.ts'

export type { Hit } from './search.store.ts'

const most = 50

export type Found = {
  readonly kind: Search['kind']
  readonly hits: readonly Hit[]
  /** There are more than are shown. */
  readonly isCut: boolean
}

/** The phone number in E.164; none when it cannot be one. */
function phonesOf(written: string): readonly string[] {
  const phone = parsePhone(written)
  return phone.granted ? [phone.value] : []
}

async function find(tx: Tx, { scope, today, code }: Reader, search: Search): Promise<Hit[]> {
  const runId = (await readLastNight(tx))?.runId ?? 0
  const day = { today, runId, restrictedIn: scope.mayReadProtected ? code : null }
  const phones = 'phone' in search ? phonesOf(search.phone) : []
  switch (search.kind) {
    case 'number':
      return findByNumber(tx, scope, day, { numbers: search.numbers, phones }, most + 1)
    case 'phone':
      return findByNumber(tx, scope, day, { numbers: [], phones }, most + 1)
    case 'beginning':
      return findByBeginning(tx, scope, day, { beginnings: search.beginnings, phones }, most + 1)
    case 'name':
      return findByName(tx, scope, day, search.text, most + 1)
    case 'empty':
    case 'too-long':
      return []
  }
}

/** Finds youths by identity or phone number, birth date or name, also those on no list; at most 50. */
export function searchYouths(reader: Reader, written: string): Promise<Found> {
  const search = parseSearch(written)
  const lineOf = ({ kind, hits }: Found) => ({ actor: reader.staffId, action: 'worklist.search', detail: { kind, hits: hits.length } })
  return readAs(reader.pool, lineOf, async (tx) => {
    const hits = await find(tx, reader, search)
    return { kind: search.kind, hits: hits.slice(0, most), isCut: hits.length > most }
  })
}
