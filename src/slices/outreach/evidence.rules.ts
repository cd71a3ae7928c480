/** What evidence says besides the contacts themselves: whether outreach began in time, and when a no was respected. */
import { dateOf, dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { lastDayToBegin, quietAfter, type LadderSettings } from '../ladder/index.ts'
import type { ProvenContact, QuietPeriod } from './evidence.types.ts'

/** The last day to begin; null for somebody who is not covered. */
export const beginByOf = (fromOn: PlainDate | null, ladder: LadderSettings): PlainDate | null =>
  fromOn === null ? null : dateOf(lastDayToBegin(dayOf(fromOn), ladder))

/** The day of the first contact since the period began. Contacts come oldest first. */
export function begunOnOf(fromOn: PlainDate | null, contacts: readonly Pick<ProvenContact, 'at'>[]): PlainDate | null {
  const first = contacts.find(({ at }) => fromOn !== null && at.slice(0, 10) >= fromOn)
  return first === undefined ? null : (first.at.slice(0, 10) as PlainDate)
}

/** Every no since the period began, and how long outreach was to be silent after it. The youth's own word later ends the silence. */
export function quietPeriods(
  fromOn: PlainDate | null,
  bornOn: PlainDate | null,
  contacts: readonly Pick<ProvenContact, 'at' | 'outcome' | 'reached'>[],
  ladder: LadderSettings,
): QuietPeriod[] {
  const own = contacts.filter(({ at, reached }) => reached && fromOn !== null && at.slice(0, 10) >= fromOn)
  return own.flatMap(({ at, outcome }, index) => {
    if (outcome !== 'declined') return []
    const declinedOn = at.slice(0, 10) as PlainDate
    const { untilOn, moment } = quietAfter(dayOf(declinedOn), bornOn === null ? null : dayOf(bornOn), ladder)
    const next = own[index + 1]?.at.slice(0, 10) as PlainDate | undefined
    const until = dateOf(untilOn)
    return [{ declinedOn, untilOn: next !== undefined && next < until ? next : until, moment }]
  })
}
