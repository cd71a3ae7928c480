/** The demo's site with something in every place: a year of outreach, rounds, visits, meetings, what is agreed, what is counted. And where all that is. */
import { todayInSweden } from '../../src/platform/clock.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../src/platform/plain-date.ts'
import { isWorkingDay } from '../../src/platform/swedish-holidays.ts'
import { fillDemoHandingOver } from '../../src/cli/demo-handing-over.ts'
import { fillDemoNetwork } from '../../src/cli/demo-network.ts'
import { doDemoOutreach } from '../../src/cli/demo-outreach.ts'
import { fillDemoSteering } from '../../src/cli/demo-steering.ts'
import { signIn } from '../../src/slices/access/index.ts'
import { issueCode, writtenCode } from '../../src/slices/replies/index.ts'
import type { Role } from '../../src/kernel/actor.ts'
import { runFeed } from '../../src/slices/matching/index.ts'
import { aNumber } from '../support/feed-files.ts'
import { preparesRound, releases, reviews, sends } from '../support/outreach-steps.ts'
import { aFile, anEnrolmentsFile, aPopulation, aPost } from '../support/places.ts'
import { visitorWith, type Visitor } from '../support/web.ts'
import { fillInAgreed, type FoundPlaces } from './agreed-places.ts'
import { protectedNumbers, type DemoSite } from './demo-site.ts'
import { handOverPlaces } from './hand-over-places.ts'
import { fillInNotices } from './notice-places.ts'
import { fillInSharing } from './sharing-places.ts'
import { fillInFigures, publishFirst } from './figures-places.ts'
import { ago, tellStories, type StoryYouth } from './outreach-story.ts'
import { ownLinkOf } from './own-plan-steps.ts'

type Member = { readonly subject: string; readonly name: string; readonly roles: readonly Role[]; readonly unit: string | null }
const west = 'Ungdomsenheten Väst'
export const amina: Member = { subject: 'amina', name: 'Amina Lind', roles: ['coordinator'], unit: west }
export const sara: Member = { subject: 'sara', name: 'Sara Vikander', roles: ['coordinator', 'protectedHandler'], unit: west }
export const jonas: Member = { subject: 'jonas', name: 'Jonas Ekdal', roles: ['systemCoordinator'], unit: west }

/** One of the demo's people, asked without a browser. */
export async function inProcess({ place, product, idp }: DemoSite, { subject, ...member }: Member): Promise<Visitor> {
  const said = { ...member, subject, issuer: idp.issuer, acr: null, idToken: 'x', authenticatedAt: Date.now() }
  const token = await signIn(place.pool, said)
  if (!token.granted) throw new Error(`${subject} was not let in: ${token.reason}`)
  return visitorWith(product.app, place.code, token.value)
}

/** What is found by looking: the id in an address, by what comes before it; or a whole address, by its route. */
export type Ids = ReadonlyMap<string, string>

const one = async (site: DemoSite, sql: string, values: readonly unknown[] = []): Promise<string> => {
  const [row] = await inTransaction(site.place.pool, (tx) => tx.query<{ id: string }>(sql, values))
  if (row === undefined) throw new Error(`nothing is found by ${sql}`)
  return row.id
}
const staffId = (site: DemoSite, name: string): Promise<string> =>
  one(site, 'select id::text as id from access.staff where name = $1', [name])

function workingDay(ahead: number): PlainDate {
  let day = plusDays(dayOf(todayInSweden()), ahead)
  while (!isWorkingDay(day)) day = plusDays(day, 1)
  return dateOf(day)
}

/** A round that is on its way out, and one to look at. Returns the latter's id. */
async function rounds(who: Visitor, other: Visitor): Promise<string> {
  const released = await preparesRound(who, '/ungdomar?steg=nytt-brev')
  await reviews(who, released.address)
  await releases(other, released.address)
  const { address } = await preparesRound(who)
  return address.replace('/utskick/', '')
}

/** A round of home visits with two stops, whose cards are printed and one is delivered. Returns its id. */
async function visitRound(site: DemoSite, who: Visitor, youths: readonly StoryYouth[]): Promise<string> {
  const [first, second, watch] = [
    await staffId(site, 'Amina Lind'),
    await staffId(site, 'Sara Vikander'),
    await staffId(site, 'Leila Holmdal'),
  ]
  const wish = { on: workingDay(2), district: '', area: 'Lövsta', startsAt: '13:00', endsAt: '16:00', first, second, watch }
  const address = await sends(who, '/besok/ny', wish)
  await who.send(`${address}/ungdomar`, { youth: youths.slice(0, 2).map(({ subjectId }) => subjectId) })
  const stops = [...new Set([...(await who.get(address)).html.matchAll(/name="stop" value="([\da-f-]{36})"/g)].map(([, id]) => id ?? ''))]
  await sends(who, `${address}/tider`, { stop: stops, time: stops.map((_, nth) => `13:${nth + 1}0`) })
  await who.send(`${address}/kort`, { which: 'missing' })
  await who.send(`${address}/kort/utlamnade`, { card: stops.slice(0, 1), on: todayInSweden() })
  return address.replace('/besok/', '')
}

