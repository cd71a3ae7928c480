/** Where what is agreed with youths is found in the demo: plans, measures, what they do, codings and the personnel group's rounds. */
import { todayInSweden } from '../../src/platform/clock.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { readCases, type Cases } from '../../src/cli/demo-cases.ts'
import { fillCodings } from '../../src/cli/demo-codings.ts'
import { fillDesk } from '../../src/cli/demo-measures-desk.ts'
import { fillPast } from '../../src/cli/demo-measures.ts'
import { fillOccupations } from '../../src/cli/demo-occupations.ts'
import { newDesk } from '../../src/cli/demo-outreach-desk.ts'
import { fillPlacements } from '../../src/cli/demo-placements.ts'
import { fillPlans } from '../../src/cli/demo-plans.ts'
import { sends } from '../support/outreach-steps.ts'
import type { Visitor } from '../support/web.ts'
import type { DemoSite } from './demo-site.ts'
import type { StoryYouth } from './outreach-story.ts'

/** The first so many of the youths that something wants; then there are none. */
function some({ take, ...cases }: Cases, most: number): Cases {
  let left = most
  return { ...cases, take: (wanted) => (left-- > 0 ? take(wanted) : Promise.resolve(null)) }
}

/** The demo's plans, measures and codings, some of each: there are few youths here. Nothing of it happens to those who have stories of their own. */
async function fillInDemo({ place, address }: DemoSite, told: readonly StoryYouth[]): Promise<void> {
  const desk = newDesk({ ...place, publicUrl: address }, todayInSweden())
  const cases = await readCases({ ...desk, taken: told.map(({ personId }) => personId) })
  await fillPlacements(some(cases, 4))
  await fillOccupations(some(cases, 3))
  await fillCodings(some(cases, 3))
  await fillPlans(some(cases, 7))
  await fillDesk(some(cases, 7))
  await fillPast(cases)
}

/** Measures by what there is to see in them; the first is the one to look at. */
const measureWith = {
  stages: `m.ended_on is null and exists (select from measures.stage s where s.measure_id = m.id) order by
    (select count(*) from measures.stage s where s.measure_id = m.id) desc, m.id`,
  aStop: `m.ended_on is not null and exists (select from measures.stage s where s.measure_id = m.id and s.outcome = 'interrupted') order by m.id`,
  aWait: `m.placement = 'waiting' order by m.id`,
  noStages: `m.ended_on is null and m.placement = 'none' and m.planned_until_on < current_date order by m.id`,
  aStrike: 'm.struck_at is not null order by m.id',
} as const

/** Youths by what there is to see of them. */
const youthWith = {
  manyVersions: `y.person_id = (select p.person_id from plans.plan p join plans.version v on v.plan_id = p.id where p.ended_on is null
    group by p.id order by count(*) desc, p.id limit 1)`,
  aMove: `y.person_id = (select p.person_id from plans.plan p join plans.follow_up f on f.plan_id = p.id where f.state = 'postponed' order by p.id limit 1)`,
  anEnd: 'y.person_id = (select p.person_id from plans.plan p where p.ended_on is not null order by p.id limit 1)',
  anOffer: 'y.person_id = (select o.person_id from measures.declined_offer o order by o.id limit 1)',
  aCoding: 'y.person_id = (select c.person_id from coding.coded c order by c.id limit 1)',
  aLapse: `y.person_id = (select s.person_id from outreach.standing s join worklist.youth c on c.person_id = s.person_id
    where s.occupation_review_on <= current_date and c.from_on <= current_date and c.until_on > current_date order by 1 limit 1)`,
} as const

async function found(site: DemoSite, sql: string): Promise<string> {
  const [row] = await inTransaction(site.place.pool, (tx) => tx.query<{ at: string }>(sql))
  if (row === undefined) throw new Error(`nothing is found by ${sql}`)
  return row.at
}

type Places<Which extends string> = Readonly<Record<Which, string>>

