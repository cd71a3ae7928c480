/** A year of directed follow-up in the demo: three units, twenty-four made-up youths, and what the three processes have done. Once in a demo folder. */
import { randomFrom } from '../../simulators/municipality/index.ts'
import { madeUpName } from '../../simulators/municipality/names.ts'
import { numberPool, type NumberPool } from '../../simulators/municipality/number-pool.ts'
import { inTransaction, type Tx } from '../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../platform/plain-date.ts'
import { registerYouth, saveActor, saveUnit, type Signal } from '../slices/followup/index.ts'
import { granted, inTurn, shiftedBy, writerOf, type DemoYouth, type FollowupDesk } from './demo-followup-desk.ts'
import { followupStories, schoolsOfFollowup, unitsOfFollowup, type FollowupStory } from './demo-followup-stories.ts'
import { liveYear } from './demo-followup-year.ts'

const seed = 7
/** How many youths' years are made at the same time. */
const atOnce = 3
const daysOfYear = 372

async function addUnits({ pool, ids, today }: FollowupDesk): Promise<string[]> {
  const found: string[] = []
  for (const unit of unitsOfFollowup) {
    const wish = { ...unit, id: null, active: true, version: 1 }
    found.push(granted(await saveUnit(pool, ids['tove'] ?? '', wish, shiftedBy(today, -daysOfYear - 30)), 'a unit'))
  }
  return found
}

type Place = { readonly desk: FollowupDesk; readonly units: readonly string[]; readonly numbers: NumberPool }

/** Sixteen to nineteen, with a trustee and somebody of the housing staff to call. Names are nobody's, telephone numbers are kept for fiction. */
async function register({ desk, units, numbers }: Place, story: FollowupStory, nth: number): Promise<DemoYouth> {
  const { pool, today } = desk
  const cameOn = shiftedBy(today, -(story.cameDaysAgo ?? daysOfYear + (nth % 9)))
  const number = numbers.take(Number(today.slice(0, 4)) - 16 - (nth % 4))
  const { givenName, surname } = madeUpName(randomFrom(seed, nth), number)
  const wish = {
    number,
    givenName,
    familyName: surname,
    bornOn: `${number.slice(0, 4)}-${number.slice(4, 6)}-${number.slice(6, 8)}` as PlainDate,
    protection: 'none',
    school: inTurn(schoolsOfFollowup, nth),
    phone: '',
    email: '',
    keptBecause: null,
    keptGround: '',
  } as const
  const by = writerOf(desk, 'mona', cameOn)
  const youthId = granted(await registerYouth(pool, by, wish, { unitId: inTurn(units, nth), fromOn: cameOn }), 'a youth')
  const actor = async (kind: 'trustee' | 'housing', name: string, phone: string): Promise<string> =>
    granted(await saveActor(pool, by, { youthId, actorId: null, version: 1, isCalled: true }, { kind, name, phone, email: '' }), 'an actor')
  const called = {
    trustee: await actor('trustee', inTurn(['Gun Vidfors', 'Lars Testsson', 'Maj Sundelius'], nth), `+467017406${10 + nth}`),
    housing: await actor('housing', inTurn(['Ola Brinkér', 'Rana Mandou', 'Ida Lyckell'], nth), `+467017406${40 + nth}`),
  }
  return { id: youthId, nth, story, cameOn, called }
}

/** A day's points: from where the area was assessed towards where it is now, up and down by half points from day to day. */
function ratedPoints({ story, nth }: DemoYouth, area: string, day: number, days: number): number {
  const told = story.low[area] ?? [1200]
  const at = (day / Math.max(1, days)) * (told.length - 1)
  const [from, to] = [told[Math.floor(at)] ?? 1200, told[Math.ceil(at)] ?? 1200]
  const wave = Math.round(Math.sin((day + nth * 5) / 6) * 2) + ((day * 7 + nth) % 3) - 1
  return Math.min(2500, Math.max(0, Math.round((from + (to - from) * (at % 1)) / 50) * 50 + wave * 50))
}

/** Some days nobody rated: now and then one, once a week on end, and for some the last days. */
const isForgotten = (day: number, days: number, nth: number): boolean =>
  (day * 13 + nth * 5) % 17 === 0 || (day > 60 + nth && day < 67 + nth) || (nth % 3 === 0 && day > days - 3)

type Row = { readonly on: PlainDate; readonly signalId: string; readonly area: string; readonly points: number }

function rowsOf(youth: DemoYouth, signals: readonly Signal[], today: PlainDate): Row[] {
  return signals.flatMap(({ signalId, area, recipient, heldFrom, endedOn }): Row[] => {
    if (recipient !== 'housing' || heldFrom === null) return []
    const first = dayOf(heldFrom) + 1
    const days = (endedOn === null ? dayOf(today) : dayOf(endedOn)) - first
    return Array.from({ length: Math.max(0, days) }, (_, day) => day)
      .filter((day) => !isForgotten(day, days, youth.nth))
      .map((day) => ({ on: dateOf(plusDays(dayOf(heldFrom), day + 1)), signalId, area, points: ratedPoints(youth, area, day, days) }))
  })
}

/** Months of ratings at once, under the module's own role: the database asks of each what it asks of one that is typed. */
async function rate(tx: Tx, youth: DemoYouth, rows: readonly Row[], by: string): Promise<void> {
  await tx.query(
    `insert into followup.rating (youth_id, on_day, version, by_staff, noted_on) select $1, d, 1, $2, d from unnest($3::date[]) d order by d`,
    [youth.id, by, [...new Set(rows.map(({ on }) => on))]],
  )
  await tx.query(
    `insert into followup.rated (rating_id, signal_id, area, points) select r.id, n.signal_id, n.area, n.points
     from unnest($2::date[], $3::uuid[], $4::text[], $5::int[]) n (on_day, signal_id, area, points)
     join followup.rating r on r.youth_id = $1 and r.on_day = n.on_day`,
    [
      youth.id,
      rows.map(({ on }) => on),
      rows.map(({ signalId }) => signalId),
      rows.map(({ area }) => area),
      rows.map(({ points }) => points),
    ],
  )
}

/** What was saved is shown to be of its day, as the rest of the demo's past. */
async function setBack(tx: Tx): Promise<void> {
  for (const table of ['assessment_revision', 'signal_act', 'rating', 'report_version', 'judgement', 'investigation_decision'])
    await tx.query(`update followup.${table} set saved_at = (noted_on + time '10:20') at time zone 'Europe/Stockholm'`)
}

/** Fills in the year, once. `tell` is told how many youths are done. */
export async function fillDemoFollowup(desk: FollowupDesk, tell: (done: number, of: number) => void = () => {}): Promise<void> {
  const { pool, today, ids } = desk
  const isDone = await inTransaction(pool, async (tx) => (await tx.query('select from followup.youth limit 1')).length > 0, 'lots_followup')
  if (isDone) return
  const place: Place = { desk, units: await addUnits(desk), numbers: numberPool(seed) }
  const youths: DemoYouth[] = []
  for (const [nth, story] of followupStories.entries()) youths.push(await register(place, story, nth))
  let done = 0
  const waiting = youths.values()
  const worker = async (): Promise<void> => {
    for (const youth of waiting) {
      const rows = rowsOf(youth, await liveYear(desk, youth), today)
      if (rows.length > 0) await inTransaction(pool, (tx) => rate(tx, youth, rows, ids['hanna'] ?? ''), 'lots_followup')
      tell(++done, youths.length)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  await inTransaction(pool, setBack, null)
}
