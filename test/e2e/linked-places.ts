/** Addresses of declared routes with something real in them: by ids that are known, or by following the product's own links. */
import type { DeclaredRoute } from '../../src/slices/access/index.ts'
import type { Visitor } from '../support/web.ts'
import type { Ids } from './real-places.ts'

const places = /(:\w+(?:\{(?:[^{}]|\{[^{}]*\})*\})?)/

/** The route's address by the ids that are known; null when one is not. */
function knownAddress({ path }: DeclaredRoute, ids: Ids): string | null {
  const whole = ids.get(path)
  if (whole !== undefined) return whole
  let address = ''
  for (const part of path.split(places)) {
    const id = part.startsWith(':') ? ids.get(address) : part
    if (id === undefined) return null
    address += part.startsWith(':') ? encodeURIComponent(id) : id
  }
  return address
}

/** Whether an address is the route's. */
function patternOf({ path }: DeclaredRoute): RegExp {
  const parts = path.split(places).map((part) => {
    if (!part.startsWith(':')) return part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    return /\{(.*)\}$/.exec(part)?.[1] ?? '[^/]+'
  })
  return new RegExp(`^${parts.join('')}$`)
}

const linksIn = (html: string): string[] =>
  [...html.matchAll(/href="(\/[^"#?]*)/g)].map(([, path]) => path ?? '').filter((path) => !path.startsWith('/assets/'))

/** The first address of each route that links lead to, from the start page and from the addresses already known. */
export async function linkedAddresses(who: Visitor, declared: readonly DeclaredRoute[], ids: Ids): Promise<Map<DeclaredRoute, string>> {
  const gets = declared.filter(({ method }) => method === 'GET').map((route) => ({ route, pattern: patternOf(route) }))
  const literal = new Set(gets.filter(({ route }) => !route.path.includes(':')).map(({ route }) => route.path))
  const found = new Map<DeclaredRoute, string>()
  const routeOf = (address: string): DeclaredRoute | undefined =>
    gets.find(({ route, pattern }) => (literal.has(address) ? route.path === address : pattern.test(address)))?.route
  for (const { route } of gets) {
    const address = knownAddress(route, ids)
    if (address !== null) found.set(route, address)
  }
  for (const address of found.values()) {
    const { status, html } = await who.get(address)
    if (status !== 200) continue
    for (const link of linksIn(html)) {
      const route = routeOf(link)
      if (route !== undefined && !found.has(route)) found.set(route, link)
    }
  }
  return found
}
