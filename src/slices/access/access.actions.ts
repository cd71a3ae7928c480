/** Signing in and out, and what belongs to a session. Each change has its audit line in the same transaction. */
import type { Role } from '../../kernel/actor.ts'
import type { Lang } from '../../kernel/lang.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { singly, inTransaction, type Pool } from '../../platform/db/tx.ts'
import { writeAuditLine } from '../audit/index.ts'
import type { Session, StaffClaims } from './access.types.ts'
import { hashOf, newToken } from './cookies.ts'
import { keepForm, releaseOnce, takeKeptForm, useOnce, type KeptForm } from './form.store.ts'
import type { Vault } from './sealed.ts'
import {
  endSession,
  endSessionsOf,
  findSession,
  forgetOld,
  insertSession,
  saveLang,
  saveMeeting,
  saveStaff,
  touchSession,
} from './session.store.ts'

/** Opens a session for somebody whom the municipality's sign-in vouches for. Returns its token. */
export const signIn = (pool: Pool, claims: StaffClaims): Promise<Decision<string, 'shut-out'>> =>
  inTransaction(pool, async (tx) => {
    await forgetOld(tx)
    const staffId = await saveStaff(tx, claims)
    if (staffId === null) {
      await writeAuditLine(tx, { actor: 'inloggning', action: 'access.signIn', outcome: 'shut-out' })
      return refuse('shut-out')
    }
    const token = newToken()
    await insertSession(tx, hashOf(token), staffId, claims)
    await writeAuditLine(tx, { actor: staffId, action: 'access.signIn', detail: { roles: claims.roles, acr: claims.acr } })
    return grant(token)
  })

/** Somebody signed in whom the provider gives no role here, or no longer: other sign-ins of theirs end too. */
export const refuseRole = (pool: Pool, { issuer, subject }: Pick<StaffClaims, 'issuer' | 'subject'>): Promise<unknown> =>
  inTransaction(pool, async (tx) => {
    await endSessionsOf(tx, issuer, subject)
    await writeAuditLine(tx, { actor: 'inloggning', action: 'access.signIn', outcome: 'no-role' })
  })

/** The session of a token; null when nobody has it. */
export const sessionOf = (pool: Pool, token: string): Promise<Session | null> => findSession(singly(pool), hashOf(token))

/** The session is in use. */
export const stillHere = (pool: Pool, token: string): Promise<unknown> => inTransaction(pool, (tx) => touchSession(tx, hashOf(token)))

export const signOut = (pool: Pool, token: string, staffId: string): Promise<unknown> =>
  inTransaction(pool, async (tx) => {
    await endSession(tx, hashOf(token))
    await writeAuditLine(tx, { actor: staffId, action: 'access.signOut' })
  })

/** Somebody tried what their roles do not allow: on record. */
export const recordDenial = (pool: Pool, staffId: string, held: readonly Role[], permit: string): Promise<unknown> =>
  inTransaction(pool, (tx) =>
    writeAuditLine(tx, { actor: staffId, action: 'access.deny', outcome: 'denied', detail: { roles: held, permit } }),
  )

/** Möteläge: while it is on, only one youth's page is shown. */
export const setMeeting = (pool: Pool, { token, staffId }: { readonly token: string; readonly staffId: string }, meeting: boolean) =>
  inTransaction(pool, async (tx) => {
    await saveMeeting(tx, hashOf(token), meeting)
    await writeAuditLine(tx, { actor: staffId, action: 'access.meeting', detail: { meeting } })
  })

export const setLang = (pool: Pool, staffId: string, lang: Lang): Promise<unknown> =>
  inTransaction(pool, async (tx) => {
    await saveLang(tx, staffId, lang)
    await writeAuditLine(tx, { actor: staffId, action: 'access.lang', detail: { lang } })
  })

/** Takes a form's one-time token; false when the form was already saved. */
export const takeOnce = (pool: Pool, token: string, staffId: string): Promise<boolean> =>
  inTransaction(pool, (tx) => useOnce(tx, token, staffId))

export const giveBackOnce = (pool: Pool, token: string): Promise<unknown> => inTransaction(pool, (tx) => releaseOnce(tx, token))

export const ownVault: Vault = { schema: 'access', role: 'lots_app', path: '/fortsatt' }

/** Keeps what was typed when the sign-in had run out. */
export const keepTyped = (pool: Pool, staffId: string, form: KeptForm, vault: Vault): Promise<string> =>
  inTransaction(pool, (tx) => keepForm(tx, staffId, form, vault), vault.role)

export const takeTyped = (pool: Pool, id: string, staffId: string, vault: Vault): Promise<KeptForm | null> =>
  inTransaction(pool, (tx) => takeKeptForm(tx, id, staffId, vault), vault.role)
