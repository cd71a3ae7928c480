/** Signing in by the municipality's own OIDC provider, signing out, and what belongs to the session: language and Möteläge. */
import type { Context } from 'hono'
import { z } from 'zod'
import { langs } from '../../kernel/lang.ts'
import { IdpDown, type Identity, type KeptSignIn, type Oidc, type SignInProblem } from '../../platform/oidc.ts'
import { ownVault, refuseRole, setLang, setMeeting, signIn, signOut, takeTyped } from './access.actions.ts'
import { SayingPage } from './access.views.tsx'
import type { Saying } from './access.texts.ts'
import { goTo, page } from './answers.ts'
import { municipalityOf, readClaims } from './claims.rules.ts'
import { forgetSessionKey, readSessionKey, takeSignIn, writeLang, writeSessionKey, writeSignIn } from './cookies.ts'
import type { Declared } from './pages.ts'
import type { Pages } from './pages.routes.tsx'
import type { Vault } from './sealed.ts'
import { say, signedOf, type Web } from './serve.routes.tsx'

type UnderWay = { readonly kept: KeptSignIn; readonly till: string }

const sayingFor: Readonly<Record<SignInProblem, Saying>> = {
  'refused-by-provider': 'sign-in-failed',
  'not-this-sign-in': 'sign-in-failed',
  'too-late': 'sign-in-failed',
  'too-old': 'sign-in-failed',
  'too-low-level': 'too-low-level',
}

/** Only a path of ours: never another site, never the sign-in itself. */
const localPath = (path: string | undefined, isBefore = false): string =>
  path !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(path) && (isBefore || !path.startsWith('/logga-')) ? path : '/'

const startLink = (till: string): string => `/logga-in/start?till=${encodeURIComponent(till)}`

async function begin(c: Context, oidc: Oidc, secret: Buffer): Promise<Response> {
  const till = localPath(c.req.query('till'))
  try {
    const { url, kept } = await oidc.start({ reauthenticate: c.req.query('igen') === '1' })
    writeSignIn(c, secret, { kept, till } satisfies UnderWay)
    return c.redirect(url, 303)
  } catch (error) {
    if (!(error instanceof IdpDown)) throw error
    return say(c, 'idp-down', 503, null, startLink(till))
  }
}

/** The claims as a session of the right municipality. */
async function enter(c: Context, web: Web, identity: Identity, till: string): Promise<Response> {
  const read = readClaims(identity.claims)
  const code = municipalityOf(identity.claims)
  const place = code === null ? null : await web.placeOf(code)
  if (!read.granted && place !== null) await refuseRole(place.pool, identity)
  if (!read.granted || place === null) return say(c, 'no-role', 403, null, '/logga-in/start?igen=1')
  const { issuer, subject, acr, authAt, idToken } = identity
  const claims = { ...read.value, issuer, subject, acr, authenticatedAt: authAt * 1000, idToken }
  const before = readSessionKey(c)
  const token = await signIn(place.pool, claims)
  if (!token.granted) return say(c, 'shut-out', 403, null, '/logga-in/start?igen=1')
  const old = before === null ? null : await signedOf(c, web)
  if (old !== null) await signOut(old.signed.place.pool, old.signed.token, old.signed.session.actor.staffId)
  writeSessionKey(c, { code: place.code, token: token.value })
  return c.redirect(till, 303)
}

async function answer(c: Context, web: Web, oidc: Oidc, secret: Buffer, publicUrl: string): Promise<Response> {
  const underWay = takeSignIn(c, secret) as UnderWay | null
  if (underWay === null) return say(c, 'sign-in-failed', 400, null, startLink('/'))
  try {
    const { search } = new URL(c.req.url)
    const identity = await oidc.finish(new URL(`/logga-in/svar${search}`, publicUrl), underWay.kept)
    if (identity.granted) return await enter(c, web, identity.value, underWay.till)
    return await say(c, sayingFor[identity.reason], 403, null, startLink(underWay.till))
  } catch (error) {
    if (!(error instanceof IdpDown)) throw error
    return say(c, 'idp-down', 503, null, startLink(underWay.till))
  }
}

