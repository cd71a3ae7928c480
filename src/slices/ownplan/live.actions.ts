/** Who comes with what: a link that lives, and perhaps a stay. What is wrong leaves no line, or anybody could fill the log from outside. */
import { scopeThrough } from '../../kernel/disclosure.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { messagingSettingsFrom } from '../messaging/index.ts'
import { listSettings } from '../settings/index.ts'
import { findLiveLink } from './link.store.ts'
import type { LinkChannel, LiveLink } from './ownplan.types.ts'
import { hashOfLink, hashOfStay, isLinkToken } from './secrets.ts'
import { findStay } from './stay.store.ts'

/** In whose name the log has what the youth does: whoever has both the link and the telephone. */
export const youthActor = 'ungdom via länk'

/** Anybody, through an outlet that never shows a protected youth. */
const anybody = scopeThrough('plan.public', { units: null, mayReadProtected: false })

/** The live link of the secret; null for one that is wrong, over or revoked, and when the youth is protected or the number is gone by now. */
export const findLink = (tx: Tx, token: string): Promise<LiveLink | null> =>
  isLinkToken(token) ? findLiveLink(tx, anybody, hashOfLink(token)) : Promise.resolve(null)

/** The secrets that a browser comes with. */
export type Keys = { readonly token: string; readonly pass: string | null }

/** Somebody inside. `until`: when the stay is over, `HH:MM` in Sweden. */
export type Inside = LiveLink & { readonly until: string }

/** The live link and the stay with it; null when either is not there. */
export async function findInside(tx: Tx, { token, pass }: Keys): Promise<Inside | null> {
  const link = pass === null ? null : await findLink(tx, token)
  if (link === null || pass === null) return null
  const until = await findStay(tx, link.id, hashOfStay(pass))
  return until === null ? null : { ...link, until }
}

/** Where somebody stands: before a door that is not there, before the door, or inside. `phone`: the municipality's, in E.164; null: not set. */
export type Standing = { readonly phone: string | null } & (
  | { readonly at: 'gone' }
  | { readonly at: 'door'; readonly channel: LinkChannel }
  | { readonly at: 'inside' }
)

/** Where somebody with these secrets stands. Reads nothing of what is inside. */
export const readStanding = (pool: Pool, keys: Keys): Promise<Standing> =>
  inTransaction(pool, async (tx): Promise<Standing> => {
    const { contactPhone: phone } = messagingSettingsFrom(await listSettings(tx, 'infinity'))
    const link = await findLink(tx, keys.token)
    if (link === null) return { at: 'gone', phone }
    const isInside = keys.pass !== null && (await findStay(tx, link.id, hashOfStay(keys.pass))) !== null
    return isInside ? { at: 'inside', phone } : { at: 'door', channel: link.channel, phone }
  })
