/** What a youth did when the responsibility began: what was known that day, or was said soon after, or what a school says. The return and the figures ask it. */
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { isKnownOccupation, occupationStateOn } from './occupation.rules.ts'
import { occupations, type Occupation, type OccupationState } from './ladder.types.ts'

/**
 * `introductory`: on an introductory programme while that ended no responsibility, before 1 July 2018. Not asked, asked in vain and known to do
 * nothing are three (DOMAIN.md 2).
 */
export const registrationOccupations = [...occupations, 'introductory', 'notAsked'] as const
export type RegistrationOccupation = (typeof registrationOccupations)[number]

/** Something said of what a youth does. From its review day it counts as unknown again. */
export type SaidOccupation = {
  readonly kind: Occupation
  readonly statedOn: PlainDate
  readonly sinceOn: PlainDate | null
  readonly reviewOn: PlainDate
}

type Days = { readonly fromOn: PlainDate; readonly untilOn: PlainDate | null }
/** `kind`: as the law names education kinds. `qualifies`: it takes the youth outside the responsibility on those days. */
type Study = Days & { readonly kind: string; readonly qualifies: boolean }

/** `said`: in the order it was said. `studies`: those that the municipality's schools have told. */
export type Told = { readonly said: readonly SaidOccupation[]; readonly studies: readonly Study[] }

/** What stands on the day of all that was said: the last by then, unless its review day has come. */
export function occupationSaidOn(said: readonly SaidOccupation[], on: PlainDate): OccupationState {
  let last: SaidOccupation | null = null
  for (const one of said) if (one.statedOn <= on) last = one
  return occupationStateOn(last, on)
}

/** What a school says that the youth does without having left the responsibility for it; null when it says nothing. */
function fromSchool({ studies }: Told, on: PlainDate): RegistrationOccupation | null {
  const followed = studies.filter(({ fromOn, untilOn, qualifies }) => !qualifies && fromOn <= on && (untilOn === null || on < untilOn))
  if (followed.some(({ kind }) => kind === 'introductory')) return 'introductory'
  return followed.some(({ kind }) => kind === 'otherForm' || kind === 'levelUnknown') ? 'studies' : null
}

/** What the youth does on the day: what was said and still holds, else what a school says where that is asked, else nothing known. */
export function occupationToldOn(told: Told, on: PlainDate, asksSchool: boolean): RegistrationOccupation {
  const state = occupationSaidOn(told.said, on)
  if (isKnownOccupation(state)) return state as Occupation
  const studies = asksSchool ? fromSchool(told, on) : null
  return studies ?? (state === 'notAsked' ? 'notAsked' : 'unknown')
}

/** `withinDays`: how long after the first day what is said tells it. `lastOn`: the last day that is looked at; null looks at all there is. */
export type RegistrationRule = { readonly withinDays: number; readonly asksSchool: boolean; readonly lastOn: PlainDate | null }

/**
 * What the youth did when the period began. Few have said it by then: what was first said within some days, in the period, tells it too, unless it
 * began after the registration. Asked in vain in that time is unknown, not "not asked".
 */
export function occupationAtRegistration(told: Told, { fromOn, untilOn }: Days, rule: RegistrationRule): RegistrationOccupation {
  const known = occupationToldOn(told, fromOn, rule.asksSchool)
  if (known !== 'unknown' && known !== 'notAsked') return known
  const within = dateOf(plusDays(dayOf(fromOn), rule.withinDays))
  const lastOn = rule.lastOn !== null && rule.lastOn < within ? rule.lastOn : within
  const heard = told.said.filter(
    ({ statedOn, sinceOn }) =>
      fromOn < statedOn && statedOn <= lastOn && (untilOn === null || statedOn < untilOn) && (sinceOn === null || sinceOn <= fromOn),
  )
  return heard.find(({ kind }) => kind !== 'unknown')?.kind ?? (heard.length > 0 ? 'unknown' : known)
}
