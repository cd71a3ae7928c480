/** A site with members of directed follow-up: somebody signed in with the way in, and the module's own roles given to them. */
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import type { Role } from '../../kernel/actor.ts'
import { inTransaction, openPool, type Pool, type Tx } from '../../platform/db/tx.ts'
import { appoint, type MemberRole } from './index.ts'

/** A member: how they visit, and their id. */
export type Somebody = Visitor & { readonly staffId: string }

export type FollowupSite = TestSite & {
  /** The sealed role's own connections, as the web has them. */
  readonly sealed: Pool
  /** Signed in with the way in (and other roles of the sign-in, if given), with the module's own roles. */
  readonly member: (name: string, roles: readonly MemberRole[], also?: readonly Role[]) => Promise<Somebody>
  /** Something done in the sealed part, under its role. */
  readonly inside: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}

/** The caller closes it. */
export async function aFollowupSite(): Promise<FollowupSite> {
  const site = await aSite()
  const sealed = openPool(site.place.url, { max: 3, role: 'lots_followup' })
  const member = async (name: string, roles: readonly MemberRole[], also: readonly Role[] = []): Promise<Somebody> => {
    const visitor = await site.signedIn(['followup', ...also], { name })
    const [row] = await site.place.sql<{ id: string }>('select id from access.staff where name = $1', [name])
    const staffId = row?.id ?? ''
    await appoint(site.place.pool, { staffId, name, roles, by: 'prov' })
    return { ...visitor, staffId }
  }
  return {
    ...site,
    sealed,
    member,
    inside: (work) => inTransaction(sealed, work, 'lots_followup'),
    close: async () => {
      await sealed.end()
      await site.close()
    },
  }
}
