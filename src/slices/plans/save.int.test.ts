/** Two who save at the very same moment, merged records, and what a change writes in the log. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, aPopulation, aPost, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { typedFrom } from './draft.rules.ts'
import type { TypedPlan } from './draft.types.ts'
import { readHistory, readPlans, type PlanActor } from './plan.actions.ts'
import { readOpenPlan } from './plan.store.ts'
import { aContent, aPlan, aTown, hidden, someone, type Person } from './plans.testbed.ts'
import { savePlan, type Saving } from './save.actions.ts'

let place: TestPlace
let people: Record<string, Person> = {}
let staffId = ''
const today = date('2026-12-01')
const other = '200801032384'

beforeAll(async () => {
  place = await aPlace()
  ;({ people, staffId } = await aTown(place))
  await place.feed('population', aPopulation(aPost({ number: other, given: 'Andra' })), { kind: 'changes' })
  const [row] = await place.sql<Person>('select person_id::int as id, subject_id as subject from worklist.youth where number = $1', [other])
  if (row !== undefined) people[other] = row
})
afterAll(() => place.installation.close())

const actor = (of: Partial<PlanActor> = {}): PlanActor => ({
  pool: place.pool,
  scope: { units: null, mayReadProtected: false },
  staffId,
  name: 'Anna Prov',
  isFresh: true,
  today,
  ...of,
})
const typed = (of: Partial<TypedPlan> = {}): TypedPlan => ({ ...typedFrom(aContent(), [date('2026-12-20')]), ...of })
const saving = (of: Partial<Saving> = {}): Saving => ({
  subjectId: people[someone]?.subject ?? '',
  planId: null,
  version: 0,
  typed: typed(),
  as: 'agreed',
  isAcknowledged: false,
  kept: [],
  ...of,
})
const openPlan = (of = someone) => inTransaction(place.pool, (tx) => readOpenPlan(tx, [people[of]?.id ?? 0]))

describe('at the same moment', () => {
  it('of ten who write a first plan one does, and nine are shown it', async () => {
    const saved = await Promise.all(Array.from({ length: 10 }, (_, n) => savePlan(actor(), saving({ typed: typed({ goal: `Mål ${n}` }) }))))
    expect(saved.filter(({ granted }) => granted)).toHaveLength(1)
    const plan = await openPlan()
    for (const one of saved.filter(({ granted }) => !granted))
      expect(one).toMatchObject({ reason: 'somebody-first', conflict: { theirs: { goal: plan?.goal } } })
  })

  it('of ten who change it from the same version one does, and nine are shown it', async () => {
    const plan = await openPlan()
    const from = { planId: plan?.planId ?? '', version: plan?.version ?? 0 }
    const saved = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        savePlan(actor(), saving({ ...from, typed: typed({ goal: `Nytt mål ${n}`, followUps: ['2026-12-20'] }) })),
      ),
    )
    expect(saved.filter(({ granted }) => granted)).toHaveLength(1)
    expect((await openPlan())?.version).toBe(2)
  })

  it('what is the same as it was is no version', async () => {
    const plan = await openPlan()
    if (plan === null) throw new Error('there is a plan')
    const same = saving({ planId: plan.planId, version: plan.version, typed: typedFrom(plan, [date('2026-12-20')]), as: 'draft' })
    expect((await savePlan(actor(), same)).granted).toBe(true)
    expect((await openPlan())?.version).toBe(plan.version)
  })
})

describe('merged records', () => {
  it('have one plan to write in, whichever it was written on, and a second is refused', async () => {
    const [kept, absorbed] = [people[hidden]?.id ?? 0, people[other]?.id ?? 0]
    const early = await aPlan(place, { personId: absorbed, staffId })
    await place.sql(
      `insert into register.same_person (kept_id, absorbed_id, ground, merged_by, snapshot, known_from) values ($1, $2, 'prov', 'prov', '{}', now())`,
      [kept, absorbed],
    )
    const holder = actor({ scope: { units: null, mayReadProtected: true } })
    const subjectId = people[hidden]?.subject ?? ''
    const read = await readPlans(holder, { subjectId, planId: null })
    expect(read).toMatchObject({ granted: true, value: { plan: { planId: early.planId } } })
    expect(await savePlan(holder, saving({ subjectId }))).toMatchObject({ reason: 'somebody-first' })
    expect(await savePlan(holder, saving({ subjectId, planId: early.planId, version: 1 }))).toMatchObject({ granted: true })
    expect(await readHistory(holder, { subjectId, planId: early.planId })).toMatchObject({
      granted: true,
      value: { versions: [{ number: 2 }, { number: 1 }] },
    })
    expect(await readPlans(actor(), { subjectId, planId: null })).toEqual({ granted: false, reason: 'missing' })
  })
})

it('the log says what was done, by whom and about whom, and nothing of what was written', async () => {
  const lines = await place.sql<{ action: string; outcome: string; text: string }>(
    `select action, outcome, detail::text as text from audit.line where action like 'plans.%'`,
  )
  expect(new Set(lines.map(({ action, outcome }) => `${action} ${outcome}`))).toEqual(
    new Set(['plans.save done', 'plans.save somebody-first', 'plans.read done', 'plans.read missing', 'plans.readVersions done']),
  )
  for (const { text } of lines) expect(text).not.toMatch(/mål|Ringa|Lärcentrum/i)
})
