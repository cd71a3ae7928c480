/** Reading the radar: the youths of a season with where each stands, and the figures of all days. */
import type { Scope } from '../../kernel/actor.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readAs } from '../audit/index.ts'
import { figuresSettings } from '../figures/index.ts'
import { completingTypes } from '../law/index.ts'
import { listSettings, settingsFrom } from '../settings/index.ts'
import type { RadarStanding, RadarYouth } from './admissions.types.ts'
import { shownDay, shownOutcome, type ShownDay, type ShownOutcome } from './figures-hidden.ts'
import { figuresOn, outcomesBy } from './figures.rules.ts'
import { placesFrom } from './places.rules.ts'
import { radarSettingsFrom } from './radar-settings.rules.ts'
import { listFirstDays, listRadarYouths } from './radar.store.ts'
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
  const roundDays = await listFirstDays(tx, season.year)
  const radar: Radar = { ...season, listedFromOn: roundDays[0]?.on ?? null, roundDays }
  return { radar, on: lookedAtOn(season, today), educations: settingsFrom(rows).law.educations }
}

/** Whether the season of the year is on: out of it nothing is asked of anybody. */
export async function isInSeason(tx: Tx, today: PlainDate): Promise<boolean> {
  const { fromOn, lastOn } = seasonOf(Number(today.slice(0, 4)), radarSettingsFrom(await listSettings(tx, 'infinity')))
  return fromOn <= today && today <= lastOn
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
  const question = { scope: reader.scope, code: reader.code, year, fromOn, lastOn, on, subjectId, completing: completingTypes }
  const stored = await listRadarYouths(tx, question)
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

/** `smallBelow`: smaller numbers than this are hidden, and so is what would tell them. */
export type RadarFigures = SeenSeason & {
  readonly days: readonly ShownDay[]
  readonly outcomes: readonly ShownOutcome[]
  readonly smallBelow: number
}

/** The figures of a season: no line for any youth, and no small number. */
export const readRadarFigures = (reader: RadarReader, year: number | null): Promise<RadarFigures> =>
  readAs(
    reader.pool,
    ({ radar }) => ({ actor: reader.staffId, action: 'admissions.figures', detail: { year: radar.year } }),
    async (tx) => {
      const { radar, on, youths } = await loadRadar(tx, reader, year, null)
      const { smallBelow } = figuresSettings.from(await listSettings(tx, 'infinity'))
      const days = daysUntil(radar, on).map((day) => shownDay(figuresOn(youths, day, radar), smallBelow))
      return { radar, on, days, outcomes: outcomesBy(youths, on, radar).map((one) => shownOutcome(one, smallBelow)), smallBelow }
    },
  )
