/** The words that addresses of lists are made of. They are Swedish, stand for ever in saved filters, and hold nothing of a youth. */
import { occupationStates, type OccupationState, type WaitsFor } from '../ladder/index.ts'
import type { AskedStep, Filter, ReadyList, SortKey, Tab } from './worklist.types.ts'

export const tabWords: Readonly<Record<Tab, string>> = {
  toAct: 'atgardas',
  measurePlanned: 'planerad',
  measureOngoing: 'pagaende',
  otherSchoolForm: 'annan-skolform',
  watching: 'bevakas',
  closed: 'avslutade',
  unconfirmedStay: 'vistelse',
}
export const listWords: Readonly<Record<ReadyList, string>> = {
  newForMe: 'nya-for-mig',
  overdue: 'forfallet',
  dueToday: 'sista-dagen',
  waitsForUs: 'vantar-pa-oss',
  waitsForYouth: 'vantar-pa-ungdomen',
  noPhone: 'saknar-nummer',
  lastNight: 'i-natt',
  waitsForSchool: 'vantar-pa-skolan',
  unassigned: 'utan-ansvarig',
  notBegun: 'inte-borjat',
  notReached: 'inte-nadd',
  expires: 'gar-ut',
  soonTwenty: 'snart-20',
}
export const sortWords: Readonly<Record<SortKey, string>> = {
  name: 'namn',
  age: 'alder',
  since: 'sedan',
  lastReached: 'nadd',
  lastAttempt: 'forsok',
  nextDue: 'nasta',
  unit: 'enhet',
  responsible: 'ansvarig',
}
const stepWords: Readonly<Record<AskedStep, string>> = {
  letter: 'brev',
  call: 'ring',
  furtherLetter: 'nytt-brev',
  visitCard: 'knackakort',
  homeVisit: 'hembesok',
  answerReply: 'svar',
  keepAgreement: 'avtalat',
  keepMeeting: 'mote',
  followUp: 'folj-upp',
}
const waitsForWords: Readonly<Record<WaitsFor, string>> = { us: 'oss', youth: 'ungdomen', school: 'skolan', nobody: 'ingen' }
const phoneWords = { has: 'finns', lacks: 'saknas' } as const
const occupationWords: Readonly<Record<OccupationState, string>> = {
  work: 'arbete',
  studies: 'studier',
  studiesAbroad: 'studier-utomlands',
  abroad: 'utomlands',
  other: 'annat',
  none: 'ingen',
  unknown: 'fragad-okand',
  lapsed: 'utgangen',
  notAsked: 'inte-fragad',
}

/** The key whose word it is; null when it is nobody's. */
export const named = <Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, string>>, word: string): Key | null =>
  keys.find((key) => words[key] === word) ?? null

const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>): Key[] => Object.keys(words) as Key[]

/** The steps that can be asked for, and what can be waited for. */
export const stepKinds: readonly AskedStep[] = keysOf(stepWords)
export const waitsForChoices: readonly WaitsFor[] = keysOf(waitsForWords)

/** The names of the filter's fields, in addresses and forms. */
export const fieldNames: Readonly<Record<keyof Filter, string>> = {
  ageFrom: 'alder_fran',
  ageTo: 'alder_till',
  unit: 'enhet',
  district: 'omrade',
  reason: 'orsak',
  daysAtLeast: 'dagar_minst',
  daysAtMost: 'dagar_hogst',
  unknownOccupation: 'okand',
  assigned: 'ansvarig',
  lastNight: 'natt',
  twentyWithin: 'tjugo',
  unreachedFor: 'onadd',
  untriedFor: 'oforsokt',
  step: 'steg',
  dueWithin: 'senast_inom',
  waitsFor: 'vantar',
  phone: 'telefon',
  occupation: 'sysselsattning',
}

/** The reasons that can be chosen in the filter. */
export const reasonChoices: readonly string[] = [
  'decided',
  'returned',
  'registeredInSweden',
  'movedIn',
  'studyCertificate',
  'endedWithoutDiploma',
  'interruptedNational',
  'interruptedIntroductory',
  'interruptedAdapted',
  'interruptedEquivalent',
  'noShow',
  'neverStarted',
  'unknown',
]

/** A whole number of at most so much; null for anything else. */
export const whole = (text: string, largest: number): number | null =>
  /^\d{1,10}$/.test(text) && Number(text) <= largest ? Number(text) : null

type Words<T> = { readonly read: (text: string) => T | null; readonly write: (value: T) => string }

const number = (largest: number): Words<number> => ({ read: (text) => whole(text, largest), write: String })
const tick: Words<boolean> = { read: (text) => (text === 'ja' ? true : null), write: () => 'ja' }
const oneOf = <Key extends string>(words: Readonly<Record<Key, string>>): Words<Key> => ({
  read: (text) => named(keysOf(words), words, text),
  write: (key) => words[key],
})

const staffId = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/
const staff: Words<string> = {
  read: (text) => (text === 'jag' ? 'me' : text === 'ingen' ? 'nobody' : staffId.test(text) ? text : null),
  write: (value) => (value === 'me' ? 'jag' : value === 'nobody' ? 'ingen' : value),
}

const days = number(36_500)
const id = number(2 ** 31 - 1)

/** How each field is read from an address, and written in one. */
export const fieldWords: Readonly<{ [Key in keyof Filter]: Words<NonNullable<Filter[Key]>> }> = {
  ageFrom: number(130),
  ageTo: number(130),
  unit: id,
  district: id,
  reason: { read: (text) => (reasonChoices.includes(text) ? text : null), write: (reason) => reason },
  daysAtLeast: days,
  daysAtMost: days,
  unknownOccupation: tick,
  assigned: staff,
  lastNight: tick,
  twentyWithin: days,
  unreachedFor: days,
  untriedFor: days,
  step: oneOf(stepWords),
  dueWithin: days,
  waitsFor: oneOf(waitsForWords),
  phone: oneOf<'has' | 'lacks'>(phoneWords),
  occupation: oneOf(occupationWords),
}

/** The states of occupation that can be asked for. */
export const occupationChoices: readonly OccupationState[] = occupationStates
