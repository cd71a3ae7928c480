/** The product in process: a municipality, people signed in with roles, and pages asked for without a browser. */
import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { productSite } from '../../src/cli/product.ts'
import { roles, type Role } from '../../src/kernel/actor.ts'
import { parseMunicipalityCode } from '../../src/kernel/municipality-code.ts'
import { signIn, type DeclaredRoute } from '../../src/slices/access/index.ts'
import { formTokenOf } from '../../src/slices/access/cookies.ts'
import { aPlace, type TestPlace } from './places.ts'

export type Shown = { readonly status: number; readonly html: string; readonly location: string; readonly headers: Headers }

/** Somebody signed in. */
export type Visitor = {
  readonly token: string
  readonly cookie: string
  readonly get: (path: string) => Promise<Shown>
  /** Sends a form of a page: with the form token and a one-time token, unless the fields say otherwise. */
  readonly send: (path: string, fields?: Readonly<Record<string, string | readonly string[]>>) => Promise<Shown>
}

export type TestSite = {
  readonly place: TestPlace
  readonly app: Hono
  readonly declared: readonly DeclaredRoute[]
  readonly signedIn: (held: readonly Role[], options?: { unit?: string; name?: string; authenticatedAt?: number }) => Promise<Visitor>
  /** Moves the web's clock. */
  readonly later: (ms: number) => void
  /** What the web reported as defects. */
  readonly reported: readonly unknown[]
  readonly close: () => Promise<void>
}

const answered = async (response: Response): Promise<Shown> => ({
  status: response.status,
  html: await response.text(),
  location: response.headers.get('location') ?? '',
  headers: response.headers,
})

const encoded = (fields: Readonly<Record<string, string | readonly string[]>>): string => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return body.toString()
}

/** Somebody with the session of the token. */
export function visitorWith(app: Hono, code: string, token: string): Visitor {
  const cookie = `__Host-lots=${code}.${token}`
  const ask = async (path: string, init: RequestInit = {}) =>
    answered(await app.request(path, { ...init, headers: { cookie, ...(init.headers as Record<string, string> | undefined) } }))
  return {
    token,
    cookie,
    get: (path) => ask(path),
    send: (path, fields = {}) =>
      ask(path, {
        method: 'POST',
        body: encoded({ formToken: formTokenOf(token), once: randomUUID(), ...fields }),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
  }
}

/** The same municipalities on a database server that does not answer. */
const nowhere = ({ installation }: TestPlace): Pick<TestPlace['installation'], 'open' | 'list'> => ({
  list: installation.list,
  open: async (code) => ({ ...(await installation.open(code)), url: 'postgres://lots:hemligt@127.0.0.1:1/borta' }),
})

/** A site on a new municipality 0180 (or the one given). The caller closes it, which closes the municipality. */
export async function aSite(given?: TestPlace, { isDown = false } = {}): Promise<TestSite> {
  const place = given ?? (await aPlace())
  const code = parseMunicipalityCode(place.code)
  if (code === null) throw new Error('the test place has a code')
  const reported: unknown[] = []
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const { app, pages, close } = productSite({
    installation: isDown ? nowhere(place) : place.installation,
    publicUrl: 'http://localhost',
    oidc: null,
    issuer: null,
    isDevelopment: true,
    now,
    report: (error) => reported.push(error),
  })
  return {
    place,
    app,
    declared: pages.declared,
    reported,
    later: (ms) => (ahead += ms),
    signedIn: async (held, { unit, name, authenticatedAt } = {}) => {
      const subject = `${held.join('-')}-${unit ?? ''}-${name ?? ''}`
      const said = {
        issuer: 'prov',
        subject,
        name: name ?? `Prov ${held.join(' ')}`,
        roles: held,
        unit: unit ?? null,
        acr: null,
        idToken: 'x',
      }
      const token = await signIn(place.pool, { ...said, authenticatedAt: authenticatedAt ?? Date.now() })
      if (!token.granted) throw new Error(`the test visitor was not let in: ${token.reason}`)
      return visitorWith(app, code, token.value)
    },
    close: async () => {
      await close()
      await place.installation.close()
    },
  }
}

/** Every role by itself, for tests that try all of them. */
export const everyRole: readonly Role[] = roles
