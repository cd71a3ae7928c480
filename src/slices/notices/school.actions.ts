/** Registering school authorities and units, and issuing and revoking what they send with. Each has its line in the log. */
import { randomBytes } from 'node:crypto'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { change } from '../audit/index.ts'
import { listSettings } from '../settings/index.ts'
import { hashOfSecret, newSecret } from './client.actions.ts'
import { clientIdOf } from './client.rules.ts'
import { deleteLinksOf, insertLink } from './client.store.ts'
import { noticeSettings } from './notice-settings.rules.ts'
import type { ClientScope } from './notices.types.ts'
import {
  endUnit,
  findAuthority,
  findUnitEmail,
  hasUnit,
  insertAuthority,
  insertClient,
  listAuthorities,
  listClients,
  listUnits,
  revokeClient,
  saveUnit,
} from './school.store.ts'
import type { AuthorityLine, AuthorityWhole } from './school.types.ts'

export const readAuthorities = (pool: Pool): Promise<readonly AuthorityLine[]> => inTransaction(pool, listAuthorities)

/** One authority with its units and clients; null when there is none. */
export const readAuthority = (pool: Pool, authorityId: string): Promise<AuthorityWhole | null> =>
  inTransaction(pool, async (tx) => {
    const found = await findAuthority(tx, authorityId)
    return found === null ? null : { ...found, units: await listUnits(tx, found.pk), clients: await listClients(tx, found.pk) }
  })

/** Registers an authority. Refused: `taken` (there is one by the name). */
export const addAuthority = (pool: Pool, by: string, name: string): Promise<Decision<string, 'taken'>> =>
  change<string, 'taken'>(pool, { actor: by, action: 'notices.addAuthority' }, async (tx) => {
    const id = await insertAuthority(tx, name, by)
    return id === null ? refuse('taken') : grant(id)
  })

type Of = { readonly by: string; readonly authorityId: string }

/** A change of one authority, which is held while it is made. */
const changeOf = <T, Reason extends string>(
  pool: Pool,
  { by, authorityId }: Of,
  { action, detail }: { readonly action: string; readonly detail: Readonly<Record<string, unknown>> },
  work: (tx: Tx, authorityPk: number) => Promise<Decision<T, Reason>>,
): Promise<Decision<T, Reason | 'missing'>> =>
  change<T, Reason | 'missing'>(pool, { actor: by, action, detail }, async (tx) => {
    const found = await findAuthority(tx, authorityId, { hold: true })
    return found === null ? refuse('missing') : work(tx, found.pk)
  })

export type UnitWish = { readonly code: string; readonly name: string; readonly email: string }

/**
 * Adds a school unit, or changes it. With another address, the links that the old one has stop working: it may have been wrong.
 * Refused: `missing`, `taken` (another authority has the code).
 */
export const putUnit = (pool: Pool, of: Of, wish: UnitWish): Promise<Decision<null, 'missing' | 'taken'>> =>
  changeOf<null, 'taken'>(pool, of, { action: 'notices.putUnit', detail: { unit: wish.code } }, async (tx, authorityPk) => {
    const before = await findUnitEmail(tx, wish.code)
    if (!(await saveUnit(tx, { ...wish, authorityPk }))) return refuse('taken')
    if ((before ?? '') !== wish.email) await deleteLinksOf(tx, wish.code)
    return grant(null)
  })

/** Ends a school unit: nothing can be notified for it any more. Refused: `missing`, `over`. */
export const closeUnit = (pool: Pool, of: Of, code: string): Promise<Decision<null, 'missing' | 'over'>> =>
  changeOf<null, 'over'>(pool, of, { action: 'notices.endUnit', detail: { unit: code } }, async (tx, authorityPk) => {
    if (!(await endUnit(tx, authorityPk, code))) return refuse('over')
    await deleteLinksOf(tx, code)
    return grant(null)
  })

/** A link to a unit's form, to be handed over by hand. The secret is shown once. Refused: `missing`, `over` (no such unit in use). */
export const makeLink = (pool: Pool, of: Of, code: string): Promise<Decision<string, 'missing' | 'over'>> =>
  changeOf<string, 'over'>(pool, of, { action: 'notices.makeLink', detail: { unit: code } }, async (tx, authorityPk) => {
    if (!(await hasUnit(tx, authorityPk, code))) return refuse('over')
    const { linkHours } = noticeSettings.from(await listSettings(tx, 'infinity'))
    const token = newSecret()
    await insertLink(tx, { linkHash: hashOfSecret(token, 'link'), unitCode: code, hours: linkHours, madeBy: of.by })
    return grant(token)
  })

export type NewCredentials = { readonly clientId: string; readonly secret: string }

/** Issues a client. The secret is shown once and kept nowhere. Refused: `missing`. */
export const issueClient = (
  pool: Pool,
  of: Of,
  { name, scopes }: { readonly name: string; readonly scopes: readonly ClientScope[] },
): Promise<Decision<NewCredentials, 'missing'>> =>
  changeOf<NewCredentials, never>(pool, of, { action: 'notices.issueClient', detail: { scopes } }, async (tx, authorityPk) => {
    const [clientId, secret] = [clientIdOf(randomBytes(12)), newSecret()]
    await insertClient(tx, { authorityPk, clientId, name, secretHash: hashOfSecret(secret, 'client'), scopes, by: of.by })
    return grant({ clientId, secret })
  })

/** Revokes a client, and its tokens with it. Refused: `missing`, `over` (revoked before). */
export const endClient = (pool: Pool, of: Of, clientId: string): Promise<Decision<null, 'missing' | 'over'>> =>
  changeOf<null, 'over'>(pool, of, { action: 'notices.revokeClient', detail: { clientId } }, async (tx, authorityPk) =>
    (await revokeClient(tx, authorityPk, clientId, of.by)) ? grant(null) : refuse('over'),
  )
