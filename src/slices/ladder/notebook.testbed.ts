/**
 * A slower way to the ladder's answer: somebody who walks through the calendar with a notebook, day by day and contact by contact.
 * Written from ADR 0020, not from the rules. `leaves.testbed.ts` then turns the leaves until there is something to do.
 */
import { birthday, partsOf, plusDays, weekdayOf, type Day } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import type { ContactEvent, LadderFacts, WaitsFor } from './ladder.types.ts'
import type { LadderSettings } from './settings.rules.ts'

type Owed = { what: string; on: Day; kind: 'keepAgreement' | 'followUp'; from: Day; due: Day }
export type Notebook = {
  mode: 'climbing' | 'owed' | 'waiting' | 'quiet' | 'resting'
  wakeOn: Day
  owed: Owed | null
  hasLetter: boolean
  isFirst: boolean
  openedOn: Day
  lastOn: Day | null
  letterDays: Day[]
  callsOn: { weekday: number; part: string }[]
  cards: number
  visitsAfterCard: number
  /** Whom to wait for until something is tried. */
  idle: WaitsFor
}

const isMoment = (on: Day, bornOn: Day | null, settings: LadderSettings): boolean => {
  const { month, dayOfMonth, year } = partsOf(on)
  const isListed = [...settings.termStarts, ...settings.admissions].some(([m, d]) => m === month && d === dayOfMonth)
  return isListed || (settings.birthdayIsMoment && bornOn !== null && birthday(bornOn, year - partsOf(bornOn).year) === on)
}

function wakeAfterNo(on: Day, { bornOn }: LadderFacts, settings: LadderSettings): Day {
  const cooled = plusDays(on, settings.coolOffDays)
  for (let d = cooled; d < cooled + 367; d = plusDays(d, 1)) if (isMoment(d, bornOn, settings)) return d
  return cooled
}

const open = (book: Notebook, on: Day, hasLetter: boolean): void =>
  void Object.assign(book, {
    mode: 'climbing',
    openedOn: on,
    hasLetter,
    lastOn: null,
    letterDays: [],
    callsOn: [],
    cards: 0,
    visitsAfterCard: 0,
  })

export const next = (on: Day): Day => {
  let d = on
  while (!isWorkingDay(d)) d = plusDays(d, 1)
  return d
}
export const back = (on: Day): Day => {
  let d = on
  while (!isWorkingDay(d)) d = plusDays(d, -1)
  return d
}
export const workingDays = (on: Day, count: number): Day => {
  let d = on
  for (let left = count; left > 0;) {
    d = plusDays(d, 1)
    if (isWorkingDay(d)) left--
  }
  return d
}

function hear(book: Notebook, event: ContactEvent, facts: LadderFacts, settings: LadderSettings): void {
  const { on, agreed, agreedOn, outcome } = event
  open(book, on, outcome === 'declined')
  book.isFirst = false
  book.owed = null
  book.idle = outcome === 'declined' || agreed === 'nothing' ? 'nobody' : 'youth'
  book.mode = outcome === 'declined' ? 'quiet' : 'waiting'
  book.wakeOn = outcome === 'declined' ? wakeAfterNo(on, facts, settings) : plusDays(on, settings.silenceDays)
  if (agreed === null || agreed === 'nothing') return
  const isWait = agreed === 'waitForYouth' || agreed === 'waitForSchool'
  if (outcome === 'declined' && (isWait || agreedOn === null)) return
  if (isWait) {
    const from = agreedOn ?? plusDays(on, settings.promiseDays)
    book.owed = { what: agreed, on: from, kind: 'followUp', from: next(from), due: next(plusDays(next(from), settings.lateDays)) }
  } else {
    book.owed = {
      what: agreed,
      on: agreedOn ?? on,
      kind: 'keepAgreement',
      from: agreedOn ?? next(on),
      due: agreedOn ?? workingDays(on, settings.answerWorkingDays),
    }
  }
  if (outcome !== 'declined') book.mode = 'owed'
}

export const cameToNobody = ({ outcome }: ContactEvent): boolean =>
  ['wrongNumber', 'deadNumber', 'returned', 'failed', 'wrongAddress'].includes(outcome)
const isSpoken = ({ channel }: ContactEvent): boolean => ['phone', 'inPerson', 'homeVisit'].includes(channel)

