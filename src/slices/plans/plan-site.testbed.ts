/** Plans in the browser, for tests: a site with two youths, the form as it is filled in, and what stands in the database. */
import { aPopulation, aPost } from '../../../test/support/places.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { hidden, someone, type Person } from './plans.testbed.ts'

export type Fields = Record<string, string | readonly string[]>

/** So many days from today. */
export const inDays = (n: number): PlainDate => dateOf(plusDays(dayOf(todayInSweden()), n))

/** A form filled in: two steps, two follow-ups, and nobody else responsible. */
export const written = (of: Fields = {}): Fields => ({
  plan: '',
  version: '0',
  act: 'agreed',
  goal: 'Börja på komvux i januari',
  beginsOn: inDays(0),
  endsOn: inDays(200),
  followUp: [inDays(0), inDays(30)],
  youthStep: ['', ''],
  youthText: ['Ringa vägledaren', ''],
  youthFrom: ['', ''],
  youthDue: [inDays(7), ''],
  municipalityStep: [''],
  municipalityText: ['Boka ett studiebesök'],
  municipalityFrom: [''],
  municipalityDue: [''],
  otherStep: [''],
  otherText: [''],
  otherActor: [''],
  otherFrom: [''],
  otherDue: [''],
  noOtherActor: 'ja',
  ...of,
})

type Now = { readonly plan: string; readonly version: number; readonly status: string }
type Waiting = { readonly id: string; readonly on: string; readonly state: string }

export type PlanSite = {
  readonly site: TestSite
  readonly coordinator: Visitor
  readonly people: Readonly<Record<string, Person>>
  readonly pathOf: (page?: string, of?: string) => string
  /** The plan opened last, as its latest version says. */
  readonly now: () => Promise<Now>
  readonly followUps: () => Promise<Waiting[]>
  /** The form of that plan as it stands. */
  readonly again: (of?: Fields) => Promise<Fields>
  readonly lastLine: (action: string) => Promise<{ readonly outcome: string; readonly detail: object } | undefined>
}

const nowQuery = `select p.plan_id as plan, v.number as version, v.status from plans.plan p join plans.version v on v.plan_id = p.id
  order by p.id desc, v.number desc limit 1`
const stepQuery = `select step_id as id from plans.step where version_id = (select max(id) from plans.version)
  order by array_position(array['youth', 'municipality', 'other'], whose), position`

const followUpQuery = `select follow_up_id as id, on_day as on, state from plans.follow_up where plan_id = (select max(id) from plans.plan)
  order by on_day, id`

/** What stands in the database of the plan that was opened last. */
const looks = ({ place: { sql } }: TestSite): Pick<PlanSite, 'now' | 'followUps' | 'again' | 'lastLine'> => {
  const now = async (): Promise<Now> => (await sql<Now>(nowQuery))[0] ?? { plan: '', version: 0, status: '' }
  const followUps = () => sql<Waiting>(followUpQuery)
  return {
    now,
    followUps,
    again: async (of = {}) => {
      const ids = (await sql<{ id: string }>(stepQuery)).map(({ id }) => id)
      const { plan, version } = await now()
      const followUp = (await followUps()).filter(({ state }) => state === 'planned').map(({ on }) => on)
      return written({ plan, version: String(version), followUp, youthStep: [ids[0] ?? '', ''], municipalityStep: [ids[1] ?? ''], ...of })
    },
    lastLine: async (action) =>
      (
        await sql<{ outcome: string; detail: object }>(
          'select outcome, detail from audit.line where action = $1 order by id desc limit 1',
          [action],
        )
      )[0],
  }
}

/** A site with a youth and a protected one. The caller closes it. */
export async function aPlanSite(): Promise<PlanSite> {
  const site = await aSite()
  const posts = [
    aPost({ number: someone, given: 'Synlig', street: 'Provgatan 1' }),
    aPost({ number: hidden, given: 'Hemliga', secrecy: 'J' }),
  ]
  await site.place.feed('population', aPopulation(...posts))
  const rows = await site.place.sql<Person & { number: string }>(
    'select person_id::int as id, subject_id as subject, number from worklist.youth',
  )
  const people = Object.fromEntries(rows.map((row) => [row.number, row]))
  return {
    site,
    people,
    coordinator: await site.signedIn(['coordinator'], { name: 'Anna Prov' }),
    pathOf: (page = '', of = someone) => `/ungdomar/${people[of]?.subject ?? ''}/plan${page}`,
    ...looks(site),
  }
}
