/** The consents that cover sharing something of one youth. The caller has asked whether the reader may see the youth, and writes the line in the log. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { coveringConsents, type Cover } from './covering.rules.ts'
import { listConsents } from './consents.store.ts'
import type { Consent } from './consents.types.ts'

/** Of whom it is asked: the person and the records merged with it. */
export type CoverQuestion = Cover & { readonly personIds: readonly number[]; readonly on: PlainDate }

/** The newest first; none: nothing of her may be shared on consent for that purpose with that receiver on that day. */
export const readCoveringConsents = async (tx: Tx, { personIds, on, ...asked }: CoverQuestion): Promise<Consent[]> =>
  coveringConsents(await listConsents(tx, personIds), asked, on)
