/** Rows of measures put straight into a test's database, past the rules: a test says only what matters to it. */
import type { TestPlace } from '../../../test/support/places.ts'
import { aColleague, aYouth } from '../worklist/worklist.testbed.ts'

export type Given = Record<string, string | number | boolean | null>

export const practice: Given = { item_key: 'practice', is_exclusive: true }
export const proposal: Given = { item_key: 'youthEmployment', is_exclusive: true, placement: 'waiting' }
/** An end as it is set. */
export const ended = (on: string): string => `ended_on = '${on}', end_reason = 'completed', end_said_on = '2026-11-20'`

const usual: Given = {
  item_key: 'guidance',
  item_version: 1,
  is_exclusive: false,
  from_on: '2026-11-01',
  responsible: 'municipality',
  placement: 'none',
  origin: 'hand',
  by_name: 'prov',
  changed_by: 'prov',
  recorded_on: '2026-11-20',
}

/** The rows of one place. The youths are covered since 2026-10-01; rounds are held on 10 November. */
export async function rowsOf(place: TestPlace) {
  const staff = await aColleague(place, 'Anna Prov', 'coordinator')
  const insert = async (table: string, fields: Given): Promise<number> => {
    const names = Object.keys(fields)
    const [row] = await place.sql<{ id: number }>(
      `insert into measures.${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')}) returning id`,
      Object.values(fields),
    )
    return row?.id ?? 0
  }
  const measure = async (given: Given = {}, of?: number): Promise<number> =>
    insert('measure', { person_id: of ?? (await aYouth(place)).personId, ...usual, ...given })
  const update = (id: number, set: string) => place.sql(`update measures.measure set ${set}, version = version + 1 where id = $1`, [id])
  const round = async (given: Given = {}): Promise<number> => {
    const id = await insert('round', { held_on: '2026-11-10', opened_on: '2026-11-20', opened_by: staff, ...given })
    await place.sql('insert into measures.present (round_id, staff_id) values ($1, $2)', [id, staff])
    return id
  }
  const decision = (of: number, measureId: number, given: Given = {}) =>
    insert('decision', { round_id: of, measure_id: measureId, outcome: 'approved', ground: 'Bra', decided_by: staff, ...given })
  const approved = async (): Promise<number> => {
    const id = await measure({ ...proposal, from_on: '2026-11-10' })
    await decision(await round(), id)
    await update(id, `placement = 'approved', decided_on = '2026-11-10'`)
    return id
  }
  const stage = (of: number, given: Given = {}) =>
    insert('stage', { measure_id: of, stage_key: 'preparation', step: 1, from_on: '2026-11-10', by_name: 'prov', ...given })
  return { staff, insert, measure, update, round, decision, approved, stage }
}
