/** The twins in the database of what placements and stages are: decided in rounds, one stage after the other. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { aColleague } from '../worklist/worklist.testbed.ts'
import { ended, proposal, rowsOf } from './rows.testbed.ts'

let place: TestPlace
let rows: Awaited<ReturnType<typeof rowsOf>>
beforeAll(async () => {
  place = await aPlace()
  rows = await rowsOf(place)
})
afterAll(() => place.installation.close())

describe('a placement', () => {
  it('is what was decided, in an open round, by somebody present, once a round', async () => {
    const id = await rows.measure(proposal)
    await expect(rows.update(id, `placement = 'approved', decided_on = '2026-11-10'`)).rejects.toThrow(
      'a placement is what the personnel group decided',
    )
    const closed = await rows.round({ closed_at: '2026-11-20', closed_by: rows.staff })
    await expect(rows.decision(closed, id)).rejects.toThrow('a decision is made in an open round')
    const round = await rows.round()
    const other = await aColleague(place, 'Bo Prov', 'counsellor')
    await expect(rows.decision(round, id, { decided_by: other })).rejects.toThrow('a decision is made by somebody present')
    await expect(rows.decision(round, id, { ground: '' })).rejects.toThrow('a_decision_says_its_ground')
    await rows.decision(round, id, { outcome: 'postponed' })
    await expect(rows.decision(round, id)).rejects.toThrow('a_proposal_is_decided_once_a_round')
    await expect(rows.update(id, `placement = 'refused', decided_on = '2026-11-10'`)).rejects.toThrow(
      'a placement is what the personnel group decided',
    )
    await expect(rows.decision(round, await rows.measure())).rejects.toThrow('a decision is about a proposal that waits')
  })

  it('begins when it was decided at the earliest, and is not ended before it stands', async () => {
    const id = await rows.measure({ ...proposal, from_on: '2026-11-09' })
    await rows.decision(await rows.round(), id)
    await expect(rows.update(id, ended('2026-11-10'))).rejects.toThrow('only_what_stands_is_ended')
    await expect(rows.update(id, `placement = 'approved', decided_on = '2026-11-10'`)).rejects.toThrow('a_placement_begins_when_decided')
    await expect(rows.update(id, `placement = 'approved', decided_on = '2026-11-10', from_on = '2026-11-10'`)).resolves.toEqual([])
  })

  it('is decided in a round that has been held, and stays closed', async () => {
    await expect(rows.round({ held_on: '2026-11-21' })).rejects.toThrow('a_round_is_not_held_ahead')
    const round = await rows.round({ closed_at: '2026-11-20', closed_by: rows.staff })
    await expect(place.sql('update measures.round set closed_at = null, closed_by = null where id = $1', [round])).rejects.toThrow(
      'a closed round stays closed',
    )
  })
})

describe('a stage', () => {
  it('is one of the measure’s own, follows the one before, and overlaps none', async () => {
    const id = await rows.approved()
    await expect(rows.stage(id, { step: 2 })).rejects.toThrow(`a stage is one of the measure's own`)
    await expect(rows.stage(id, { stage_key: 'practice', step: 2 })).rejects.toThrow('a stage follows the one before')
    await expect(rows.stage(id, { from_on: '2026-11-09' })).rejects.toThrow('a stage begins in a measure that stands')
    const first = await rows.stage(id)
    await expect(rows.stage(id, { stage_key: 'practice', step: 2, from_on: '2026-11-15' })).rejects.toThrow(
      'stages_of_a_measure_never_overlap',
    )
    await place.sql(`update measures.stage set ended_on = '2026-11-15', outcome = 'completed' where id = $1`, [first])
    await expect(rows.stage(id, { stage_key: 'matching', from_on: '2026-11-15' })).rejects.toThrow('a stage follows the one before')
    await expect(rows.stage(id, { stage_key: 'practice', step: 2, from_on: '2026-11-14' })).rejects.toThrow(
      'a stage follows the one before',
    )
    await expect(rows.stage(id, { stage_key: 'practice', step: 2, from_on: '2026-11-15' })).resolves.toBeGreaterThan(0)
  })

  it('that was interrupted says why, and may begin again', async () => {
    const id = await rows.approved()
    const first = await rows.stage(id)
    await expect(
      place.sql(`update measures.stage set ended_on = '2026-11-15', outcome = 'interrupted' where id = $1`, [first]),
    ).rejects.toThrow('an_interrupted_stage_says_why')
    await place.sql(`update measures.stage set ended_on = '2026-11-15', outcome = 'interrupted', reason = 'moved' where id = $1`, [first])
    await expect(rows.stage(id, { stage_key: 'matching', from_on: '2026-11-15' })).resolves.toBeGreaterThan(0)
  })

  it('keeps inside its measure, also when the measure ends or moves', async () => {
    const waiting = await rows.measure(proposal)
    await expect(rows.stage(waiting)).rejects.toThrow('a stage begins in a measure that stands')
    const id = await rows.approved()
    const first = await rows.stage(id, { from_on: '2026-11-12' })
    await expect(rows.update(id, ended('2026-11-18'))).rejects.toThrow('stages keep inside their measure')
    await expect(rows.update(id, `from_on = '2026-11-13'`)).rejects.toThrow('stages keep inside their measure')
    await place.sql(`update measures.stage set ended_on = '2026-11-18', outcome = 'completed' where id = $1`, [first])
    await expect(rows.update(id, ended('2026-11-17'))).rejects.toThrow('stages keep inside their measure')
    await expect(rows.update(id, ended('2026-11-18'))).resolves.toEqual([])
  })
})
