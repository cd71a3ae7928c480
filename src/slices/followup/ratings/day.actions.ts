/** Reading the day's list of ratings, and one youth's day, each with a line in the module's log. */
import type { Pool, Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { loadRoutine } from '../instrument/instrument.actions.ts'
import { listInstruments } from '../instrument/instrument.store.ts'
import type { Routine } from '../instrument/routine.types.ts'
import { readAs } from '../log.ts'
import type { Reader } from '../members/members.types.ts'
import type { Unreached, Writer } from '../people/people.actions.ts'
import { listYouths } from '../people/people.store.ts'
import type { ListedYouth, Youth } from '../people/people.types.ts'
import { readRoom } from '../people/room.actions.ts'
import { listSignals } from '../signals/signals.store.ts'
import { standingOn, stripOf, type DayStanding, type StandingDay } from './day.rules.ts'
import { loadHousingSignals } from './ratings.actions.ts'
import type { HousingSignal } from './ratings.rules.ts'
import { listRatings, listVersions } from './ratings.store.ts'
import type { DayRating, RatingVersion } from './ratings.types.ts'

/** A youth of the day's list. */
export type DayRow = {
  readonly youthId: string
  readonly youth: ListedYouth
  readonly standing: DayStanding
  readonly strip: readonly StandingDay[]
}

export type DayList = { readonly on: PlainDate; readonly rows: readonly DayRow[]; readonly routine: Routine }

/** Those that housing has something to rate for on the day, by name, without a line in the log: in the transaction of whoever shows them. */
async function loadDayList(tx: Tx, reader: Reader, on: PlainDate, today: PlainDate): Promise<DayList> {
  const youths = await listYouths(tx, reader, { left: false })
  const ids = youths.map(({ id }) => id)
  const [instruments, signals, ratings] = [await listInstruments(tx), await listSignals(tx, ids), await listRatings(tx, ids)]
  const rows = youths.flatMap((youth): DayRow[] => {
    const housing = signals.flatMap((signal): HousingSignal[] => {
      const instrument = instruments.find(({ version }) => version === signal.instrumentVersion)
      return signal.youthId === youth.id && instrument !== undefined ? [{ signal, instrument }] : []
    })
    const own = ratings.filter(({ youthId }) => youthId === youth.id)
    const standing = standingOn(housing, own, on, today)
    return standing === 'none' ? [] : [{ youthId: youth.id, youth, standing, strip: stripOf(housing, own, today) }]
  })
  return { on, rows, routine: await loadRoutine(tx) }
}

export const readDayList = (pool: Pool, { reader, today }: Writer, on: PlainDate): Promise<DayList> =>
  readAs(
    pool,
    (list: DayList) => ({ actor: reader.staffId, action: 'followup.readRatingDay', detail: { on, youths: list.rows.length } }),
    (tx) => loadDayList(tx, reader, on, today),
  )

/** A youth's day: what may be rated, what is, every version, and the days before. */
export type YouthDay = {
  readonly youth: Youth
  readonly on: PlainDate
  readonly today: PlainDate
  readonly housing: readonly HousingSignal[]
  readonly ratings: readonly DayRating[]
  readonly rating: DayRating | null
  readonly versions: readonly RatingVersion[]
  readonly routine: Routine
}

async function loadYouthDay(tx: Tx, youth: Youth, on: PlainDate, today: PlainDate): Promise<YouthDay> {
  const ratings = await listRatings(tx, [youth.id])
  return {
    youth,
    on,
    today,
    housing: await loadHousingSignals(tx, youth.id),
    ratings,
    rating: ratings.find((one) => one.on === on) ?? null,
    versions: await listVersions(tx, youth.id, on),
    routine: await loadRoutine(tx),
  }
}

export const readYouthDay = (pool: Pool, writer: Writer, youthId: string, on: PlainDate): Promise<YouthDay | Unreached> =>
  readRoom(pool, writer, { youthId, action: 'followup.readRating' }, (tx, youth) => loadYouthDay(tx, youth, on, writer.today))
