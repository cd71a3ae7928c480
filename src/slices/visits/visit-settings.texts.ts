/** Wording of the settings of home visits. */
import type { Lang } from '../../kernel/lang.ts'
import { groupPageTexts } from '../settings/index.ts'
import { fewestMinutes, mostMinutes, type VisitSettings } from './visit-settings.rules.ts'

const sv = {
  ...groupPageTexts.sv,
  title: 'Inställningar för hembesök',
  intro: 'Gäller från nästa minut, också för besök som pågår.',
  fields: {
    minutesInside: 'Minuter från incheckning till larm',
    minutesAfterEnd: 'Minuter från rundans slut till larm',
  } satisfies Record<keyof VisitSettings, string>,
  hint: `Det som inträffar först larmar den som vakar. Mellan ${fewestMinutes} och ${mostMinutes} minuter.`,
  wrong: `Skriv ett helt antal minuter mellan ${fewestMinutes} och ${mostMinutes}.`,
}

type Texts = typeof sv

const en: Texts = {
  ...groupPageTexts.en,
  title: 'Settings of home visits',
  intro: 'In force from the next minute, also for visits under way.',
  fields: {
    minutesInside: 'Minutes from check-in to alarm',
    minutesAfterEnd: 'Minutes from the end of the round to alarm',
  },
  hint: `Whatever comes first alarms the one who watches. Between ${fewestMinutes} and ${mostMinutes} minutes.`,
  wrong: `Write a whole number of minutes between ${fewestMinutes} and ${mostMinutes}.`,
}

/** The words of the settings of visits. */
export const visitSettingTexts: Readonly<Record<Lang, Texts>> = { sv, en }
