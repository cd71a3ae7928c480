/** When the youth has been reached: what was agreed, how long a no is respected, and when silence lets the ladder go on. */
import { birthday, plusDays, yearOf, type Day } from '../../platform/plain-date.ts'
import { nextOf, workingDayFrom, workingDaysAfter, workingDayUntil } from './days.rules.ts'
import {
  ladderSteps,
  type AgreedStep,
  type Channel,
  type ContactEvent,
  type LadderFacts,
  type NextStep,
  type Standing,
} from './ladder.types.ts'
import { cameThrough, stepsAfterReach, type Opening } from './round.rules.ts'
import type { LadderSettings } from './settings.rules.ts'

/** What we are to do ourselves, as against waiting for somebody. */
const ours: ReadonlySet<AgreedStep> = new Set(['call', 'write', 'meet', 'visit'])
/** Ways to speak with the youth: unanswered, they are silence at once. A letter leaves time to answer. */
const spoken: ReadonlySet<Channel> = new Set(['phone', 'inPerson', 'homeVisit'])
const written: ReadonlySet<Channel> = new Set(['letter', 'sms', 'email', 'socialMedia'])

/** Something agreed: from the day it is owed until an attempt is made at it. */
export type Agreement = { readonly step: NextStep; readonly owedOn: Day; readonly waitsFor: Standing['waitsFor'] }

const noCall = { nth: 1, of: 1, avoidWeekdays: [], avoidParts: [], withSms: false } as const

/** A thing to do on the days; not one of the ladder's own steps. */
export const aThing = (kind: NextStep['kind'], fromOn: Day, dueOn: Day, agreed: AgreedStep | null = null): NextStep => ({
  kind,
  fromOn,
  dueOn,
  agreed,
  ...noCall,
})

/**
 * What was agreed when the youth was last reached; null when nothing was. A promise of a day is kept on that day, holiday or not.
 * With a no only what the youth asked us to do on a day stands: the quiet says the rest.
 */
export function agreementOf(voice: ContactEvent, settings: LadderSettings): Agreement | null {
  const { agreed, agreedOn, on, outcome } = voice
  if (agreed === null || agreed === 'nothing') return null
  if (ours.has(agreed)) {
    if (agreedOn !== null) return { step: aThing('keepAgreement', agreedOn, agreedOn, agreed), owedOn: agreedOn, waitsFor: 'us' }
    if (outcome === 'declined') return null
    const dueOn = workingDaysAfter(on, settings.answerWorkingDays)
    return { step: aThing('keepAgreement', workingDayFrom(on), dueOn, agreed), owedOn: on, waitsFor: 'us' }
  }
  if (outcome === 'declined') return null
  const owedOn = agreedOn ?? plusDays(on, settings.promiseDays)
  const fromOn = workingDayFrom(owedOn)
  const dueOn = workingDayUntil(plusDays(fromOn, settings.lateDays))
  return { step: aThing('followUp', fromOn, dueOn, agreed), owedOn, waitsFor: agreed === 'waitForSchool' ? 'school' : 'youth' }
}

/** The attempt at what was agreed, from its day on. To call, meet or visit is done by speaking; the rest also in writing. */
export function attemptAt({ step, owedOn }: Agreement, later: readonly ContactEvent[]): ContactEvent | null {
  const bySpeaking = step.agreed === 'call' || step.agreed === 'meet' || step.agreed === 'visit'
  const isAttempt = (event: ContactEvent): boolean =>
    event.on >= owedOn && (spoken.has(event.channel) || (!bySpeaking && written.has(event.channel) && cameThrough(event)))
  return later.find(isAttempt) ?? null
}

/** How long a no is respected: the cool-off, and then on to the first natural moment. Without any moments, the cool-off. */
export function quietAfter(declinedOn: Day, bornOn: Day | null, settings: LadderSettings): NonNullable<Standing['quiet']> {
  const cooledOn = plusDays(declinedOn, settings.coolOffDays)
  const moments = [
    { moment: 'termStart' as const, untilOn: nextOf(settings.termStarts, cooledOn) },
    { moment: 'admission' as const, untilOn: nextOf(settings.admissions, cooledOn) },
    { moment: 'birthday' as const, untilOn: settings.birthdayIsMoment && bornOn !== null ? nextBirthday(bornOn, cooledOn) : null },
  ]
  let first: NonNullable<Standing['quiet']> | null = null
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

/** When the ladder goes on after the youth was reached: on silence, which an unanswered call, meeting or visit shows at once. */
function resumedOn(voice: ContactEvent, attempt: ContactEvent | null, later: readonly ContactEvent[], settings: LadderSettings): Day {
  if (attempt !== null && spoken.has(attempt.channel)) return attempt.on
  const since = attempt === null ? later : later.slice(later.indexOf(attempt) + 1)
  const silentOn = plusDays((attempt ?? voice).on, settings.silenceDays)
  const unanswered = since.find(({ channel }) => spoken.has(channel))
  return unanswered !== undefined && unanswered.on < silentOn ? unanswered.on : silentOn
}

/** The round that comes after the youth was last reached. `attempt` is the one at what was agreed, when something was. */
export function openingAfter(
  voice: ContactEvent,
  attempt: ContactEvent | null,
  later: readonly ContactEvent[],
  { bornOn }: Pick<LadderFacts, 'bornOn'>,
  settings: LadderSettings,
): Opening {
  if (voice.outcome === 'declined') {
    return { fromOn: quietAfter(voice.on, bornOn, settings).untilOn, steps: ladderSteps, waitsFor: 'nobody' }
  }
  const waitsFor = voice.agreed === 'nothing' ? 'nobody' : 'youth'
  return { fromOn: resumedOn(voice, attempt, later, settings), steps: stepsAfterReach, waitsFor }
}
