/** Wording of the settings of home visits. */
import type { Lang } from '../../kernel/lang.ts'
import { fewestMinutes, mostMinutes, type VisitSettings } from './visit-settings.rules.ts'

const sv = {
  title: 'Inställningar för hembesök',
  settings: 'Inställningar',
  intro: 'Gäller från nästa minut, också för besök som pågår.',
  fields: {
    minutesInside: 'Minuter från incheckning till larm',
    minutesAfterEnd: 'Minuter från rundans slut till larm',
  } satisfies Record<keyof VisitSettings, string>,
  hint: `Det som inträffar först larmar den som vakar. Mellan ${fewestMinutes} och ${mostMinutes} minuter.`,
  wrong: `Skriv ett helt antal minuter mellan ${fewestMinutes} och ${mostMinutes}.`,
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

type Texts = typeof sv

const en: Texts = {
  title: 'Settings of home visits',
  settings: 'Settings',
  intro: 'In force from the next minute, also for visits under way.',
  fields: {
    minutesInside: 'Minutes from check-in to alarm',
    minutesAfterEnd: 'Minutes from the end of the round to alarm',
  },
  hint: `Whatever comes first alarms the one who watches. Between ${fewestMinutes} and ${mostMinutes} minutes.`,
  wrong: `Write a whole number of minutes between ${fewestMinutes} and ${mostMinutes}.`,
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

/** The words of the settings of visits. */
export const visitSettingTexts: Readonly<Record<Lang, Texts>> = { sv, en }
