/** Wording of the settings of questionnaires. */
import type { Lang } from '../../kernel/lang.ts'
import type { NumberPageTexts } from '../settings/index.ts'
import { surveySettings } from './survey-settings.rules.ts'

const { minimum, codeDays } = surveySettings.limits

const sv: NumberPageTexts<keyof typeof surveySettings.limits> = {
  title: 'Inställningar för enkäter',
  intro: 'Från hur många svar ett resultat visas, och hur länge en kod gäller.',
  fields: { minimum: 'Minsta antal svar som visas', codeDays: 'Dagar som en kod gäller' },
  hints: {
    minimum: `Färre svar än så visas aldrig, och inte heller det som skulle avslöja dem. Mellan ${minimum.least} och ${minimum.most}.`,
    codeDays: `Koden gäller till och med söndagen därefter. Mellan ${codeDays.least} och ${codeDays.most}.`,
  },
}

const en: typeof sv = {
  title: 'Settings of questionnaires',
  intro: 'From how many answers a result is shown, and how long a code lasts.',
  fields: { minimum: 'Fewest answers that are shown', codeDays: 'Days that a code lasts' },
  hints: {
    minimum: `Fewer answers are never shown, nor what would give them away. Between ${minimum.least} and ${minimum.most}.`,
    codeDays: `The code lasts until the Sunday after. Between ${codeDays.least} and ${codeDays.most}.`,
  },
}

/** The words of the settings of questionnaires. */
export const surveySettingTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