/** Before sign-in the language is in a cookie; afterwards it belongs to the person. */
function addLanguageBefore({ app }: Web): void {
  app.use('/sprak', async (c, next) => {
    if (c.req.method !== 'POST' || readSessionKey(c) !== null) return next()
    const fields = new URLSearchParams(await c.req.text())
    const lang = langs.find((one) => one === fields.get('lang'))
    if (lang !== undefined) writeLang(c, lang)
    return c.redirect(localPath(fields.get('path') ?? undefined, true), 303)
  })
}

/** Signing out ends the provider's session too, when it has one and answers. */
function addProviderSignOut(web: Web, oidc: Oidc | null): void {
  web.app.use('/logga-ut', async (c, next) => {
    const found = c.req.method === 'POST' ? await signedOf(c, web) : null
    await next()
    // The form's own check has passed when the answer is a redirect to the page that says so.
    if (found === null || c.res.headers.get('location') !== '/utloggad') return
    forgetSessionKey(c)
    const url = oidc === null ? null : await oidc.endSessionUrl(found.signed.session.idToken).catch(() => null)
    if (url !== null) c.res.headers.set('location', url)
  })
}

/** The sign-in's cookies belong to the address it returns to: whoever came by another name for this machine is sent there first. */
function addOneAddress({ app }: Web, publicUrl: string): void {
  app.use('/logga-in/*', async (c, next) => {
    const { origin, pathname, search } = new URL(c.req.url)
    const isElsewhere =
      pathname === '/logga-in/start' &&
      new URL(origin).host !== new URL(publicUrl).host &&
      /^http:\/\/(127\.|\[::1\]|localhost)/.test(publicUrl)
    return isElsewhere ? c.redirect(publicUrl + pathname + search, 303) : next()
  })
}

/** The public pages of signing in. */
export function addSignIn(web: Web, { oidc, secret, publicUrl }: { oidc: Oidc | null; secret: Buffer; publicUrl: string }): void {
  const { app } = web
  addLanguageBefore(web)
  addProviderSignOut(web, oidc)
  addOneAddress(web, publicUrl)
  app.get('/logga-in', async (c) => {
    if (oidc === null) return say(c, 'not-configured', 503, null)
    return say(c, 'sign-in', 200, null, startLink(localPath(c.req.query('till'))))
  })
  app.get('/logga-in/start', (c) => (oidc === null ? say(c, 'not-configured', 503, null) : begin(c, oidc, secret)))
  app.get('/logga-in/svar', (c) => (oidc === null ? say(c, 'not-configured', 503, null) : answer(c, web, oidc, secret, publicUrl)))
  app.get('/utloggad', (c) => say(c, 'signed-out', 200, null, '/logga-in'))
}

/** The page that somebody comes back to after signing in again: what they had typed, to send. */
export const addKeptPage = (pages: Pages, declared: Declared, vault: Vault): void =>
  pages.get(
    `${vault.path}/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}`,
    declared,
    async ({ place, actor, frame, params, newOnce }) => {
      const typed = await takeTyped(place.pool, params['id'] ?? '', actor.staffId, vault)
      if (typed === null) return page(<SayingPage frame={frame} saying="kept-gone" />, 404)
      return page(<SayingPage frame={frame} saying="kept" href={typed.path} typed={typed} once={newOnce()} />)
    },
  )

/** What a signed-in person does with the session itself. */
export function addSessionPages(pages: Pages): void {
  const own = { permit: 'signed-in', shows: 'nothing' } as const
  pages.post('/logga-ut', own, z.strictObject({}), async ({ place, actor, withToken }) => {
    await withToken((token) => signOut(place.pool, token, actor.staffId))
    return goTo('/utloggad')
  })
  const MeetingForm = z.strictObject({ meeting: z.enum(['on', 'off']), path: z.string().max(2000).optional() })
  pages.post('/motelage', own, MeetingForm, async ({ place, actor, withToken }, { meeting, path }) => {
    await withToken((token) => setMeeting(place.pool, { token, staffId: actor.staffId }, meeting === 'on'))
    return goTo(localPath(path))
  })
  const LangForm = z.strictObject({ lang: z.enum(langs), path: z.string().max(2000).optional() })
  pages.post('/sprak', own, LangForm, async ({ place, actor }, { lang, path }) => {
    await setLang(place.pool, actor.staffId, lang)
    return goTo(localPath(path))
  })
  addKeptPage(pages, own, ownVault)
}
