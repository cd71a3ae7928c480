/** Wording of the settings of home visits. */
import type { Lang } from '../../kernel/lang.ts'
import type { NumberPageTexts } from '../settings/index.ts'
import { visitSettings, type VisitSettings } from './visit-settings.rules.ts'

const { least, most } = visitSettings.limits.minutesInside

const sv: NumberPageTexts<keyof VisitSettings> = {
  title: 'Inställningar för hembesök',
  intro: 'Gäller från nästa minut, också för besök som pågår.',
  fields: {
    minutesInside: 'Minuter från incheckning till larm',
    minutesAfterEnd: 'Minuter från rundans slut till larm',
  },
  hint: `Det som inträffar först larmar den som vakar. Mellan ${least} och ${most} minuter.`,
}

const en: typeof sv = {
  title: 'Settings of home visits',
  intro: 'In force from the next minute, also for visits under way.',
  fields: {
    minutesInside: 'Minutes from check-in to alarm',
    minutesAfterEnd: 'Minutes from the end of the round to alarm',
  },
  hint: `Whatever comes first alarms the one who watches. Between ${least} and ${most} minutes.`,
}

/** The words of the settings of visits. */
export const visitSettingTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
