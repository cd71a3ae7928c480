/** Wording of the columns of outreach besides the ladder's own: the two clocks, occupation, and the titles of a file. */
import type { Lang } from '../../kernel/lang.ts'

const sv = {
  never: 'aldrig',
  quoted: (said: string) => `”${said}”`,
  lapsesIn: (days: number) => (days === 1 ? 'går ut i morgon' : `går ut om ${days} dagar`),
  lapsed: (on: string) => `gick ut ${on}`,
  askAgainIn: (days: number) => (days === 1 ? 'fråga igen i morgon' : `fråga igen om ${days} dagar`),
  askAgain: 'fråga igen',
  search: 'Sök nummer',
  nothingLeft: 'Inget steg kvar',
  fileOccupation: 'Uppgiven sysselsättning',
  fileOccupationUntil: 'Sysselsättning känd till',
  fileHow: 'Hur',
  fileOutcome: 'Resultat',
  fileDue: 'Nästa steg senast',
}

type Texts = typeof sv

const en: Texts = {
  never: 'never',
  quoted: (said) => `“${said}”`,
  lapsesIn: (days) => (days === 1 ? 'expires tomorrow' : `expires in ${days} days`),
  lapsed: (on) => `expired ${on}`,
  askAgainIn: (days) => (days === 1 ? 'ask again tomorrow' : `ask again in ${days} days`),
  askAgain: 'ask again',
  search: 'Search for a number',
  nothingLeft: 'No step left',
  fileOccupation: 'Stated occupation',
  fileOccupationUntil: 'Occupation known until',
  fileHow: 'How',
  fileOutcome: 'Result',
  fileDue: 'Next step due',
}

/** The words of the columns of outreach. */
export const standingTexts: Readonly<Record<Lang, Texts>> = { sv, en }
