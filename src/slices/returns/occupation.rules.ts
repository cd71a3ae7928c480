/** What a youth does on a day, as the return asks it: what was said and still holds, else what a school says, else nothing known. */
import { isKnownOccupation, occupationStateOn } from '../ladder/index.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { ProfileRules } from './profile.types.ts'
import type { ReturnContact, ReturnOccupation, ReturnPeriod, ReturnStatement, ReturnYouth } from './returns.types.ts'

type Told = Pick<ReturnYouth, 'statements' | 'studies'>
type Asked = Pick<ProfileRules, 'occupationFromSchool' | 'occupationWithinDays'>

/** The statement that stood on the day: the last of those said by then. */
function saidBy(statements: readonly ReturnStatement[], on: PlainDate): ReturnStatement | null {
  let last: ReturnStatement | null = null
  for (const statement of statements) if (statement.statedOn <= on) last = statement
  return last
}

/** What a school says that the youth does without having left the responsibility for it; null when it says nothing. */
function fromSchool({ studies }: Told, on: PlainDate): ReturnOccupation | null {
  const followed = studies.filter(({ fromOn, untilOn, qualifies }) => !qualifies && fromOn <= on && (untilOn === null || on < untilOn))
  if (followed.some(({ kind }) => kind === 'introductory')) return 'introductory'
  return followed.some(({ kind }) => kind === 'otherForm' || kind === 'levelUnknown') ? 'studies' : null
}

/** What the youth does on the day. A statement whose review day has come is unknown again (DOMAIN.md 4). */
function occupationOn(youth: Told, on: PlainDate, { occupationFromSchool }: Asked): ReturnOccupation {
  const state = occupationStateOn(saidBy(youth.statements, on), on)
  if (isKnownOccupation(state)) return state as ReturnOccupation
  const studies = occupationFromSchool ? fromSchool(youth, on) : null
  return studies ?? (state === 'notAsked' ? 'notAsked' : 'unknown')
}

/** What was said in the contact, else what was known on its day. */
export const occupationAtContact = (youth: Told, contact: ReturnContact, asked: Asked): ReturnOccupation =>
  contact.occupation ?? occupationOn(youth, contact.on, asked)

/**
 * What the youth did when the period began. Few have said it by then: what was first said within the profile's days, in the period, tells it too,
 * unless it began after the registration. Asked in vain in that time is unknown, not "not asked".
 */
export function occupationAtRegistration(youth: Told, { fromOn, untilOn }: ReturnPeriod, asked: Asked): ReturnOccupation {
  const known = occupationOn(youth, fromOn, asked)
  if (known !== 'unknown' && known !== 'notAsked') return known
  const lastOn = dateOf(plusDays(dayOf(fromOn), asked.occupationWithinDays))
  const heard = youth.statements.filter(
    ({ statedOn, sinceOn }) =>
      fromOn < statedOn && statedOn <= lastOn && (untilOn === null || statedOn < untilOn) && (sinceOn === null || sinceOn <= fromOn),
  )
  return heard.find(({ kind }) => kind !== 'unknown')?.kind ?? (heard.length > 0 ? 'unknown' : known)
}