async function findEach<Which extends string>(
  site: DemoSite,
  queries: Places<Which>,
  sql: (where: string) => string,
): Promise<Places<Which>> {
  const places = new Map<string, string>()
  for (const [which, where] of Object.entries<string>(queries)) places.set(which, await found(site, sql(where)))
  return Object.fromEntries(places) as Places<Which>
}

const findYouths = (site: DemoSite) =>
  findEach(site, youthWith, (where) => `select '/ungdomar/' || y.subject_id as at from worklist.youth y where ${where}`)
const findMeasures = (site: DemoSite) =>
  findEach(
    site,
    measureWith,
    (where) => `select '/ungdomar/' || y.subject_id || '/atgarder/' || m.measure_id as at from measures.measure m
      join worklist.youth y on y.person_id = m.person_id where ${where} limit 1`,
  )
const listOf = (measure: string): string => measure.replace(/\/[^/]*$/, '')

const today = todayInSweden()

/** A measure that begins today, or a proposal of one. */
const begins = (who: Visitor, path: string, item: string): Promise<string> => {
  const wish = { item, from: today, until: '', responsible: 'municipality', department: '', note: 'På egen begäran' }
  return sends(who, `${path}/atgarder/ny?insats=${item}`, wish)
}

/** A pupil outside the target group who is watched and given support. Returns where the youth is. */
async function watchedYouth(site: DemoSite, who: Visitor): Promise<string> {
  const path = await found(
    site,
    `select '/ungdomar/' || subject_id as at from worklist.seen(null, false) where from_on is null and unit_id is not null
     order by born_on, person_id limit 1`,
  )
  await sends(who, `${path}/bevaka`, { ground: 'Skolan har hört av sig' })
  await begins(who, path, 'guidance')
  return path
}

/** A round of the personnel group with a proposal to decide on. Returns where it is. */
async function openRound(site: DemoSite, who: Visitor, { subjectId }: StoryYouth): Promise<string> {
  await begins(who, `/ungdomar/${subjectId}`, 'youthEmployment')
  const present = await found(site, `select id::text as at from access.staff where name = 'Amina Lind'`)
  return sends(who, '/atgarder/rundor', { on: today, present })
}

/** A measure that was written on the wrong youth, and is struck. */
async function aStruckMeasure(site: DemoSite, who: Visitor, { subjectId }: StoryYouth): Promise<void> {
  const path = `/ungdomar/${subjectId}/atgarder`
  await begins(who, `/ungdomar/${subjectId}`, 'studyVisit')
  const measure = await found(site, 'select m.measure_id::text as at from measures.measure m order by m.id desc limit 1')
  await sends(who, `${path}/${measure}/stryk`, { version: '1', why: 'Skulle ha stått på en annan ungdom' })
}

/** A plan that no follow-up was moved in reaches its goal: it has ended, and can be read. */
async function anEndedPlan(site: DemoSite, who: Visitor): Promise<void> {
  const latest = `from plans.plan p join worklist.youth y on y.person_id = p.person_id join plans.version v on v.plan_id = p.id
    where p.ended_on is null and not exists (select from plans.follow_up f where f.plan_id = p.id and f.state = 'postponed')
    order by p.id desc, v.number desc limit 1`
  const path = await found(site, `select '/ungdomar/' || y.subject_id as at ${latest}`)
  const [plan, version] = [
    await found(site, `select p.plan_id::text as at ${latest}`),
    await found(site, `select v.number::text as at ${latest}`),
  ]
  await sends(who, `${path}/plan/avsluta`, { plan, version, reason: 'goalReached', note: 'Allt är gjort' })
}

/** A convention of the municipality's own, and the past coded anew by another than the one that was in force. */
async function conventions(who: Visitor): Promise<void> {
  const { html } = await who.get('/kodning/egen')
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  const selects = [...html.matchAll(/<select[^>]* name="([^"]+)"[\s\S]*?<\/select>/g)].map(([select, name = '']) => {
    const chosen = /<option value="([^"]*)"[^>]* selected/.exec(select)?.[1] ?? ''
    return [name, chosen] as const
  })
  await sends(who, '/kodning/egen', { version, name: 'Vår egen', ...Object.fromEntries(selects) })
  const now = /name="version" value="(\d+)"/.exec((await who.get('/kodning')).html)?.[1] ?? ''
  await sends(who, '/kodning/rakna-om', { version: now, convention: 'exempel' })
  await who.get('/kodning/omrakning')
}

