/** Reading what there is of contacts with one youth, for the form and the history, with its read line. */
import type { Pool, Tx } from '../../platform/db/tx.ts'
import { readAs } from '../audit/index.ts'
import { listSettings } from '../settings/index.ts'
import { findSeenYouth, type SeenYouth } from '../worklist/index.ts'
import { listColleagues, type Colleague } from './contact-known.store.ts'
import { isFollowedOn, type Logger } from './contact.actions.ts'
import { listContacts, listSameRecords } from './contact.store.ts'
import type { ShownContact } from './contact.types.ts'
import { outreachSettingsFrom, type Department } from './outreach-settings.rules.ts'
import type { Way } from './outreach.types.ts'
import { listWaysOf } from './ways.actions.ts'

/** Everything about contacts with one youth. */
export type ContactsOfYouth = {
  readonly youth: SeenYouth
  readonly ways: readonly Way[]
  readonly contacts: readonly ShownContact[]
  readonly departments: readonly Department[]
  /** Everybody but the reader. */
  readonly colleagues: readonly Colleague[]
  /** Contacts of today may be kept. */
  readonly isFollowed: boolean
}

/** Who reads: as who logs, and whether the sign-in is fresh enough for a protected record. */
export type ContactReader = Logger & { readonly isFresh: boolean }

async function load(tx: Tx, reader: ContactReader, youth: SeenYouth, isQuick: boolean): Promise<ContactsOfYouth> {
  const records = await listSameRecords(tx, youth.personId)
  const { departments } = outreachSettingsFrom(await listSettings(tx, 'infinity'))
  return {
    youth,
    ways: await listWaysOf(tx, records),
    contacts: isQuick ? [] : await listContacts(tx, records, reader.now.on),
    departments,
    colleagues: isQuick ? [] : (await listColleagues(tx)).filter(({ id }) => id !== reader.staffId),
    isFollowed: await isFollowedOn(tx, reader, youth.personId, reader.now.on),
  }
}

type Read = ContactsOfYouth | 'missing' | 'sign-in-again'

/**
 * Reads one youth's contacts. `isQuick`: only what a call needs, the numbers. A protected record needs a fresh sign-in; a youth the reader may not
 * see leaves no trace of whether there is one.
 */
export const readContacts = (pool: Pool, reader: ContactReader, subjectId: string, isQuick: boolean): Promise<Read> =>
  readAs(
    pool,
    (found: Read) => ({
      actor: reader.staffId,
      action: isQuick ? 'outreach.readNumbers' : 'outreach.readContacts',
      outcome: typeof found === 'string' ? found : 'done',
      subjectId: found === 'missing' ? null : subjectId,
    }),
    async (tx): Promise<Read> => {
      const youth = await findSeenYouth(tx, reader.scope, subjectId)
      if (youth === null) return 'missing'
      return youth.isProtected && !reader.isFresh ? 'sign-in-again' : load(tx, reader, youth, isQuick)
    },
  )
