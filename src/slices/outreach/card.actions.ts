/** What the person page shows of outreach. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readContactsCard, type ContactsCard } from './contact-card.actions.ts'
import { ledgerOf } from './ledger.actions.ts'
import type { Ledger } from './ledger.types.ts'
import { readOccupationCard } from './occupation-said.actions.ts'
import type { OccupationCardData } from './occupation.types.ts'

/** Whom the card is of: the person and the records merged with it. */
export type OutreachQuestion = { readonly personIds: readonly number[]; readonly today: PlainDate }

export type OutreachOfYouth = { readonly contacts: ContactsCard; readonly ledger: Ledger; readonly occupation: OccupationCardData }

export const readOutreachOf = async (tx: Tx, { personIds, today }: OutreachQuestion): Promise<OutreachOfYouth> => ({
  contacts: await readContactsCard(tx, personIds, today),
  ledger: await ledgerOf(tx, personIds),
  occupation: await readOccupationCard(tx, personIds, today),
})
