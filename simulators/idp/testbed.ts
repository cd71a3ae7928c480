/** For tests: a browser without script, with a cookie jar, that signs in at the simulated provider. */
import { startIdp, type Idp, type IdpOptions, type Person } from './index.ts'

export const home = 'http://127.0.0.1:9'
export const callbackUri = `${home}/inloggad`
export const signedOutUri = `${home}/utloggad`

export const people: readonly Person[] = [
  {
    subject: 'vera',
    name: 'Vera Provsson',
    title: 'Handläggare',
    claims: { roles: ['caseworker'], unit: 'norr', municipality: '2599' },
  },
  { subject: 'olle', name: 'Olle <Test> & Co', title: 'Chef', claims: { roles: ['manager', 'caseworker'], municipality: '2599' } },
]

export const client = { clientId: 'prov', clientSecret: 'en hemlighet: med+tecken%' } as const

/** On a free port, for `people` and `client`. */
export const aProvider = (given: Partial<IdpOptions> = {}): Promise<Idp> =>
  startIdp({ port: 0, people, ...client, redirectUris: [callbackUri], postLogoutRedirectUris: [signedOutUri], ...given })

/** Where the browser stands: at a page, or sent back to the system (which is not asked). */
export type Place = { readonly url: URL; readonly status: number; readonly html: string }

type Cookie = { readonly name: string; readonly path: string; readonly value: string }

export type Browser = {
  readonly open: (url: string) => Promise<Place>
  /** Sends a form of the page: to its action, or to the page's own address. */
  readonly send: (page: Place, form: Record<string, string>) => Promise<Place>
}

/** A browser with no cookies yet. It follows redirects until a page, or until it would come to the system at `stopAt`. */
export function aBrowser(stopAt: string | null = home): Browser {
  const jar = new Map<string, Cookie>()
  const visit = async (url: URL, init: RequestInit): Promise<Place> => {
    if (url.origin === stopAt) return { url, status: 0, html: '' }
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { accept: 'text/html', cookie: cookiesFor(url, jar) } })
    for (const line of response.headers.getSetCookie()) store(line, url, jar)
    const next = response.headers.get('location')
    if (next !== null) return visit(new URL(next, url), {})
    return { url, status: response.status, html: await response.text() }
  }
  return {
    open: (url) => visit(new URL(url), {}),
    send: (page, form) => {
      const action = new URL(/<form[^>]* action="([^"]+)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? page.url.href, page.url)
      const hidden = Object.fromEntries(
        [...page.html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      )
      return visit(action, { method: 'POST', body: new URLSearchParams({ ...hidden, ...form }) })
    },
  }
}

const cookiesFor = (url: URL, jar: Map<string, Cookie>): string =>
  [...jar.values()]
    .filter(({ path }) => url.pathname.startsWith(path))
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ')

function store(line: string, url: URL, jar: Map<string, Cookie>): void {
  const [pair = '', ...rest] = line.split(/; */)
  const [name = '', value = ''] = pair.split('=')
  const attribute = (wanted: string): string | undefined =>
    rest.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1)
  const path = attribute('path') ?? url.pathname
  const expires = attribute('expires')
  if (attribute('max-age') === '0' || (expires !== undefined && Date.parse(expires) < Date.now())) jar.delete(name + path)
  else jar.set(name + path, { name, path, value })
}
