/** Wording of reading admission lists, and of the radar's settings. */
import type { Lang } from '../../kernel/lang.ts'
import { groupPageTexts } from '../settings/index.ts'
import type { ListRefusal } from './list.actions.ts'
import type { RowFault } from './list-row.rules.ts'
import type { RadarSettingName } from './radar-settings.rules.ts'

const sv = {
  title: 'Antagningslistor',
  sources: 'Källor',
  lead: 'Listor från antagningen. De som finns i registret får listans besked; övriga räknas, och deras nummer sparas inte.',
  none: 'Ingen lista är inläst i år.',
  columns: {
    round: 'Antagning',
    on: 'Listans dag',
    rows: 'Rader',
    unknown: 'Inte i registret',
    unreadable: 'Gick inte att läsa',
    by: 'Inläst',
    does: 'Ta tillbaka',
  },
  add: 'Läs in en lista',
  round: 'Vilken antagning?',
  on: 'Listans dag',
  onHint: 'Dagen då antagningen tog fram listan, inte dagen då du läser in den.',
  file: 'Filen (CSV)',
  fileHint:
    'Två kolumner behövs: personnummer och status. Status är antagen, reserv, ej antagen eller ej sökt. Andra kolumner läses inte. Högst 300 kB; större filer läses in med ./lots admissions.',
  numberColumn: 'Kolumnen med personnummer',
  stateColumn: 'Kolumnen med besked',
  columnHint: 'Om den heter något annat i filen.',
  words: 'Filens egna ord',
  wordsHint: 'Om filen använder andra ord eller koder: en rad för varje, till exempel A = antagen.',
  badWords: (line: string) => `Raden ”${line}” går inte att förstå. Skriv som A = antagen.`,
  read: 'Läs in',
  readTitle: 'Listan är inläst',
  readText: (rows: number, answers: number, unknown: number) =>
    `${rows} rader lästes. ${answers} ungdomar i registret fick listans besked; ${unknown} finns inte i registret.`,
  readAgainText: (on: string, answers: number) =>
    `Samma lista var redan inläst och gäller ${on}. ${answers} har kommit till registret sedan dess och fick listans besked nu.`,
  takeBack: 'Ta tillbaka …',
  takeBackQuestion:
    'Listan ska inte gälla: fel fil, fel antagning eller fel dag. Den står kvar här, men säger inget mer på radarn eller i siffrorna.',
  takeBackDo: 'Ta tillbaka listan',
  takenBack: (on: string, by: string) => `Tillbakatagen ${on}${by === '' ? '' : ` av ${by}`}`,
  tookBack: 'Listan är tillbakatagen.',
  tookBackBefore: 'Listan var redan tillbakatagen.',
  faultsTitle: 'Rader som inte kunde användas',
  faults: {
    number: 'personnumret går inte att läsa, eller är ett tillfälligt nummer',
    status: 'beskedet är okänt',
    columns: 'raden har fel antal kolumner',
  } satisfies Record<RowFault, string>,
  more: (n: number) => `… och ${n} till.`,
  back: 'Till listorna',
  noFile: 'Välj en fil.',
  refusals: {
    ahead: 'Listans dag har inte varit än.',
    'outside-season': 'Listans dag ligger utanför säsongen. Preliminära listor läses inte in.',
    'nothing-usable': 'Ingen rad gick att använda. Stämmer kolumnerna och orden?',
    'already-read': 'Samma lista är redan inläst i den här antagningen, och ingen i den har kommit till registret sedan dess.',
  } satisfies Record<ListRefusal, string>,
  set: {
    ...groupPageTexts.sv,
    title: 'Inställningar för sommarradarn',
    intro: 'Dagar skrivs som månad och dag, till exempel 06-01.',
    fields: {
      from: 'Första dagen',
      until: 'Sista dagen',
      showUp: 'Dagen då alla antagna ska vara på plats',
      graceDays: 'Dagar som en plats någon skrivit gäller därefter, tills skolan säger detsamma',
    } satisfies Record<RadarSettingName, string>,
    wrong: {
      from: 'Skriv månad och dag, till exempel 06-01.',
      until: 'Skriv månad och dag efter den första, till exempel 09-15.',
      showUp: 'Skriv en dag i säsongen, till exempel 08-25.',
      graceDays: 'Skriv ett helt tal mellan 0 och 60.',
    } satisfies Record<RadarSettingName, string>,
  },
}
export type ListTexts = typeof sv

