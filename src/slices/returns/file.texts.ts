/** Wording of the return's file before it is sent, and of what has changed since it was. */
import type { Lang } from '../../kernel/lang.ts'
import { many } from './many.texts.ts'

const sv = {
  previewTitle: 'Filen som den är nu',
  previewLead: (half: string, name: string) => `${half}. Filen heter ${name}. Att titta på den levererar inget.`,
  downloadText: 'Hämta som textfil',
  downloadXlsx: 'Hämta som Excel',
  sha: 'SHA-256',
  profile: 'Profil',
  blockTabs: 'Block',
  identity: 'Ungdom',
  period: 'Period från',
  noRecords: 'Inga rader i det här blocket.',
  hiddenRows: (n: number) => `${many(n, 'rad', 'rader')} i blocket gäller ungdomar som du inte får se. De är med i filen.`,
  forHolders: 'Filen kan bara hämtas av den som får se skyddade ungdomar',
  forHoldersText: (names: readonly string[]) =>
    names.length === 0
      ? 'Någon i filen har skyddade personuppgifter. Ingen har behörigheten än: säg till den som delar ut behörigheter.'
      : `Någon i filen har skyddade personuppgifter. Be ${names.join(' eller ')} att hämta och ladda upp den.`,
  uncoded: 'Filen kan inte byggas: koder saknas',
  uncodedText: (fields: readonly string[]) => `Profilen saknar kod för ${fields.join(', ')}.`,
  diffTitle: 'Vad har ändrats sedan vi skickade?',
  diffLead: (nth: number, at: string) => `Jämfört med leverans ${nth}, ${at}.`,
  toDelivery: (nth: number) => `Leverans ${nth}`,
  same: 'Inget är ändrat',
  sameText: 'Filen skulle bli densamma, byte för byte.',
  sameRows: 'Inga rader är ändrade för ungdomarna',
  sameRowsText: 'Filen skulle ändå se annorlunda ut, eftersom det som står ovan är ändrat.',
  added: 'nya rader',
  gone: 'borta',
  changed: 'ändrade',
  profileChanged: 'Profilen är en annan än den som levererades med.',
  settingsChanged: 'Inställningarna för vem som omfattas är ändrade.',
  catalogueChanged: 'Katalogen över insatser är ändrad.',
  hiddenDiff: (youths: number, rows: number) =>
    `${many(rows, 'ändrad rad', 'ändrade rader')} gäller ${many(youths, 'ungdom', 'ungdomar')} som du inte får se.`,
  never: 'Halvåret är inte levererat',
  neverText: 'Det finns inget att jämföra med än.',
  youth: 'Ungdom',
  what: 'Vad',
  before: 'Före',
  after: 'Nu',
  whatKinds: { added: 'ny rad', gone: 'borta', changed: 'ändrad' },
  again: 'Rättelser når SCB först när en ny hel fil har levererats och laddats upp.',
}

const en: typeof sv = {
  previewTitle: 'The file as it is now',
  previewLead: (half, name) => `${half}. The file is called ${name}. Looking at it delivers nothing.`,
  downloadText: 'Get it as text',
  downloadXlsx: 'Get it as Excel',
  sha: 'SHA-256',
  profile: 'Profile',
  blockTabs: 'Blocks',
  identity: 'Youth',
  period: 'Period from',
  noRecords: 'No rows in this block.',
  hiddenRows: (n) => `${many(n, 'row', 'rows')} of the block are of youths whom you may not see. They are in the file.`,
  forHolders: 'The file is only for those who may see protected youths',
  forHoldersText: (names) =>
    names.length === 0
      ? 'Somebody in the file has a protected identity. Nobody has the right yet: tell whoever gives out rights.'
      : `Somebody in the file has a protected identity. Ask ${names.join(' or ')} to fetch and upload it.`,
  uncoded: 'The file cannot be built: codes are missing',
  uncodedText: (fields) => `The profile has no code for ${fields.join(', ')}.`,
  diffTitle: 'What has changed since it was sent?',
  diffLead: (nth, at) => `Compared with delivery ${nth}, ${at}.`,
  toDelivery: (nth) => `Delivery ${nth}`,
  same: 'Nothing has changed',
  sameText: 'The file would be the same, byte for byte.',
  sameRows: 'No rows of the youths have changed',
  sameRowsText: 'The file would look otherwise all the same, for what is said above has changed.',
  added: 'new rows',
  gone: 'gone',
  changed: 'changed',
  profileChanged: 'The profile is another than the one it was delivered by.',
  settingsChanged: 'The settings of who is covered have changed.',
  catalogueChanged: 'The catalogue of measures has changed.',
  hiddenDiff: (youths, rows) =>
    `${many(rows, 'changed row is', 'changed rows are')} of ${many(youths, 'youth', 'youths')} whom you may not see.`,
  never: 'The half-year is not delivered',
  neverText: 'There is nothing to compare with yet.',
  youth: 'Youth',
  what: 'What',
  before: 'Before',
  after: 'Now',
  whatKinds: { added: 'new row', gone: 'gone', changed: 'changed' },
  again: 'Corrections reach SCB only when a new complete file has been delivered and uploaded.',
}

/** The words of these pages. */
export const fileTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
