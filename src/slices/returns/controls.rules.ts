/**
 * The controls (DOMAIN.md 7): each is asked of what is known, and a broken one says whose it is, in which block and field, and where it is mended.
 * Which of them stand in the way is the profile's to say; those that are off are not asked.
 */
import { hasRightCheckDigit } from '../../kernel/check-digit.ts'
import { birthday, dateOf, dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { endCode, isLeftOut, kindCode } from './build.rules.ts'
import { controls, type BrokenControl, type Control, type MendPlace } from './control.types.ts'
import { occupationAtContact, occupationAtRegistration } from './occupation.rules.ts'
import type { Profile } from './profile.types.ts'
import { leftOutContacts, leftOutEnds, leftOutStarts, openAtExit, overdueOf } from './left-out.rules.ts'
import { begunIn, contactsIn, endedIn, isExitIn, isTold, periodsIn } from './spread.rules.ts'
import type { ReturnFacts, ReturnMeasure, ReturnPeriod, ReturnYouth } from './returns.types.ts'

type Found = {
  readonly control: Control
  readonly mend: MendPlace
  readonly on: string
  readonly refId?: string
  readonly itemKey?: string
}
type Asked = {
  readonly facts: ReturnFacts
  readonly profile: Profile
  readonly youth: ReturnYouth
  readonly periods: readonly ReturnPeriod[]
}

const isRight = (number: string): boolean => /^\d{12}$/.test(number) && hasRightCheckDigit(number)

function numberControls({ youth, periods }: Asked, twice: ReadonlySet<string>): Found[] {
  const { number } = youth
  const on = periods[0]?.fromOn ?? ''
  if (number === null) return [{ control: 'numberMissing', mend: 'duplicates', on }]
  return [
    ...(isRight(number) ? [] : [{ control: 'numberCheckDigit', mend: 'correct', on } as const]),
    ...(twice.has(number) ? [{ control: 'numberTwice', mend: 'duplicates', on } as const] : []),
  ]
}

const overlap = (a: ReturnPeriod, b: ReturnPeriod): boolean =>
  a.fromOn < b.fromOn ? a.untilOn === null || a.untilOn > b.fromOn : b.untilOn === null || b.untilOn > a.fromOn

function periodControls({ youth, profile, periods }: Asked): Found[] {
  return periods.flatMap((period, index): Found[] => {
    const on = period.fromOn
    const before = periods.slice(0, index)
    return [
      ...(period.entryReason === 'unknown' ? [{ control: 'entryReasonUnknown', mend: 'correct', on } as const] : []),
      ...(occupationAtRegistration(youth, period, profile.rules) === 'notAsked'
        ? [{ control: 'occupationNotAsked', mend: 'occupation', on } as const]
        : []),
      ...(before.some((one) => overlap(one, period)) ? [{ control: 'periodsOverlap', mend: 'correct', on } as const] : []),
    ]
  })
}

const turns20On = (bornOn: PlainDate | null): PlainDate | null => (bornOn === null ? null : dateOf(birthday(dayOf(bornOn), 20)))

function exitControls({ facts, youth, periods }: Asked): Found[] {
  return periods.flatMap((period): Found[] => {
    const { fromOn, untilOn, exitReason } = period
    if (untilOn === null) return []
    const isWrongDay = isExitIn(period, facts) && exitReason === 'turned20' && untilOn !== turns20On(youth.bornOn)
    return [
      ...(untilOn <= fromOn ? [{ control: 'exitBeforeRegistration', mend: 'correct', on: untilOn } as const] : []),
      ...(exitReason === null ? [{ control: 'exitReasonMissing', mend: 'correct', on: untilOn } as const] : []),
      ...(isWrongDay ? [{ control: 'exitNotOn20', mend: 'correct', on: untilOn } as const] : []),
    ]
  })
}

function contactControls({ facts, profile, youth, periods }: Asked): Found[] {
  const told = periods.flatMap((period) => contactsIn(youth, period, facts, profile.rules))
  const isAgain = (index: number): boolean => {
    const { on, occupation } = told[index] ?? {}
    return told.slice(0, index).some((one) => one.on === on && one.occupation === occupation)
  }
  const ofTold = told.flatMap((contact, index): Found[] => [
    ...(contact.reached && occupationAtContact(youth, contact, profile.rules) === 'notAsked'
      ? [{ control: 'contactOccupationMissing', mend: 'occupation', on: contact.on, refId: contact.contactId } as const]
      : []),
    ...(isAgain(index) ? [{ control: 'contactTwice', mend: 'contacts', on: contact.on, refId: contact.contactId } as const] : []),
  ])
  const late = leftOutContacts(youth, facts).map(({ on, contactId }): Found => ({
    control: 'contactAfterExit',
    mend: 'contacts',
    on,
    refId: contactId,
  }))
  return [...ofTold, ...late]
}

const ofMeasure =
  (control: Control, mend: MendPlace = 'measure') =>
  (measure: ReturnMeasure): Found => ({
    control,
    mend,
    on: measure.fromOn,
    refId: measure.measureId,
    itemKey: measure.itemKey,
  })

function endControls(profile: Profile, measure: ReturnMeasure): Found[] {
  const { endReason, occupationAfter } = measure
  return [
    ...(endReason === null ? [ofMeasure('measureEndReasonMissing')(measure)] : []),
    ...(endCode(profile, endReason).lacks === null ? [] : [ofMeasure('measureEndReasonWithoutCode', 'profile')(measure)]),
    ...(occupationAfter === null ? [ofMeasure('occupationAfterMissing')(measure)] : []),
  ]
}

function measureControls({ facts, profile, youth, periods }: Asked): Found[] {
  const begun = periods.flatMap((period) => begunIn(youth, period, facts, profile.rules))
  const ended = periods.flatMap((period) => endedIn(youth, period, facts, profile.rules))
  const told = youth.measures.filter((one) => isTold(one, profile.rules))
  const turned = youth.measures.filter(({ fromOn, endedOn }) => endedOn !== null && endedOn < fromOn)
  return [
    ...[...new Set([...begun, ...ended])]
      .filter((one) => kindCode(profile, one).lacks !== null)
      .map(ofMeasure('measureKindWithoutCode', 'catalogue')),
    ...leftOutStarts(told, youth, facts).map(ofMeasure('measureOutside')),
    ...turned.map(ofMeasure('measureEndBeforeStart')),
    ...ended.flatMap((one) => endControls(profile, one)),
    ...leftOutEnds(told, youth, facts).map(ofMeasure('measureEndAfterExit')),
    ...overdueOf(told, facts).map(ofMeasure('plannedEndPassed')),
    ...periods.flatMap((period) => openAtExit(told, period, facts)).map(ofMeasure('openAtExit')),
  ]
}

function brokenOf(asked: Asked, twice: ReadonlySet<string>): BrokenControl[] {
  const { youth, profile } = asked
  const found = [
    ...numberControls(asked, twice),
    ...periodControls(asked),
    ...contactControls(asked),
    ...measureControls(asked),
    ...exitControls(asked),
  ]
  return found.flatMap(({ control, mend, on, refId, itemKey }): BrokenControl[] => {
    const level = profile.controls[control]
    if (level === 'off') return []
    const { block, field } = controls[control]
    const { personId, subjectId } = youth
    return [{ control, level, block, field, personId, subjectId, refId: refId ?? null, on, mend, itemKey: itemKey ?? null }]
  })
}

function numbersTwice(youths: readonly ReturnYouth[]): Set<string> {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { number } of youths) {
    if (number === null) continue
    if (seen.has(number)) twice.add(number)
    seen.add(number)
  }
  return twice
}

/** Everything that is broken, in the order of the youths as they were handed in. Youths that the profile leaves out are not asked about. */
export function brokenControls(facts: ReturnFacts, profile: Profile): BrokenControl[] {
  const told = facts.youths
    .filter((youth) => !isLeftOut(youth, profile))
    .map((youth) => ({ facts, profile, youth, periods: periodsIn(youth, facts) }))
    .filter(({ periods }) => periods.length > 0)
  const twice = numbersTwice(told.map(({ youth }) => youth))
  return told.flatMap((asked) => brokenOf(asked, twice))
}

/** Those that stand in the way of sending it. */
export const errorsAmong = (broken: readonly BrokenControl[]): readonly BrokenControl[] => broken.filter(({ level }) => level === 'error')
