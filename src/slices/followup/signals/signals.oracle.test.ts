/** The database against the rule: whatever is done with a signal in whatever order, both allow the same and come to the same. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import type { Tx } from '../../../platform/db/tx.ts'
import { doneIn } from '../assessments/assessments.rules.ts'
import { listAssessments } from '../assessments/assessments.store.ts'
import { daysLater } from '../calendar/month.rules.ts'
import { aWorkPlace, assessOn, type WorkPlace } from '../work.testbed.ts'
import { actOn } from './signals.rules.ts'
import { insertAct, listSignals } from './signals.store.ts'
import { signalActs, type Signal, type SignalAct } from './signals.types.ts'

let work: WorkPlace
let youthId: string
let by: string
const today = date('2026-12-31')
beforeAll(async () => {
  work = await aWorkPlace()
  youthId = await work.aYouth('2026-01-10')
  await assessOn(work, youthId, '2026-09-28', { health: 1000 })
  await assessOn(work, youthId, '2026-12-15', { health: 1000 })
  by = (await work.writer(['authority'], '2026-12-31')).reader.staffId
})
afterAll(() => work.close())

const someAct: fc.Arbitrary<SignalAct> = fc
  .record({
    kind: fc.constantFrom(...signalActs, 'leave' as const),
    later: fc.integer({ min: 0, max: 96 }),
    hasGround: fc.integer({ min: 0, max: 5 }),
    recipient: fc.constantFrom('labourMarket' as const, 'housing' as const),
  })
  .map(({ kind, later, hasGround, recipient }) => ({
    kind,
    on: daysLater(date('2026-09-28'), later),
    ground: hasGround > 0 ? 'Bedömt.' : ' ',
    recipient: kind === 'adjust' ? recipient : null,
  }))

const theSignal = async (tx: Tx): Promise<Signal> => (await listSignals(tx, [youthId]))[0]!

/** Whether the database lets the act be done; what it refuses leaves no trace. */
async function isDone(tx: Tx, signalId: string, act: SignalAct): Promise<boolean> {
  await tx.script('savepoint act')
  return insertAct(tx, signalId, act, { youthId, by, on: today }).then(
    () => true,
    async () => {
      await tx.script('rollback to savepoint act')
      return false
    },
  )
}

it('the database and the rule agree on every act', async () => {
  const sequences = fc.sample(fc.array(someAct, { minLength: 1, maxLength: 7 }), 120)
  let granted = 0
  for (const acts of sequences) {
    await work.inside(async (tx) => {
      const done = doneIn(await listAssessments(tx, [youthId]))
      let signal = await theSignal(tx)
      for (const act of acts) {
        const decision = actOn(signal, act, { done, today })
        const told = `${JSON.stringify(signal)} ${JSON.stringify(act)}: ${decision.granted ? 'granted' : decision.reason}`
        expect(await isDone(tx, signal.signalId, act), told).toBe(decision.granted)
        if (decision.granted) granted++
        const now = await theSignal(tx)
        expect(now, told).toEqual(decision.granted ? decision.value : signal)
        signal = now
      }
      await tx.script('rollback; begin')
    })
  }
  expect(granted).toBeGreaterThan(100)
})
