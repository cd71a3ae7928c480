/** From a request to a visit: who it is, what may be seen, and the frame around every page. */
import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import type { Scope } from '../../kernel/actor.ts'
import { scopeThrough } from '../../kernel/disclosure.ts'
import type { Lang } from '../../kernel/lang.ts'
import { isSealed, mayDo, scopeOf, type SealedPermission } from '../../kernel/permission.ts'
import { todayInSweden } from '../../platform/clock.ts'
import type { Frame } from '../../ui/frame.ts'
import { roleTexts } from './access.texts.ts'
import type { Session } from './access.types.ts'
import { formTokenOf, takeNotice } from './cookies.ts'
import type { Declared, Permit, Place, Visit } from './pages.ts'
import type { WholePlace } from './sealed.ts'
import { isFresh, type SessionLimits } from './session.rules.ts'

/** An entry of the main menu: shown to those who may open it. `leadsTo`: addresses of its own beneath it, where it is marked as the current one too. */
export type MenuItem = {
  readonly href: string
  readonly permit: Permit
  readonly label: Readonly<Record<Lang, string>>
  readonly leadsTo?: readonly string[]
}

const isUnder = (href: string, path: string): boolean => (href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`))
const isCurrent = ({ href, leadsTo = [] }: MenuItem, path: string): boolean => [href, ...leadsTo].some((one) => isUnder(one, path))

/** The frame of pages shown to nobody in particular: before sign-in, and when the database is down. */
export const bareFrame = (lang: Lang, path: string): Frame => ({
  lang,
  place: '',
  reader: null,
  nav: [],
  meeting: false,
  formToken: '',
  path,
  notice: null,
})

const pathOf = (c: Context): string => {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

/** What the address asks for. PostgreSQL has no NUL: without it, a forged address finds nothing instead of breaking. */
const queryOf = (c: Context): URLSearchParams => new URLSearchParams(new URL(c.req.url).search.replaceAll('%00', ''))

/** Whether somebody may: by our roles, or for what is the sealed module's by that module's. */
const mayBy = ({ session, held }: Signed, permit: Permit): boolean =>
  isSealed(permit) ? held.includes(permit) : mayDo(session.actor.roles, permit)

function frameOf(c: Context, signed: Signed, menu: readonly MenuItem[]): Frame {
  const { place, session, token } = signed
  const { actor, lang, meeting } = session
  const role = actor.roles.map((one) => roleTexts[lang][one]).join(', ')
  const nav = menu
    .filter(({ permit }) => mayBy(signed, permit))
    .map((item) => ({ href: item.href, label: item.label[lang], current: isCurrent(item, c.req.path) }))
  return {
    lang,
    place: place.name,
    reader: { name: actor.name, role, unit: actor.unit?.name ?? null },
    nav,
    meeting,
    formToken: formTokenOf(token),
    path: c.req.method === 'GET' ? pathOf(c) : '/',
    notice: takeNotice(c),
  }
}

/** Somebody signed in. `held`: what the sealed module's own roles give them there. */
export type Signed = {
  readonly place: WholePlace
  readonly session: Session
  readonly token: string
  readonly held: readonly SealedPermission[]
}

type Around = { readonly menu: readonly MenuItem[]; readonly limits: SessionLimits; readonly now: () => Date }

/** Pages of the sealed module see nothing of the register's units, and show protected youths by a right of that module's own. */
const scopeIn = ({ session, held }: Signed, inSealed: boolean): Scope =>
  inSealed ? { units: [], mayReadProtected: held.includes('followup.protected') } : scopeOf(session.actor)

const placeIn = ({ code, name, pool, sealed }: WholePlace, inSealed: boolean): Place => ({ code, name, pool: inSealed ? sealed : pool })

/** What a page is handed. */
export function visitOf(c: Context, signed: Signed, { menu, limits, now }: Around, declared: Declared): Visit {
  const { actor, lang, times } = signed.session
  const at = now()
  const inSealed = isSealed(declared.permit)
  const scope = scopeIn(signed, inSealed)
  return {
    place: placeIn(signed.place, inSealed),
    actor,
    scope: 'outlet' in declared ? scopeThrough(declared.outlet, scope) : { ...scope, mayReadProtected: false },
    lang,
    today: todayInSweden(at),
    nowMs: at.getTime(),
    frame: frameOf(c, signed, menu),
    params: c.req.param(),
    query: queryOf(c),
    address: pathOf(c),
    may: (permission) => isSealed(permission) === inSealed && mayBy(signed, permission),
    isFresh: isFresh(times, at.getTime(), limits),
    withToken: (work) => work(signed.token),
    newOnce: () => randomUUID(),
  }
}
