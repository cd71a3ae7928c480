/** A site with youths whose consents and referrals can be made through the pages, and the receiver's page without sign-in. */
import { aPopulation, aPost } from '../../../test/support/places.ts'
import { aSite, type Shown, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { todayInSweden } from '../../platform/clock.ts'

export const number = '200803142389'
export const hidden = '200809022395'

type Fields = Readonly<Record<string, string | readonly string[]>>

export type SharingSite = {
  readonly site: TestSite
  readonly staff: Visitor
  readonly subject: (of?: string) => string
  /** The day so many days from today. */
  readonly day: (days: number) => PlainDate
  /** The consent's form, filled in. */
  readonly consentFields: (fields?: Fields) => Fields
  readonly look: (fields?: Fields, of?: string) => Promise<Shown>
  /** Previews and saves, to a receiver of its own unless one is named. Returns what saving answered. */
  readonly consent: (fields?: Fields) => Promise<Shown>
  readonly lastConsent: () => Promise<string>
  /** Sends a referral with the last consent, by mail where an address is given. Returns the link's path; '' by mail, or when it was refused. */
  readonly refer: (email?: string) => Promise<string>
  /** A page without sign-in; with a body it is sent. */
  readonly open: (path: string, body?: Readonly<Record<string, string>>) => Promise<Shown>
}

/** The hash that a preview carries. */
export const previewedIn = ({ html }: Shown): string => /name="previewed" value="([0-9a-f]{64})"/.exec(html)?.[1] ?? ''

const linkIn = ({ html }: Shown): string => /\/hanvisning\/0180\/[\w-]{24}/.exec(html)?.[0] ?? ''

async function opened(site: TestSite, path: string, body?: Readonly<Record<string, string>>): Promise<Shown> {
  const response = await site.app.request(path, {
    ...(body === undefined ? {} : { method: 'POST', body: new URLSearchParams(body).toString() }),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  return { status: response.status, html: await response.text(), location: '', headers: response.headers }
}

type Making = Pick<SharingSite, 'site' | 'staff' | 'lastConsent'> & { readonly path: string }

/** Sends a referral with the last consent, as its page does. */
const referring =
  ({ staff, lastConsent, path }: Making): SharingSite['refer'] =>
  async (email = '') => {
    const consent = await lastConsent()
    const preview = await staff.get(`${path}/hanvisningar?samtycke=${consent}`)
    return linkIn(await staff.send(`${path}/hanvisningar`, { consent, previewed: previewedIn(preview), email }))
  }

const day = (days: number): PlainDate => dateOf(plusDays(dayOf(todayInSweden()), days))

const usual = { purpose: 'joinActivity', kind: 'partner', name: 'Provprojektet', fields: ['name', 'birthDate'], how: 'inPerson' }

/** The youths' addresses by number. */
async function subjectsOf(site: TestSite): Promise<Map<string, string>> {
  const rows = await site.place.sql<{ subject: string; number: string }>('select subject_id as subject, number from worklist.youth')
  return new Map(rows.map((row) => [row.number, row.subject]))
}

/** The caller closes the site. */
export async function aSharingSite(): Promise<SharingSite> {
  const site = await aSite()
  const posts = [aPost({ number, given: 'Synlig', street: 'Provgatan 1' }), aPost({ number: hidden, given: 'Hemliga', secrecy: 'J' })]
  await site.place.feed('population', aPopulation(...posts))
  const subjects = await subjectsOf(site)
  const staff = await site.signedIn(['coordinator'])
  const subject = (of = number): string => subjects.get(of) ?? ''
  const consentFields = (fields: Fields = {}): Fields => ({ ...usual, givenOn: day(0), untilOn: day(90), ...fields })
  const look = (fields: Fields = {}, of = number) => staff.send(`/ungdomar/${subject(of)}/samtycken/forhandsvisa`, consentFields(fields))
  const lastConsent = async (): Promise<string> =>
    (await site.place.sql<{ id: string }>('select c.consent_id as id from consents.consent c order by c.id desc limit 1'))[0]?.id ?? ''
  const path = `/ungdomar/${subject()}`
  let receivers = 0
  return {
    site,
    staff,
    subject,
    day,
    consentFields,
    look,
    consent: async (given = {}) => {
      const fields = { name: `Provprojektet ${++receivers}`, ...given }
      return staff.send(`${path}/samtycken`, { ...consentFields(fields), previewed: previewedIn(await look(fields)) })
    },
    lastConsent,
    refer: referring({ site, staff, lastConsent, path }),
    open: (at, body) => opened(site, at, body),
  }
}
