/** Judging a statement written by hand: the first thing that is wrong with it. */
import { expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { judgedStatement, type KnownOfStatement, type StatementDraft, type StatementProblem } from './occupation-new.rules.ts'

const date = (text: string) => text as PlainDate
const known: KnownOfStatement = { today: date('2026-11-20'), bornOn: date('2009-03-10'), isFollowed: true, standing: 'a' }
const draft: StatementDraft = { kind: 'work', source: 'youth', sinceOn: null, statedOn: null, seen: 'a' }

it.each<[string, Partial<StatementDraft>, Partial<KnownOfStatement>, StatementProblem | PlainDate]>([
  ['today when no day is written', {}, {}, date('2026-11-20')],
  ['on an earlier day', { statedOn: date('2026-11-02') }, {}, date('2026-11-02')],
  ['tomorrow', { statedOn: date('2026-11-21') }, {}, 'said-ahead'],
  ['on the day of birth', { statedOn: date('2009-03-10') }, {}, date('2009-03-10')],
  ['the day before birth', { statedOn: date('2009-03-09') }, {}, 'said-before-birth'],
  ['since the day it was said', { sinceOn: date('2026-11-20') }, {}, date('2026-11-20')],
  ['since the day after', { sinceOn: date('2026-11-21') }, {}, 'since-ahead'],
  ['since a day after it was said, though it has come', { statedOn: date('2026-11-02'), sinceOn: date('2026-11-03') }, {}, 'since-ahead'],
  ['since birth', { sinceOn: date('2009-03-10') }, {}, date('2026-11-20')],
  ['since before birth', { sinceOn: date('2009-03-09') }, {}, 'since-before-birth'],
  ['of somebody whose birth is not known', { sinceOn: date('2001-01-01') }, { bornOn: null }, date('2026-11-20')],
  ['unknown since a day', { kind: 'unknown', sinceOn: date('2026-11-01') }, {}, 'since-of-unknown'],
  ['none since a day', { kind: 'none', sinceOn: date('2026-11-01') }, {}, date('2026-11-20')],
  ['of somebody nobody follows', {}, { isFollowed: false }, 'not-followed'],
  ['when something else has been said', {}, { standing: 'b' }, 'stale'],
  ['the first, when nothing stands', { seen: '' }, { standing: '' }, date('2026-11-20')],
  ['the first, when somebody was quicker', { seen: '' }, {}, 'stale'],
])('said %s', (_, over, knownOver, expected) => {
  const judgement = judgedStatement({ ...draft, ...over }, { ...known, ...knownOver })
  expect(judgement.granted ? judgement.value : judgement.reason).toBe(expected)
})
