/** What the youth does with the plan: ticks, adds, acknowledges; and when a new acknowledgement is asked for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import { acknowledgePlan, addOwnStep, tickOwnStep } from './own.actions.ts'
import { findPlanById, listVersions } from './plan.store.ts'
import { insertVersion } from './plan-write.store.ts'
import type { Plan } from './plans.types.ts'
import { aContent, aPlan, aTown, hidden, someone, type Person } from './plans.testbed.ts'

let place: TestPlace
let people: Record<string, Person> = {}
let staffId = ''
let plan = { id: 0, planId: '' }
const today = date('2026-12-01')

beforeAll(async () => {
  place = await aPlace()
  ;({ people, staffId } = await aTown(place))
  plan = await aPlan(place, { personId: people[someone]?.id ?? 0, staffId })
})
afterAll(() => place.installation.close())

const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => inTransaction(place.pool, work)
const now = async (): Promise<Plan> => {
  const read = await inTx((tx) => findPlanById(tx, plan.planId))
  if (read === null) throw new Error('there is a plan')
  return read
}
const tick = async (stepId: string, isDone: boolean, version?: number) =>
  inTx(async (tx) => tickOwnStep(tx, { planId: plan.planId, version: version ?? (await now()).version, today, stepId, isDone }))
const add = (text: string, dueOn = null as ReturnType<typeof date> | null) =>
  inTx((tx) => addOwnStep(tx, { planId: plan.planId, today, text, dueOn }))
const acknowledge = (version: number) => inTx((tx) => acknowledgePlan(tx, { planId: plan.planId, version, how: 'link', staffId: null }))
const revise = async () => {
  const { steps, goal, beginsOn, endsOn, noOtherActor } = await now()
  const first = steps.map((step, index) => (index === 0 ? { ...step, text: 'Ringa Lärcentrum' } : step))
  const rest = { change: 'revised', status: 'agreed', endReason: null, endNote: '', by: { staffId, name: 'Anna Prov' } } as const
  await inTx((tx) => insertVersion(tx, plan.id, { goal, beginsOn, endsOn, noOtherActor, steps: first, ...rest }))
}

describe('the youth', () => {
  it('acknowledges the version that was read, once', async () => {
    expect(await acknowledge(2)).toEqual({ granted: false, reason: 'changed' })
    expect((await acknowledge(1)).granted).toBe(true)
    expect((await acknowledge(1)).granted).toBe(true)
    expect(await now()).toMatchObject({ asksForAcknowledgement: false, acknowledgement: { version: 1, how: 'link', by: null } })
  })

  it('ticks an own step and takes the tick away; the same again is no new version', async () => {
    const [own, ours] = (await now()).steps
    expect(await tick(own?.stepId ?? '', true)).toEqual({ granted: true, value: { version: 2 } })
    expect(await tick(own?.stepId ?? '', true)).toEqual({ granted: true, value: { version: 2 } })
    expect((await now()).steps[0]).toMatchObject({ stepId: own?.stepId, doneOn: today })
    expect(await tick(own?.stepId ?? '', false)).toEqual({ granted: true, value: { version: 3 } })
    expect(await tick(ours?.stepId ?? '', true)).toEqual({ granted: false, reason: 'not-own' })
  })

  it('adds a step, once, and no more than there is room for', async () => {
    expect(await add(' Söka CSN ')).toEqual({ granted: true, value: { version: 4 } })
    expect(await add('Söka CSN')).toEqual({ granted: true, value: { version: 4 } })
    expect((await now()).steps.filter(({ column }) => column === 'youth').at(-1)).toMatchObject({
      text: 'Söka CSN',
      byYouth: true,
      doneOn: null,
    })
    expect(await add(' ')).toEqual({ granted: false, reason: 'empty' })
    expect(await add('s'.repeat(201))).toEqual({ granted: false, reason: 'too-long' })
    expect(await add('I går', date('2026-11-30'))).toEqual({ granted: false, reason: 'due-passed' })
    for (let n = 3; n <= 10; n++) expect((await add(`Steg ${n}`, today)).granted).toBe(true)
    expect(await add('Elfte')).toEqual({ granted: false, reason: 'too-many' })
  })

  it('is asked again only when we have written the plan anew, and ticks nothing unseen', async () => {
    const before = await now()
    expect(before.asksForAcknowledgement).toBe(false)
    await revise()
    expect((await now()).asksForAcknowledgement).toBe(true)
    expect(await tick(before.steps[0]?.stepId ?? '', true, before.version)).toEqual({ granted: false, reason: 'changed' })
    expect((await tick(before.steps[1]?.stepId ?? '', true, before.version)).granted).toBe(true)
    expect(await acknowledge(before.version)).toEqual({ granted: false, reason: 'changed' })
    expect((await acknowledge((await now()).version)).granted).toBe(true)
    expect((await now()).asksForAcknowledgement).toBe(false)
  })

  it('can do nothing with a draft, or with what is not there', async () => {
    const draft = await aPlan(place, { personId: people[hidden]?.id ?? 0, staffId, status: 'draft', content: aContent() })
    const of = { planId: draft.planId, version: 1, today }
    expect(await inTx((tx) => tickOwnStep(tx, { ...of, stepId: 'x', isDone: true }))).toEqual({ granted: false, reason: 'not-agreed' })
    expect(await inTx((tx) => addOwnStep(tx, { ...of, text: 'x', dueOn: null }))).toEqual({ granted: false, reason: 'not-agreed' })
    const nowhere = { planId: '5b1c0a52-0000-4000-8000-000000000000', version: 1, today }
    expect(await inTx((tx) => acknowledgePlan(tx, { ...nowhere, how: 'link', staffId: null }))).toEqual({
      granted: false,
      reason: 'missing',
    })
    expect(await inTx((tx) => tickOwnStep(tx, { ...nowhere, stepId: 'x', isDone: true }))).toEqual({ granted: false, reason: 'missing' })
  })

  it('stands behind the versions that are theirs', async () => {
    const versions = await inTx((tx) => listVersions(tx, plan.planId))
    const theirs = versions.filter(({ byName }) => byName === '')
    expect(new Set(theirs.map(({ change }) => change))).toEqual(new Set(['ticked', 'added']))
  })
})