const en: ListTexts = {
  title: 'Admission lists',
  sources: 'Sources',
  lead: 'Lists from the admission office. Those in the register get the list’s answer; others are counted, and their numbers are not kept.',
  none: 'No list has been read this year.',
  columns: {
    round: 'Admission',
    on: 'Day of the list',
    rows: 'Rows',
    unknown: 'Not in the register',
    unreadable: 'Could not be read',
    by: 'Read',
    does: 'Take back',
  },
  add: 'Read a list',
  round: 'Which admission?',
  on: 'Day of the list',
  onHint: 'The day on which the admission office made the list, not the day on which you read it.',
  file: 'The file (CSV)',
  fileHint:
    'Two columns are needed: personnummer and status. Status is antagen, reserv, ej antagen or ej sökt. Other columns are not read. At most 300 kB; larger files are read with ./lots admissions.',
  numberColumn: 'The column with identity numbers',
  stateColumn: 'The column with the answer',
  columnHint: 'If it is called something else in the file.',
  words: 'The file’s own words',
  wordsHint: 'If the file uses other words or codes: a line for each, for example A = antagen.',
  badWords: (line) => `The line “${line}” cannot be understood. Write as A = antagen.`,
  read: 'Read',
  readTitle: 'The list has been read',
  readText: (rows, answers, unknown) =>
    `${rows} rows were read. ${answers} youths of the register got the list’s answer; ${unknown} are not in the register.`,
  readAgainText: (on, answers) =>
    `The same list had been read, and is of ${on}. ${answers} have come to the register since and got the list’s answer now.`,
  takeBack: 'Take back …',
  takeBackQuestion:
    'The list is not to hold: wrong file, wrong admission or wrong day. It stays here, but says nothing more on the radar or in the figures.',
  takeBackDo: 'Take the list back',
  takenBack: (on, by) => `Taken back ${on}${by === '' ? '' : ` by ${by}`}`,
  tookBack: 'The list is taken back.',
  tookBackBefore: 'The list had been taken back already.',
  faultsTitle: 'Rows that could not be used',
  faults: {
    number: 'the identity number cannot be read, or is an interim one',
    status: 'the answer is unknown',
    columns: 'the row has the wrong number of columns',
  },
  more: (n) => `… and ${n} more.`,
  back: 'To the lists',
  noFile: 'Choose a file.',
  refusals: {
    ahead: 'The day of the list has not been yet.',
    'outside-season': 'The day of the list is outside the season. Preliminary lists are not read.',
    'nothing-usable': 'No row could be used. Are the columns and words right?',
    'already-read': 'The same list has been read already in this admission, and nobody in it has come to the register since.',
  },
  set: {
    ...groupPageTexts.en,
    title: 'Settings of the summer radar',
    intro: 'Days are written as month and day, for example 06-01.',
    fields: {
      from: 'First day',
      until: 'Last day',
      showUp: 'The day when everybody admitted must have come',
      graceDays: 'Days that a place somebody wrote is good after that, until the school says the same',
    },
    wrong: {
      from: 'Write month and day, for example 06-01.',
      until: 'Write month and day after the first, for example 09-15.',
      showUp: 'Write a day in the season, for example 08-25.',
      graceDays: 'Write a whole number from 0 to 60.',
    },
  },
}
export const listTexts: Readonly<Record<Lang, ListTexts>> = { sv, en }
