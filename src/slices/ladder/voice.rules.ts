/** When the youth has been reached: what was agreed, how long a no is respected, and when silence lets the ladder go on. */
import { birthday, dayFrom, plusDays, yearOf, type Day } from '../../platform/plain-date.ts'
import { nextOf, workingDayFrom, workingDaysAfter } from './days.rules.ts'
import { ladderSteps, type AgreedStep, type Channel, type ContactEvent, type Standing } from './ladder.types.ts'
import { cameThrough, stepsAfterReach, type Opening } from './round.rules.ts'
import type { LadderSettings } from './settings.rules.ts'
import { aThing, type Planned } from './step.rules.ts'

type Quiet = NonNullable<Standing['quiet']>

/** What is ours to do, as against waiting for the youth or a school. */
const ours: ReadonlySet<AgreedStep> = new Set(['call', 'write', 'meet', 'visit'])
/** Ways to speak with the youth. Unanswered, they are silence at once; anything else leaves time to answer. */
const spoken: ReadonlySet<Channel> = new Set(['phone', 'inPerson', 'homeVisit'])

/** Something agreed, owed from a day on until an attempt is made at it. */
export type Agreement = Planned & { readonly owedOn: Day }

/** We are to do something: on the agreed day, holiday or not, for the youth chose it; without a day within some working days. */
function oursToDo({ agreed, agreedOn, on }: ContactEvent, { answerWorkingDays }: LadderSettings): Agreement {
  const fromOn = agreedOn ?? workingDayFrom(on)
  const dueOn = agreedOn ?? workingDaysAfter(on, answerWorkingDays)
  return { step: aThing('keepAgreement', fromOn, dueOn, agreed), owedOn: agreedOn ?? on, waitsFor: 'us' }
}

/** The youth, or a school, is to get back to us: on the agreed day we ask. */
function theirsToDo({ agreed, agreedOn, on }: ContactEvent, settings: LadderSettings): Agreement {
  const owedOn = agreedOn ?? plusDays(on, settings.promiseDays)
  const fromOn = workingDayFrom(owedOn)
  const dueOn = workingDayFrom(plusDays(fromOn, settings.lateDays))
  return { step: aThing('followUp', fromOn, dueOn, agreed), owedOn, waitsFor: agreed === 'waitForSchool' ? 'school' : 'youth' }
}

/** What was agreed when the youth was last reached; null when nothing was. With a no, only what we were asked to do on a day still stands. */
export function agreementOf(voice: ContactEvent, settings: LadderSettings): Agreement | null {
  const { agreed, agreedOn, outcome } = voice
  if (agreed === null || agreed === 'nothing') return null
  if (outcome === 'declined' && (agreedOn === null || !ours.has(agreed))) return null
  return ours.has(agreed) ? oursToDo(voice, settings) : theirsToDo(voice, settings)
}

/** The first attempt at what was agreed, from its day on. Calls, meetings and visits are done by speaking; the rest by anything that comes through. */
export function attemptAt({ step: { agreed }, owedOn }: Agreement, later: readonly ContactEvent[]): ContactEvent | null {
  const bySpeaking = agreed === 'call' || agreed === 'meet' || agreed === 'visit'
  const isAttempt = (event: ContactEvent): boolean => spoken.has(event.channel) || (!bySpeaking && cameThrough(event))
  return later.find((event) => event.on >= owedOn && isAttempt(event)) ?? null
}

/** How long a no is respected: the cool-off, and then on to the first natural moment. Without any moments, the cool-off. */
export function quietAfter(declinedOn: Day, bornOn: Day | null, settings: LadderSettings): Quiet {
  const cooledOn = plusDays(declinedOn, settings.coolOffDays)
  const moments = [
    { moment: 'termStart' as const, untilOn: nextOf(settings.termStarts, cooledOn) },
    { moment: 'admission' as const, untilOn: nextOf(settings.admissions, cooledOn) },
    { moment: 'birthday' as const, untilOn: settings.birthdayIsMoment && bornOn !== null ? nextBirthday(bornOn, cooledOn) : null },
  ]
  let first: Quiet | null = null
  for (const { moment, untilOn } of moments) {
    if (untilOn !== null && (first === null || untilOn < first.untilOn)) first = { declinedOn, untilOn, moment }
  }
  return first ?? { declinedOn, untilOn: cooledOn, moment: 'coolOff' }
}

function nextBirthday(bornOn: Day, from: Day): Day {
  const years = yearOf(from) - yearOf(bornOn)
  const thisYear = birthday(bornOn, years)
  return thisYear >= from ? thisYear : birthday(bornOn, years + 1)
}

/** Later than anything: what is owed holds the ladder for as long as nobody has tried. */
const held = dayFrom(9999, 1, 1)

type Resumption = Pick<Opening, 'fromOn' | 'attempts'>

/** Silent for so many days, or at once when a call, a meeting or a visit was not answered: that attempt is the first of the round. */
function onSilence(since: Day, attempts: readonly ContactEvent[], { silenceDays }: LadderSettings): Resumption {
  const silentOn = plusDays(since, silenceDays)
  const at = attempts.findIndex(({ channel }) => spoken.has(channel))
  const unanswered = attempts[at]
  if (unanswered === undefined || unanswered.on >= silentOn) return { fromOn: silentOn, attempts }
  return { fromOn: unanswered.on, attempts: attempts.slice(at) }
}

/** When the ladder goes on after the youth was reached, and with which attempts. `made`: the attempt at what was agreed. */
function resumption(voice: ContactEvent, made: ContactEvent | null, tried: readonly ContactEvent[], settings: LadderSettings): Resumption {
  const isUnanswered = made !== null && spoken.has(made.channel)
  return isUnanswered ? { fromOn: made.on, attempts: tried } : onSilence((made ?? voice).on, tried, settings)
}

/**
 * The round that comes after the youth was last reached; `later` is all that has been tried since. After a no it waits for its moment, and begins
 * with a letter.
 */
export function openingAfter(
  voice: ContactEvent,
  agreement: Agreement | null,
  later: readonly ContactEvent[],
  bornOn: Day | null,
  settings: LadderSettings,
): Opening {
  const made = agreement === null ? null : attemptAt(agreement, later)
  const tried = made === null ? later : later.slice(later.indexOf(made))
  const isNo = voice.outcome === 'declined'
  const steps = isNo ? ladderSteps : stepsAfterReach
  const waitsFor = isNo || voice.agreed === 'nothing' ? 'nobody' : 'youth'
  if (agreement !== null && made === null) return { fromOn: held, attempts: [], steps, waitsFor }
  if (!isNo) return { ...resumption(voice, made, tried, settings), steps, waitsFor }
  const { untilOn } = quietAfter(voice.on, bornOn, settings)
  return { fromOn: Math.max(untilOn, made?.on ?? untilOn) as Day, attempts: tried, steps, waitsFor }
}
