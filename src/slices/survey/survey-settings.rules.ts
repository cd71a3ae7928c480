/** The settings of questionnaires: answers that a point of a trend needs to be shown, and days that a code lasts at least. */
import { numberSettings } from '../../kernel/number-settings.ts'
import { fewestAnswers, mostAnswers, shippedMinimum } from './trend.rules.ts'

export const surveySettings = numberSettings({
  minimum: { key: 'survey.minimum', shipped: shippedMinimum, least: fewestAnswers, most: mostAnswers },
  codeDays: { key: 'survey.codeDays', shipped: 30, least: 1, most: 120 },
})