type Found = {
  readonly youths: Places<keyof typeof youthWith>
  readonly measures: Places<keyof typeof measureWith>
  readonly watched: string
  readonly round: string
  readonly closedRound: string
  /** `?plan=` and the id of a plan that has ended. */
  readonly endedPlan: string
}

const youth = '/ungdomar/:id{[0-9a-f-]+}'
const timeline = '/ungdomar/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}/tidslinje'
const oneMeasure = `${youth}/atgarder/:measure{[0-9a-f-]+}`
const oneRound = '/atgarder/rundor/:round{[0-9a-f-]+}'

const firstOf = ({ youths: { manyVersions, anOffer, aLapse, aCoding }, measures: { stages }, round }: Found): [string, string][] => [
  ...['/plan', '/plan/skriv', '/plan/tillsammans', '/plan/versioner'].map((page): [string, string] => [youth + page, manyVersions + page]),
  [`${youth}/atgarder`, listOf(stages)],
  [oneMeasure, stages],
  [`${youth}/atgarder/avbojd`, `${anOffer}/atgarder/avbojd`],
  [`${youth}/sysselsattning`, `${aLapse}/sysselsattning`],
  [`${youth}/vad-hande`, `${aCoding}/vad-hande`],
  [timeline, `${manyVersions}/tidslinje`],
  [oneRound, round],
  ['/atgarder/katalog/:key', '/atgarder/katalog/youthEmployment'],
]

const moreOf = ({ youths, measures, watched, closedRound, endedPlan }: Found): FoundPlaces['also'] => ({
  [youth]: [youths.manyVersions, listOf(listOf(measures.stages)), youths.aCoding, watched],
  [`${youth}/plan`]: [`${youths.aMove}/plan`, `${youths.anEnd}/plan${endedPlan}`],
  [`${youth}/plan/versioner`]: [`${youths.manyVersions}/plan/versioner?fran=1&till=4`],
  [`${youth}/plan/skriv`]: [`${youths.aCoding}/plan/skriv`],
  [`${youth}/plan/tillsammans`]: [`${youths.aCoding}/plan/tillsammans`],
  [`${youth}/atgarder`]: [listOf(measures.aStrike), listOf(measures.aWait), `${youths.anOffer}/atgarder`, `${watched}/atgarder`],
  [oneMeasure]: [measures.aStop, measures.aWait, measures.noStages],
  [oneRound]: [closedRound],
  [timeline]: [
    `${youths.manyVersions}/tidslinje?visa=atgard&visa=plan&visa=kontakt`,
    `${youths.aCoding}/tidslinje?fran=2020-01-01&till=2020-02-01`,
  ],
})

export type FoundPlaces = {
  /** The address of a route with something to see in it. */
  readonly first: readonly (readonly [route: string, address: string])[]
  /** More addresses of a route, with something else to see. */
  readonly also: Readonly<Record<string, readonly string[]>>
}

/** Fills in what is agreed, and finds where it is. `told`: those who have stories of their own; for the first of them something is proposed. */
export async function fillInAgreed(site: DemoSite, who: Visitor, told: readonly [StoryYouth, ...StoryYouth[]]): Promise<FoundPlaces> {
  await fillInDemo(site, told)
  const watched = await watchedYouth(site, who)
  const round = await openRound(site, who, told[0])
  await aStruckMeasure(site, who, told[0])
  await anEndedPlan(site, who)
  await conventions(who)
  const places = {
    youths: await findYouths(site),
    measures: await findMeasures(site),
    watched,
    round,
    closedRound: await found(
      site,
      `select '/atgarder/rundor/' || round_id as at from measures.round where closed_at is not null order by id desc limit 1`,
    ),
    endedPlan: await found(site, `select '?plan=' || plan_id as at from plans.plan where ended_on is not null order by id limit 1`),
  }
  return { first: firstOf(places), also: moreOf(places) }
}
