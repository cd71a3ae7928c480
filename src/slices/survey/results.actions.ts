/** What the results show: trends of one questionnaire, of everybody or of a unit that the reader may see. */
import type { Scope } from '../../kernel/actor.ts'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { listSettings } from '../settings/index.ts'
import { questionnairesOf, shippedQuestionnaires } from './shipped.ts'
import { surveySettings } from './survey-settings.rules.ts'
import { listSavedVersions, listTallies, listUnits } from './survey.store.ts'
import type { QuestionnaireVersion, SurveyUnit } from './survey.types.ts'
import { quarterOf, trendsOf, type Trend } from './trend.rules.ts'

/** Who looks, and at what: the questionnaire's key and a unit, each null when none was chosen. */
export type ResultsWish = {
  readonly scope: Scope
  readonly today: PlainDate
  readonly key: string | null
  readonly unitId: number | null
}

export type Results = {
  readonly questionnaires: readonly QuestionnaireVersion[]
  readonly chosen: QuestionnaireVersion
  readonly units: readonly SurveyUnit[]
  /** Null: everybody together. */
  readonly unit: SurveyUnit | null
  readonly minimum: number
  readonly trends: readonly Trend[]
}

/** The trends; null when what was chosen is not there, or not for this reader. No person is read, so nobody's line is written. */
export const readResults = (pool: Pool, { scope, today, key, unitId }: ResultsWish): Promise<Results | null> =>
  inTransaction(pool, async (tx) => {
    const saved = await listSavedVersions(tx)
    const questionnaires = questionnairesOf(saved)
    const chosen = questionnaires.find((one) => one.key === (key ?? 'afterMeeting'))
    const units = await listUnits(tx, scope.units)
    const unit = units.find(({ id }) => id === unitId) ?? null
    if (chosen === undefined || (unitId !== null && unit === null)) return null
    const { minimum } = surveySettings.from(await listSettings(tx, 'infinity'))
    const day = dayOf(today)
    const tallies = await listTallies(tx, chosen.key, quarterOf(day))
    const past = [...shippedQuestionnaires, ...saved].filter((one) => one.key === chosen.key).map(({ content }) => content)
    return { questionnaires, chosen, units, unit, minimum, trends: trendsOf(past, tallies, { unitId, minimum, today: day }) }
  })
