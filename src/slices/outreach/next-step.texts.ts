/** Wording of the cards "Nästa steg" and "Kontakter" on the person page. */
import type { Lang } from '../../kernel/lang.ts'

const sv = {
  heading: 'Nästa steg',
  suggestion: (when: string) => `Förslag: ${when}.`,
  nothing: 'Inget steg kvar just nu.',
  beginBy: (day: string) => `Uppsökandet ska börja senast ${day}.`,
  after: 'sedan',
  skipped: 'hoppas över',
  lastAttempt: 'Senaste försök',
  lastReached: 'Senast nådd',
  noAttempt: 'inget försök än',
  never: 'aldrig nådd',
  daysAgo: (days: number) => (days === 0 ? 'i dag' : days === 1 ? 'i går' : `för ${days} dagar sedan`),
  log: 'Logga samtal',
  other: 'Annan kontakt',
  contacts: 'Kontakter',
  all: (n: number) => `Alla kontakter (${n})`,
  notFollowed: 'Hen omfattas inte och bevakas inte: kontakter sparas inte.',
}

type Texts = typeof sv

const en: Texts = {
  heading: 'Next step',
  suggestion: (when) => `Suggestion: ${when}.`,
  nothing: 'No step left just now.',
  beginBy: (day) => `Outreach is to begin by ${day}.`,
  after: 'then',
  skipped: 'left out',
  lastAttempt: 'Last attempt',
  lastReached: 'Last reached',
  noAttempt: 'no attempt yet',
  never: 'never reached',
  daysAgo: (days) => (days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`),
  log: 'Log a call',
  other: 'Other contact',
  contacts: 'Contacts',
  all: (n) => `All contacts (${n})`,
  notFollowed: 'Neither covered nor watched: contacts are not kept.',
}

/** The words of the cards. */
export const nextStepTexts: Readonly<Record<Lang, Texts>> = { sv, en }
