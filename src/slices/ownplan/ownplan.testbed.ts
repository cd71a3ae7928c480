/** For the tests of the own page: a town with a plan, its telephones and mailboxes, and a youth's browser. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMailServer, type MailServer } from '../../../simulators/mail/index.ts'
import { startSmsGateway, type SmsGateway } from '../../../simulators/sms/index.ts'
import { aPopulation, aPost, date } from '../../../test/support/places.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { sendOutbox, type Channels } from '../messaging/index.ts'
import { recordWay } from '../outreach/index.ts'
import { readOpenPlan, type PlanStep } from '../plans/index.ts'
import { insertVersion } from '../plans/plan-write.store.ts'
import { aContent, aPlan } from '../plans/plans.testbed.ts'
import { ownPlanSecrets } from './index.ts'

export const numbers = { plan: '200803142389', other: '200701222390', hidden: '200809022395' } as const
export const phones = { plan: '+46701740605', other: '+46701740606' } as const
export const mailbox = 'kim@example.se'

type Person = { readonly id: number; readonly subject: string }

export type OwnTown = {
  readonly site: TestSite
  readonly sms: SmsGateway
  readonly mail: MailServer
  readonly people: Readonly<Record<string, Person>>
  readonly staff: Visitor
  readonly staffId: string
  /** What is due leaves. */
  readonly sends: () => Promise<unknown>
  readonly sql: TestSite['place']['sql']
  readonly wayOf: (person: Person, kind: 'phone' | 'email', value: string) => Promise<string>
  readonly close: () => Promise<void>
}

const throws = (error: unknown): void => {
  throw error
}

async function sends({ site, sms, mail, folder }: { site: TestSite; sms: SmsGateway; mail: MailServer; folder: string }): Promise<unknown> {
  const channels: Channels = {
    sms: { url: sms.address, user: sms.user, password: sms.password, from: 'Provstad' },
    mail: { url: mail.address, from: 'Provstad <lots@example.se>' },
    printFolder: folder,
    publicUrl: 'http://localhost',
  }
  const { code, pool } = site.place
  const given = { channels, report: throws, isOver: () => false, secretsOf: ownPlanSecrets }
  return sendOutbox({ code, name: 'Provstad', pool }, given, new Date(Date.now() + 1000))
}

async function peopleOf({ place }: TestSite): Promise<Record<string, Person>> {
  const posts = [
    aPost({ number: numbers.plan, given: 'Synlig', street: 'Provgatan 1' }),
    aPost({ number: numbers.other, given: 'Annan' }),
    aPost({ number: numbers.hidden, given: 'Hemliga', secrecy: 'J' }),
  ]
  await place.feed('population', aPopulation(...posts))
  const rows = await place.sql<Person & { number: string }>(
    'select person_id::int as id, subject_id as subject, number from worklist.youth',
  )
  return Object.fromEntries(rows.map((row) => [row.number, row]))
}

/** Puts a number or an address in the ledger; its id there. */
const wayOn =
  ({ place }: TestSite): OwnTown['wayOf'] =>
  async ({ id }, kind, value) => {
    const way = { personId: id, kind, value, source: 'youth', sourceDetail: '', foundOn: date('2026-11-20'), foundBy: 'prov' } as const
    await inTransaction(place.pool, (tx) => recordWay(tx, way))
    const [row] = await place.sql<{ id: string }>('select way_id as id from outreach.way where person_id = $1 and value = $2', [id, value])
    return row?.id ?? ''
  }

async function givePlans({ site, people, staffId, wayOf }: Pick<OwnTown, 'site' | 'people' | 'staffId' | 'wayOf'>): Promise<void> {
  for (const key of ['plan', 'other', 'hidden'] as const) {
    const person = people[numbers[key]]
    if (person === undefined) throw new Error('everybody is in the register')
    await aPlan(site.place, { personId: person.id, staffId, content: aContent({ endsOn: null }), on: todayInSweden() })
    if (key !== 'hidden') await wayOf(person, 'phone', phones[key])
  }
}

/** A colleague writes the plan anew meanwhile: its own steps become these. */
export const writesAnew = async ({ site, people, staffId }: OwnTown, youthSteps: readonly PlanStep[]): Promise<unknown> =>
  inTransaction(site.place.pool, async (tx) => {
    const plan = await readOpenPlan(tx, [people[numbers.plan]?.id ?? 0])
    const [row] = await tx.query<{ id: number }>('select p.id from plans.plan p where p.plan_id = $1', [plan?.planId])
    if (plan === null || row === undefined) throw new Error('there is a plan')
    const steps = [...youthSteps, ...plan.steps.filter(({ column }) => column !== 'youth')]
    const by = { staffId, name: 'Anna Prov' }
    return insertVersion(tx, row.id, { ...plan, steps, change: 'revised', status: 'agreed', endReason: null, endNote: '', by })
  })

