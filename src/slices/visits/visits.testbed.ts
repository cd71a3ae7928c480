/** Rounds put straight into a test's database: a test says only what matters to it. */
import { randomUUID } from 'node:crypto'
import type { TestPlace } from '../../../test/support/places.ts'
import { todayInSweden } from '../../platform/clock.ts'
import type { FieldChange, SomeFields, VisitFields } from './visits.types.ts'

export type Crew = { readonly first: string; readonly second: string; readonly watch: string }

type GivenRound = Crew & {
  readonly on?: string
  readonly area?: string
  readonly district?: number | null
  readonly from?: string
  readonly until?: string
}

/** A round today in Lövsta, 00:01 to 23:58 so that it has neither ended nor is yet to come, unless said otherwise. Returns its random id. */
export async function aRound(place: TestPlace, given: GivenRound): Promise<string> {
  const { on = todayInSweden(), area = 'Lövsta', district = null, from = '00:01', until = '23:58' } = given
  const [row] = await place.sql<{ id: string }>(
    `insert into visits.round (on_day, area, district_id, starts_at, ends_at, first_staff_id, second_staff_id, watch_staff_id, planned_by, planned_at)
     values ($1::date, $2, $3, $4, $5, $6, $7, $8, $6, least(now(), $1::date::timestamp at time zone 'Europe/Stockholm')) returning round_id as id`,
    [on, area, district, from, until, given.first, given.second, given.watch],
  )
  return row?.id ?? ''
}

export type MadeStop = { readonly stopId: string; readonly personId: number; readonly subjectId: string }
type GivenStop = { readonly card?: 'none' | 'printed' | 'delivered'; readonly time?: string | null; readonly cardDay?: string }

/** The youth as the last stop of the round, with a delivered card for the day unless said otherwise. */
export async function aStop(
  place: TestPlace,
  roundId: string,
  youth: { readonly personId: number; readonly subjectId: string },
  given: GivenStop = {},
): Promise<MadeStop> {
  const { card = 'delivered', time = '13:00', cardDay } = given
  const [row] = await place.sql<{ id: number; stopId: string }>(
    `insert into visits.stop (round_id, person_id, place, planned_at)
     select r.id, $2, (select count(*) + 1 from visits.stop s where s.round_id = r.id), $3 from visits.round r where r.round_id = $1
     returning id, stop_id as "stopId"`,
    [roundId, youth.personId, time],
  )
  if (card !== 'none') await aCard(place, row?.id ?? 0, { isDelivered: card === 'delivered', cardDay })
  return { stopId: row?.stopId ?? '', personId: youth.personId, subjectId: youth.subjectId }
}

/** A card of the stop with the round's day; delivered the same day, as the contact that it is. */
async function aCard(place: TestPlace, stop: number, { isDelivered, cardDay }: { isDelivered: boolean; cardDay: string | undefined }) {
  const [card] = await place.sql<{ id: number; by: string; person: number }>(
    `insert into visits.card (stop_id, visit_day, visit_time, printed_by)
     select s.id, coalesce($2, r.on_day), coalesce(s.planned_at, '13:00'), r.first_staff_id from visits.stop s join visits.round r on r.id = s.round_id
     where s.id = $1 returning id, printed_by as by, (select person_id from visits.stop where id = $1) as person`,
    [stop, cardDay ?? null],
  )
  if (!isDelivered || card === undefined) return
  await place.sql(
    `with c as (insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, staff_id, by_name, origin)
       values ($1, 'visitCard', true, false, 'sent', now() - interval '1 day', $2, 'prov', 'visit') returning id)
     update visits.card set delivered_on = visit_day, delivered_by = $2, contact_id = (select id from c) where id = $3`,
    [card.person, card.by, card.id],
  )
}

export const blank: VisitFields = { checkedInAt: null, checkedOutAt: null, result: null, note: '' }

/** A change of a stop: from blank fields, now, unless said otherwise. */
export function aChange(stopId: string, fields: SomeFields, more: Partial<FieldChange> = {}): FieldChange {
  const base = Object.fromEntries(Object.keys(fields).map((name) => [name, blank[name as keyof VisitFields]]))
  return { changeId: randomUUID(), stopId, madeAt: Date.now(), baseVersion: 1, base, fields, settles: null, ...more }
}

/** A stop as it stands in the database. */
export const stopNow = async (place: TestPlace, stopId: string) =>
  (
    await place.sql<{
      in: string | null
      out: string | null
      result: string | null
      note: string
      version: number
      contactId: number | null
    }>(
      `select checked_in_at as in, checked_out_at as out, result, note, version, contact_id as "contactId" from visits.stop where stop_id = $1`,
      [stopId],
    )
  )[0]

/** The instant so many minutes ago, on a whole minute. */
export const minutesAgo = (minutes: number): number => Math.floor(Date.now() / 60_000 - minutes) * 60_000
