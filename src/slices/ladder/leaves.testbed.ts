/** Turns the leaves of the calendar from where the notebook ends, until there is something to do (the slow way of `ladder.oracle.test.ts`). */
import { birthday, dateOf, daysInMonth, partsOf, plusDays, weekdayOf, type Day } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import type { LadderFacts, WaitsFor } from './ladder.types.ts'
import { back, cameToNobody, isDone, missing, next, stepsOf, wake, walk, workingDays, type Notebook } from './notebook.testbed.ts'
import type { LadderSettings } from './settings.rules.ts'

function gapTo(step: string, book: Notebook, settings: LadderSettings): number {
  const { daysToFirstCall, daysBetweenCalls, daysToFurtherLetter, daysToVisitCard, daysToVisit } = settings
  const call = book.callsOn.length > 0 ? daysBetweenCalls : daysToFirstCall
  return { letter: 0, call, furtherLetter: daysToFurtherLetter, visitCard: daysToVisitCard, homeVisit: daysToVisit }[step] ?? 0
}

function monthLater(on: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOf(on)
  let d = on
  const [wantedYear, wantedMonth] = [year + Math.floor((month - 1 + months) / 12), ((month - 1 + months) % 12) + 1]
  const wantedDay = Math.min(dayOfMonth, daysInMonth(wantedYear, wantedMonth))
  while (dateOf(d) !== `${wantedYear}-${String(wantedMonth).padStart(2, '0')}-${String(wantedDay).padStart(2, '0')}`) d = plusDays(d, 1)
  return d
}

function lateAfter(step: string, on: Day, book: Notebook, facts: LadderFacts, settings: LadderSettings): Day {
  const due = next(plusDays(on, settings.lateDays))
  if (step !== 'letter' || !book.isFirst || book.lastOn !== null) return due
  const beginBy = back(monthLater(facts.enteredOn, settings.beginMonths))
  if (on > beginBy) return due
  let latest = due
  for (let d = plusDays(facts.enteredOn, 1); d <= beginBy; d = plusDays(d, 1)) {
    const { year, month, dayOfMonth } = partsOf(d)
    const isAfter = month > 9 || (month === 9 && dayOfMonth > 15)
    if (year !== partsOf(facts.enteredOn).year || !isAfter || !isWorkingDay(d)) continue
    // A working day after 15 September, within the time to begin: the large round, unless one had come by the day of entry.
    const round = next(plusDays(d, settings.lateDays))
    if (!isRoundPast(facts.enteredOn, d) && round > latest) latest = round
    break
  }
  return latest > beginBy ? beginBy : latest
}

/** Whether some working day after 15 September had come by the day of entry. */
function isRoundPast(enteredOn: Day, round: Day): boolean {
  for (let d = plusDays(round, -1); ; d = plusDays(d, -1)) {
    const { month, dayOfMonth } = partsOf(d)
    if (month < 9 || (month === 9 && dayOfMonth <= 15)) return false
    if (isWorkingDay(d) && d <= enteredOn) return true
  }
}

function ladderStep(book: Notebook, facts: LadderFacts, settings: LadderSettings): string {
  const asleep = book.mode === 'quiet' || book.mode === 'waiting' || book.mode === 'resting'
  if (asleep) wake(book, book.wakeOn)
  const [step] = missing(book, facts, settings)
  if (step === undefined) return 'none us'
  let wait = 0
  for (const one of stepsOf(book)) {
    if (one === step) break
    if (isDone(book, one, settings)) wait = 0
    else if (one !== stepsOf(book)[0]) wait += gapTo(one, book, settings)
  }
  let on = book.lastOn === null ? plusDays(book.openedOn, wait) : plusDays(book.lastOn, wait + gapTo(step, book, settings))
  const isTooYoung = (d: Day): boolean => settings.minorsNeedGuardian && facts.bornOn !== null && d < birthday(facts.bornOn, 18)
  const isBeforeNumber = (d: Day): boolean => step === 'call' && d < (facts.phoneFoundOn ?? d)
  const isTried = (d: Day): boolean => step === 'call' && book.callsOn.some(({ weekday }) => weekday === weekdayOf(d))
  const waitsFor = isTooYoung(on) ? 'nobody' : book.lastOn === null ? book.idle : 'youth'
  while (!isWorkingDay(on) || isTooYoung(on) || isBeforeNumber(on) || isTried(on)) on = plusDays(on, 1)
  const which = step === 'call' ? ` ${book.callsOn.length + 1}/${settings.calls}` : ''
  return `${step}${which} ${dateOf(on)}..${dateOf(lateAfter(step, on, book, facts, settings))} ${waitsFor}`
}

const say = (kind: string, from: Day, due: Day, waitsFor: WaitsFor): string => `${kind} ${dateOf(from)}..${dateOf(due)} ${waitsFor}`

const whoOwes: Readonly<Record<string, WaitsFor>> = { waitForYouth: 'youth', waitForSchool: 'school' }

function appointment(book: Notebook, facts: LadderFacts, settings: LadderSettings): string | null {
  const { openReplyOn, meetingOn, visitOn, events } = facts
  if (openReplyOn !== null) return say('answerReply', next(openReplyOn), workingDays(openReplyOn, settings.answerWorkingDays), 'us')
  const candidates: [Day, string][] = []
  if (meetingOn !== null) candidates.push([meetingOn, say('keepMeeting', meetingOn, meetingOn, 'youth')])
  const isVisited = visitOn !== null && !facts.isProtected
  if (isVisited) {
    let hasCard = false
    for (const event of events) {
      if (event.reached || event.channel === 'homeVisit') hasCard = false
      if (!event.reached && event.channel === 'visitCard' && !cameToNobody(event)) hasCard = true
    }
    const needsNone = hasCard || book.owed?.what === 'visit' || facts.optedOut.includes('visitCard')
    const from = needsNone ? visitOn : back(plusDays(visitOn, -settings.daysToVisit))
    candidates.push([
      from,
      needsNone ? say('homeVisit', visitOn, visitOn, 'youth') : say('visitCard', from, back(plusDays(visitOn, -1)), 'us'),
    ])
  }
  const isBooked = (book.owed?.what === 'meet' && meetingOn !== null) || (book.owed?.what === 'visit' && isVisited)
  if (book.owed !== null && !isBooked)
    candidates.push([book.owed.from, say(book.owed.kind, book.owed.from, book.owed.due, whoOwes[book.owed.what] ?? 'us')])
  const earliest = Math.min(...candidates.map(([on]) => on))
  return candidates.find(([on]) => on === earliest)?.[1] ?? null
}

/** What is to be done next and whom we wait for until then, found slowly: as `shown` says it. */
export function slowly(facts: LadderFacts, settings: LadderSettings): string {
  const book = walk(facts, settings)
  return appointment(book, facts, settings) ?? ladderStep(book, facts, settings)
}