/** Links that lead somewhere without sign-in: a code, a question and a calendar. */
async function openLinks(site: DemoSite, who: Visitor, { personId, subjectId }: StoryYouth): Promise<[string, string][]> {
  const { place, product } = site
  const code = await inTransaction(place.pool, (tx) => issueCode(tx, { personId, messageId: null, channel: 'letter' }))
  const body = new URLSearchParams({ day: 'any', part: 'morning', phone: '070-174 06 90' })
  const address = `/svar/${place.code}/${writtenCode(code)}`
  await product.app.request(`${address}?svar=callMe`, { method: 'POST', body })
  const wish = { kind: 'school', name: 'Provgymnasiet', shown: ['givenName', 'familyName'], days: '14' }
  const question = await who.send(`/ungdomar/${subjectId}/fragor`, wish)
  const calendar = await who.send('/moten/kalender')
  const found = (html: string, pattern: RegExp): string => pattern.exec(html)?.[1] ?? ''
  return [
    ['/svar/', place.code],
    [`/svar/${place.code}/`, writtenCode(code)],
    ['/fraga/', place.code],
    [`/fraga/${place.code}/`, found(question.html, /\/fraga\/\d{4}\/([\w-]{24})/)],
    ['/kalender/', place.code],
    [`/kalender/${place.code}/`, found(calendar.html, /\/kalender\/\d{4}\/([\w-]{32}\.ics)/)],
  ]
}

/** Sara will be away; and Amina has been, and is back today. Returns the ids of both absences. */
async function absences(site: DemoSite, who: Visitor): Promise<readonly [ahead: string, over: string]> {
  const [own, others] = [await staffId(site, 'Amina Lind'), await staffId(site, 'Sara Vikander')]
  const add = async (staff: string, substitute: string, from: PlainDate, until: PlainDate): Promise<string> => {
    await sends(who, '/arbetslag/franvaro/ny', { staff, substitute, from, until })
    return one(site, 'select absence_id::text as id from cover.absence order by set_at desc limit 1')
  }
  const over = await add(own, others, ago(4), ago(-2))
  await sends(who, `/arbetslag/franvaro/${over}/avsluta`)
  return [await add(others, own, ago(-3), ago(-9)), over]
}

const feed = (site: DemoSite, name: 'population' | 'enrolments', content: string): Promise<unknown> =>
  runFeed(
    site.place,
    { feed: name, source: 'prov', kind: 'changes', on: todayInSweden(), files: [aFile(`${name}.txt`, content)] },
    () => {},
  )

/** Two pairs who may be one person, of which one is merged; and a pupil whom nobody knows. Returns where they are. */
async function doubtful(site: DemoSite, who: Visitor): Promise<[string, string][]> {
  const twins = ['20080917', '20081017'].map((born) => ['238', '239'].map((serial) => aNumber(born, serial)))
  const post = (number: string, given: string): string => aPost({ number, given, municipality: '2599', street: 'Gatan 1' })
  await feed(site, 'population', aPopulation(...twins.flatMap(([a = '', b = '']) => [post(a, 'Kristoffer'), post(b, 'Christoffer')])))
  await feed(site, 'enrolments', anEnrolmentsFile('080314TF12;GY;NA;1;2024-08-15;;'))
  const subject = (number = '') => one(site, 'select subject_id::text as id from worklist.youth where number = $1', [number])
  const [[first, second], [third, fourth]] = [twins[0] ?? [], twins[1] ?? []]
  const [keep, pair] = [await subject(first), `/kallor/dubbletter/par/${await subject(third)}/`]
  await sends(who, `/kallor/dubbletter/par/${keep}/${await subject(second)}/sla-samman`, { keep, ground: 'Enligt Skatteverket' })
  return [
    ['/kallor/dubbletter/par/', await subject(third)],
    [pair, await subject(fourth)],
    [
      '/kallor/undantag/',
      await one(site, `select max(id)::text as id from feeds.exception where kind = 'interim-number' and closed_at is null`),
    ],
  ]
}

