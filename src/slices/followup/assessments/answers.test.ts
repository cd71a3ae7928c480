/** What is typed in an assessment: read as people write it, and what is wrong said where it stands. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shipped } from '../followup.testbed.ts'
import { pointsText } from '../instrument/score.rules.ts'
import { itemField, missingFaults, readAnswers } from './answers.rules.ts'

const items = shipped.areas.flatMap((area) => area.items)
const form =
  (fields: Readonly<Record<string, string>>) =>
  (field: string): string =>
    fields[field] ?? ''
const all = (text: string): Record<string, string> => Object.fromEntries(items.map(({ key }) => [itemField(key), text]))

describe('answers', () => {
  it.each([
    ['12,5', 1250],
    ['12.49', 1249],
    [' 0 ', 0],
    ['25', 2500],
  ])('written %j are %i hundredths', (text, points) => {
    const { answers, faults } = readAnswers(shipped, form({ 'item-school1': text }))
    expect([answers, faults]).toEqual([{ school1: points }, []])
  })
  it.each([
    ['tolv', 'not-points'],
    ['-1', 'not-points'],
    ['12,555', 'not-points'],
    ['25,01', 'outside'],
    ['99', 'outside'],
  ])('written %j are refused as %s', (text, problem) => {
    const written = readAnswers(shipped, form({ ...all('20'), 'item-school1': text }))
    expect(written.faults).toEqual([{ field: 'item-school1', area: 'school', item: 'school1', problem }])
    expect(written.answers['school1']).toBeUndefined()
    // It is wrong, not missing: one thing is said of it.
    expect(missingFaults(shipped, written)).toEqual([])
  })
  it('between the steps are refused', () => {
    const halves = { ...shipped, scale: { ...shipped.scale, step: 50 } }
    expect(readAnswers(halves, form({ 'item-school1': '12,25' })).faults.map(({ problem }) => problem)).toEqual(['off-step'])
    expect(readAnswers(halves, form({ 'item-school1': '12,5' })).faults).toEqual([])
  })
  it('that are empty are missing, never zero', () => {
    const written = readAnswers(shipped, form({ ...all('20'), 'item-health2': ' ' }))
    expect(Object.keys(written.answers)).toHaveLength(items.length - 1)
    expect(missingFaults(shipped, written)).toEqual([{ field: 'item-health2', area: 'health', item: 'health2', problem: 'missing' }])
  })
  it('of an area that need only be some are too few at its first item', () => {
    const some = { ...shipped, missing: { kind: 'answered', atLeast: 2 } as const }
    const written = readAnswers(some, form({ ...all('20'), 'item-health2': '', 'item-health3': '' }))
    expect(missingFaults(some, written)).toEqual([{ field: 'item-health1', area: 'health', item: null, problem: 'too-few' }])
    expect(missingFaults(some, readAnswers(some, form({ ...all('20'), 'item-health2': '' })))).toEqual([])
  })
  it('come back as they were, with comma or full stop', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2500 }), fc.constantFrom(',', '.'), (points, mark) => {
        expect(readAnswers(shipped, form({ 'item-school1': pointsText(points, mark as ',') })).answers).toEqual({ school1: points })
      }),
    )
  })
})
