/** What every page needs before and after its own work: who asks, whether they may, and the answer as HTTP. */
import type { Context, Hono } from 'hono'
import { isSealed } from '../../kernel/permission.ts'
import { clearLine } from '../../platform/failure.ts'
import { recordDenial, sessionOf, stillHere } from './access.actions.ts'
import type { Saying } from './access.texts.ts'
import { SayingPage } from './access.views.tsx'
import { readLang, readSessionKey, writeNotice } from './cookies.ts'
import type { Answer, Declared, Permit, Visit } from './pages.ts'
import type { SealedDoor, WholePlace } from './sealed.ts'
import { sessionState, type SessionLimits } from './session.rules.ts'
import { bareFrame, visitOf, type MenuItem, type Signed } from './visit.ts'

/** What the web stands on. `now` is the clock, so that tests can let a sign-in run out. */
export type Web = {
  readonly app: Hono
  readonly placeOf: (code: string) => Promise<WholePlace | null>
  readonly sealed: SealedDoor
  readonly menu: readonly MenuItem[]
  readonly limits: SessionLimits
  readonly now: () => Date
  /** Whether the proxy in front is ours, so that what it says of the visitor's address is true. */
  readonly trustsProxy: boolean
}

const touchAfterMs = 60_000

/** Who the request comes from; null when nobody is signed in with it. A session that ran out is told apart: forms of it are kept. */
export async function signedOf(c: Context, web: Web): Promise<{ signed: Signed; isAlive: boolean } | null> {
  const key = readSessionKey(c)
  const place = key === null ? null : await web.placeOf(key.code)
  if (key === null || place === null) return null
  const session = await sessionOf(place.pool, key.token)
  if (session === null) return null
  const at = web.now().getTime()
  const isAlive = sessionState(session.times, at, web.limits) === 'alive'
  if (isAlive && at - session.times.lastSeenAt > touchAfterMs) await stillHere(place.pool, key.token)
  const held = isAlive && session.actor.roles.includes('followup') ? await web.sealed.heldBy(place.sealed, session.actor.staffId) : []
  return { signed: { place, session, token: key.token, held }, isAlive }
}

/** A page as an answer. */
export const html = async (c: Context, body: Extract<Answer, { kind: 'page' }>['body'], status: number): Promise<Response> =>
  c.html(String(await body), status as 200)

/** One of our sayings as a page. */
export const say = (c: Context, saying: Saying, status: number, visit: Visit | null, href = '/'): Promise<Response> =>
  html(c, <SayingPage frame={visit?.frame ?? bareFrame(readLang(c), c.req.path)} saying={saying} href={href} />, status)

/** A file to save, as HTTP. */
export const sendFile = (c: Context, { name, type, bytes }: Extract<Answer, { kind: 'file' }>): Response =>
  c.body(bytes, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`,
  })

/** An answer as HTTP. */
export async function send(c: Context, visit: Visit, answer: Answer): Promise<Response> {
  switch (answer.kind) {
    case 'page':
      return html(c, answer.body, answer.status)
    case 'redirect':
      if (answer.notice !== null) writeNotice(c, answer.notice)
      return c.redirect(answer.to, 303)
    case 'file':
      return sendFile(c, answer)
    case 'data':
      return c.body(answer.body, answer.status, { 'Content-Type': answer.type })
    case 'missing':
      return say(c, 'missing', 404, visit)
    case 'sign-in-again':
      return c.redirect(`/logga-in/start?igen=1&till=${encodeURIComponent(visit.address)}`, 303)
  }
}

/** Turns somebody away and puts it on record, in the log that the page belongs to. */
async function turnAway(c: Context, { sealed }: Web, visit: Visit, permit: Permit): Promise<Response> {
  const { place, actor } = visit
  if (isSealed(permit)) await sealed.recordDenial(place.pool, actor.staffId, permit)
  else await recordDenial(place.pool, actor.staffId, actor.roles, permit)
  return say(c, isSealed(permit) ? 'denied-followup' : 'denied', 403, visit)
}

/** The visit when the route may be used by its reader; else the answer that says why not. */
export async function guarded(c: Context, web: Web, declared: Declared, signed: Signed): Promise<Visit | Response> {
  const { permit, shows } = declared
  const visit = visitOf(c, signed, web, declared)
  if (permit !== 'signed-in' && !visit.may(permit)) {
    // Whoever has no morning here begins where their menu begins.
    const first = visit.frame.nav[0]?.href
    return c.req.path === '/' && first !== undefined ? c.redirect(first, 303) : turnAway(c, web, visit, permit)
  }
  const isHidden = visit.frame.meeting && (shows === 'persons' || shows === 'counts')
  return isHidden ? say(c, 'meeting', 200, visit) : visit
}

/** What to say of something thrown: the database, or a defect of ours. */
export const sayingOf = (error: unknown): Extract<Saying, 'database-down' | 'broken'> =>
  clearLine(error) === null ? 'broken' : 'database-down'
