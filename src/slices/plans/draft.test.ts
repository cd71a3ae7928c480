/** What may stand in a plan's form, field by field with the edge days, and that nothing typed is lost. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { emptyDraft, readDraft, typedFrom, withBlankRows, writtenText, type DraftContext } from './draft.rules.ts'
import type { TypedPlan, TypedRow } from './draft.types.ts'
import { aContent, aStep } from './plans.testbed.ts'
import type { PlanColumn } from './plans.types.ts'

const today = date('2026-12-01')
const known: DraftContext = { today, steps: new Map(), planned: [] }
const row = (of: Partial<TypedRow> = {}): TypedRow => ({
  column: 'youth',
  stepId: '',
  text: 'Ringa',
  actor: '',
  beginsOn: '',
  dueOn: '',
  ...of,
})
const typed = (of: Partial<TypedPlan> = {}): TypedPlan => ({
  goal: 'Börja på komvux',
  beginsOn: '2026-12-01',
  endsOn: '2027-06-10',
  noOtherActor: false,
  followUps: ['2027-01-10'],
  rows: [row()],
  ...of,
})
const faultsOf = (of: Partial<TypedPlan>, context: Partial<DraftContext> = {}) =>
  readDraft(typed(of), { ...known, ...context }).faults.map(({ field, problem }) => `${field} ${problem}`)
const many = (n: number, column: PlanColumn = 'youth') => Array.from({ length: n }, (_, i) => row({ column, text: `Steg ${i}` }))

describe('a problem stands at its field', () => {
  it.each<[Partial<TypedPlan>, string[]]>([
    [{}, []],
    [{ goal: ' ' }, ['goal required']],
    [{ goal: 'm'.repeat(500) }, []],
    [{ goal: 'm'.repeat(501) }, ['goal too-long']],
    [{ beginsOn: '' }, ['beginsOn required']],
    [{ beginsOn: '2026-02-30' }, ['beginsOn not-a-date']],
    [{ endsOn: '' }, []],
    [{ endsOn: 'i vår' }, ['endsOn not-a-date']],
    [{ endsOn: '2026-12-01', followUps: [] }, []],
    [{ endsOn: '2026-11-30', followUps: [] }, ['endsOn end-before-start']],
    [{ endsOn: '2033-01-01' }, ['endsOn too-far']],
    [{ followUps: ['2026-12-01'] }, []],
    [{ followUps: ['2026-11-30'], beginsOn: '2026-11-01' }, ['followUp-0 follow-up-passed']],
    [{ followUps: ['2026-12-09'], beginsOn: '2026-12-10' }, ['followUp-0 follow-up-before-start']],
    [{ followUps: ['2026-12-10'], beginsOn: '2026-12-10' }, []],
    [{ followUps: ['2027-06-10'] }, []],
    [{ followUps: ['', '2027-06-11'] }, ['followUp-1 follow-up-after-end']],
    [{ followUps: ['2027-06-11'], endsOn: '' }, []],
    [{ followUps: ['2027-01-10', '2027-01-10'] }, ['followUp-1 follow-up-twice']],
    [{ followUps: [1, 2, 3, 4, 5, 6].map((n) => `2027-01-0${n}`) }, []],
    [{ followUps: [1, 2, 3, 4, 5, 6, 7].map((n) => `2027-01-0${n}`) }, ['followUp-0 too-many-follow-ups']],
    [{ rows: many(10) }, []],
    [{ rows: many(11) }, ['youthText-0 too-many-steps']],
    [{ rows: [...many(10), ...many(10, 'municipality'), ...many(10, 'other')] }, []],
    [{ rows: [row({ text: 's'.repeat(200) })] }, []],
    [{ rows: [row(), row({ text: 's'.repeat(201) })] }, ['youthText-1 too-long']],
    [{ rows: [row({ text: '', dueOn: '2027-01-01' })] }, ['youthText-0 step-missing']],
    [{ rows: [row({ column: 'other', text: '', actor: 'Lärcentrum' })] }, ['otherText-0 step-missing']],
    [{ rows: [row({ column: 'other', actor: 'a'.repeat(41) })] }, ['otherActor-0 too-long']],
    [{ rows: [row({ column: 'municipality', dueOn: 'snart' })] }, ['municipalityDue-0 not-a-date']],
    [{ rows: [row({ beginsOn: '2027-01-02', dueOn: '2027-01-01' })] }, ['youthDue-0 due-before-start']],
    [{ rows: [row({ beginsOn: '2027-01-01', dueOn: '2027-01-01' })] }, []],
    [{ noOtherActor: true }, []],
    [{ noOtherActor: true, rows: [row({ column: 'other' })] }, ['noOtherActor said-no-other']],
  ])('%j: %j', (of, faults) => {
    expect(faultsOf(of)).toEqual(faults)
  })

  it('a follow-up that is overdue already may stay', () => {
    const of = { beginsOn: '2026-11-01', followUps: ['2026-11-30'] }
    expect(faultsOf(of, { planned: [date('2026-11-30')] })).toEqual([])
    expect(faultsOf({ ...of, beginsOn: '2026-12-01' }, { planned: [date('2026-11-30')] })).toEqual(['followUp-0 follow-up-before-start'])
  })

  it('one that is overdue is answered for, not taken away', () => {
    const of = { beginsOn: '2026-11-01', followUps: ['2027-01-10'] }
    expect(faultsOf(of, { planned: [date('2026-11-30')] })).toEqual(['followUp-0 follow-up-unsaid'])
    expect(faultsOf(of, { planned: [today] })).toEqual([])
  })

  it('a new follow-up is refused exactly when it has passed or lies outside the plan', () => {
    const someDay = fc.integer({ min: -300, max: 300 }).map((n) => dateOf(plusDays(dayOf(today), n)))
    fc.assert(
      fc.property(someDay, someDay, someDay, (from, to, day) => {
        fc.pre(from <= to)
        const { faults, followUpDays } = readDraft(typed({ beginsOn: from, endsOn: to, followUps: [day] }), known)
        const fits = day >= today && day >= from && day <= to
        expect(faults.length === 0).toBe(fits)
        expect(followUpDays).toEqual(fits ? [day] : [])
      }),
    )
  })
})

describe('reading', () => {
  it('keeps what a step has besides its words, and gives a step of nobody’s no id', () => {
    const step = aStep({ doneOn: date('2026-11-25'), byYouth: true })
    const { content } = readDraft(typed({ rows: [row({ stepId: step.stepId, text: '  Ringa   igen ' }), row({ stepId: 'påhittat' })] }), {
      ...known,
      steps: new Map([[step.stepId, step]]),
    })
    expect(content.steps).toMatchObject([
      { stepId: step.stepId, text: 'Ringa igen', doneOn: '2026-11-25', byYouth: true },
      { stepId: '', doneOn: null, byYouth: false },
    ])
  })

  it('a step does not change column by a forged id', () => {
    const step = aStep({ byYouth: true })
    const { content } = readDraft(typed({ rows: [row({ column: 'municipality', stepId: step.stepId })] }), {
      ...known,
      steps: new Map([[step.stepId, step]]),
    })
    expect(content.steps).toMatchObject([{ stepId: '', byYouth: false }])
  })

  it('a step that is sent twice is a step and a new one', () => {
    const step = aStep()
    const { content } = readDraft(typed({ rows: [row({ stepId: step.stepId }), row({ stepId: step.stepId })] }), {
      ...known,
      steps: new Map([[step.stepId, step]]),
    })
    expect(content.steps.map(({ stepId }) => stepId)).toEqual([step.stepId, ''])
  })

  it('a plan read from its own form is the same plan', () => {
    const content = aContent({ beginsOn: today })
    const days = [date('2027-01-10'), date('2027-02-10')]
    const steps = new Map(content.steps.map((step) => [step.stepId, step]))
    expect(readDraft(withBlankRows(typedFrom(content, days), 2), { ...known, steps })).toEqual({ content, followUpDays: days, faults: [] })
  })
})

describe('the form', () => {
  it('begins with a follow-up in four weeks and room to write', () => {
    const empty = withBlankRows(emptyDraft(today), 2)
    expect(empty.followUps).toEqual(['2026-12-29', ''])
    expect(empty.rows.map(({ column }) => column)).toEqual(['youth', 'youth', 'municipality', 'municipality', 'other', 'other'])
  })

  it('has room after what is written, never more than ten in a column', () => {
    expect(withBlankRows(typed({ rows: many(9) }), 3).rows.filter(({ column }) => column === 'youth')).toHaveLength(10)
    expect(withBlankRows(typed({ rows: many(12) }), 3).rows.filter(({ column }) => column === 'youth')).toHaveLength(12)
    expect(withBlankRows(typed({ followUps: ['1', '2', '3', '4', '5', '6'] }), 1).followUps).toHaveLength(6)
  })

  it('measures the goal and each step as a line', () => {
    expect(writtenText(typed({ rows: [row(), row({ text: 'Gå dit' })] }))).toBe('Börja på komvux\nRinga\nGå dit')
  })
})
