/** Wording of what is carried, and of what never is. */
import type { Lang } from '../../kernel/lang.ts'
import type { NeverCarried } from './carried.rules.ts'

const sv = {
  carried: 'Det här följer med',
  carriedNone: 'inget finns',
  never: 'Det här följer aldrig med',
  neverWords: {
    address: 'adress (den nya kommunen har den nyare)',
    notes: 'anteckningar och fri text',
    contacts: 'kontakter och kontaktförsök',
    answers: 'svar från ungdomen',
    plan: 'planen',
    guardian: 'vårdnadshavare',
    unit: 'enhet och handläggare',
    declined: 'det ungdomen tackat nej till',
    secrecy: 'skyddsmarkeringar',
    followUp: 'riktad uppföljning',
  } satisfies Record<NeverCarried, string>,
  law: 'Förordning 2006:39, 3 och 4 §§',
  parts: {
    number: 'Personnummer',
    phones: 'Telefon',
    emails: 'E-post',
    occupations: 'Sysselsättning',
    educations: 'Utbildning',
    measures: 'Åtgärder',
  },
  occupation: {
    work: 'arbete',
    studies: 'studier',
    studiesAbroad: 'studier utomlands',
    abroad: 'utomlands',
    other: 'annat',
    none: 'inget',
    unknown: 'okänt',
  },
  until: 'till',
  since: (day: string) => `sedan ${day}`,
  stated: (day: string) => `sagt ${day}`,
}

const en: typeof sv = {
  carried: 'This follows',
  carriedNone: 'there is nothing',
  never: 'This never follows',
  neverWords: {
    address: 'address (the new municipality has a newer one)',
    notes: 'notes and free text',
    contacts: 'contacts and attempts',
    answers: 'answers from the youth',
    plan: 'the plan',
    guardian: 'guardians',
    unit: 'unit and staff',
    declined: 'what the youth has declined',
    secrecy: 'marks of protection',
    followUp: 'directed follow-up',
  },
  law: 'Ordinance 2006:39, 3 and 4 §§',
  parts: {
    number: 'Identity number',
    phones: 'Telephone',
    emails: 'E-mail',
    occupations: 'Occupation',
    educations: 'Education',
    measures: 'Measures',
  },
  occupation: {
    work: 'work',
    studies: 'studies',
    studiesAbroad: 'studies abroad',
    abroad: 'abroad',
    other: 'other',
    none: 'none',
    unknown: 'unknown',
  },
  until: 'to',
  since: (day) => `since ${day}`,
  stated: (day) => `said ${day}`,
}

export const carriedTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
