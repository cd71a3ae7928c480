/** What the outbox and the worker ask of the own page: secrets as messages leave, and the end of what is over. */
import { grant, refuse } from '../../platform/decision.ts'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import type { SecretsOf } from '../messaging/index.ts'
import { deleteOldCodes, listExpiredCodes, saveDigits } from './code.store.ts'
import { endCodesWithMessages, endLinksWithAll } from './ending.actions.ts'
import { listExpiredLinks, saveToken } from './link.store.ts'
import { hashOfLink, newCode, newLinkToken } from './secrets.ts'
import { deleteOldStays } from './stay.store.ts'

/** A link or a code is made in the moment its message leaves: only its hash is kept, and a message that is sent again has another. */
export const ownPlanSecrets: SecretsOf = async (tx, { id, templateKey, lang }, { publicUrl, placeCode }) => {
  if (templateKey === 'planLinkSms' || templateKey === 'planLinkEmail') {
    const token = newLinkToken()
    const planLink = `${publicUrl}/plan/${placeCode}/${token}${lang === 'sv' ? '' : `?sprak=${lang}`}`
    return (await saveToken(tx, id, hashOfLink(token))) ? grant({ planLink }) : refuse('too-late')
  }
  if (templateKey === 'planCodeSms' || templateKey === 'planCodeEmail') {
    const { code, ...kept } = await newCode()
    return (await saveDigits(tx, id, kept)) ? grant({ planCode: code }) : refuse('too-late')
  }
  return grant({})
}

/** For the worker: ends links and codes whose time is out, with messages that have not left, and deletes what nobody needs any more. */
export const tendOwnPages = (pool: Pool): Promise<void> =>
  inTransaction(pool, async (tx) => {
    await endCodesWithMessages(tx, await listExpiredCodes(tx), 'expired')
    await endLinksWithAll(tx, await listExpiredLinks(tx), { how: 'expired', by: null })
    await deleteOldStays(tx)
    await deleteOldCodes(tx)
  })
