/** Wording of the versions of a plan and what differs between two of them. */
import type { Lang } from '../../kernel/lang.ts'

const sv = {
  title: 'Versioner',
  below: 'Varje ändring är en ny version. Alla kan läsas och jämföras.',
  list: 'Alla versioner',
  columns: { version: 'Version', what: 'Vad', when: 'När', by: 'Av', acknowledged: 'Kvittens' },
  version: (n: number) => `Version ${n}`,
  byYouth: 'ungdomen',
  read: (n: number) => `Läs version ${n}`,
  compare: 'Jämför två versioner',
  from: 'Från',
  to: 'Till',
  compareDo: 'Jämför',
  between: (from: number, to: number) => `Skillnad mellan version ${from} och ${to}`,
  what: 'Uppgift',
  same: 'Ingenting skiljer.',
  none: '–',
  followUps: 'Uppföljning',
  back: 'Tillbaka till planen',
  states: { added: 'nytt', gone: 'borttaget', changed: 'ändrat', moved: 'flyttat' },
}

const en: typeof sv = {
  title: 'Versions',
  below: 'Every change is a new version. All can be read and compared.',
  list: 'All versions',
  columns: { version: 'Version', what: 'What', when: 'When', by: 'By', acknowledged: 'Acknowledged' },
  version: (n) => `Version ${n}`,
  byYouth: 'the youth',
  read: (n) => `Read version ${n}`,
  compare: 'Compare two versions',
  from: 'From',
  to: 'To',
  compareDo: 'Compare',
  between: (from, to) => `Difference between version ${from} and ${to}`,
  what: 'Item',
  same: 'Nothing differs.',
  none: '–',
  followUps: 'Follow-up',
  back: 'Back to the plan',
  states: { added: 'new', gone: 'taken away', changed: 'changed', moved: 'moved' },
}

export const historyTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
