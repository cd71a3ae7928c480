/** Wording of the settings of figures. */
import type { Lang } from '../../kernel/lang.ts'
import { greatestLimit } from './figures-settings.rules.ts'

const sv = {
  title: 'Inställningar för siffror',
  settings: 'Inställningar',
  intro: 'Gäller genast, på sidor, i filer och i rapporter. Det som är publicerat sparas helt och döljs när det visas.',
  smallBelow: 'Dölj tal under',
  hint: `Tal under gränsen visas inte, och inte heller det som de kan räknas ut av. Noll visas alltid. 1 döljer inget; högst ${greatestLimit}.`,
  wrong: `Skriv ett helt tal mellan 1 och ${greatestLimit}.`,
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
  title: 'Settings of figures',
  settings: 'Settings',
  intro: 'In force at once, on pages, in files and in reports. What is published is kept whole and hidden when it is shown.',
  smallBelow: 'Hide numbers below',
  hint: `Numbers below the limit are not shown, nor what they could be worked out from. Zero is always shown. 1 hides nothing; ${greatestLimit} at most.`,
  wrong: `Write a whole number between 1 and ${greatestLimit}.`,
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

export const figuresSettingTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
