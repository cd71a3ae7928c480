/** What the database refuses of plans, whoever asks. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import { findPlanById, listVersions, readOpenPlan } from './plan.store.ts'
import {
  closePlan,
  dropFollowUps,
  insertAcknowledgement,
  insertFollowUps,
  insertVersion,
  postponeFollowUp,
  type NewVersion,
} from './plan-write.store.ts'
import { aContent, aPlan, aStep, aTown, hidden, someone, type Person } from './plans.testbed.ts'

let place: TestPlace
let people: Record<string, Person> = {}
let staffId = ''
let plan = { id: 0, planId: '' }
const day = date('2026-12-15')

beforeAll(async () => {
  place = await aPlace()
  ;({ people, staffId } = await aTown(place))
  plan = await aPlan(place, { personId: people[someone]?.id ?? 0, staffId, days: [day] })
})
afterAll(() => place.installation.close())

const failure = async (work: (tx: Tx) => Promise<unknown>): Promise<string> =>
  inTransaction(place.pool, work).then(
    () => 'saved',
    (error: Error) => error.message,
  )
const aVersion = (of: Partial<NewVersion> = {}): NewVersion => ({
  ...aContent(),
  change: 'revised',
  status: 'agreed',
  endReason: null,
  endNote: '',
  by: { staffId, name: 'Anna Prov' },
  ...of,
})
const refusesVersion = (of: Partial<NewVersion>): Promise<string> => failure((tx) => insertVersion(tx, plan.id, aVersion(of)))

describe('a plan', () => {
  it('is one that is open for each youth', async () => {
    const personId = people[someone]?.id ?? 0
    expect(await aPlan(place, { personId, staffId }).catch((error: Error) => error.message)).toContain('a youth has one open plan')
    expect((await inTransaction(place.pool, (tx) => readOpenPlan(tx, [personId])))?.planId).toBe(plan.planId)
  })

  it('is read as it was saved, with its follow-ups and steps in their columns', async () => {
    const read = await inTransaction(place.pool, (tx) => findPlanById(tx, plan.planId))
    expect(read).toMatchObject({ version: 1, status: 'agreed', beginsOn: '2026-11-20', endsOn: '2027-06-10', asksForAcknowledgement: true })
    expect(read?.steps.map(({ column }) => column)).toEqual(['youth', 'municipality', 'other'])
    expect(read?.followUps).toMatchObject([{ on: day, state: 'planned', movedFrom: null }])
  })

  it.each<[Partial<NewVersion>, string]>([
    [{ goal: ' ' }, 'a_plan_has_a_goal'],
    [{ goal: 'm'.repeat(501) }, 'a_plan_has_a_goal'],
    [{ endsOn: date('2026-11-19') }, 'a_plan_ends_after_it_begins'],
    [{ status: 'draft' }, 'a plan goes from draft to agreed to ended'],
    [{ status: 'ended', change: 'ended', endReason: 'other' }, 'a plan is ended with its last version'],
    [{ status: 'ended', change: 'ended' }, 'an_ended_plan_says_why'],
    [{ change: 'opened' }, 'a version follows the one before'],
    [{ by: null }, 'a_youth_ticks_and_adds_and_no_more'],
    [{ endsOn: date('2026-12-14') }, 'a follow-up lies within the plan'],
    [{ beginsOn: date('2026-12-16') }, 'a follow-up lies within the plan'],
    [{ noOtherActor: true }, 'a plan without another actor has no step of theirs'],
    [{ steps: [aStep({ text: '' })] }, 'a_step_says_what'],
    [{ steps: [aStep({ actor: 'Någon' })] }, 'an_actor_stands_in_the_third_column'],
    [{ steps: [aStep({ beginsOn: date('2026-12-02'), dueOn: date('2026-12-01') })] }, 'a_step_ends_after_it_begins'],
    [{ steps: [aStep({ column: 'municipality', byYouth: true })] }, 'a_youth_adds_steps_of_their_own'],
    [{ steps: Array.from({ length: 11 }, () => aStep()) }, 'a_column_has_ten_steps_at_most'],
  ])('refuses a version with %j', async (of, says) => {
    expect(await refusesVersion(of)).toContain(says)
  })

  it('keeps its versions as they were', async () => {
    for (const statement of [
      'update plans.version set goal = goal',
      'delete from plans.step',
      'update plans.step set done_on = null',
      'delete from plans.plan',
    ]) {
      expect(await failure((tx) => tx.query(statement))).toContain('permission denied')
    }
    expect(
      await failure((tx) =>
        tx.query(
          `insert into plans.step (version_id, step_id, whose, position, what) select id, $1, 'youth', 9, 'Smugen in' from plans.version where number = 1`,
          [randomUUID()],
        ),
      ),
    ).toContain('a version has the steps that it was saved with')
  })
})

describe('a follow-up', () => {
  const followUpId = async (): Promise<string> =>
    (
      await place.sql<{ id: string }>(`select follow_up_id as id from plans.follow_up where plan_id = $1 and state = 'planned'`, [plan.id])
    )[0]?.id ?? ''

  it.each([
    [[date('2026-11-19')], 'a_new_follow_up_is_not_in_the_past'],
    [[day], 'one_follow_up_a_day'],
    [[date('2027-01-15')], 'a version names the follow-ups that are planned'],
  ])('on %j is refused', async (days, says) => {
    expect(await failure((tx) => insertFollowUps(tx, plan.id, days, date('2026-11-20')))).toContain(says)
  })

  it('is at most six ahead', async () => {
    const days = [1, 2, 3, 4, 5, 6].map((n) => date(`2027-01-0${n}`))
    const save = async (tx: Tx) => {
      await insertFollowUps(tx, plan.id, days, date('2026-11-20'))
      await insertVersion(tx, plan.id, aVersion())
    }
    expect(await failure(save)).toContain('six follow-ups ahead at most')
  })

  it('that is overdue is not taken away', async () => {
    const save = async (tx: Tx) => {
      await dropFollowUps(tx, plan.id, [day], { on: date('2026-12-16'), staffId })
      await insertVersion(tx, plan.id, aVersion())
    }
    expect(await failure(save)).toContain('an overdue follow-up is answered for')
  })

  it('is postponed to a later day, with a reason, and is over once', async () => {
    const id = await followUpId()
    const moved = { reason: 'youthNotReached', note: '', on: date('2026-12-15'), staffId } as const
    expect(await failure((tx) => postponeFollowUp(tx, id, { ...moved, toOn: day }))).toContain('a follow-up is postponed to a later day')
    const save = async (tx: Tx) => {
      await postponeFollowUp(tx, id, { ...moved, toOn: date('2026-12-22') })
      await insertVersion(tx, plan.id, aVersion({ change: 'postponed' }))
    }
    expect(await failure(save)).toBe('saved')
    expect(await failure((tx) => tx.query(`update plans.follow_up set state = 'planned' where follow_up_id = $1`, [id]))).toContain(
      'over once',
    )
    expect(
      await failure((tx) =>
        tx.query(`update plans.follow_up set state = 'done', closed_on = '2026-12-22', staff_id = $1 where state = 'planned'`, [staffId]),
      ),
    ).toContain('a_done_follow_up_says_how_it_went')
  })
})

describe('an acknowledgement', () => {
  it('is of what is agreed, and never by link for a protected youth', async () => {
    const draft = await aPlan(place, { personId: people[hidden]?.id ?? 0, staffId, status: 'draft' })
    const byLink = { version: 1, how: 'link', staffId: null } as const
    expect(await failure((tx) => insertAcknowledgement(tx, draft.id, byLink))).toContain('what is agreed is acknowledged')
    expect(await failure((tx) => insertVersion(tx, draft.id, aVersion({ change: 'agreed' })))).toBe('saved')
    expect(await failure((tx) => insertAcknowledgement(tx, draft.id, { ...byLink, version: 2 }))).toContain('a protected youth has no link')
    expect(await failure((tx) => insertAcknowledgement(tx, draft.id, { version: 2, how: 'paper', staffId }))).toBe('saved')
    expect(await failure((tx) => insertAcknowledgement(tx, draft.id, { version: 2, how: 'paper', staffId: null }))).toContain(
      'noted_by_somebody',
    )
  })
})

it('nothing comes after the end, and every version can be read', async () => {
  const end = async (tx: Tx) => {
    await dropFollowUps(tx, plan.id, null, { on: date('2026-12-23'), staffId })
    await closePlan(tx, plan.id, date('2026-12-23'))
    await insertVersion(tx, plan.id, aVersion({ change: 'ended', status: 'ended', endReason: 'goalReached' }))
  }
  expect(await failure(end)).toBe('saved')
  expect(await refusesVersion({})).toContain('a plan goes from draft to agreed to ended')
  expect(await failure((tx) => closePlan(tx, plan.id, date('2026-12-24')))).toContain('a plan is ended once')
  const versions = await inTransaction(place.pool, (tx) => listVersions(tx, plan.planId))
  expect(versions.map(({ number, change, followUpDays }) => [number, change, followUpDays])).toEqual([
    [3, 'ended', []],
    [2, 'postponed', ['2026-12-22']],
    [1, 'opened', ['2026-12-15']],
  ])
  expect(await aPlan(place, { personId: people[someone]?.id ?? 0, staffId })).toMatchObject({
    planId: expect.stringMatching(/^[\da-f-]{36}$/) as unknown,
  })
})
