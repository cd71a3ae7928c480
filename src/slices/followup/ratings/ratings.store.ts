/** Daily ratings, version by version; the newest of a day holds. */
import type { Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { DayRating, RatedArea, RatingVersion } from './ratings.types.ts'

const areas = `(select jsonb_agg(jsonb_build_object('area', d.area, 'points', d.points) order by d.area) from followup.rated d where d.rating_id = r.id) as areas`

/** The ratings of the youths, one a day. The caller has asked whether the reader may see the youths. */
export const listRatings = (tx: Tx, youthIds: readonly string[]): Promise<(DayRating & { readonly youthId: string })[]> =>
  tx.prepared(
    `select distinct on (r.youth_id, r.on_day) r.youth_id as "youthId", r.on_day as "on", r.version, ${areas} from followup.rating r
     where r.youth_id = any ($1::uuid[]) order by r.youth_id, r.on_day, r.version desc`,
    [youthIds],
  )

/** Every version of a day's rating, the newest first. */
export const listVersions = (tx: Tx, youthId: string, on: PlainDate): Promise<RatingVersion[]> =>
  tx.prepared(
    `select r.on_day as "on", r.version, r.note, r.why, m.name as "byName", to_char(r.saved_at, 'YYYY-MM-DD"T"HH24:MI') as "savedAt", ${areas}
     from followup.rating r join followup.member m on m.staff_id = r.by_staff where r.youth_id = $1 and r.on_day = $2 order by r.version desc`,
    [youthId, on],
  )

type NewRating = {
  readonly youthId: string
  readonly on: PlainDate
  readonly version: number
  readonly areas: readonly (RatedArea & { readonly signalId: string })[]
  readonly note: string
  readonly why: string
  readonly by: string
  readonly today: PlainDate
}

/** Saves a rating in its version. */
export async function insertRating(tx: Tx, { youthId, on, version, areas: rated, note, why, by, today }: NewRating): Promise<void> {
  const [row] = await tx.query<{ id: string }>(
    `insert into followup.rating (youth_id, on_day, version, note, why, by_staff, noted_on) values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [youthId, on, version, note, why, by, today],
  )
  for (const { area, points, signalId } of rated) {
    await tx.query('insert into followup.rated (rating_id, signal_id, area, points) values ($1, $2, $3, $4)', [
      row?.id,
      signalId,
      area,
      points,
    ])
  }
}