/** Two youths with plans and telephones, and a protected one with a plan. The caller closes it. */
export async function anOwnTown(): Promise<OwnTown> {
  const site = await aSite()
  const [sms, mail] = [await startSmsGateway(), await startMailServer()]
  const folder = mkdtempSync(join(tmpdir(), 'lots-own-'))
  const people = await peopleOf(site)
  const staff = await site.signedIn(['coordinator'], { name: 'Anna Prov' })
  const [me] = await site.place.sql<{ id: string }>(`select id from access.staff where name = 'Anna Prov'`)
  const staffId = me?.id ?? ''
  const wayOf = wayOn(site)
  await givePlans({ site, people, staffId, wayOf })
  return {
    site,
    sms,
    mail,
    people,
    staff,
    staffId,
    wayOf,
    sql: site.place.sql,
    sends: () => sends({ site, sms, mail, folder }),
    close: async () => {
      await Promise.all([sms.close(), mail.close(), site.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type Got = { readonly status: number; readonly html: string; readonly location: string; readonly cookie: string }

export type Browser = {
  readonly get: (path: string) => Promise<Got>
  readonly post: (path: string, fields?: Readonly<Record<string, string>>) => Promise<Got>
  /** The secret of the stay that it keeps; empty: none. */
  readonly pass: () => string
}

let visitors = 0

/** A browser of somebody's own: it keeps the cookie of the own page, and comes from an address of its own. */
export function aBrowser({ site }: Pick<OwnTown, 'site'>): Browser {
  const nth = ++visitors
  const from = `10.${(nth >> 16) & 255}.${(nth >> 8) & 255}.${nth & 255}`
  let kept = ''
  const ask = async (path: string, init: RequestInit): Promise<Got> => {
    const headers = { cookie: kept === '' ? '' : `__Secure-lots-pass=${kept}`, ...(init.headers as Record<string, string>) }
    const incoming = { incoming: { socket: { remoteAddress: from } } }
    const response = await site.app.request(path, { ...init, headers }, incoming)
    const cookie = response.headers.get('set-cookie') ?? ''
    const set = /__Secure-lots-pass=([\w-]*)/.exec(cookie)
    if (set !== null) kept = set[1] ?? ''
    return { status: response.status, html: await response.text(), location: response.headers.get('location') ?? '', cookie }
  }
  return {
    get: (path) => ask(path, {}),
    post: (path, fields = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    pass: () => kept,
  }
}

const linkIn = (text: string): string => /\/plan\/0180\/[\w-]{24}/.exec(text)?.[0] ?? ''

/** The latest text to the number. */
export const textTo = ({ sms }: Pick<OwnTown, 'sms'>, to: string): string =>
  sms
    .sent()
    .filter((one) => one.to === to)
    .at(-1)?.message ?? ''

/** Sends a link by a colleague's hand and returns its path, as the youth gets it. */
export async function aLink(town: OwnTown, of: 'plan' | 'other' = 'plan'): Promise<string> {
  const person = town.people[numbers[of]]
  const path = `/ungdomar/${person?.subject ?? ''}/plan/lank`
  const { html } = await town.staff.get(path)
  const seen = /name="seen" value="([\da-f-]*)"/.exec(html)?.[1] ?? ''
  const way = /name="way" value="([\da-f-]{36})"/.exec(html)?.[1] ?? ''
  const sent = await town.staff.send(path, { way, seen })
  if (sent.status !== 303) throw new Error(`no link was sent: ${sent.status}`)
  await town.sends()
  return linkIn(textTo(town, phones[of]))
}

/** Asks for a code and returns it, as the youth gets it. */
export async function aCode(town: OwnTown, browser: Browser, link: string, to: string = phones.plan): Promise<string> {
  await browser.post(`${link}/kod`)
  await town.sends()
  return /\d{6}/.exec(textTo(town, to))?.[0] ?? ''
}

/** Somebody inside. */
export async function inside(town: OwnTown, link: string, to: string = phones.plan): Promise<Browser> {
  const browser = aBrowser(town)
  await browser.post(`${link}/in`, { code: await aCode(town, browser, link, to) })
  return browser
}
