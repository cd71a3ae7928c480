/** Where directed follow-up has something to see: the demo's year of it, and what no year needs to end with: a draft, an answer waited for, talks ahead. */
import { fillDemoFollowup } from '../../src/cli/demo-followup.ts'
import { followupPeople, setUpDemoMembers } from '../../src/cli/demo-followup-people.ts'
import { todayInSweden } from '../../src/platform/clock.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import type { DeclaredRoute } from '../../src/slices/access/index.ts'
import { daysLater, monthOf, plusMonths, quarterOf } from '../../src/slices/followup/calendar/month.rules.ts'
import { shippedInstrument } from '../../src/slices/followup/instrument/shipped.rules.ts'
import { aNumber } from '../support/feed-files.ts'
import { sends } from '../support/outreach-steps.ts'
import type { Visitor } from '../support/web.ts'
import type { DemoSite } from './demo-site.ts'
import { linkedAddresses } from './linked-places.ts'
import { isOfModule } from './page-walk.ts'
import { inProcess } from './real-places.ts'

const today = todayInSweden()
const youth = '/uppfoljning/ungdom/:id'

type Name = (typeof followupPeople)[number]['name']
type ByRoute = Readonly<Record<string, string>>
type More = Readonly<Record<string, readonly string[]>>

async function found(site: DemoSite, sql: string, values: readonly unknown[] = []): Promise<string> {
  const [row] = await inTransaction(site.place.pool, (tx) => tx.query<{ at: string }>(sql, values), null)
  if (row === undefined) throw new Error(`nothing is found by ${sql}`)
  return row.at
}

const foundYouth = async (site: DemoSite, sql: string): Promise<string> => `/uppfoljning/ungdom/${await found(site, sql)}`

/** One whom both recipients follow, if there is one with a position taken. */
const followedByBoth = `select n.youth_id::text as at from followup.signal_now n where n.state = 'acknowledged' group by n.youth_id
  having count(distinct n.recipient) = 2 order by exists (select from followup.investigation_decision d where d.youth_id = n.youth_id) desc, 1`

/** Youths by what there is to see of them. */
const youthWith = {
  aStop: `select youth_id::text as at from followup.signal_act where kind = 'stop' order by on_day limit 1`,
  aDismissal: `select youth_id::text as at from followup.signal_act where kind = 'dismiss' order by on_day limit 1`,
  anInvestigation: 'select youth_id::text as at from followup.investigation_decision where opens order by decided_on limit 1',
  nothingLow: `select a.youth_id::text as at from followup.assessment a
    where not exists (select from followup.signal s where s.youth_id = a.youth_id) order by 1 limit 1`,
} as const

/** A youth who came today, younger than all of the demo’s. Returns where they are. */
function newcomer(mona: Visitor, nth: number): Promise<string> {
  const blank = { bornOn: '', protection: 'none', school: '', phone: '', email: '', kept: 'no', keptGround: '', unit: '' }
  return sends(mona, '/uppfoljning/ungdomar/ny', {
    ...blank,
    number: aNumber(`${Number(today.slice(0, 4)) - 15}04${String(nth).padStart(2, '0')}`),
    givenName: 'Prov',
    familyName: `Nyrud${nth}`,
  })
}

/** An assessment that is only begun, and one that is done and proposes signals that nobody has answered. */
async function begins(mona: Visitor): Promise<{ readonly draft: string; readonly proposed: string }> {
  const [one, other] = [await newcomer(mona, 1), await newcomer(mona, 2)]
  const draft = await sends(mona, `${one}/bedomningar`, { quarter: quarterOf(today) })
  const done = await sends(mona, `${other}/bedomningar`, { quarter: quarterOf(today) })
  const answers = shippedInstrument.areas.flatMap(({ items }) => items.map(({ key }) => [`item-${key}`, '9'] as const))
  await sends(mona, done, { version: '1', do: 'finish', assessedOn: today, note: '', ...Object.fromEntries(answers) })
  return { draft, proposed: other }
}

/** A talk that is to be, with the youth alone. Returns where it is. */
function calls(who: Visitor, at: string, recipient: string): Promise<string> {
  const alone = { invite: ['youth'], 'why-youth': '', 'why-trustee': 'Ungdomen är myndig.', 'why-housing': 'Ungdomen bor själv.' }
  return sends(who, `${at}/kalla`, { recipient, on: daysLater(today, 7), at: '10:30', place: 'Rum 2', ...alone })
}

/** What a process has of the youth: a talk that was held, and a report that was handed in. */
async function workOf(site: DemoSite, own: string, process: 'labourMarket' | 'housing') {
  const [youthId, slug] = [own.split('/').at(-1), process === 'housing' ? 'boendedrift' : 'arbetsmarknad']
  const held = `select id::text as at from followup.talk where youth_id = $1 and process = $2 and state = 'held' order by on_day desc limit 1`
  const report = `select to_char(month, 'YYYY-MM') as at from followup.report where youth_id = $1 and process = $2 order by month desc limit 1`
  return {
    held: `${own}/samtal/${await found(site, held, [youthId, process])}`,
    report: `${own}/rapport/${slug}/${await found(site, report, [youthId, process])}`,
  }
}

