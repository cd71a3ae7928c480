/** What the person page shows of messaging. The caller has asked whether the reader may see the youth. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { outreachSettingsFrom } from '../outreach/index.ts'
import { listSettings } from '../settings/index.ts'
import { listMessagesOf } from './card.store.ts'
import type { MessageOfYouth } from './card.types.ts'
import { languageOf } from './language.store.ts'
import { listOptOuts, type OptOutChannel } from './opt-out.store.ts'

/** Whom the card is of: the person and the records merged with it. */
export type MessagingQuestion = { readonly personIds: readonly number[]; readonly today: PlainDate }

export type MessagingOfYouth = {
  readonly messages: readonly MessageOfYouth[]
  readonly optOuts: readonly OptOutChannel[]
  readonly lang: ContactLang
  /** Protected youths are written to by the forwarding route here. */
  readonly mayForward: boolean
}

const shown = 12

export const readMessagingOf = async (tx: Tx, { personIds }: MessagingQuestion): Promise<MessagingOfYouth> => ({
  messages: await listMessagesOf(tx, personIds, shown),
  optOuts: await listOptOuts(tx, personIds),
  lang: await languageOf(tx, personIds),
  mayForward: outreachSettingsFrom(await listSettings(tx, 'infinity')).mayForwardLetters,
})
