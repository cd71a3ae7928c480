/** The controls: each can be broken and each can hold, and says whose it is and where it is mended. */
import { describe, expect, it } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { controlKeys, controls, type Control } from './control.types.ts'
import { brokenControls, errorsAmong } from './controls.rules.ts'
import { mendAddress } from './mend.rules.ts'
import { aContact, aMeasure, anAttempt, aPeriod, aProfile, aStatement, aYouth, someFacts } from './returns.testbed.ts'
import type { ReturnPeriod, ReturnYouth } from './returns.types.ts'

const brokenIn = (youth: Partial<ReturnYouth>, key = '2026H1') => brokenControls(someFacts([aYouth(youth)], key), aProfile({ key }))
const keysIn = (youth: Partial<ReturnYouth>): Control[] => brokenIn(youth).map(({ control }) => control)
const left = aPeriod('2025-09-01', '2026-04-01')
const turned = (on: string): ReturnPeriod => aPeriod('2025-09-01', on, { exitReason: 'turned20' })

/** What breaks each control, and the nearest that does not. */
const cases: Readonly<Record<Control, readonly [breaks: Partial<ReturnYouth>, holds: Partial<ReturnYouth>]>> = {
  numberMissing: [{ number: null }, {}],
  numberCheckDigit: [{ number: '200803142380' }, { number: aNumber('20080314') }],
  numberTwice: [{}, {}],
  entryReasonUnknown: [{ periods: [aPeriod('2025-09-01', null, { entryReason: 'unknown' })] }, {}],
  occupationNotAsked: [{ statements: [] }, { statements: [aStatement('2025-09-01', 'unknown')] }],
  periodsOverlap: [{ periods: [left, aPeriod('2026-03-31')] }, { periods: [left, aPeriod('2026-04-01')] }],
  contactOccupationMissing: [
    { statements: [], contacts: [aContact('2026-02-01', 'c', { occupation: null })] },
    { statements: [], contacts: [aContact('2026-02-01', 'c', { occupation: 'unknown' })] },
  ],
  contactTwice: [
    { contacts: [aContact('2026-02-01', 'c'), aContact('2026-02-01', 'd')] },
    { contacts: [aContact('2026-02-01', 'c'), aContact('2026-02-01', 'd', { occupation: 'none' })] },
  ],
  contactAfterExit: [
    { periods: [left], contacts: [aContact('2026-04-01')] },
    { periods: [left], contacts: [aContact('2026-03-31'), anAttempt('2026-04-02')] },
  ],
  measureKindWithoutCode: [
    { measures: [aMeasure('2026-02-01', null, { itemKey: 'pottery' })] },
    { measures: [aMeasure('2026-02-01', null, { itemKey: 'pottery', code: '13' })] },
  ],
  measureOutside: [{ measures: [aMeasure('2026-02-01')], periods: [aPeriod('2026-02-02')] }, { measures: [aMeasure('2026-02-01')] }],
  measureEndBeforeStart: [{ measures: [aMeasure('2026-02-01', '2026-01-31')] }, { measures: [aMeasure('2026-02-01', '2026-02-02')] }],
  measureEndReasonMissing: [
    { measures: [aMeasure('2026-02-01', '2026-03-01', { endReason: null })] },
    { measures: [aMeasure('2026-02-01', '2026-03-01')] },
  ],
  measureEndReasonWithoutCode: [
    { measures: [aMeasure('2026-02-01', '2026-03-01', { endReason: 'bored' })] },
    { measures: [aMeasure('2026-02-01', '2026-03-01')] },
  ],
  occupationAfterMissing: [
    { measures: [aMeasure('2026-02-01', '2026-03-01', { occupationAfter: null })] },
    { measures: [aMeasure('2026-02-01', '2026-03-01', { occupationAfter: 'unknown' })] },
  ],
  measureEndAfterExit: [
    { periods: [left], measures: [aMeasure('2026-02-01', '2026-04-02')] },
    { periods: [left], measures: [aMeasure('2026-02-01', '2026-04-01')] },
  ],
  plannedEndPassed: [
    { measures: [aMeasure('2026-02-01', null, { plannedUntilOn: someFacts([]).half.lastOn })] },
    { measures: [aMeasure('2026-02-01', null, { plannedUntilOn: someFacts([]).half.untilOn })] },
  ],
  openAtExit: [
    { periods: [left], measures: [aMeasure('2026-02-01')] },
    { periods: [left], measures: [aMeasure('2026-02-01', '2026-04-01')] },
  ],
  exitBeforeRegistration: [{ periods: [aPeriod('2026-04-02', '2026-04-01')] }, { periods: [left] }],
  exitReasonMissing: [{ periods: [{ ...left, exitReason: null }] }, { periods: [left] }],
  exitNotOn20: [
    { bornOn: someFacts([]).half.fromOn, periods: [turned('2026-03-15')] },
    { bornOn: '2006-03-14' as ReturnYouth['bornOn'], periods: [turned('2026-03-14')] },
  ],
}

