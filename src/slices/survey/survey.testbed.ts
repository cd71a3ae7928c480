/** A site with three units and a coordinator, and somebody who answers without signing in. */
import { aSite, type Shown, type TestSite, type Visitor } from '../../../test/support/web.ts'

export type SurveySite = {
  readonly site: TestSite
  readonly coordinator: Visitor
  readonly north: number
  readonly south: number
  /** A code as it is shown on the screen. */
  readonly aCode: (key?: string) => Promise<string>
  readonly get: (path: string, from?: string) => Promise<Shown>
  readonly send: (path: string, fields: Readonly<Record<string, string>>, from?: string) => Promise<Shown>
  /** How many answers to questions there are in all. */
  readonly counted: () => Promise<number>
}

let visitors = 0
/** Each question comes from an address of its own: the limit is for each address. */
export const anAddress = (): string => `2001:db8:${(++visitors).toString(16)}::1`

const answered = async (response: Response): Promise<Shown> => ({
  status: response.status,
  html: await response.text(),
  location: response.headers.get('location') ?? '',
  headers: response.headers,
})

const incoming = (from: string) => ({ incoming: { socket: { remoteAddress: from, remotePort: 1, remoteFamily: 'IPv6' } } })

/** The caller closes its site. */
export async function aSurveySite(): Promise<SurveySite> {
  const site = await aSite()
  for (const name of ['Enhet Nord', 'Enhet Syd', 'Enhet Väst'])
    await site.place.sql('insert into organisation.unit (name) values ($1)', [name])
  const [north, south] = await site.place.sql<{ id: number }>('select id from organisation.unit order by id')
  const coordinator = await site.signedIn(['coordinator'])
  const unit = String(north?.id ?? 0)
  return {
    site,
    coordinator,
    north: north?.id ?? 0,
    south: south?.id ?? 0,
    aCode: async (key = 'afterMeeting') => {
      const { html } = await coordinator.send('/enkater/skarm', { key, unit, count: '' })
      return /class="qr-code">([A-Z2-9-]{11})</.exec(html)?.[1] ?? ''
    },
    get: async (path, from = anAddress()) => answered(await site.app.request(path, {}, incoming(from))),
    send: async (path, fields, from = anAddress()) => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      return answered(
        await site.app.request(path, { method: 'POST', body: new URLSearchParams(fields).toString(), headers }, incoming(from)),
      )
    },
    counted: async () => (await site.place.sql<{ n: number }>('select coalesce(sum(n), 0)::int as n from survey.tally'))[0]?.n ?? 0,
  }
}
