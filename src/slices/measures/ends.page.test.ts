/** Ends that were wrong, in the browser: corrected or taken back, with the stage that ended too; and what never began. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MadeYouth } from '../worklist/worklist.testbed.ts'
import { aMeasuresSite, inDays, type MeasuresSite } from './measures.testbed.ts'

let at: MeasuresSite
beforeAll(async () => {
  at = await aMeasuresSite()
  // Stages without a round of the personnel group: the item is as it is, but for the decision.
  await sql(`update measures.item_version set known_until = now() where item_key = 'youthEmployment'`)
  await sql(`insert into measures.item_version (item_key, version, name_sv, name_en, from_on, counts, exclusive, needs_decision, stages, codes, changed_by)
    select item_key, 2, name_sv, name_en, from_on, counts, exclusive, false, stages, codes, 'prov' from measures.item_version where item_key = 'youthEmployment'`)
})
afterAll(() => at.site.close())
const sql = <Found extends object>(text: string, values?: unknown[]) => at.site.place.sql<Found>(text, values)

async function post(youth: MadeYouth, form: string, fields: Record<string, string> = {}) {
  const { id, version } = await at.last(youth)
  return at.coordinator.send(`${at.pathOf(youth)}/${id}/${form}`, { version: String(version), ...fields })
}
const pageOf = async (youth: MadeYouth) => (await at.coordinator.get(`${at.pathOf(youth)}/${(await at.last(youth)).id}`)).html
const end = (youth: MadeYouth, day: number, reason: string) => post(youth, 'avsluta', { on: inDays(day), reason })
const begin = (youth: MadeYouth, stage: string, day: number) => post(youth, 'steg', { stage, stageFrom: inDays(day) })
const stages = (youth: MadeYouth) =>
  sql(
    `select s.stage_key as key, s.ended_on, s.reason from measures.stage s join measures.measure m on m.id = s.measure_id
     where m.person_id = $1 and s.struck_at is null order by s.id`,
    [youth.personId],
  )
/** Youth employment since ten days, its first stage done after three, its practice under way. */
async function inPractice(): Promise<MadeYouth> {
  const youth = await at.youth()
  await at.add(youth, { item: 'youthEmployment' })
  expect([(await begin(youth, 'matching', -10)).status, (await begin(youth, 'practice', -7)).status]).toEqual([303, 303])
  return youth
}
const done = { key: 'matching', ended_on: inDays(-7), reason: null }

describe('the end of a composite measure', () => {
  it('by mistake: the stage that ended with it is under way again, and the next is offered', async () => {
    const youth = await inPractice()
    await end(youth, -2, 'moved')
    expect(await stages(youth)).toEqual([done, { key: 'practice', ended_on: inDays(-2), reason: 'moved' }])
    expect((await post(youth, 'ateruppta')).status).toBe(303)
    expect(await stages(youth)).toEqual([done, { key: 'practice', ended_on: null, reason: null }])
    expect(await pageOf(youth)).toContain('Halvtidsanställning i sex månader')
    expect((await begin(youth, 'employment', -1)).status).toBe(303)
  })

  it('is corrected to an earlier day and a later one, with the stage, but not to before that began', async () => {
    const youth = await inPractice()
    await end(youth, -2, 'completed')
    for (const [day, reason] of [
      [-5, 'moved'],
      [-1, 'completed'],
      [-7, 'attendance'],
    ] as const) {
      expect((await end(youth, day, reason)).status).toBe(303)
      expect(await at.last(youth)).toMatchObject({ ended_on: inDays(day), end_reason: reason })
      const why = reason === 'completed' ? null : reason
      expect(await stages(youth)).toEqual([done, { key: 'practice', ended_on: inDays(day), reason: why }])
    }
    expect((await end(youth, -8, 'moved')).html).toContain('Ett steg började eller slutade senare')
    expect(await at.last(youth)).toMatchObject({ ended_on: inDays(-7) })
  })

  it('gets what the youth did afterwards where that was not said, of the day it ended; what was said later stands', async () => {
    const youth = await at.youth()
    await at.add(youth)
    const after = (occupation: string) => post(youth, 'avsluta', { on: inDays(-2), reason: 'completed', occupation, source: 'school' })
    const said = () =>
      sql(`select kind, source, stated_on, known_until = 'infinity' as stands from outreach.occupation where person_id = $1 order by id`, [
        youth.personId,
      ])
    const field = async () => /<select[^>]*id="end-occupation".*?<\/select>/s.exec(await pageOf(youth))?.[0] ?? ''
    expect((await end(youth, -2, 'completed')).status).toBe(303)
    expect([await said(), (await field()).includes('Inte frågat')]).toEqual([[], true])
    await sql(
      `insert into outreach.occupation (person_id, kind, source, stated_on, review_on, said_by, origin) values ($1, 'studies', 'youth', $2, $3, 'prov', 'hand')`,
      [youth.personId, inDays(-1), inDays(30)],
    )
    expect((await after('work')).status).toBe(303)
    expect(await said()).toEqual([
      { kind: 'studies', source: 'youth', stated_on: inDays(-1), stands: true },
      { kind: 'work', source: 'school', stated_on: inDays(-2), stands: false },
    ])
    expect((await field()).includes('Inte frågat')).toBe(false)
    // A form that does not ask leaves it, and says nothing again.
    expect((await end(youth, -3, 'moved')).status).toBe(303)
    const [kept] = await sql('select ended_on, occupation_after from measures.measure where person_id = $1', [youth.personId])
    expect(kept).toEqual({ ended_on: inDays(-3), occupation_after: 'work' })
    expect(await said()).toHaveLength(2)
  })

  it('leaves a stage that was interrupted earlier the same day as it was', async () => {
    const youth = await inPractice()
    await post(youth, 'avbryt', { stopOn: inDays(-2), stopReason: 'attendance', after: 'goesOn' })
    await end(youth, -2, 'attendance')
    const interrupted = { key: 'practice', ended_on: inDays(-2), reason: 'attendance' }
    expect((await end(youth, -1, 'moved')).status).toBe(303)
    expect(await stages(youth)).toEqual([done, interrupted])
    expect((await end(youth, -3, 'moved')).html).toContain('Ett steg började eller slutade senare')
    expect((await post(youth, 'ateruppta')).status).toBe(303)
    expect(await stages(youth)).toEqual([done, interrupted])
    expect(at.site.reported).toEqual([])
  })

  it('is not moved past the program without its stage', async () => {
    const youth = await inPractice()
    await end(youth, -2, 'moved')
    await expect(
      sql(`update measures.measure set ended_on = $2, version = version + 1 where person_id = $1`, [youth.personId, inDays(-1)]),
    ).rejects.toThrow('a stage that ended with its measure follows its end')
  })
})

