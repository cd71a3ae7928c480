/** Wording of the hub of outreach. */
import type { Lang } from '../../kernel/lang.ts'
import type { HubList } from './hub.types.ts'

const sv = {
  title: 'Uppsök',
  intro: 'Det som väntar på dig och dina kollegor. Varje siffra leder till dem den räknar.',
  alarm: (n: number) => (n === 1 ? 'Ett larm från ett hembesök väntar på svar' : `${n} larm från hembesök väntar på svar`),
  toAlarm: 'Till hembesöken',
  now: 'Att göra',
  lists: {
    overdue: 'Försenade steg',
    dueToday: 'Sista dagen i dag',
    waitsForUs: 'Väntar på oss',
    notBegun: 'Inte påbörjade i tid',
  } satisfies Record<HubList, string>,
  answers: 'Svar att ta ställning till',
  today: 'I dag',
  meetings: 'Möten',
  visits: 'Hembesök kvar',
  begin: 'Att börja i tid',
  begun: (inTime: number, of: number) => `${inTime} av ${of}`,
  begunLabel: 'Påbörjade i tid',
  begunMeaning: (months: number) =>
    `Ungdomar som kommit in det senaste året och som påbörjats, eller borde ha påbörjats inom ${months === 1 ? 'en månad' : `${months} månader`}.`,
  nobodyYet: 'Ingen har kommit in det senaste året.',
  numbers: 'Nummer',
  numberless: 'Saknar nummer',
  stepsLeft: 'Har söksteg kvar',
  dead: 'Numret har dött',
  yield: 'Sökningarna läsåret hittills',
  messages: 'Utskick',
  rounds: 'Rundor som väntar på att släppas',
  failed: 'Misslyckade meddelanden',
  unsure: 'Osäkra meddelanden',
  nothing: 'Inget väntar. Bra.',
  more: 'Mer',
  links: {
    rounds: 'Utskick',
    outbox: 'Utlådan',
    templates: 'Mallar',
    visits: 'Hembesök',
    meetings: 'Möten',
    answers: 'Svar',
    surveys: 'Enkäter',
    figures: 'Siffror om uppsökande arbete',
    settings: 'Inställningar för uppsökande arbete',
  },
}

type Texts = typeof sv

const en: Texts = {
  title: 'Outreach',
  intro: 'What waits for you and your colleagues. Each number leads to those it counts.',
  alarm: (n) => (n === 1 ? 'An alarm from a home visit waits for an answer' : `${n} alarms from home visits wait for an answer`),
  toAlarm: 'To the home visits',
  now: 'To do',
  lists: { overdue: 'Late steps', dueToday: 'Last day today', waitsForUs: 'Waits for us', notBegun: 'Not begun in time' },
  answers: 'Answers to decide on',
  today: 'Today',
  meetings: 'Meetings',
  visits: 'Home visits left',
  begin: 'Beginning in time',
  begun: (inTime, of) => `${inTime} of ${of}`,
  begunLabel: 'Begun in time',
  begunMeaning: (months) =>
    `Youths who came in during the last year and have been begun with, or should have been within ${months === 1 ? 'a month' : `${months} months`}.`,
  nobodyYet: 'Nobody has come in during the last year.',
  numbers: 'Numbers',
  numberless: 'Without a number',
  stepsLeft: 'Search steps left',
  dead: 'The number has died',
  yield: 'Searches this school year',
  messages: 'Messages',
  rounds: 'Rounds that wait to be released',
  failed: 'Failed messages',
  unsure: 'Unsure messages',
  nothing: 'Nothing waits. Good.',
  more: 'More',
  links: {
    rounds: 'Rounds',
    outbox: 'The outbox',
    templates: 'Templates',
    visits: 'Home visits',
    meetings: 'Meetings',
    answers: 'Answers',
    surveys: 'Questionnaires',
    figures: 'Figures of outreach',
    settings: 'Settings for outreach',
  },
}

/** The words of the hub. */
export const hubTexts: Readonly<Record<Lang, Texts>> = { sv, en }
