/** The demo's summer radar: two admission lists of the last season, and what was done for those who had no place. All made up. */
import { randomFrom, type Random } from '../../simulators/municipality/index.ts'
import { inTransaction, type Pool } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { readList, sayStep, type ListState, type Round, type Said } from '../slices/admissions/index.ts'
import { noMapping } from '../slices/feeds/index.ts'
import { colleague, everybody, type Colleague, type DemoPlace } from './demo-outreach-desk.ts'
import { shifted } from './demo-cases.ts'

/** `placedOn`: the day from which a school was known to have a place in the autumn; null: none has. */
type Leaver = { readonly number: string; readonly subjectId: string; readonly placedOn: PlainDate | null }

/** Those who left compulsory school in the season's year, and whether they came to a school in the autumn. */
const listLeavers = (pool: Pool, year: number): Promise<Leaver[]> =>
  inTransaction(pool, (tx) =>
    tx.query<Leaver>(
      `select y.number, y.subject_id as "subjectId", (select min((e.known_from at time zone 'Europe/Stockholm')::date) from register.enrolment e
         where e.person_id = y.person_id and e.school_type in ('GY', 'GYAN') and e.start_on between make_date($1, 7, 1) and make_date($1, 9, 15)
           and (e.end_on is null or e.end_on > e.start_on)) as "placedOn"
       from worklist.seen(null, false) y where extract(year from y.born_on) = $1 - 16 and y.number is not null order by y.person_id`,
      [year],
    ),
  )

/** Whoever got a place after the first list had none in it. */
const whenPlacedLater = { reserve: 50, notAdmitted: 40, notApplied: 10 } as const
const otherwise = { notApplied: 30, notAdmitted: 34, reserve: 10, admitted: 14, notInList: 12 } as const

type Listed = Leaver & { readonly state: ListState | 'notInList' }

function inFirst(leavers: readonly Leaver[], on: PlainDate, random: Random): Listed[] {
  const stateOf = ({ placedOn }: Leaver): Listed['state'] => {
    if (placedOn === null) return random.weighted(otherwise)
    return placedOn <= on ? 'admitted' : random.weighted(whenPlacedLater)
  }
  return leavers.map((leaver) => ({ ...leaver, state: stateOf(leaver) }))
}

/** The second list is of those who had no place: whoever came to a school in the autumn was admitted then. */
const inSecond = (listed: readonly Listed[]): Listed[] =>
  listed
    .filter(({ state }) => state === 'notAdmitted' || state === 'reserve')
    .map((one) => ({ ...one, state: one.placedOn === null ? 'notAdmitted' : 'admitted' }))

const fileOf = (listed: readonly Listed[]): string =>
  ['personnummer;status', ...listed.filter(({ state }) => state !== 'notInList').map(({ number, state }) => `${number};${state}`), ''].join(
    '\n',
  )

type Season = { readonly pool: Pool; readonly staff: Colleague; readonly today: PlainDate; readonly year: number }

const read = ({ pool, staff, today }: Season, round: Round, on: PlainDate, listed: readonly Listed[]): Promise<unknown> =>
  readList(pool, { actor: staff.id, staffId: staff.id, today }, { round, on, text: fileOf(listed), mapping: noMapping, name: 'demo' })

/** What was done for one: everybody is invited, most of those who came to a school were met, some changed their choice. */
function stepsOf({ placedOn, state }: Listed, from: PlainDate, random: Random): Said[] {
  const steps: Said[] = [{ kind: 'invited', on: shifted(from, 1) }]
  if (random.chance(placedOn === null ? 0.45 : 0.8)) steps.push({ kind: 'met', on: shifted(from, 4 + random.whole(0, 16)) })
  if (steps.length > 1 && state !== 'notApplied' && random.chance(0.5)) steps.push({ kind: 'changedChoice', on: shifted(from, 22) })
  return steps
}

async function work(
  { pool, staff, today }: Season,
  code: string,
  listed: readonly Listed[],
  from: PlainDate,
  random: Random,
): Promise<void> {
  const reader = { pool, code, scope: everybody, staffId: staff.id, today }
  for (const one of listed.filter(({ state }) => state !== 'admitted' && state !== 'notInList')) {
    for (const step of stepsOf(one, from, random)) if (step.on <= today) await sayStep(reader, one.subjectId, step)
  }
}

/** Fills in the season that is on, or was last. */
export async function fillDemoAdmissions({ pool, code }: DemoPlace, today: PlainDate): Promise<void> {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '06-01' ? 1 : 0)
  const staff = await colleague(pool, 'amina')
  const [season, random] = [{ pool, staff, today, year }, randomFrom(1, 42)]
  const [first, second] = [`${year}-07-01` as PlainDate, `${year}-08-05` as PlainDate]
  const listed = inFirst(await listLeavers(pool, year), first, random)
  if (listed.length === 0 || first > today) return
  await read(season, 'first', first, listed)
  if (second <= today) await read(season, 'second', second, inSecond(listed))
  await work(season, code, listed, first, random)
}
