/** The settings of questionnaires as stored, as the values that rules are handed. What is not set has the shipped value. */
import { z } from 'zod'
import { fewestAnswers, mostAnswers, shippedMinimum } from './trend.rules.ts'

export type SurveySettings = {
  /** Answers that a point of a trend needs to be shown. */
  readonly minimum: number
  /** Days that a code lasts at least. */
  readonly codeDays: number
}

export const shippedSurvey: SurveySettings = { minimum: shippedMinimum, codeDays: 30 }
export const surveySettingNames = ['minimum', 'codeDays'] as const
export const surveySettingKeys: Readonly<Record<keyof SurveySettings, string>> = { minimum: 'survey.minimum', codeDays: 'survey.codeDays' }

/** The least and the most of each. */
export const surveyLimits: Readonly<Record<keyof SurveySettings, readonly [number, number]>> = {
  minimum: [fewestAnswers, mostAnswers],
  codeDays: [1, 120],
}

const shapeOf = (name: keyof SurveySettings) => z.int().min(surveyLimits[name][0]).max(surveyLimits[name][1])

/** @throws ZodError when a stored value does not have its shape: it was written past the settings' own action */
export function surveySettingsFrom(rows: readonly { readonly key: string; readonly value: unknown }[]): SurveySettings {
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  const valueOf = (name: keyof SurveySettings): number => {
    const key = surveySettingKeys[name]
    return stored.has(key) ? shapeOf(name).parse(stored.get(key)) : shippedSurvey[name]
  }
  return { minimum: valueOf('minimum'), codeDays: valueOf('codeDays') }
}

/** The settings as somebody typed them; the names of those that cannot be used. */
export function readSurveyDraft(typed: Readonly<Record<keyof SurveySettings, string>>): SurveySettings | readonly (keyof SurveySettings)[] {
  const wrong = surveySettingNames.filter(
    (name) => !/^\d{1,3}$/.test(typed[name].trim()) || !shapeOf(name).safeParse(Number(typed[name])).success,
  )
  return wrong.length > 0 ? wrong : { minimum: Number(typed.minimum), codeDays: Number(typed.codeDays) }
}

/** What is to be saved: the values that the draft says otherwise. */
export const surveyChanges = (present: SurveySettings, draft: SurveySettings): { readonly key: string; readonly value: number }[] =>
  surveySettingNames.filter((name) => present[name] !== draft[name]).map((name) => ({ key: surveySettingKeys[name], value: draft[name] }))
