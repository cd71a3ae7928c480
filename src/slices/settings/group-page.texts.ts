/** What every page of one group of settings says; a slice adds what its own settings are. */
import type { Lang } from '../../kernel/lang.ts'

const sv = {
  settings: 'Inställningar',
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
  wrongNumber: ({ least, most }: { readonly least: number; readonly most: number }) => `Skriv ett helt tal mellan ${least} och ${most}.`,
}

const en: typeof sv = {
  settings: 'Settings',
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
  wrongNumber: ({ least, most }) => `Write a whole number between ${least} and ${most}.`,
}

export const groupPageTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
