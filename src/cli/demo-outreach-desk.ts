/** Who works at the demo's desks, and which of the youths something is to happen to: always the same, since they are asked for in an order. */
import type { MunicipalityCode } from '../kernel/municipality-code.ts'
import { inTransaction, type Pool, type Tx } from '../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../platform/plain-date.ts'
import { isWorkingDay } from '../platform/swedish-holidays.ts'

/** The municipality as the desks need it; `publicUrl`: where reply pages are reached. */
export type DemoPlace = { readonly code: MunicipalityCode; readonly name: string; readonly pool: Pool; readonly publicUrl: string }

/** The numbers that Post- och telestyrelsen keeps for made-up people. */
export const mobiles = Array.from({ length: 95 }, (_, index) => `+467017406${String(5 + index).padStart(2, '0')}`)

/** Those of them that nobody has. */
export async function freeMobiles(tx: Tx): Promise<string[]> {
  const used = await tx.query<{ value: string }>('select value from outreach.way')
  return mobiles.filter((one) => !used.some(({ value }) => value === one))
}

/** What the demo's coordinators see: everybody but protected youths. */
export const everybody = { units: null, mayReadProtected: false } as const

export type Colleague = { readonly id: string; readonly name: string; readonly unitId: number | null }

/** The colleague that the sign-in calls so. @throws when the demo has no such colleague */
export async function colleague(pool: Pool, subject: string): Promise<Colleague> {
  const [found] = await inTransaction(pool, (tx) =>
    tx.query<Colleague>('select id, name, unit_id as "unitId" from access.staff where subject = $1', [subject]),
  )
  if (found === undefined) throw new Error('the demo lacks a colleague')
  return found
}

/** The working day so many working days away: -1 is the latest before the day. */
export function workingDay(from: PlainDate, away: number): PlainDate {
  let day = dayOf(from)
  for (let left = Math.abs(away); left > 0;) {
    day = plusDays(day, Math.sign(away))
    if (isWorkingDay(day)) left--
  }
  return dateOf(day)
}

export type Picked = {
  readonly id: number
  readonly subjectId: string
  readonly districtId: number | null
  readonly district: string | null
  readonly phoneId: number | null
}

/**
 * Which steps the youth may be at, the first rather than the last; with a colleague, rather theirs, then their unit's. Nobody whose step was
 * due long ago, if there is another. `isDue`: the step has come.
 */
export type Wanted = {
  readonly steps: readonly string[]
  readonly of?: Colleague
  readonly phone?: 'has' | 'lacks'
  readonly isDue?: boolean
  /** Only some of these, whom nobody has talked with. */
  readonly unreachedAmong?: readonly number[]
  readonly unitOnly?: boolean
}

const pick = `
  select y.person_id::int as id, y.subject_id as "subjectId", y.district_id::int as "districtId", d.name as district, w.id::int as "phoneId"
  from worklist.seen(null, false) y join outreach.standing t on t.person_id = y.person_id left join organisation.district d on d.id = y.district_id
  left join lateral (select v.id from outreach.way v where v.person_id = y.person_id and v.kind = 'phone' and v.dead_on is null and v.ended_at is null
    order by v.id desc limit 1) w on true
  where y.from_on <= $1 and (y.until_on is null or y.until_on > $1) and y.street <> '' and t.step = any ($2) and y.person_id <> all ($3)
    and ($6::text is null or (w.id is not null) = ($6 = 'has')) and (not $7 or y.unit_id = $5)
    and (not $9 or t.step_from <= $1)
    and ($10::bigint[] is null or (y.person_id = any ($10) and not exists (select from outreach.contact c where c.person_id = y.person_id and c.reached)))
  order by t.step_due < $1::date - 30, (y.staff_id = $4) is not true, (y.unit_id = $5) is not true, array_position($2, t.step), t.step_due desc, y.person_id limit $8`

/** The youths that things have happened to: nobody is picked twice, so that each has a story of their own. */
export type Desk = {
  readonly place: DemoPlace
  readonly today: PlainDate
  readonly pickSome: (wanted: Wanted, most: number) => Promise<Picked[]>
  /** Whoever has been picked so far. */
  readonly taken: readonly number[]
  /** Some that were picked to choose among, and that nothing happens to. */
  readonly putBack: (some: readonly Picked[]) => void
}

/** A desk where nobody has been picked yet. */
export function newDesk(place: DemoPlace, today: PlainDate): Desk {
  const taken: number[] = []
  const pickSome: Desk['pickSome'] = async ({ steps, of, phone, unitOnly = false, isDue = false, unreachedAmong }, most) => {
    const values = [today, steps, taken, of?.id ?? null, of?.unitId ?? null, phone ?? null, unitOnly, most, isDue, unreachedAmong ?? null]
    const found = await inTransaction(place.pool, (tx) => tx.query<Picked>(pick, values))
    taken.push(...found.map(({ id }) => id))
    return found
  }
  const putBack: Desk['putBack'] = (some) => {
    for (const { id } of some) taken.splice(taken.indexOf(id), 1)
  }
  return { place, today, pickSome, taken, putBack }
}
