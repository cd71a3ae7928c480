/** In which order measures and the youth's line are held: the line first, whoever comes. Two who want the same then wait, and none is turned away. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction, type Tx } from '../../platform/db/tx.ts'
import { holdLines } from '../outreach/index.ts'
import { aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { endMeasure } from './end.actions.ts'
import { endMeasureById, recordMeasure, strikeMeasure } from './record.actions.ts'
import { decide } from './round.actions.ts'
import { rowsOf } from './rows.testbed.ts'
import { strikeWrong } from './write.actions.ts'
import type { Writer } from './youth.actions.ts'

let place: TestPlace
let rows: Awaited<ReturnType<typeof rowsOf>>
let writer: Writer
const today = date('2026-11-20')
beforeAll(async () => {
  place = await aPlace()
  rows = await rowsOf(place)
  const scope = { units: null, mayReadProtected: false }
  writer = { pool: place.pool, scope, staffId: rows.staff, name: 'Anna Prov', isFresh: true, today }
})
afterAll(() => place.installation.close())

const by = { staffId: null, name: 'Erik Prov' }
const whole = { scope: { units: null, mayReadProtected: false }, kept: [] } as const

async function measureOf({ personId }: MadeYouth, itemKey: string, fromOn: string): Promise<string> {
  const what = { itemKey, fromOn: date(fromOn), plannedUntilOn: null, responsible: 'municipality', department: null, note: '' } as const
  const from = { byName: 'prov', staffId: null, origin: 'hand', originId: null } as const
  const made = await inTransaction(place.pool, (tx) => recordMeasure(tx, { personId, ...what, ...from }, today))
  if (!made.granted) throw new Error(made.reason)
  return made.value.measureId
}

/** Somebody in the database waits for a lock. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const [row] = await place.sql<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if ((row?.n ?? 0) > 0) return
  }
}

/** `first` holds the line as coding does; `second` comes, and waits; then `first` goes on to the measure. */
async function meet<T>(youth: MadeYouth, second: () => Promise<T>, first: (tx: Tx) => Promise<unknown>): Promise<T> {
  let waits: Promise<T> | null = null
  await inTransaction(place.pool, async (tx) => {
    await holdLines(tx, [youth.personId])
    waits = second()
    waits.catch(() => {})
    await somebodyWaits()
    await first(tx)
  })
  if (waits === null) throw new Error('nobody came')
  return waits
}

describe('somebody who takes back a coding holds the line and comes to the measure, while another', () => {
  const ending = (measureId: string) => ({ measureId, endedOn: date('2026-11-19'), endReason: 'work', occupationAfter: null, by })
  it.each<[string, (youth: MadeYouth, measureId: string) => Promise<{ readonly granted: boolean }>]>([
    [
      'ends it on its page',
      ({ subjectId }, measureId) =>
        endMeasure(writer, { subjectId, measureId, version: 1 }, { endedOn: today, reason: 'work', occupation: 'work', source: 'youth' }),
    ],
    [
      'strikes it there',
      ({ subjectId }, measureId) => strikeWrong(writer, { subjectId, measureId, version: 1 }, { why: 'fel ungdom', kept: [] }),
    ],
    [
      'ends it in a transaction of her own',
      (_, measureId) => inTransaction(place.pool, (tx) => endMeasureById(tx, ending(measureId), today)),
    ],
  ])('%s: both are answered, the second that somebody was first', async (_, second) => {
    const youth = await aYouth(place)
    const measureId = await measureOf(youth, 'guidance', '2026-11-01')
    const struck = async (tx: Tx) => expect(await strikeMeasure(tx, measureId, 'tryckte fel', by)).toMatchObject({ granted: true })
    const answer = await meet(youth, () => second(youth, measureId), struck)
    expect(answer).toMatchObject({ granted: false })
    expect(JSON.stringify(answer)).toMatch(/somebody-first|not-standing/)
  })

  it('decides on it in a round: the decision is made once the line is free', async () => {
    const youth = await aYouth(place)
    const measureId = await measureOf(youth, 'youthEmployment', '2026-11-10')
    const roundId = await rows.round()
    const [round] = await place.sql<{ id: string }>('select round_id as id from measures.round where id = $1', [roundId])
    const reader = { ...writer, ...whole, unitId: null }
    const wish = { roundId: round?.id ?? '', measureId, outcome: 'approved', ground: 'Bra för hen', kept: [] } as const
    const touch = (tx: Tx) => tx.query('select from measures.measure where measure_id = $1 for update', [measureId])
    expect(await meet(youth, () => decide(reader, wish), touch)).toMatchObject({ granted: true })
  })
})
