/** Wording of the municipality's own words for notes. */
import type { Lang } from '../../kernel/lang.ts'
import { groupPageTexts } from './group-page.texts.ts'
import { longestWord, mostWords } from '../hygiene/index.ts'
import type { NoteWordsProblem } from './notes.rules.ts'

const sv = {
  ...groupPageTexts.sv,
  title: 'Ord i anteckningar',
  intro:
    'Innan en text om en ungdom sparas letar systemet efter ord som inte får stå i registret. Här lägger ni till egna ord, och undantar ord som är något annat hos er.',
  fields: { extra: 'Ord som också ska ge en fråga', never: 'Ord som aldrig ska ge en fråga' },
  hints: {
    extra: 'Ett ord eller några ord på varje rad. Ordets böjningar följer med: fritidsgård tar också fritidsgården.',
    never: 'Ett ord eller några ord på varje rad, till exempel en skola eller en gata som heter som en person. Bara precis de orden.',
  },
  problems: {
    'too-many': `Högst ${mostWords} rader. Ta bort några.`,
    'too-long': `Högst ${longestWord} tecken på en rad. Dela upp den längsta.`,
    'no-letter': 'En rad saknar bokstäver. Skriv ett ord eller ta bort raden.',
  } satisfies Record<NoteWordsProblem, string>,
  saved: 'Orden är sparade. De gäller från nästa text.',
  noHistory: 'Inga egna ord: det som följer med gäller.',
  columns: ['När', 'Vem', 'Lista', 'Från', 'Till'],
  none: 'inga',
}

type Texts = typeof sv

const en: Texts = {
  ...groupPageTexts.en,
  title: 'Words in notes',
  intro:
    'Before a text about a youth is saved the system looks for words that may not be kept in the register. Here you add words of your own, and except words that are something else with you.',
  fields: { extra: 'Words that are asked about too', never: 'Words that are never asked about' },
  hints: {
    extra: 'A word or a few words on each line. Endings are included: fritidsgård takes fritidsgården too.',
    never: 'A word or a few words on each line, for example a school or a street named as a person. Those very words only.',
  },
  problems: {
    'too-many': `${mostWords} lines at most. Take some away.`,
    'too-long': `${longestWord} characters a line at most. Divide the longest.`,
    'no-letter': 'A line has no letters. Write a word or take the line away.',
  },
  saved: 'The words are saved. They are in force from the next text.',
  noHistory: 'No words of your own: what is shipped is in force.',
  columns: ['When', 'Who', 'List', 'From', 'To'],
  none: 'none',
}

/** The words of the page of words. */
export const noteWordsTexts: Readonly<Record<Lang, Texts>> = { sv, en }
