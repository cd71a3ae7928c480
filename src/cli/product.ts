/** The product in the browser, wired: sign-in, pages, and the municipalities of the installation. */
import { randomBytes } from 'node:crypto'
import type { Hono } from 'hono'
import { openPool, type Pool } from '../platform/db/tx.ts'
import { newSite } from '../platform/http/site.ts'
import type { Oidc } from '../platform/oidc.ts'
import {
  addSessionPages,
  addSignIn,
  limitBodies,
  newPages,
  shippedLimits,
  type Pages,
  type Web,
  type WholePlace,
} from '../slices/access/index.ts'
import { followupDoor } from '../slices/followup/index.ts'
import type { Installation } from '../slices/tenancy/index.ts'
import { planScript } from '../slices/plans/index.ts'
import { callLogScript } from '../slices/worklist/index.ts'
import { visitScripts } from '../slices/visits/index.ts'
import { addAllPages, menu } from './pages.ts'

export type ProductOptions = {
  readonly installation: Pick<Installation, 'open' | 'list'>
  readonly publicUrl: string
  readonly oidc: Oidc | null
  /** The provider's origin: signing out is a form that ends there. */
  readonly issuer: string | null
  readonly isDevelopment: boolean
  readonly now?: () => Date
  readonly trustsProxy?: boolean
  /** Which channels messages can leave by; both when it is not said. */
  readonly setUp?: { readonly sms: boolean; readonly email: boolean }
  readonly report: (error: unknown) => void
}

export type Product = { readonly app: Hono; readonly pages: Pages; readonly close: () => Promise<void> }

const connections = 8
const sealedConnections = 4
const idleMs = 60_000

/** Municipalities as they are asked for, each with a pool of its own that is kept, and one of the sealed module's role. A failed opening is tried again. */
function placesOf(installation: ProductOptions['installation']): { placeOf: Web['placeOf']; close: () => Promise<void> } {
  const places = new Map<string, Promise<WholePlace | null>>()
  const pools: Pool[] = []
  const open = async (code: string): Promise<WholePlace | null> => {
    const known = (await installation.list()).find((one) => one.code === code)
    if (known === undefined) return null
    const { url } = await installation.open(known.code)
    const pool = openPool(url, { max: connections, idleMs, role: 'lots_app' })
    const sealed = openPool(url, { max: sealedConnections, idleMs, role: 'lots_followup' })
    pools.push(pool, sealed)
    return { ...known, pool, sealed }
  }
  const placeOf = (code: string): Promise<WholePlace | null> => {
    const found = places.get(code)
    if (found !== undefined) return found
    const opening = open(code)
    places.set(code, opening)
    // Neither "not there" nor an error is remembered: the municipality may be set up, and the database come back, any minute.
    opening.then(
      (place) => place ?? places.delete(code),
      () => places.delete(code),
    )
    return opening
  }
  return { placeOf, close: async () => void (await Promise.all(pools.map((pool) => pool.end().catch(() => {})))) }
}

/** Everything a browser can ask for. The caller closes it. */
export function productSite({
  installation,
  publicUrl,
  oidc,
  issuer,
  isDevelopment,
  now,
  trustsProxy = false,
  setUp = { sms: true, email: true },
  report,
}: ProductOptions): Product {
  const app = newSite({
    formActions: issuer === null ? [] : [new URL(issuer).origin],
    scripts: [callLogScript, planScript, ...visitScripts],
  })
  const { placeOf, close } = placesOf(installation)
  const web: Web = { app, placeOf, sealed: followupDoor, menu, limits: shippedLimits, now: now ?? (() => new Date()), trustsProxy }
  limitBodies(web)
  addSignIn(web, { oidc, secret: randomBytes(32), publicUrl })
  const pages = newPages(web, report)
  addSessionPages(pages)
  addAllPages(pages, { isDevelopment, publicUrl, setUp, report })
  return { app, pages, close }
}
