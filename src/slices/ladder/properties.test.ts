/** What holds for every history, of every kind of youth, with any settings. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { birthday, dateOf, partsOf, plusDays, weekdayOf, yearOf, type Day } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import { contactsFrom, isLadderStep, someAttempt, someDay, someFacts, someLadder, someSettings } from './histories.testbed.ts'
import { standingOf, stepsAhead } from './ladder.rules.ts'
import { declined, done, reached, replied, silence, someone } from './ladder.testbed.ts'
import type { ContactEvent, LadderFacts, Standing } from './ladder.types.ts'
import { shippedLadder, type LadderSettings } from './settings.rules.ts'
import { stepTiming, suggestedCall, waitsForOn } from './timing.rules.ts'

const run = (numRuns: number) => ({ numRuns })
const withEvents = (facts: LadderFacts, ...more: readonly ContactEvent[]): LadderFacts => ({ ...facts, events: [...facts.events, ...more] })

/** Every standing, for any facts and settings. */
const expectOfEvery = (holds: (standing: Standing, facts: LadderFacts, settings: LadderSettings) => void, runs = 3000): void =>
  fc.assert(
    fc.property(someFacts, someSettings, (facts, settings) => {
      holds(standingOf(facts, settings), facts, settings)
    }),
    run(runs),
  )

describe('for every history', () => {
  test('a step is due on its first day or later, and the ladder’s own days are working days', () => {
    expectOfEvery(({ step }) => {
      if (step === null) return
      expect(step.fromOn).toBeLessThanOrEqual(step.dueOn)
      if (step.fromOn === step.dueOn && ['keepMeeting', 'keepAgreement', 'homeVisit'].includes(step.kind)) return
      expect([isWorkingDay(step.fromOn), isWorkingDay(step.dueOn)]).toEqual([true, true])
    })
  })

  test('no call without a live number, and none on a weekday that has been tried', () => {
    expectOfEvery(({ step }, { livePhones, optedOut }) => {
      if (step?.kind !== 'call') return
      expect([livePhones > 0, optedOut.includes('phone')]).toEqual([true, false])
      expect(step.avoidWeekdays).not.toContain(weekdayOf(step.fromOn))
      expect(step.nth).toBeLessThanOrEqual(step.of)
      expect([step.avoidWeekdays.length, step.avoidParts.length]).toEqual([step.nth - 1, (step.nth - 1) % 3])
    })
  })

  test('protected youths get no SMS, no card and no visit, and letters by the forwarding route only', () => {
    expectOfEvery(({ step }, { isProtected, mayForward }) => {
      if (!isProtected || step === null) return
      expect(step.withSms).toBe(false)
      expect(['visitCard', 'homeVisit']).not.toContain(step.kind)
      expect(['letter', 'furtherLetter'].includes(step.kind) && !mayForward).toBe(false)
    })
  })

  test('nobody is texted who has no number, has said no to SMS, or is protected', () => {
    expectOfEvery(({ step }, { livePhones, optedOut, isProtected }) => {
      if (step?.withSms !== true) return
      expect([livePhones > 0, optedOut.includes('sms'), isProtected]).toEqual([true, false, false])
    })
  })

  test('what is left of a round is the next step, the steps ahead, and those left out with a reason', () => {
    fc.assert(
      fc.property(someLadder, someSettings, (facts, settings) => {
        const { step, skipped } = standingOf(facts, { ...settings, minorsNeedGuardian: false })
        const ahead = stepsAhead(facts, { ...settings, minorsNeedGuardian: false })
        expect(skipped.filter(({ step: left }) => left === step?.kind || ahead.includes(left))).toEqual([])
        expect(ahead).not.toContain(step?.kind)
        expect(step !== null || skipped.length > 0).toBe(true)
      }),
      run(3000),
    )
  })

  test('the order in which the contacts are handed over is irrelevant', () => {
    fc.assert(
      fc.property(someFacts, someSettings, fc.array(fc.nat(), { minLength: 16, maxLength: 16 }), (facts, settings, keys) => {
        const shuffled = facts.events.map((event, at) => ({ event, key: keys[at] ?? 0 })).toSorted((a, b) => a.key - b.key)
        const events = shuffled.map(({ event }) => event)
        expect(standingOf({ ...facts, events }, settings)).toEqual(standingOf(facts, settings))
      }),
      run(3000),
    )
  })

  test('contacts from before the period change nothing', () => {
    fc.assert(
      fc.property(someFacts, someSettings, contactsFrom(0 as Day), (facts, settings, earlier) => {
        const before = earlier.filter(({ on }) => on < facts.enteredOn)
        expect(standingOf({ ...facts, events: [...before, ...facts.events] }, settings)).toEqual(standingOf(facts, settings))
      }),
      run(1000),
    )
  })

  test('outreach is to begin until the youth has been turned to or heard', () => {
    expectOfEvery(({ beginBy, firstAttemptOn, firstReachedOn }, { events }) => {
      expect(beginBy === null).toBe(events.some((event) => event.reached || (event.channel !== 'partner' && event.channel !== 'school')))
      expect(beginBy === null).toBe(firstAttemptOn !== null || firstReachedOn !== null)
    })
  })
})

