/** What can be saved, with its edge days. */
import { describe, expect, test } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { CodingDraft } from './coding.types.ts'
import { asksOf, judged, type KnownOfYouth } from './draft.rules.ts'
import { codesOf } from './codes.rules.ts'
import { defaultConvention, shippedConventions } from './shipped.rules.ts'

const date = (text: string) => text as PlainDate
const known: KnownOfYouth = { today: date('2026-11-20'), minute: 600, bornOn: date('2009-03-10'), isFollowed: true, abroad: [] }
const draft: CodingDraft = {
  event: 'workFound',
  on: date('2026-11-20'),
  minute: null,
  heard: 'weCalled',
  sinceOn: null,
  untilOn: null,
  ground: '',
}
const abroad = { event: 'studiesAbroad', ground: 'Intyg från skolan' } as const
const said = (given: Partial<CodingDraft>, more: Partial<KnownOfYouth> = {}) => {
  const decision = judged({ ...draft, ...given }, defaultConvention, { ...known, ...more })
  return decision.granted ? 'ok' : decision.reason
}

describe('a coding', () => {
  test.each([
    ['today, now', {}, 'ok'],
    ['tomorrow', { on: date('2026-11-21') }, 'in-the-future'],
    ['this minute', { minute: 600 }, 'ok'],
    ['in a minute', { minute: 601 }, 'in-the-future'],
    ['yesterday without a time', { on: date('2026-11-19') }, 'time-missing'],
    ['yesterday with a time', { on: date('2026-11-19'), minute: 1200 }, 'ok'],
    ['yesterday by mail, which has no part of the day', { on: date('2026-11-19'), heard: 'emailReply' }, 'ok'],
    ['yesterday from the school', { on: date('2026-11-19'), heard: 'school' }, 'ok'],
    ['before birth', { on: date('2009-03-09'), heard: 'school' }, 'before-birth'],
    ['a no that nobody heard', { event: 'declines', heard: 'school' }, 'contact-needed'],
    ['a talk that is logged already', { event: 'singleTalk', heard: 'loggedBefore' }, 'contact-needed'],
    ['a no on the phone', { event: 'declines' }, 'ok'],
    ['since the same day', { sinceOn: date('2026-11-20') }, 'ok'],
    ['since tomorrow', { sinceOn: date('2026-11-21') }, 'since-after'],
    ['since before birth', { sinceOn: date('2009-03-09') }, 'since-too-early'],
    ['until the same day', { untilOn: date('2026-11-20') }, 'ok'],
    ['until the day before', { untilOn: date('2026-11-19') }, 'until-before'],
    ['until far ahead', { untilOn: date('2036-12-01') }, 'until-too-far'],
    ['studies abroad without a ground', { ...abroad, ground: '' }, 'ground-missing'],
    ['studies abroad', abroad, 'ok'],
  ] as const)('%s', (_, given, expected) => {
    expect(said(given)).toBe(expected)
  })
  test('is of somebody whose data may be kept', () => {
    expect(said({}, { isFollowed: false })).toBe('not-followed')
  })
  test.each([
    ['the day after the earlier ended', '2026-08-01', '2026-11-19', 'ok'],
    ['its last day', '2026-08-01', '2026-11-20', 'overlaps-abroad'],
    ['one without end', '2026-08-01', null, 'overlaps-abroad'],
  ])('of studies abroad meets an earlier fact: %s', (_, start, end, expected) => {
    expect(said(abroad, { abroad: [{ startOn: date(start), endOn: end === null ? null : date(end) }] })).toBe(expected)
  })
  test('of a talk that is coded as a measure needs no contact', () => {
    const talks = shippedConventions.find(({ key }) => key === 'enstaka-samtal') ?? defaultConvention
    expect(judged({ ...draft, event: 'singleTalk', heard: 'loggedBefore' }, talks, known).granted).toBe(true)
  })
})

describe('what is asked besides', () => {
  test.each([
    ['workFound', { since: true, until: false, ground: false }],
    ['otherActor', { since: true, until: true, ground: false }],
    ['studiesAbroad', { since: true, until: true, ground: true }],
    ['nothing', { since: false, until: false, ground: false }],
    ['declines', { since: false, until: false, ground: false }],
  ] as const)('of %s', (event, expected) => {
    expect(asksOf(codesOf(event, defaultConvention), false)).toEqual(expected)
  })
})