/** A case: something of the youth's is not right. Returns its id. */
async function correction(site: DemoSite, who: Visitor, { subjectId }: StoryYouth): Promise<string> {
  const source = await one(site, 'select source as id from feeds.read order by id limit 1')
  await sends(who, `/ungdomar/${subjectId}/stammer-inte`, { line: '7', reason: 'other', note: 'Går i skolan', source, message: '' })
  return one(site, 'select id::text as id from corrections.correction order by id desc limit 1')
}

const latest: Readonly<Record<string, string>> = {
  '/korningar/': 'select max(id)::text as id from matching.run',
  '/kallor/lasning/': 'select max(id)::text as id from feeds.read',
  '/kallor/': `select source as id from feeds.read limit 1`,
  '/organisation/enheter/': 'select max(id)::text as id from organisation.unit',
  '/organisation/omraden/': 'select max(id)::text as id from organisation.district',
  '/organisation/medarbetare/': 'select min(id::text) as id from access.staff',
  '/handbok/': `select '04-natten' as id`,
}

/** The rules on trial, begun by Jonas in a browser. Returns the rehearsal's id. */
async function rehearsal(site: DemoSite): Promise<string> {
  const page = await site.open()
  await site.signIn(page, jonas.name, '/installningar/regler')
  await page.getByRole('button', { name: 'Prova först' }).click()
  await page.waitForURL(/\/installningar\/prova\/[\da-f-]+$/)
  return page.url().replace(/.*\//, '')
}

export type RealPlaces = {
  /** The ids that addresses are made with. */
  readonly ids: Ids
  readonly protectedId: string
  readonly also: FoundPlaces['also']
  /** The link of a youth to their own page. */
  readonly ownLink: string
}

/** What the demo has of handing over, the network and steering. */
async function fillDemos({ place: { code, name, pool }, address }: DemoSite): Promise<void> {
  const place = { code, name, pool, publicUrl: address }
  for (const fill of [fillDemoHandingOver, fillDemoNetwork, fillDemoSteering]) await fill(place, todayInSweden())
}

/** Fills the site. Returns where everything is. */
export async function fillIn(site: DemoSite): Promise<RealPlaces> {
  const [who, other] = [await inProcess(site, amina), await inProcess(site, sara)]
  const published = await publishFirst(who)
  await doDemoOutreach(site.place.pool, todayInSweden(), () => {})
  const youths = await tellStories(site.place.pool, 'Amina Lind')
  const [called, texted] = [youths[0], youths[1]]
  if (called === undefined || texted === undefined) throw new Error('nobody is covered')
  const agreed = await fillInAgreed(site, who, [called, ...youths.slice(1)])
  const ids = new Map<string, string>([['/ungdomar/', called.subjectId], ...agreed.first, ...(await openLinks(site, who, called))])
  for (const [prefix, sql] of Object.entries(latest)) ids.set(prefix, await one(site, sql))
  ids.set('/besok/', await visitRound(site, who, youths))
  const planned = { id: texted.personId, subjectId: texted.subjectId, staffId: await staffId(site, amina.name), number: '+46701740698' }
  const ownLink = await ownLinkOf(site, who, planned)
  ids.set('/plan/:code/:token', ownLink).set('/ungdomar/:id{[0-9a-f-]+}/plan/lank', `/ungdomar/${texted.subjectId}/plan/lank`)
  const [ahead, over] = await absences(site, who)
  ids.set('/arbetslag/franvaro/', ahead).set('/arbetslag/franvaro/:id/sammanfattning', `/arbetslag/franvaro/${over}/sammanfattning`)
  for (const [prefix, id] of await doubtful(site, who)) ids.set(prefix, id)
  for (const [prefix, id] of await fillInNotices(site, who)) ids.set(prefix, id)
  await fillDemos(site)
  for (const [prefix, id] of await handOverPlaces(site)) ids.set(prefix, id)
  ids.set('/styrning/fragor/ur-tal', '/styrning/fragor/ur-tal?tal=on-day')
  for (const [prefix, id] of await fillInSharing(site, who, called.subjectId)) ids.set(prefix, id)
  ids.set('/rattelser/', await correction(site, who, texted))
  ids.set('/installningar/prova/', await rehearsal(site))
  ids.set('/utskick/', await rounds(who, other))
  const figures = await fillInFigures(site, who, published)
  for (const [route, address] of figures.first) ids.set(route, address)
  const protectedId = await one(site, 'select subject_id::text as id from worklist.youth where number = $1', [protectedNumbers[0]])
  return { ids, protectedId, also: { ...agreed.also, ...figures.also }, ownLink }
}
