/** Wording of the plan on paper. */
import type { Lang } from '../../kernel/lang.ts'

const sv = {
  title: 'Min plan',
  goal: 'Mitt mål',
  time: 'Tid',
  columns: { youth: 'Jag ska', municipality: 'Kommunen ska', other: 'Någon annan ska' },
  none: 'Inga steg.',
  noOther: 'Ingen annan har ansvar för något.',
  mySteps: 'Jag ska',
  followUps: 'Vi följer upp',
  noFollowUp: 'Ingen dag är bestämd.',
  next: 'Vi ses igen',
  done: (day: string) => `gjort ${day}`,
  draft: 'Utkast. Planen är inte överenskommen än.',
  signed: 'Jag har läst planen och säger ja',
  sign: 'Namn och dag',
  acknowledged: (n: number, day: string) => `Kvitterad: version ${n}, ${day}.`,
  printed: (version: number, day: string, place: string) => `Version ${version}, utskriven ${day}. ${place}.`,
}

const en: typeof sv = {
  title: 'My plan',
  goal: 'My goal',
  time: 'Time',
  columns: { youth: 'I will', municipality: 'The municipality will', other: 'Somebody else will' },
  none: 'No steps.',
  noOther: 'Nobody else is responsible for anything.',
  mySteps: 'I will',
  followUps: 'We follow up',
  noFollowUp: 'No day is decided.',
  next: 'We meet again',
  done: (day) => `done ${day}`,
  draft: 'A draft. The plan is not agreed yet.',
  signed: 'I have read the plan and say yes',
  sign: 'Name and day',
  acknowledged: (n, day) => `Acknowledged: version ${n}, ${day}.`,
  printed: (version, day, place) => `Version ${version}, printed ${day}. ${place}.`,
}

export const printTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