describe('the controls', () => {
  it.each(controlKeys.filter((control) => control !== 'numberTwice'))('%s is broken by what breaks it, and holds beside it', (control) => {
    const [breaks, holds] = cases[control]
    expect(keysIn(breaks)).toContain(control)
    expect(keysIn(holds)).not.toContain(control)
    const [broken] = brokenIn(breaks).filter((one) => one.control === control)
    expect(broken).toMatchObject({ ...controls[control], personId: 1, subjectId: 'subject-1', level: aProfile().controls[control] })
  })

  it('ask about two with the same number', () => {
    const two = [aYouth(), aYouth({ personId: 2, subjectId: 's2' })]
    expect(brokenControls(someFacts(two), aProfile()).map(({ control, personId }) => `${control} ${personId}`)).toEqual([
      'numberTwice 1',
      'numberTwice 2',
    ])
  })

  it('hold where everything is in order', () => {
    const youth = { contacts: [aContact('2026-02-01')], measures: [aMeasure('2026-02-01', '2026-03-01')] }
    expect(brokenIn(youth)).toEqual([])
  })

  it('turns 20 on 1 March where born on a leap day', () => {
    const bornOn = '2008-02-29' as ReturnYouth['bornOn']
    const on = (day: string) => brokenControls(someFacts([aYouth({ bornOn, periods: [turned(day)] })], '2026H1'), aProfile())
    expect(on('2026-03-01').map(({ control }) => control)).toContain('exitNotOn20')
  })

  it('are asked as the profile says: off is not asked, and only errors stand in the way', () => {
    const facts = someFacts([aYouth({ number: null, statements: [] })])
    const shipped = aProfile()
    expect(errorsAmong(brokenControls(facts, shipped)).map(({ control }) => control)).toEqual(['numberMissing'])
    const off = aProfile({ controls: { ...shipped.controls, numberMissing: 'off', occupationNotAsked: 'error' } })
    expect(brokenControls(facts, off).map(({ control, level }) => `${control} ${level}`)).toEqual(['occupationNotAsked error'])
  })

  it('are not asked about those whom the profile leaves out, or who are in another half-year', () => {
    const facts = someFacts([aYouth({ number: null, protection: 'marked' }), aYouth({ number: null, periods: [aPeriod('2026-07-01')] })])
    expect(brokenControls(facts, aProfile({ rules: { secrecyMarked: 'leaveOut' } }))).toEqual([])
  })

  it('say where each is mended: the measure itself, the youth’s pages, the catalogue', () => {
    const [kind] = brokenIn({ measures: [aMeasure('2026-02-01', null, { itemKey: 'pottery' })] })
    const [after] = brokenIn(cases.occupationAfterMissing[0])
    const [asked] = brokenIn({ statements: [] })
    const [turns] = brokenIn(cases.exitNotOn20[0])
    expect([kind, after, asked, turns].map((one) => (one === undefined ? '' : mendAddress(one, '2026H1')))).toEqual([
      '/atgarder/katalog/pottery#code',
      '/ungdomar/subject-1/atgarder/m-2026-02-01#end-occupation',
      '/ungdomar/subject-1/sysselsattning?vid=registreringen#kind',
      '/ungdomar/subject-1/stammer-inte?rad=2#reason',
    ])
  })
})
