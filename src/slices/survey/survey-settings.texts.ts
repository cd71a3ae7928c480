/** Wording of the settings of questionnaires. */
import type { Lang } from '../../kernel/lang.ts'
import { surveyLimits, type SurveySettings } from './survey-settings.rules.ts'

const sv = {
  title: 'Inställningar för enkäter',
  settings: 'Inställningar',
  intro: 'Från hur många svar ett resultat visas, och hur länge en kod gäller.',
  fields: {
    minimum: 'Minsta antal svar som visas',
    codeDays: 'Dagar som en kod gäller',
  } satisfies Record<keyof SurveySettings, string>,
  hints: {
    minimum: `Färre svar än så visas aldrig, och inte heller det som skulle avslöja dem. Mellan ${surveyLimits.minimum[0]} och ${surveyLimits.minimum[1]}.`,
    codeDays: `Koden gäller till och med söndagen därefter. Mellan ${surveyLimits.codeDays[0]} och ${surveyLimits.codeDays[1]}.`,
  } satisfies Record<keyof SurveySettings, string>,
  wrong: (least: number, most: number) => `Skriv ett helt tal mellan ${least} och ${most}.`,
  save: 'Spara',
  saveAnyway: 'Spara mitt i stället',
  leave: 'Lämna som det är',
  saved: 'Inställningarna är sparade.',
  unchanged: 'Inget var ändrat.',
  nightRunning: 'Natten körs just nu. Försök igen om en stund; det du skrev är kvar.',
  history: 'Historik',
  noHistory: 'Inget har ändrats: det som följer med gäller.',
  columns: ['När', 'Vem', 'Inställning', 'Från', 'Till'],
  always: 'från början',
}

const en: typeof sv = {
  title: 'Settings of questionnaires',
  settings: 'Settings',
  intro: 'From how many answers a result is shown, and how long a code lasts.',
  fields: { minimum: 'Fewest answers that are shown', codeDays: 'Days that a code lasts' },
  hints: {
    minimum: `Fewer answers are never shown, nor what would give them away. Between ${surveyLimits.minimum[0]} and ${surveyLimits.minimum[1]}.`,
    codeDays: `The code lasts until the Sunday after. Between ${surveyLimits.codeDays[0]} and ${surveyLimits.codeDays[1]}.`,
  },
  wrong: (least, most) => `Write a whole number between ${least} and ${most}.`,
  save: 'Save',
  saveAnyway: 'Save mine instead',
  leave: 'Leave as it is',
  saved: 'The settings are saved.',
  unchanged: 'Nothing was changed.',
  nightRunning: 'The night is running. Try again in a moment; what you wrote is still here.',
  history: 'History',
  noHistory: 'Nothing has been changed: what is shipped is in force.',
  columns: ['When', 'Who', 'Setting', 'From', 'To'],
  always: 'from the start',
}

/** The words of the settings of questionnaires. */
export const surveySettingTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
