/** The words of the picture of time. */
import type { Lang } from '../../kernel/lang.ts'

const sv = {
  title: 'Ansvarsperioder, bostad, skola, betyg, åtgärder, sysselsättning, beslut och kontakter i tid',
  lanes: {
    periods: 'Ansvar',
    residence: 'Bostad',
    school: 'Skola',
    credentials: 'Betyg',
    measures: 'Åtgärd',
    occupation: 'Sysselsättning',
    decisions: 'Beslut',
    contacts: 'Kontakt',
  },
  covered: 'omfattas',
  notCovered: 'omfattas inte',
  unknown: 'okänd',
  unknownAfter: (before: string) => `okänd (förut: ${before})`,
  planned: (name: string) => `${name}, planerad`,
  legends: { covered: 'omfattas', study: 'gymnasieutbildning', measure: 'åtgärd', quiet: 'annat', unknown: 'okänd eller väntas' },
}

type Texts = typeof sv

const en: Texts = {
  title: 'Periods of responsibility, home, school, certificates, measures, occupation, decisions and contacts in time',
  lanes: {
    periods: 'Covered',
    residence: 'Home',
    school: 'School',
    credentials: 'Certificates',
    measures: 'Measure',
    occupation: 'Occupation',
    decisions: 'Decisions',
    contacts: 'Contact',
  },
  covered: 'covered',
  notCovered: 'not covered',
  unknown: 'unknown',
  unknownAfter: (before) => `unknown (before: ${before})`,
  planned: (name) => `${name}, planned`,
  legends: { covered: 'covered', study: 'upper secondary', measure: 'measure', quiet: 'other', unknown: 'unknown or expected' },
}

/** The words of the picture. */
export const pictureTexts: Readonly<Record<Lang, Texts>> = { sv, en }
