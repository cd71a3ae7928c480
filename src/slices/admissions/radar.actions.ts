/** Reading the radar: the youths of a season with where each stands, and the figures of all days. */
import type { Scope } from '../../kernel/actor.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readAs } from '../audit/index.ts'
import { listSettings, settingsFrom } from '../settings/index.ts'
import type { RadarStanding, RadarYouth } from './admissions.types.ts'
import { figuresOn, outcomesBy, type DayFigures, type Outcome } from './figures.rules.ts'
import { placesFrom } from './places.rules.ts'
import { radarSettingsFrom } from './radar-settings.rules.ts'
import { firstListOn, listRadarYouths } from './radar.store.ts'
import { daysUntil, lookedAtOn, seasonOf, seasonYear, type Radar } from './season.rules.ts'
import { standingOn } from './standing.rules.ts'

/** Who reads. The scope is narrowed by the page's outlet already. */
export type RadarReader = {
  readonly pool: Pool
  readonly code: string
  readonly scope: Scope
  readonly staffId: string
  readonly today: PlainDate
}

/** A season as it is looked at on a day. */
export type SeenSeason = { readonly radar: Radar; readonly on: PlainDate }
export type StandingYouth = RadarYouth & { readonly standing: RadarStanding }
export type ReadRadar = SeenSeason & { readonly youths: readonly StandingYouth[] }

/** The season of a year (null: the one that is on, or was last), with the law's table of educations. */
async function seasonIn(tx: Tx, { today }: Pick<RadarReader, 'today'>, asked: number | null) {
  const rows = await listSettings(tx, 'infinity')
  const settings = radarSettingsFrom(rows)
  const season = seasonOf(asked ?? seasonYear(today, settings), settings)
  const radar: Radar = { ...season, listedFromOn: await firstListOn(tx, season.year) }
  return { radar, on: lookedAtOn(season, today), educations: settingsFrom(rows).law.educations }
}

type Loaded = SeenSeason & { readonly youths: readonly RadarYouth[] }

/** `subjectId`: one youth alone. */
export async function loadRadar(
  tx: Tx,
  reader: Omit<RadarReader, 'pool' | 'staffId'>,
  asked: number | null,
  subjectId: string | null,
): Promise<Loaded> {
  const { radar, on, educations } = await seasonIn(tx, reader, asked)
  const { year, fromOn, lastOn } = radar
  const stored = await listRadarYouths(tx, { scope: reader.scope, code: reader.code, year, fromOn, lastOn, on, subjectId })
  const youths = stored.map(({ enrolments, ...youth }) => ({ ...youth, places: placesFrom(enrolments, radar, educations) }))
  return { radar, on, youths }
}

/** Those who stand somewhere on the day. */
const standing = ({ youths, radar, on }: Loaded): StandingYouth[] =>
  youths.flatMap((youth) => {
    const stands = standingOn(youth, on, radar)
    return stands === null ? [] : [{ ...youth, standing: stands }]
  })

/** Everybody on the radar of a season, within the reader's scope. */
export const readRadar = (reader: RadarReader, year: number | null): Promise<ReadRadar> =>
  readAs(
    reader.pool,
    ({ youths }) => ({ actor: reader.staffId, action: 'admissions.radar', detail: { youths: youths.length } }),
    async (tx) => {
      const loaded = await loadRadar(tx, reader, year, null)
      return { radar: loaded.radar, on: loaded.on, youths: standing(loaded) }
    },
  )

export type RadarFigures = SeenSeason & { readonly days: readonly DayFigures[]; readonly outcomes: readonly Outcome[] }

/** The figures of a season: no line for any youth. */
export const readRadarFigures = (reader: RadarReader, year: number | null): Promise<RadarFigures> =>
  readAs(
    reader.pool,
    ({ radar }) => ({ actor: reader.staffId, action: 'admissions.figures', detail: { year: radar.year } }),
    async (tx) => {
      const { radar, on, youths } = await loadRadar(tx, reader, year, null)
      const days = daysUntil(radar, on).map((day) => figuresOn(youths, day, radar))
      return { radar, on, days, outcomes: outcomesBy(youths, on, radar) }
    },
  )