describe('what has not begun', () => {
  const planned = async (): Promise<MadeYouth> => {
    const youth = await at.youth()
    await at.add(youth, { from: inDays(5) })
    return youth
  }
  /** As if the days had passed: it was to begin three days ago, and was called off before. */
  const passed = async (youth: MadeYouth): Promise<void> => {
    await sql(
      `update measures.measure set from_on = $2, ended_on = $2, end_said_on = $3, recorded_on = $3, version = version + 1 where person_id = $1`,
      [youth.personId, inDays(-3), inDays(-8)],
    )
  }

  it('is ended for one reason: that is what the form offers, and all that is taken', async () => {
    const youth = await planned()
    const form = /action="[^"]*\/avsluta".*?<\/form>/s.exec(await pageOf(youth))?.[0] ?? ''
    expect([...form.matchAll(/<option value="(\w*)"[^>]*>[^<]*/g)].map(([, key]) => key).slice(0, 2)).toEqual(['neverBegan', ''])
    expect((await post(youth, 'avsluta', { reason: 'work' })).html).toContain('kan då bara ha blivit inte av')
    expect((await post(youth, 'avsluta', { reason: 'neverBegan' })).status).toBe(303)
    const page = await pageOf(youth)
    expect([page.includes('Blev aldrig av'), page.includes('Rätta slutet'), page.includes('Den har inte upphört')]).toEqual([
      true,
      false,
      true,
    ])
  })

  it('stays so when its end is corrected after its day, until the end is taken back or it is said to have gone on', async () => {
    const youth = await planned()
    await post(youth, 'avsluta', { reason: 'neverBegan' })
    await passed(youth)
    const said = () => sql('select end_reason, end_said_on from measures.measure where person_id = $1', [youth.personId])
    expect((await end(youth, -3, 'work')).html).toContain('kan då bara ha blivit inte av')
    expect((await end(youth, -3, 'neverBegan')).status).toBe(303)
    expect(await said()).toEqual([{ end_reason: 'neverBegan', end_said_on: inDays(-8) }])
    expect((await post(youth, 'avsluta', { on: '', reason: 'work' })).html).toContain('Fyll i fältet')
    expect((await end(youth, -1, 'work')).status).toBe(303)
    expect(await said()).toEqual([{ end_reason: 'work', end_said_on: inDays(0) }])
  })

  it('is not moved to another start: the end is taken back first', async () => {
    const youth = await planned()
    await post(youth, 'avsluta', { reason: 'neverBegan' })
    const content = { until: '', responsible: 'municipality', department: '', note: '' }
    for (const day of [-1, 6])
      expect((await post(youth, 'andra', { ...content, from: inDays(day) })).html).toContain('Åtgärden blev aldrig av')
    expect((await post(youth, 'andra', { ...content, from: inDays(5), note: 'Kursen ställdes in' })).status).toBe(303)
    await post(youth, 'ateruppta')
    expect((await post(youth, 'andra', { ...content, from: inDays(6) })).status).toBe(303)
    expect(at.site.reported).toEqual([])
  })
})