describe('an attempt', () => {
  test('made when it is right never brings the next step forward', () => {
    fc.assert(
      fc.property(
        someFacts,
        someSettings,
        someAttempt,
        fc.nat(30),
        fc.integer({ min: 480, max: 1139 }),
        (facts, settings, made, late, minute) => {
          const { step } = standingOf(facts, settings)
          const last = facts.events.at(-1)?.on ?? facts.enteredOn
          if (step === null) return
          const on = plusDays(Math.max(step.fromOn, plusDays(last, 1)) as Day, late)
          const after = standingOf(withEvents(facts, { ...made, on, minute }), settings).step
          expect(after?.fromOn ?? Infinity).toBeGreaterThanOrEqual(step.fromOn)
          // But for the first letter, which may have been allowed to wait for the large round, and an agreement, which had days of its own: kept on its
          // first days it gives way to a call that is due a little sooner.
          if (step.kind !== 'letter' && step.kind !== 'keepAgreement') expect(after?.dueOn ?? Infinity).toBeGreaterThanOrEqual(step.dueOn)
        },
      ),
      run(5000),
    )
  })

  test('that takes the step is followed by another step, or by the next call', () => {
    fc.assert(
      fc.property(someLadder, someSettings, fc.nat(30), (facts, settings, late) => {
        const { step } = standingOf(facts, settings)
        const last = facts.events.at(-1)?.on ?? facts.enteredOn
        if (step === null || !isLadderStep(step.kind)) return
        const today = Math.max(step.fromOn, plusDays(last, 1)) as Day
        const on = suggestedCall(step, plusDays(today, late))?.on ?? plusDays(today, late)
        const event = done(step, on)
        expect(event).not.toBeNull()
        const after = standingOf(withEvents(facts, event!), settings).step
        expect(after).not.toBeNull()
        const isNewRound = after!.fromOn >= on + settings.newRoundDays
        expect(after!.kind !== step.kind || after!.nth === step.nth + 1 || isNewRound).toBe(true)
        expect(after!.fromOn).toBeGreaterThanOrEqual(on)
      }),
      run(5000),
    )
  })
})

