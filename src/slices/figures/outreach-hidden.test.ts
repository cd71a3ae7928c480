/** Small numbers of the page of outreach: hidden, and not to be worked out from a total or from the other groups. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureChannels, type GroupFigures } from './figures.types.ts'
import { groupNumbers, itemFigures, outreachHidden, type ItemFigures } from './outreach-hidden.rules.ts'

const channel = { made: 0, answered: 0, reached: 0 }
const channels = Object.fromEntries(figureChannels.map((one) => [one, channel])) as GroupFigures['channels']

const aGroup = (group: number | null, letters: number, more: Partial<GroupFigures> = {}): GroupFigures => ({
  group,
  covered: 40,
  channels: { ...channels, letter: { ...channel, made: letters } },
  funnel: { written: 0, answered: 0, spokenWith: 0, choseSupport: 0 },
  waits: { entered: 0, due: 0, begun: 0, begunInTime: 0, reached: 0, medianToAttempt: null, medianToReached: null },
  support: { reached: 0, chose: {} },
  measures: { begun: 0, youths: 0 },
  outside: { youths: 0, channels, reached: 0, choseSupport: 0, measures: { begun: 0, youths: 0 } },
  ...more,
})
const anItem = (itemKey: string, begun: number, more: Partial<ItemFigures> = {}): ItemFigures => ({
  itemKey,
  name: { sv: itemKey, en: itemKey },
  counts: true,
  isOutside: false,
  begun,
  ended: 0,
  ongoing: 0,
  planned: 0,
  declined: 0,
  ...more,
})
const letters = 'channel.letter.made'

describe('the groups', () => {
  it('hide what is small and not zero, and nothing where nothing is small', () => {
    const whole = aGroup(null, 4, { support: { reached: 12, chose: { education: 3 } } })
    const { isHidden, isAny } = outreachHidden({ groups: [whole], items: [] }, false, 5)
    const hidden = Object.keys(groupNumbers(whole)).filter((name) => isHidden(whole, name))
    expect([hidden.toSorted(), isAny]).toEqual([[letters, 'chose.education'], true])
    expect(outreachHidden({ groups: [aGroup(null, 5)], items: [] }, false, 5).isAny).toBe(false)
    expect(outreachHidden({ groups: [whole], items: [] }, false, 1).isAny).toBe(false)
  })

  it('never hide one number of a row alone when the row is split: the page of the whole would tell it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 5 }), (counts) => {
        const groups = counts.map((n, index) => aGroup(index === 0 ? null : index, n))
        const { isHidden } = outreachHidden({ groups, items: [] }, true, 5)
        const hidden = groups.filter((group) => isHidden(group, letters))
        const small = groups.filter((_, index) => [1, 2, 3, 4].includes(counts[index] ?? 0))
        expect(small.every((group) => hidden.includes(group))).toBe(true)
        const total = counts.reduce((sum, n) => sum + n, 0)
        // A whole that is small is hidden on its own page.
        expect(total >= 5 && hidden.length === 1).toBe(false)
      }),
    )
  })
})

describe('the items', () => {
  const group = (begun: number): GroupFigures => aGroup(null, 0, { measures: { begun, youths: begun } })
  const hiddenIn = (items: readonly ItemFigures[], begun: number): string[] =>
    items
      .filter((one) => outreachHidden({ groups: [group(begun)], items }, false, 5).isItemHidden(one, 'begun'))
      .map(({ itemKey }) => itemKey)

  it('hide a second one where the rest of what began would tell the small one', () => {
    expect(hiddenIn([anItem('practice', 10), anItem('guidance', 2), anItem('course', 8)], 20)).toEqual(['guidance', 'course'])
    // What does not count is no part of it, and of a total that it is no part of nothing can be worked out.
    expect(hiddenIn([anItem('practice', 10), anItem('talk', 2, { counts: false })], 10)).toEqual(['talk'])
    expect(hiddenIn([anItem('practice', 10), anItem('guidance', 2)], 13)).toEqual(['guidance'])
  })

  it('are one row each, outside the target group by itself', () => {
    const count = {
      itemKey: 'practice',
      name: { sv: 'Praktik', en: 'Practice' },
      counts: true,
      begun: 2,
      ended: 1,
      ongoing: 1,
      planned: 0,
      declined: 0,
    }
    const rows = itemFigures([
      { ...count, department: 'education', isOutside: false },
      { ...count, department: null, isOutside: false },
      { ...count, department: null, isOutside: true },
    ])
    expect(rows.map(({ isOutside, begun }) => [isOutside, begun])).toEqual([
      [false, 4],
      [true, 2],
    ])
  })
})
