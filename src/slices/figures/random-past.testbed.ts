/** Random pasts of youths, for properties that hold whatever happened. */
import fc from 'fast-check'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { aContact, aMeasure, anOccupation, aPeriod, aYouth, date } from './facts.testbed.ts'
import type { FactYouth } from './facts.types.ts'

export const someDay = fc.integer({ min: 0, max: 500 }).map((n) => dateOf(plusDays(dayOf(date('2025-09-01')), n)))
const someSpan = fc.tuple(someDay, fc.option(fc.integer({ min: 1, max: 200 }))).map(([fromOn, length]) => ({
  fromOn,
  untilOn: length === null ? null : dateOf(plusDays(dayOf(fromOn), length)),
}))
const someUnit = fc.constantFrom(null, 1, 2)
const shown = (span: { fromOn: PlainDate; untilOn: PlainDate | null }): string =>
  span.untilOn === null ? span.fromOn : `${span.fromOn} -- ${span.untilOn}`

/** Periods of one youth never overlap: an open one or a later start ends the one before. */
const somePeriods = fc.uniqueArray(someDay, { maxLength: 4 }).map((days) => {
  const sorted = days.toSorted()
  return sorted.flatMap((fromOn, n) => (n % 2 === 1 ? [] : [aPeriod(shown({ fromOn, untilOn: sorted[n + 1] ?? null }))]))
})

/** A youth with a past whose days meet. */
export const someYouth: fc.Arbitrary<FactYouth> = fc
  .record({
    periods: somePeriods,
    unitId: someUnit,
    sex: fc.constantFrom(null, 'woman' as const, 'man' as const),
    bornOn: fc.constantFrom(null, date('2008-05-05'), date('2010-02-02')),
    otherForms: fc.array(someSpan, { maxLength: 1 }),
    watches: fc.array(someSpan, { maxLength: 1 }),
    contacts: fc.array(
      fc.tuple(
        someDay,
        fc.constantFrom('letter', 'phone!', 'phone', 'visitCard', 'homeVisit!', 'letter<', 'partner'),
        someUnit,
        fc.constantFrom(null, 'education'),
      ),
      { maxLength: 6 },
    ),
    measures: fc.array(fc.tuple(someSpan, someUnit, fc.constantFrom(null, 'education', 'labourMarket')), { maxLength: 3 }),
    occupations: fc.array(fc.tuple(someDay, fc.constantFrom('work', 'none', 'unknown', 'studies')), { maxLength: 3 }),
    offers: fc.array(fc.record({ id: fc.nat(), on: someDay, unitId: someUnit }), { maxLength: 2 }),
  })
  .map(({ contacts, measures, occupations, ...of }) =>
    aYouth({
      ...of,
      contacts: contacts
        .map(([on, how, unitId, department]) => aContact(`${on} ${how}`, { unitId, department: /[!<]/.test(how) ? department : null }))
        .toSorted((a, b) => a.at - b.at),
      measures: measures.map(([span, unitId, department]) => aMeasure(shown(span), { unitId, department })),
      occupations: occupations.map(([on, kind]) => anOccupation(`${on} ${kind}`)).toSorted((a, b) => (a.statedOn < b.statedOn ? -1 : 1)),
    }),
  )
