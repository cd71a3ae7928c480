/** Contacts as marks: all in the table, those on the picture apart from each other. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { contactMarks } from './contact-marks.rules.ts'

const first = dayOf('2025-01-01' as PlainDate)
const axis = { first, last: plusDays(first, 720) }
const at = (day: number, reached = false) => ({ at: `${dateOf(plusDays(first, day))} 10:15`, reached })

describe('marks of contacts', () => {
  it('stand apart: the latest of its neighbours is drawn, and a reach before an attempt', () => {
    const marks = contactMarks([at(100), at(103), at(119), at(120), at(300, true), at(310), at(330)], axis)
    expect(marks.filter(({ isDrawn }) => isDrawn).map(({ on }) => on - first)).toEqual([100, 120, 300, 330])
    expect(marks).toHaveLength(7)
  })

  it('are all there in order, and no two that are drawn lie on each other', () => {
    const contact = fc.record({ day: fc.integer({ min: 0, max: 719 }), reached: fc.boolean() }).map(({ day, reached }) => at(day, reached))
    fc.assert(
      fc.property(fc.array(contact, { maxLength: 40 }), (contacts) => {
        const marks = contactMarks(contacts, axis)
        const days = marks.map(({ on }) => on)
        const drawn = marks.filter(({ isDrawn }) => isDrawn).map(({ on }) => on)
        expect(days).toEqual(days.toSorted((one, other) => one - other))
        expect(marks).toHaveLength(contacts.length)
        expect(drawn.length > 0).toBe(contacts.length > 0)
        expect(drawn.every((on, index) => index === 0 || on - (drawn[index - 1] ?? 0) >= 20)).toBe(true)
      }),
    )
  })
})
