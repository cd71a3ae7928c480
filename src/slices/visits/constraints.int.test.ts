/** What the database refuses of home visits, whatever the program asks for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { aColleague, aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { aRound, aStop, type Crew } from './visits.testbed.ts'

let place: TestPlace
let crew: Crew = { first: '', second: '', watch: '' }
let gone = ''
let alm: MadeYouth = { personId: 0, subjectId: '' }
const asProgram = (statement: string, values: unknown[] = []) => inTransaction(place.pool, (tx) => tx.query(statement, values))

beforeAll(async () => {
  place = await aPlace()
  const names = ['Anna Ek', 'Bo Al', 'Cia Ås']
  const [first = '', second = '', watch = ''] = await Promise.all(names.map((name) => aColleague(place, name, 'counsellor')))
  crew = { first, second, watch }
  gone = await aColleague(place, 'Borta', 'counsellor')
  await place.sql('update access.staff set active = false where id = $1', [gone])
  alm = await aYouth(place, { family: 'Alm' })
})
afterAll(() => place.installation.close())

describe('a round', () => {
  it.each<[string, () => Parameters<typeof aRound>[1]]>([
    ['two_different_staff_visit', () => ({ ...crew, second: crew.first })],
    ['a_third_person_watches', () => ({ ...crew, watch: crew.first })],
    ['a_third_person_watches', () => ({ ...crew, watch: crew.second })],
    ['the staff of a round are active', () => ({ ...crew, second: gone })],
    ['the staff of a round are active', () => ({ ...crew, watch: gone })],
    ['a_visit_round_ends_after_it_starts', () => ({ ...crew, from: '13:00', until: '13:00' })],
    ['a_round_has_an_area', () => ({ ...crew, area: ' ' })],
  ])('%s', async (name, given) => {
    await expect(aRound(place, given())).rejects.toThrow(name)
  })

  it('is planned for a day to come', async () => {
    const statement = `insert into visits.round (on_day, area, starts_at, ends_at, first_staff_id, second_staff_id, watch_staff_id, planned_by)
      values (current_date - 2, 'x', '13:00', '14:00', $1, $2, $3, $1)`
    await expect(asProgram(statement, [crew.first, crew.second, crew.watch])).rejects.toThrow('a_round_is_planned_for_a_day_to_come')
  })

  it('ends once, is closed when every visit has a result, and is not cancelled under way', async () => {
    const round = await aRound(place, crew)
    await aStop(place, round, await aYouth(place))
    const to = (state: string) =>
      asProgram(
        `update visits.round set state = $2, closed_at = case when $2 in ('done', 'cancelled') then now() end where round_id = $1`,
        [round, state],
      )
    await expect(to('done')).rejects.toThrow('every visit has its result')
    await to('underWay')
    await expect(to('cancelled')).rejects.toThrow('one under way is not cancelled')
    await expect(to('planned')).rejects.toThrow('a round ends once')
    await asProgram(`update visits.stop set result = 'notMade' where round_id = (select id from visits.round where round_id = $1)`, [round])
    const bare = asProgram(`update visits.round set state = 'done' where round_id = $1`, [round])
    await expect(bare).rejects.toThrow('a_round_that_is_over_says_when')
    await to('done')
    await expect(to('underWay')).rejects.toThrow('a round ends once')
  })

  it.each([
    'delete from visits.round',
    'delete from visits.stop',
    'delete from visits.change',
    'update visits.change set fields = null',
    'update visits.card set visit_day = current_date',
    'update visits.round set planned_by = first_staff_id',
  ])('has a history that the program cannot rewrite: %s', async (statement) => {
    await expect(asProgram(statement)).rejects.toThrow('permission denied')
  })
})

describe('a visit', () => {
  const update = (stopId: string, set: string) => asProgram(`update visits.stop set ${set} where stop_id = $1`, [stopId])

  it('is of nobody protected', async () => {
    const hidden = await aYouth(place, { protected: 'marked' })
    const round = await aRound(place, crew)
    await expect(aStop(place, round, hidden)).rejects.toThrow('nobody protected is visited')
  })

  it('is one a youth and round, until it is taken out', async () => {
    const round = await aRound(place, crew)
    const { stopId } = await aStop(place, round, alm)
    await expect(aStop(place, round, alm)).rejects.toThrow('one_stop_per_youth_and_round')
    await update(stopId, 'removed_at = now()')
    await aStop(place, round, alm)
  })

  it.each(['none', 'printed'] as const)('is not made without a delivered card: %s', async (card) => {
    const round = await aRound(place, crew)
    const { stopId } = await aStop(place, round, await aYouth(place), { card })
    await expect(update(stopId, 'checked_in_at = now()')).rejects.toThrow('a card comes before the visit')
  })

  it('is not made on another day’s card', async () => {
    const round = await aRound(place, crew)
    const { stopId } = await aStop(place, round, await aYouth(place), { cardDay: '2030-01-02' })
    await expect(update(stopId, 'checked_in_at = now()')).rejects.toThrow('a card comes before the visit')
  })

  it('is made on a card of another round with the same day', async () => {
    const youth = await aYouth(place)
    await aStop(place, await aRound(place, crew), youth)
    const { stopId } = await aStop(place, await aRound(place, crew), youth, { card: 'none' })
    expect(await update(stopId, 'checked_in_at = now()')).toEqual([])
  })

  it('is made without a card when the youth agreed to that day, unless that was struck', async () => {
    const youth = await aYouth(place)
    const round = await aRound(place, crew)
    const { stopId } = await aStop(place, round, youth, { card: 'none' })
    await place.sql(
      `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, staff_id, by_name, next_step, next_on, origin)
       values ($1, 'phone', true, true, 'reached', now(), $2, 'prov', 'visit', current_date, 'hand')`,
      [youth.personId, crew.first],
    )
    const isAnnounced = async () =>
      (await place.sql<{ yes: boolean }>('select visits.is_announced($1, current_date) as yes', [youth.personId]))[0]?.yes
    expect(await isAnnounced()).toBe(true)
    await place.sql(`update outreach.contact set struck_at = now(), struck_by = $2, struck_why = 'fel' where person_id = $1`, [
      youth.personId,
      crew.first,
    ])
    expect(await isAnnounced()).toBe(false)
    await expect(update(stopId, 'checked_in_at = now()')).rejects.toThrow('a card comes before the visit')
  })

  it.each([
    ['in_before_out', 'checked_out_at = now()'],
    ['in_before_out', `checked_in_at = now(), checked_out_at = now() - interval '1 minute'`],
    ['a_visit_that_was_made_was_checked_in', `result = 'reached', contact_id = (select max(id) from outreach.contact)`],
    ['a_visit_that_was_made_is_a_contact', `checked_in_at = now(), result = 'reached'`],
    ['visit_note_is_short', `note = repeat('x', 501)`],
    ['visit_result_is_known', `result = 'borta', checked_in_at = now(), contact_id = (select max(id) from outreach.contact)`],
  ])('%s', async (name, set) => {
    const { stopId } = await aStop(place, await aRound(place, crew), await aYouth(place))
    await expect(update(stopId, set)).rejects.toThrow(name)
  })
})

describe('a card', () => {
  it('is delivered once, and no later than the day it says', async () => {
    const round = await aRound(place, crew)
    const { stopId } = await aStop(place, round, await aYouth(place))
    const card = `stop_id = (select id from visits.stop where stop_id = '${stopId}')`
    await expect(asProgram(`update visits.card set delivered_on = current_date where ${card}`)).rejects.toThrow('a card is delivered once')
    const { stopId: other } = await aStop(place, round, await aYouth(place), { card: 'printed' })
    const late = `update visits.card set delivered_on = visit_day + 1, delivered_by = $1, contact_id = (select max(id) from outreach.contact)
      where stop_id = (select id from visits.stop where stop_id = $2)`
    await expect(asProgram(late, [crew.first, other])).rejects.toThrow('a_card_comes_no_later_than_the_visit')
  })
})

describe('an alarm', () => {
  it('is raised once, and answered once with what was found', async () => {
    const { stopId } = await aStop(place, await aRound(place, crew), await aYouth(place))
    const raise = () => asProgram('insert into visits.alarm (stop_id) select id from visits.stop where stop_id = $1', [stopId])
    const answer = (note: string) =>
      asProgram('update visits.alarm set answered_by = $1, answered_at = now(), note = $2', [crew.watch, note])
    await raise()
    await expect(raise()).rejects.toThrow('alarm_stop_id_key')
    await expect(answer(' ')).rejects.toThrow('alarm_answered_says_what_was_found')
    await answer('Allt är bra')
    await expect(answer('igen')).rejects.toThrow('an alarm is answered once')
  })
})
