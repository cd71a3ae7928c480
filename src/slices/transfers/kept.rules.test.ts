/** What of a transfer may be put in the register: chosen by its key, of somebody followed here, and said on days that can be. */
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { canStand, itemsOf, mayKeep } from './kept.rules.ts'
import type { Carried } from './transfers.types.ts'

const day = (text: string): PlainDate => text as PlainDate
const content: Carried = {
  number: '200903142382',
  phones: ['+46701740611', '+46701740612'],
  emails: ['prov@example.com'],
  occupations: [{ kind: 'work', sinceOn: null, statedOn: '2026-09-10' }],
  educations: [],
  measures: [{ content: 'Praktik', fromOn: '2026-02-01', endedOn: null, endReason: null }],
}

it('each thing that came has a key of its own, and the number is none of them', () => {
  expect(itemsOf(content).map(({ key }) => key)).toEqual(['phone:0', 'phone:1', 'email:0', 'occupation:0', 'measure:0'])
})

describe('putting in', () => {
  const items = itemsOf(content)
  const said = (asked: number, chosen: number, isFollowed = true) => {
    const decision = mayKeep(items.slice(0, chosen), { asked, isFollowed })
    return decision.granted ? 'yes' : decision.reason
  }

  it('is of what is chosen and has come, about somebody followed here', () => {
    expect([said(2, 2), said(0, 0), said(2, 1), said(1, 1, false)]).toEqual(['yes', 'nothing-chosen', 'not-come', 'not-followed'])
  })

  it.each([
    ['work', '2026-11-26', true],
    ['work', '2026-11-27', false],
    ['work', '2009-03-14', true],
    ['work', '2009-03-13', false],
    ['unknown', '2026-09-10', false],
  ])('a statement of %s said %s: %s', (kind, statedOn, may) => {
    expect(canStand({ kind, statedOn }, day('2009-03-14'), day('2026-11-26'))).toBe(may)
  })
})
