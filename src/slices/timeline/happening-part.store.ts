/** A part of the statement that reads what happened: one row a happening, the same columns whoever keeps it. `$1` are the youth's records. */
const swedish = (instant: string): string => `(${instant} at time zone 'Europe/Stockholm')`
/** The Swedish day of an instant. */
export const dayOf = (instant: string): string => `${swedish(instant)}::date`
const clockOf = (instant: string): string => `to_char(${swedish(instant)}, 'HH24:MI')`

type Source = {
  readonly kind: string
  readonly event: string
  /** The day, and where there is a time of day the instant. */
  readonly on: string
  readonly instant?: string
  readonly by: string
  readonly detail: string
  readonly struck?: string
  readonly from: string
}

/** A part of the statement. Kind and event are SQL expressions. */
export const part = ({ kind, event, on, instant, by, detail, struck = 'null', from }: Source): string => `
  select ${kind} as kind, ${event} as event, ${on} as "on", ${instant === undefined ? 'null' : clockOf(instant)} as at, ${by} as by,
    jsonb_build_object(${detail}) as detail, ${struck}::jsonb as struck from ${from}`

/** A happening with a time of day. */
export const at = (instant: string): Pick<Source, 'on' | 'instant'> => ({ on: dayOf(instant), instant })
/** Of one of the records. */
export const ofThem = (alias: string): string => `${alias}.person_id = any ($1)`
/** Who took it back and why, where it was. */
export const strike = (by: string, why: string, isStruck: string): string =>
  `case when ${isStruck} then jsonb_build_object('by', coalesce(${by}, ''), 'why', coalesce(${why}, '')) end`
