/** The disclosure gate: every outlet has decided about every kind of protection. */
import { describe, expect, it } from 'vitest'
import { mayShow, outlets, scopeThrough, type Outlet, type Protection } from './disclosure.ts'

const all: readonly Protection[] = ['none', 'secrecy-marked', 'protected-registration', 'unconfirmed-stay']
const shownBy = (outlet: Outlet, holder: boolean) => all.filter((protection) => mayShow(outlet, protection, holder))

const expected: Readonly<Record<Outlet, readonly [anyone: readonly Protection[], holders: readonly Protection[]]>> = {
  'register.csv': [all.slice(0, 3), all.slice(0, 3)],
  'explain.cli': [all, all],
  'duplicates.cli': [['none'], ['none']],
  'run.report': [[], []],
  'exception.inbox': [[], []],
  log: [[], []],
  'error.text': [[], []],
  'demo.story': [['none'], ['none']],
  'today.page': [['none'], all],
  'worklist.page': [['none'], all],
  'worklist.search': [['none'], all],
  'worklist.file': [['none'], ['none']],
  'youth.page': [['none'], all],
  'youth.message': [['none'], ['none']],
  'sources.page': [['none'], all],
  'duplicates.page': [['none'], ['none']],
  'coverage.page': [['none'], all],
  'rehearsal.page': [['none'], ['none']],
  'outreach.page': [['none'], all],
  'evidence.file': [['none'], all],
  'messages.page': [['none'], all],
  'letter.file': [['none'], ['none']],
  'letter.forwarded': [[], all.slice(0, 3)],
  sms: [['none'], ['none']],
  email: [['none'], ['none']],
  'reply.public': [[], []],
  'replies.page': [['none'], all],
  'visits.page': [['none'], ['none']],
  'visits.pocket': [['none'], ['none']],
  'visits.file': [['none'], ['none']],
  'meetings.page': [['none'], all],
  'calendar.feed': [[], []],
  'question.public': [['none'], ['none']],
  'questions.page': [['none'], ['none']],
  'cover.page': [['none'], all],
  'figures.page': [['none'], all],
  'measures.page': [['none'], all],
  'plans.page': [['none'], all],
  'plan.file': [['none'], all],
  'coding.page': [['none'], all],
  'timeline.page': [['none'], all],
  'return.page': [['none'], all],
  'return.file': [['none'], all],
  'plan.public': [['none'], ['none']],
  'figures.persons': [['none'], all],
  'survey.public': [[], []],
  'notices.page': [['none'], all],
  'notices.public': [[], []],
  'notices.api': [[], []],
  'notices.forwarded': [['none'], ['none']],
  'network.page': [['none'], ['none']],
  'prevention.page': [['none'], all],
  'radar.page': [['none'], all],
  'transfers.page': [['none'], all],
  'transfers.file': [['none'], ['none']],
  'turning20.page': [['none'], all],
  'consents.page': [['none'], ['none']],
  'referrals.page': [['none'], ['none']],
  'referral.public': [['none'], ['none']],
  'followup.page': [['none'], all],
  'followup.file': [['none'], all],
  'followup.invite': [['none'], ['none']],
  'followup.cli': [[], []],
}

describe('the gate', () => {
  it('has a decision for every outlet that is named, and no other', () => {
    expect(Object.keys(expected).toSorted()).toEqual([...outlets].toSorted())
  })
  it.each(outlets)('%s shows exactly whom it is meant to', (outlet) => {
    expect([shownBy(outlet, false), shownBy(outlet, true)]).toEqual(expected[outlet])
  })
  it.each(outlets)('%s shows nobody more protected where it hides one less protected', (outlet) => {
    for (const holder of [false, true]) {
      const shown = all.map((protection) => mayShow(outlet, protection, holder))
      expect(shown).toEqual(shown.toSorted((a, b) => Number(b) - Number(a)))
    }
  })
  it.each(outlets)('%s narrows the scope that SQL is handed, and never widens it', (outlet) => {
    const units = [7]
    expect(scopeThrough(outlet, { units, mayReadProtected: false })).toEqual({ units, mayReadProtected: mayShow(outlet, 'secrecy-marked') })
    expect(scopeThrough(outlet, { units, mayReadProtected: true })).toEqual({
      units,
      mayReadProtected: mayShow(outlet, 'secrecy-marked', true),
    })
  })
})