/** What the authority process looks at besides the youth whom both follow. */
async function moreOfAuthority(site: DemoSite, mona: Visitor, own: string): Promise<More> {
  const { draft, proposed } = await begins(mona)
  const begun = draft.replace(/\/bedomningar\/.*/, '')
  const left = '/uppfoljning/ungdomar?lage=utflyttade'
  const gone = /href="(\/uppfoljning\/ungdom\/[\da-f-]+)"/.exec((await mona.get(left)).html)?.[1]
  if (gone === undefined) throw new Error('nobody has moved out')
  const nothingLow = await foundYouth(site, youthWith.nothingLow)
  return {
    '/uppfoljning/ungdomar': [left],
    '/uppfoljning/bedomningar': [`/uppfoljning/bedomningar?kvartal=${plusMonths(quarterOf(today), -3)}`],
    '/uppfoljning/overblick': [`/uppfoljning/overblick?fran=${daysLater(today, -30)}&till=${today}`],
    [youth]: [begun, proposed, gone],
    [`${youth}/bedomningar`]: [`${begun}/bedomningar`],
    [`${youth}/bedomningar/:assessment`]: [draft],
    [`${youth}/signaler`]: [
      `${proposed}/signaler`,
      `${await foundYouth(site, youthWith.aStop)}/signaler`,
      `${await foundYouth(site, youthWith.aDismissal)}/signaler`,
    ],
    [`${youth}/utredning`]: [`${await foundYouth(site, youthWith.anInvestigation)}/utredning`, `${begun}/utredning`],
    [`${youth}/manad/:month`]: [`${own}/manad/${plusMonths(monthOf(today), -1).slice(0, 7)}`],
    [`${youth}/utveckling`]: [`${nothingLow}/utveckling`, `${own}/utveckling?fran=${daysLater(today, -30)}&till=${today}`],
  }
}

export type ModulePlaces = {
  /** By whom, and where. */
  readonly addresses: ReadonlyMap<string, ReadonlyMap<DeclaredRoute, string>>
  /** More addresses of a route, by whom. */
  readonly also: Readonly<Record<string, More>>
}

async function visitorsOf(site: DemoSite): Promise<Readonly<Record<Name, Visitor>>> {
  const visitors: [string, Visitor][] = []
  for (const { subject, name } of followupPeople)
    visitors.push([name, await inProcess(site, { subject, name, roles: ['followup'], unit: null })])
  return Object.fromEntries(visitors) as Record<Name, Visitor>
}

/** Fills the module with a year and a day, and finds where everything is for each of its people. */
export async function fillInModule(site: DemoSite): Promise<ModulePlaces> {
  const { pool } = site.place
  await fillDemoFollowup({ pool, today, ids: await setUpDemoMembers(pool, site.idp.issuer) })
  const visitors = await visitorsOf(site)
  const [mona, viktor, hanna] = [visitors['Mona Granfors'], visitors['Viktor Almskog'], visitors['Hanna Lövdahl']]
  const own = await foundYouth(site, followedByBoth)
  const [labour, housing] = [await workOf(site, own, 'labourMarket'), await workOf(site, own, 'housing')]
  const [called, cancelled] = [await calls(viktor, own, 'labourMarket'), await calls(hanna, own, 'housing')]
  await sends(hanna, `${cancelled}/stallin`, { version: '1', why: 'Ungdomen är sjuk.' })
  const first: ByRoute = {
    '/uppfoljning/ungdom/': own.split('/').at(-1) ?? '',
    [`${youth}/manad/:month`]: `${own}/manad/${today.slice(0, 7)}`,
    [`${youth}/skattning/:day`]: `${own}/skattning/${today}`,
  }
  const talk = `${youth}/samtal/:talk`
  const ofPerson: Readonly<Record<string, ByRoute>> = { 'Viktor Almskog': { [talk]: called }, 'Hanna Lövdahl': { [talk]: cancelled } }
  const declared = site.product.pages.declared.filter(isOfModule)
  const addresses = new Map<string, ReadonlyMap<DeclaredRoute, string>>()
  for (const [name, who] of Object.entries(visitors))
    addresses.set(name, await linkedAddresses(who, declared, new Map(Object.entries({ ...first, ...ofPerson[name] }))))
  const report = `${youth}/rapport/:process/:month`
  const also: ModulePlaces['also'] = {
    'Mona Granfors': await moreOfAuthority(site, mona, own),
    'Viktor Almskog': { [talk]: [labour.held], [report]: [labour.report] },
    'Hanna Lövdahl': {
      [talk]: [housing.held],
      [report]: [housing.report],
      '/uppfoljning/skattning': [`/uppfoljning/skattning?dag=${daysLater(today, -3)}`],
      // A day that is rated, and one that nobody rates any more.
      [`${youth}/skattning/:day`]: [-8, -45].map((days) => `${own}/skattning/${daysLater(today, days)}`),
    },
  }
  return { addresses, also }
}
