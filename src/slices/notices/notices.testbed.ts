/** A municipality with a school authority, its schools and a program of theirs, for tests of notices. Numbers are Skatteverket's test pattern. */
import { inTransaction } from '../../platform/db/tx.ts'
import { aNumber } from '../../../test/support/feed-files.ts'
import { anEnrolmentsFile, aPopulation, aPost } from '../../../test/support/places.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { hashOfSecret, newSecret } from './client.actions.ts'
import { insertLink } from './client.store.ts'
import { tendNotices } from './tend.actions.ts'
import type { PlaceOf } from './tend-place.ts'

export const unitCode = '12345678'
export const otherUnit = '87654321'
export const [dead, veiled] = [aNumber('20080605'), aNumber('20081203')]
export const [anna, hidden, moved, stranger, bo] = [
  aNumber('20080314'),
  aNumber('20080902'),
  aNumber('20081111'),
  aNumber('20080412'),
  aNumber('20090505'),
]

/** An interruption of somebody, that can be received. */
export const anEnd = (number: string, more: Readonly<Record<string, unknown>> = {}) => ({
  kind: 'end',
  schoolUnit: unitCode,
  number,
  givenName: 'Anna',
  familyName: 'Provsson',
  contactName: 'Sara Prov',
  contactPhone: '08-465 004 00',
  lastDayOn: '2026-11-02',
  how: 'interrupted',
  ...more,
})

export const anAbsence = (number: string, more: Readonly<Record<string, unknown>> = {}) => {
  const { lastDayOn: _day, how: _how, ...common } = anEnd(number)
  return {
    ...common,
    kind: 'absence',
    fromOn: '2026-10-01',
    untilOn: '2026-10-31',
    hours: 22.5,
    schoolDid: ['talk'],
    reportedToCsn: true,
    ...more,
  }
}

export const aStart = (number: string, more: Readonly<Record<string, unknown>> = {}) => {
  const { lastDayOn: _day, how: _how, ...common } = anEnd(number)
  return { ...common, kind: 'start', startOn: '2026-08-17', schoolType: 'GY', educationCode: 'NA25', ...more }
}

export type Asked = { readonly status: number; readonly text: string; readonly json: Record<string, unknown>; readonly headers: Headers }

export type Program = {
  readonly clientId: string
  readonly secret: string
  readonly token: string
  readonly ask: (method: 'GET' | 'POST', path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Asked>
  readonly send: (notice: unknown) => Promise<Asked>
}

export type NoticeTown = {
  readonly site: TestSite
  readonly staff: Visitor
  readonly program: Program
  /** The worker's tick. */
  readonly tend: (placeOf?: PlaceOf, now?: Date) => Promise<void>
  readonly link: (code?: string) => Promise<string>
  readonly authorityPath: string
  readonly register: (number: string) => Promise<string>
}

const read = async (response: Response): Promise<Asked> => {
  const text = await response.text()
  const json = (response.headers.get('content-type') ?? '').includes('json') ? (JSON.parse(text) as Record<string, unknown>) : {}
  return { status: response.status, text, json, headers: response.headers }
}

/** A request to the interface, of the town's own municipality if nothing else is said. */
export const askApi = async (site: TestSite, method: string, path: string, init: RequestInit = {}, code = '0180'): Promise<Asked> =>
  read(await site.app.request(`/api/${code}/v1${path}`, { ...init, method }))

const form = { 'content-type': 'application/x-www-form-urlencoded' }

export const askToken = (
  site: TestSite,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Asked> =>
  askApi(site, 'POST', '/token', {
    body: new URLSearchParams({ grant_type: 'client_credentials', ...fields }).toString(),
    headers: { ...form, ...headers },
  })

/** Registers an authority with a school through the pages. Returns its page. */
export async function anAuthority(staff: Visitor, name: string, codes: readonly string[]): Promise<string> {
  const path = (await staff.send('/anmalningar/skolor', { name })).location
  for (const code of codes) {
    await staff.send(`${path}/skola`, { unitCode: code, unitName: `Skola ${code}`, unitEmail: `skola-${code}@example.com` })
  }
  return path
}

/** A program of an authority's, with a client issued on its page. */
export async function aProgram(site: TestSite, staff: Visitor, path: string, scopes: readonly string[]): Promise<Program> {
  const { html } = await staff.send(`${path}/klient`, { clientName: 'Skolsystemet', clientScopes: scopes })
  const [clientId = '', secret = ''] = [/lots-[a-z0-9]{12}/.exec(html)?.[0], /<code>([\w-]{43})<\/code>/.exec(html)?.[1]]
  const token = (await askToken(site, { client_id: clientId, client_secret: secret })).json['access_token']
  const ask: Program['ask'] = (method, to, body, headers = {}) =>
    askApi(site, method, to, {
      headers: {
        authorization: `Bearer ${String(token)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  return { clientId, secret, token: String(token), ask, send: (notice) => ask('POST', '/notices', notice) }
}

const posts = () => [
  aPost({ number: anna, given: 'Anna' }),
  aPost({ number: hidden, given: 'Hemliga', secrecy: 'J' }),
  aPost({ number: moved, given: 'Flytt', municipality: '1480' }),
  aPost({ number: bo, given: 'Bo' }),
  aPost({ number: dead, given: 'Avliden', cause: 'AV', causeOn: '2026-02-03' }),
  aPost({ number: veiled, given: 'Skyddad', protectedRegistration: 'J' }),
]

/** Anna goes to the school, since August; nobody knows the stranger. The caller closes the site. */
export async function aNoticeTown(): Promise<NoticeTown> {
  const site = await aSite()
  await site.place.feed('population', aPopulation(...posts()))
  await site.place.feed(
    'enrolments',
    anEnrolmentsFile(`${anna};GY;NA25;${unitCode};2024-08-19;;nej`, `${bo};GY;EK25;${unitCode};2025-08-18;2026-10-30;ja`),
  )
  const staff = await site.signedIn(['coordinator', 'systemCoordinator'], { name: 'Amina Prov' })
  const path = await anAuthority(staff, 'Friskolan AB', [unitCode])
  const program = await aProgram(site, staff, path, ['notices:send', 'notices:annul', 'notices:read'])
  return {
    site,
    staff,
    program,
    authorityPath: path,
    tend: (placeOf = () => Promise.resolve(null), now = new Date()) => tendNotices({ code: '0180', pool: site.place.pool }, placeOf, now),
    link: async (code = unitCode) => {
      const token = newSecret()
      await inTransaction(site.place.pool, (tx) =>
        insertLink(tx, { linkHash: hashOfSecret(token, 'link'), unitCode: code, hours: 8, madeBy: null }),
      )
      return `/anmalan/0180/${token}`
    },
    register: async (number) => (await site.place.register('2026-11-26')).find((line) => line.startsWith(number)) ?? '',
  }
}
