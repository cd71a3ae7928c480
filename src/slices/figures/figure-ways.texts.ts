/** What the pages of figures are called in the row that leads between them. */
import type { Lang } from '../../kernel/lang.ts'

const sv = {
  label: 'Siffror och rapporter',
  overview: 'Översikt',
  all: 'Alla tal',
  outreach: 'Uppsökande',
  notices: 'Anmälningar',
  referrals: 'Hänvisningar',
  radar: 'Sommarradarn',
  reports: 'Rapporter',
  returns: 'Halvårsuppgiften',
  surveys: 'Enkäter',
}

const en: typeof sv = {
  label: 'Figures and reports',
  overview: 'Overview',
  all: 'All figures',
  outreach: 'Outreach',
  notices: 'School notices',
  referrals: 'Referrals',
  radar: 'Summer radar',
  reports: 'Reports',
  returns: 'The half-yearly return',
  surveys: 'Questionnaires',
}

export const figureWayTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
