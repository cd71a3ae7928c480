/** Wording of the evidence. */
import type { Lang } from '../../kernel/lang.ts'

const sv = {
  title: 'Vad som gjorts för att nå ungdomen',
  law: 'Kommunens aktivitetsansvar för ungdomar, 29 kap. 9 § skollagen',
  nameless: 'Namn saknas',
  number: (number: string) => `${number.slice(0, 8)}-${number.slice(8)}`,
  facts: {
    who: 'Ungdom',
    number: 'Personnummer',
    place: 'Kommun',
    covered: 'Omfattas',
    begin: 'Uppsökandet',
    sum: 'Sammanlagt',
  },
  covered: (from: string, reason: string) => `sedan ${from}: ${reason}`,
  coveredUntil: (from: string, until: string, reason: string) => `från ${from} till ${until}: ${reason}`,
  notCovered: 'omfattas inte',
  begun: (by: string, on: string) => `skulle börja senast ${by}, började ${on}`,
  notBegun: (by: string) => `skulle börja senast ${by}, har inte börjat`,
  begunOnly: (on: string) => `började ${on}`,
  sum: (attempts: number, reached: number) =>
    `${attempts} försök, ${reached === 0 ? 'ungdomen har aldrig nåtts' : `ungdomen har nåtts ${reached} ${reached === 1 ? 'gång' : 'gånger'}`}`,
  contacts: 'Kontaktförsök och kontakter',
  noContacts: 'Inga kontaktförsök är gjorda.',
  columns: { day: 'Dag', time: 'Tid', how: 'Hur', result: 'Resultat', by: 'Av' },
  ending: (digits: string) => `nummer som slutar på ${digits}`,
  and: 'och',
  searches: 'Sökning efter telefonnummer',
  searchColumns: { day: 'Dag', where: 'Var', result: 'Resultat', by: 'Av' },
  results: { found: 'hittade', nothing: 'inget' },
  skipped: 'Steg som inte kan tas nu',
  skippedLine: (step: string, why: string) => `${step}: ${why}`,
  quiet: 'Perioder då kommunen respekterat ett nej',
  quietLine: (from: string, until: string, moment: string) => `${from} till ${until} (${moment})`,
  printed: (on: string, at: string, by: string, place: string) => `Utskrivet ${on} klockan ${at} av ${by}, ${place}, ur Ungdomslots.`,
  whole: 'Telefonnummer skrivs aldrig ut i sin helhet. Anteckningar är inte med.',
  pageOf: ['Sida', 'av'] as readonly [string, string],
}

type Texts = typeof sv

const en: Texts = {
  title: 'What has been done to reach the youth',
  law: 'The municipality’s activity responsibility for youth, Education Act chapter 29 section 9',
  nameless: 'Name missing',
  number: (number) => `${number.slice(0, 8)}-${number.slice(8)}`,
  facts: { who: 'Youth', number: 'Identity number', place: 'Municipality', covered: 'Covered', begin: 'Outreach', sum: 'In all' },
  covered: (from, reason) => `since ${from}: ${reason}`,
  coveredUntil: (from, until, reason) => `from ${from} to ${until}: ${reason}`,
  notCovered: 'not covered',
  begun: (by, on) => `was to begin by ${by}, began ${on}`,
  notBegun: (by) => `was to begin by ${by}, has not begun`,
  begunOnly: (on) => `began ${on}`,
  sum: (attempts, reached) =>
    `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}, ${reached === 0 ? 'the youth has never been reached' : `the youth has been reached ${reached} ${reached === 1 ? 'time' : 'times'}`}`,
  contacts: 'Attempts and contacts',
  noContacts: 'No attempts have been made.',
  columns: { day: 'Day', time: 'Time', how: 'How', result: 'Result', by: 'By' },
  ending: (digits) => `number ending in ${digits}`,
  and: 'and',
  searches: 'Searches for a phone number',
  searchColumns: { day: 'Day', where: 'Where', result: 'Result', by: 'By' },
  results: { found: 'found', nothing: 'nothing' },
  skipped: 'Steps that cannot be taken now',
  skippedLine: (step, why) => `${step}: ${why}`,
  quiet: 'Periods when the municipality has respected a no',
  quietLine: (from, until, moment) => `${from} to ${until} (${moment})`,
  printed: (on, at, by, place) => `Printed ${on} at ${at} by ${by}, ${place}, from Ungdomslots.`,
  whole: 'Phone numbers are never printed in full. Notes are not included.',
  pageOf: ['Page', 'of'],
}

/** The words of the evidence. */
export const evidenceTexts: Readonly<Record<Lang, Texts>> = { sv, en }
