/** What the person page shows of contacts and of the next step. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { standingOf, stepsAhead, type DayHours, type LadderStep, type Standing } from '../ladder/index.ts'
import { listSettings } from '../settings/index.ts'
import { isFollowed, isOnList } from './contact-known.store.ts'
import { listContacts } from './contact.store.ts'
import type { ShownContact } from './contact.types.ts'
import { outreachSettingsFrom, type Department, type OutreachSettings } from './outreach-settings.rules.ts'
import { loadStandingRows } from './standing-rows.store.ts'
import { ladderFactsOf } from './standing.rules.ts'

/** Where the ladder stands, and the steps after the next. */
export type NextOfYouth = { readonly standing: Standing; readonly ahead: readonly LadderStep[]; readonly hours: DayHours }

export type ContactsCard = {
  /** The day that is shown: contacts to its end. The next step is only ever that of today. */
  readonly on: PlainDate
  readonly contacts: readonly ShownContact[]
  readonly departments: readonly Department[]
  /** Contacts of the day may be kept. */
  readonly isFollowed: boolean
  /** Null for somebody whom the ladder is not for: not covered on the day. */
  readonly next: NextOfYouth | null
}

async function nextOf(
  tx: Tx,
  personId: number,
  on: PlainDate,
  { ladder, mayForwardLetters }: OutreachSettings,
): Promise<NextOfYouth | null> {
  if (!(await isOnList(tx, personId, on))) return null
  const row = (await loadStandingRows(tx, [personId])).find((one) => one.personId === personId)
  const facts = row === undefined ? null : ladderFactsOf(row, mayForwardLetters)
  if (facts === null) return null
  return { standing: standingOf(facts, ladder), ahead: stepsAhead(facts, ladder), hours: ladder.dayHours }
}

/** Reads it. The first id is the person's own. */
export async function readContactsCard(tx: Tx, personIds: readonly number[], on: PlainDate): Promise<ContactsCard> {
  const settings = outreachSettingsFrom(await listSettings(tx, 'infinity'))
  const [personId = 0] = personIds
  return {
    on,
    contacts: await listContacts(tx, personIds, on),
    departments: settings.departments,
    isFollowed: await isFollowed(tx, { personId, on, today: on, restrictedIn: null }),
    next: await nextOf(tx, personId, on, settings),
  }
}