function keep(book: Notebook, event: ContactEvent, settings: LadderSettings): void {
  const { owed } = book
  if (owed === null || event.on < owed.on) return
  const bySpeaking = ['call', 'meet', 'visit'].includes(owed.what)
  if (!isSpoken(event) && (bySpeaking || cameToNobody(event))) return
  book.owed = null
  if (book.mode === 'quiet') {
    book.wakeOn = Math.max(book.wakeOn, event.on) as Day
    return wake(book, event.on)
  }
  if (isSpoken(event)) open(book, event.on, false)
  else Object.assign(book, { mode: 'waiting', wakeOn: plusDays(event.on, settings.silenceDays) })
}

function climb(book: Notebook, { channel, on, minute }: ContactEvent): void {
  book.lastOn = on
  if (channel === 'letter' && !book.letterDays.includes(on)) book.letterDays.push(on)
  if (channel === 'visitCard') book.cards++
  if (channel === 'homeVisit' && book.cards > 0) book.visitsAfterCard++
  if (channel !== 'phone') return
  const part = minute < 720 ? 'morning' : minute < 960 ? 'midday' : 'late'
  const sameParts = book.callsOn.filter((call) => call.part === part).length
  // Each part once before any of them a second time.
  if (book.callsOn.every(({ weekday }) => weekday !== weekdayOf(on)) && sameParts <= Math.floor(book.callsOn.length / 3)) {
    book.callsOn.push({ weekday: weekdayOf(on), part })
  }
}

function whyNot(step: string, facts: LadderFacts, settings: LadderSettings): boolean {
  const says = (...ways: string[]): boolean => facts.optedOut.some((way) => ways.includes(way))
  if (settings.minorsNeedGuardian && facts.bornOn === null) return true
  if (step === 'call') return says('phone') || facts.livePhones === 0
  if (step === 'letter' || step === 'furtherLetter') return says('letter') || (facts.isProtected ? !facts.mayForward : !facts.hasAddress)
  return facts.isProtected || !facts.hasAddress || says('visitCard') || (step === 'homeVisit' && says('homeVisit'))
}

export const isDone = (book: Notebook, step: string, settings: LadderSettings): boolean =>
  ({
    letter: book.letterDays.length > 0,
    call: book.callsOn.length >= settings.calls,
    furtherLetter: book.letterDays.length > Number(book.hasLetter),
    visitCard: book.cards > 0,
    homeVisit: book.visitsAfterCard > 0,
  })[step] ?? false

export const stepsOf = ({ hasLetter }: Notebook): string[] => [
  ...(hasLetter ? ['letter'] : []),
  'call',
  'furtherLetter',
  'visitCard',
  'homeVisit',
]

export const missing = (book: Notebook, facts: LadderFacts, settings: LadderSettings): string[] =>
  stepsOf(book).filter((step) => !isDone(book, step, settings) && !whyNot(step, facts, settings))

function rest(book: Notebook, on: Day, settings: LadderSettings): void {
  open(book, on, true)
  book.mode = 'resting'
  book.idle = 'nobody'
  book.isFirst = false
  book.wakeOn = plusDays(on, settings.newRoundDays)
}

export function wake(book: Notebook, on: Day): void {
  const isAsleep = book.mode === 'waiting' || book.mode === 'quiet' || book.mode === 'resting'
  if (isAsleep && book.owed === null && on >= book.wakeOn) open(book, book.wakeOn, book.mode !== 'waiting')
}

function read(book: Notebook, event: ContactEvent, facts: LadderFacts, settings: LadderSettings): void {
  if (event.reached) return hear(book, event, facts, settings)
  const modeBefore = book.mode
  keep(book, event, settings)
  // Silence shows at once when somebody tries to speak; a letter promised and written leaves time.
  if (book.mode === 'waiting' && modeBefore === 'waiting' && isSpoken(event)) open(book, event.on, false)
  if (cameToNobody(event) || !['letter', 'phone', 'visitCard', 'homeVisit'].includes(event.channel)) return
  if (book.mode === 'resting') book.wakeOn = plusDays(event.on, settings.newRoundDays)
  if (book.mode !== 'climbing') return
  climb(book, event)
  if (missing(book, facts, settings).length === 0) rest(book, event.on, settings)
}

export function walk(facts: LadderFacts, settings: LadderSettings): Notebook {
  const book = { wakeOn: facts.enteredOn, owed: null, isFirst: true, idle: 'us' } as Notebook
  open(book, facts.enteredOn, true)
  const last = facts.events.at(-1)?.on ?? facts.enteredOn
  for (let d = facts.enteredOn; d <= last; d = plusDays(d, 1)) {
    wake(book, d)
    for (const event of facts.events) if (event.on === d) read(book, event, facts, settings)
  }
  return book
}