describe('a reply', () => {
  const someWord = fc.constantFrom(reached, replied)
  test('on any day stops the ladder until the day it resumes', () => {
    fc.assert(
      fc.property(
        someDay,
        fc.nat(60),
        someWord,
        fc.constantFrom(null, 'nothing' as const),
        fc.integer({ min: 1, max: 1439 }),
        (entered, after, word, agreed, minute) => {
          const before = silence(someone(dateOf(entered)), after + 1).map(({ event }) => event)
          const heard = { ...word(dateOf(plusDays(entered, after)), { agreed }), minute }
          const facts = someone(dateOf(entered), {
            events: [...before.filter(({ on, minute: at }) => on < heard.on || at < minute), heard],
          })
          const resumesOn = plusDays(heard.on, shippedLadder.silenceDays)
          expect(standingOf(facts, shippedLadder).step?.kind).toBe('call')
          expect(standingOf(facts, shippedLadder).step!.fromOn).toBeGreaterThanOrEqual(resumesOn)
          const doings = silence(facts, after + 90)
          expect(doings.filter(({ event }) => event.on >= heard.on && event.on < resumesOn)).toEqual([])
        },
      ),
      run(300),
    )
  })

  test('of no is followed by nothing before the first natural moment after the cool-off, and then by a letter', () => {
    fc.assert(
      fc.property(someLadder, contactsFrom(0 as Day, someAttempt), someSettings, (facts, attempts, settings) => {
        const on = facts.events.at(-1)?.on ?? facts.enteredOn
        const no = declined(dateOf(plusDays(on, 1)))
        const { quiet, step } = standingOf(withEvents(facts, no), settings)
        expect(quiet).not.toBeNull()
        const { untilOn, moment, declinedOn } = quiet!
        expect(declinedOn).toBe(no.on)
        expect(untilOn).toBeGreaterThanOrEqual(no.on + settings.coolOffDays)
        expect(moment).toBe(momentOn(untilOn, facts.bornOn, settings))
        for (let day = plusDays(no.on, settings.coolOffDays); day < untilOn; day = plusDays(day, 1)) {
          expect(momentOn(day, facts.bornOn, settings)).toBe('coolOff')
        }
        // Attempts while it is quiet change neither the quiet nor the step.
        const during = attempts.map((one) => ({ ...one, on: plusDays(no.on, (one.on % 50) + 1) })).filter((one) => one.on < untilOn)
        const meanwhile = standingOf(withEvents(facts, no, ...during), settings)
        expect([meanwhile.quiet, meanwhile.step]).toEqual([quiet, step])
        if (step !== null) expect(step.fromOn).toBeGreaterThanOrEqual(untilOn)
      }),
      run(2000),
    )
  })

  test('and silence after it are told apart from a no', () => {
    expectOfEvery(({ quiet, stoppedAnswering }, { events }) => {
      const voice = events.findLast((event) => event.reached)
      if (quiet !== null) expect(voice?.outcome).toBe('declined')
      if (stoppedAnswering) expect(['reached', 'replied']).toContain(voice?.outcome)
      if (stoppedAnswering) expect(events.at(-1)?.reached).toBe(false)
    })
  })
})

/** The natural moment of a day, by the settings; `coolOff` when it is none. */
function momentOn(on: Day, bornOn: Day | null, settings: LadderSettings): string {
  const { month, dayOfMonth } = partsOf(on)
  const isOne = (days: LadderSettings['termStarts']): boolean => days.some(([m, d]) => m === month && d === dayOfMonth)
  if (isOne(settings.termStarts)) return 'termStart'
  if (isOne(settings.admissions)) return 'admission'
  const isBirthday = settings.birthdayIsMoment && bornOn !== null && birthday(bornOn, yearOf(on) - yearOf(bornOn)) === on
  return isBirthday ? 'birthday' : 'coolOff'
}

test('seen on a day, a step is for us from its first day on and late after its last', () => {
  fc.assert(
    fc.property(someFacts, someSettings, someDay, (facts, settings, today) => {
      const standing = standingOf(facts, settings)
      const { step, waitsFor } = standing
      if (step === null) expect(waitsForOn(standing, today)).toBe('us')
      if (step === null) return
      expect(waitsForOn(standing, today)).toBe(today < step.fromOn ? waitsFor : 'us')
      expect(stepTiming(step, today)).toBe(today < step.fromOn ? 'coming' : today > step.dueOn ? 'late' : 'now')
      const call = suggestedCall(step, today)
      if (call === null) expect(step.kind).not.toBe('call')
      if (call === null) return
      expect(call.on).toBeGreaterThanOrEqual(Math.max(today, step.fromOn))
      expect(isWorkingDay(call.on) && !step.avoidWeekdays.includes(weekdayOf(call.on))).toBe(true)
      expect(step.avoidParts).not.toContain(call.part)
    }),
    run(3000),
  )
})
