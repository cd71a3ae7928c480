/** What happens to notices afterwards: taken back in any order, to and fro between municipalities, handed over, and agreed no longer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEnrolmentsFile, aPlace, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { listTimed } from './clock.store.ts'
import { anEnd, anna, aNoticeTown, aStart, bo, moved, unitCode, type NoticeTown } from './notices.testbed.ts'
import { tendNotices } from './tend.actions.ts'

let town: NoticeTown
let other: TestPlace
let third: TestPlace
beforeAll(async () => {
  town = await aNoticeTown()
  other = await aPlace()
  third = await aPlace()
})
afterAll(async () => {
  await other.installation.close()
  await third.installation.close()
  await town.site.close()
})

const sent = async (notice: unknown): Promise<{ receipt: string; path: string }> => {
  const { status, json } = await town.program.send(notice)
  expect(status).toBe(201)
  const [row] = await town.site.place.sql<{ id: string }>('select notice_id as id from notices.notice where receipt = $1', [
    json['receipt'],
  ])
  return { receipt: String(json['receipt']), path: `/anmalningar/${row?.id}` }
}
const annuls = (receipt: string) => town.program.ask('POST', `/notices/${receipt}/annul`, { reason: 'changed' })
const outcomeOf = async ({ receipt }: { receipt: string }, { sql }: Pick<TestPlace, 'sql'> = town.site.place): Promise<string | null> => {
  const [row] = await sql<{ outcome: string }>(
    `select d.outcome from notices.decision d join notices.notice n on n.id = d.notice_pk where n.receipt = $1 and d.undone_at is null`,
    [receipt],
  )
  return row?.outcome ?? null
}
/** What notices have said of Bo's studies, as it stands. */
const told = () =>
  town.site.place.sql(
    `select start_on, end_on from register.enrolment e where source = 'anmalan' and known_until = 'infinity' and school_unit = $1 order by start_on`,
    [unitCode],
  )

describe('a start and an end that were both told, and both accepted', () => {
  const start = () => sent(aStart(bo, { givenName: 'Bo', startOn: '2026-11-09' }))
  const end = () => sent(anEnd(bo, { givenName: 'Bo', lastDayOn: '2026-11-20' }))
  const bothAccepted = async () => {
    const [one, two] = [await start(), await end()]
    for (const { path } of [one, two]) expect((await town.staff.send(`${path}/godta`)).status).toBe(303)
    expect(await told()).toEqual([{ start_on: '2026-11-09', end_on: '2026-11-20' }])
    return [one, two] as const
  }

  it('undone the last first leaves nothing behind', async () => {
    const [one, two] = await bothAccepted()
    await town.staff.send(`${two.path}/angra`)
    expect(await told()).toEqual([{ start_on: '2026-11-09', end_on: null }])
    await town.staff.send(`${one.path}/angra`)
    expect(await told()).toEqual([])
    for (const { receipt } of [one, two]) await annuls(receipt)
  })

  it('when the school takes the start back, the end has nothing to end, and waits again', async () => {
    const [one, two] = await bothAccepted()
    await annuls(one.receipt)
    await town.tend()
    expect(await told()).toEqual([])
    expect(await outcomeOf(two)).toBeNull()
    expect((await town.staff.get(two.path)).html).toContain('vi känner inte till några studier där att avsluta')
    await annuls(two.receipt)
    await town.tend()
  })
})

describe('two ends of the same studies', () => {
  it('the last that was accepted is the school’s word; undoing it gives the first back', async () => {
    const [one, two] = [await sent(anEnd(anna, { lastDayOn: '2026-09-04' })), await sent(anEnd(anna, { lastDayOn: '2026-10-16' }))]
    for (const { path } of [one, two]) expect((await town.staff.send(`${path}/godta`)).status).toBe(303)
    expect(await told()).toEqual([{ start_on: '2024-08-19', end_on: '2026-10-16' }])
    expect((await town.staff.get(two.path)).html).toContain('Andra anmälningar om samma nummer')
    await town.staff.send(`${two.path}/angra`)
    expect(await told()).toEqual([{ start_on: '2024-08-19', end_on: '2026-09-04' }])
    for (const { receipt } of [one, two]) await annuls(receipt)
    await town.tend()
    expect(await told()).toEqual([])
  })
})

describe('a notice that agreed with a source', () => {
  it('waits again when the source takes its word back', async () => {
    const near = await sent(anEnd(bo, { givenName: 'Bo', lastDayOn: '2026-10-28' }))
    await town.tend()
    expect(await outcomeOf(near)).toBe('agreed')
    expect((await town.staff.get(near.path)).html).toMatch(/2 dagar från anmälans dag[^]*högst 7 dagar/)
    await town.site.place.feed(
      'enrolments',
      anEnrolmentsFile(`${anna};GY;NA25;${unitCode};2024-08-19;;nej`, `${bo};GY;EK25;${unitCode};2025-08-18;;nej`),
      { on: '2026-11-25' as never },
    )
    await town.tend()
    expect(await outcomeOf(near)).toBeNull()
    await annuls(near.receipt)
  })
})

describe('two municipalities that each say that the youth is the other’s', () => {
  const placeOf = (code: string) => Promise.resolve({ '0180': town.site.place, '1480': other, '1280': third }[code] ?? null)
  const tickAt = (place: TestPlace, code: string) => tendNotices({ code, pool: place.pool }, placeOf, new Date())
  const sendOn = ({ sql }: TestPlace, receipt: string, to: string) =>
    sql(
      `insert into notices.decision (notice_pk, outcome, decided_by, to_municipality)
       select n.id, 'forwarded', (select id from access.staff limit 1), $2 from notices.notice n where receipt = $1`,
      [receipt, to],
    )
  const waits = async (place: TestPlace, receipt: string) =>
    (
      await place.sql<{ is: boolean }>(
        `select annulled_at is null and not exists (select from notices.decision d where d.notice_pk = n.id and d.undone_at is null) as is
         from notices.notice n where receipt = $1`,
        [receipt],
      )
    )[0]?.is ?? false
  let notice: { receipt: string; path: string }

  beforeAll(async () => {
    for (const { sql } of [other, third])
      await sql(`insert into access.staff (issuer, subject, name, roles) values ('prov', 'a', 'Prov', '{coordinator}')`)
    notice = await sent(anEnd(moved, { givenName: 'Flytt', lastDayOn: '2026-10-26' }))
  })

  it('have it to and fro, by way of a third too, and it always waits with one of them', async () => {
    const where = async () => [
      await waits(town.site.place, notice.receipt),
      await waits(other, notice.receipt),
      await waits(third, notice.receipt),
    ]
    await town.staff.send(`${notice.path}/skicka-vidare`, { to: '1480' })
    await tickAt(town.site.place, '0180')
    expect(await where()).toEqual([false, true, false])
    await sendOn(other, notice.receipt, '0180')
    await tickAt(other, '1480')
    expect(await where()).toEqual([true, false, false])
    const { html } = await town.staff.get(notice.path)
    expect(html).toMatch(/1480\)? har skickat tillbaka anmälan/)
    await town.staff.send(`${notice.path}/skicka-vidare`, { to: '1480' })
    await tickAt(town.site.place, '0180')
    expect(await where()).toEqual([false, true, false])
    await sendOn(other, notice.receipt, '1280')
    await tickAt(other, '1480')
    expect(await where()).toEqual([false, false, true])
    await sendOn(third, notice.receipt, '0180')
    await tickAt(third, '1280')
    expect(await where()).toEqual([true, false, false])
    // Its school has seen nothing of it.
    expect((await town.program.ask('GET', `/notices/${notice.receipt}`)).json).toMatchObject({ state: 'received', answer: null })
  })

  it('are each told when the school takes it back', async () => {
    await annuls(notice.receipt)
    await tickAt(town.site.place, '0180')
    await tickAt(other, '1480')
    for (const { sql } of [other, third]) {
      expect(await sql('select annulled_at is not null as annulled from notices.notice where receipt = $1', [notice.receipt])).toEqual([
        { annulled: true },
      ])
    }
  })

  it('count the school by the day it told, and themselves by the day it came', async () => {
    await town.site.place.sql(`update notices.notice set received_at = '2026-10-30 10:00+01' where receipt = $1`, [notice.receipt])
    const next = await sent(anEnd(moved, { givenName: 'Flytt', lastDayOn: '2026-11-03' }))
    await town.site.place.sql(`update notices.notice set received_at = '2026-11-05 10:00+01' where receipt = $1`, [next.receipt])
    await town.staff.send(`${next.path}/skicka-vidare`, { to: '1480' })
    await tickAt(town.site.place, '0180')
    const span = { fromOn: '2026-11-01' as never, untilOn: '2027-11-01' as never }
    const timed = await inTransaction(other.pool, (tx) => listTimed(tx, { units: null, mayReadProtected: true }, span))
    expect(timed).toMatchObject([{ eventOn: '2026-11-03', toldOn: '2026-11-05' }])
    expect(timed[0]?.receivedOn).not.toBe('2026-11-05')
  })

  it('one that does not answer keeps no other waiting, and nothing is lost', async () => {
    const [to1, to2] = [
      await sent(anEnd(moved, { givenName: 'Flytt', lastDayOn: '2026-02-02' })),
      await sent(anEnd(moved, { givenName: 'Flytt', lastDayOn: '2026-01-05' })),
    ]
    await town.staff.send(`${to1.path}/skicka-vidare`, { to: '1280' })
    await town.staff.send(`${to2.path}/skicka-vidare`, { to: '1480' })
    const down = (code: string) => (code === '1280' ? Promise.reject(new Error('svarar inte')) : placeOf(code))
    await expect(town.tend(down)).rejects.toThrow('svarar inte')
    expect(await waits(other, to2.receipt)).toBe(true)
    await town.tend(placeOf)
    expect(await waits(third, to1.receipt)).toBe(true)
  })
})

describe('a municipality outside the installation', () => {
  it('is somebody’s to hand it to: it stays on the desk until it is said to be done', async () => {
    const { path, receipt } = await sent(anEnd(moved, { givenName: 'Flytt', lastDayOn: '2026-03-02' }))
    await town.staff.send(`${path}/skicka-vidare`, { to: '1480' })
    await town.tend()
    expect((await town.staff.get('/anmalningar')).html).toContain('att lämna över')
    expect((await town.staff.get(path)).html).toContain('Jag har lämnat över den')
    // Long afterwards too: what has not been handed over is not forgotten.
    await town.tend(undefined, new Date(Date.now() + 200 * 86_400_000))
    expect((await town.staff.get(path)).html).toContain('Jag har lämnat över den')
    expect((await town.staff.send(`${path}/overlamnad`)).status).toBe(303)
    const after = await town.staff.get(path)
    expect(after.html).toContain('överlämnad')
    expect(after.html).not.toContain('Jag har lämnat över den')
    expect((await town.staff.send(`${path}/overlamnad`)).status).toBe(409)
    expect((await town.staff.send(`${path}/angra`)).status).toBe(409)
    await annuls(receipt)
    expect((await town.staff.get(path)).html).toMatch(/Säg det till/)
  })
})

describe('an answer', () => {
  it('is not given to a notice that came from another municipality, where its school would never see it', async () => {
    await town.site.place.sql(
      `insert into notices.notice (receipt, kind, origin, from_municipality, first_told_at, unit_code, unit_name, authority_name, number, given_name, family_name,
         contact_name, contact_phone, contact_email, event_on, how_ended)
       values ('AN-0000-0000-0001', 'end', 'forwarded', '1480', now() - interval '1 day', '11112222', 'Fjärran', 'Fjärran AB', $1, 'Anna', 'Provsson', 'S', '1', '',
         '2026-01-20', 'interrupted')`,
      [anna],
    )
    const [row] = await town.site.place.sql<{ id: string }>(
      `select notice_id as id from notices.notice where receipt = 'AN-0000-0000-0001'`,
    )
    const path = `/anmalningar/${row?.id}`
    expect((await town.staff.get(path)).html).not.toContain('Svara skolan')
    expect((await town.staff.send(`${path}/svara`, { answer: 'contactUs' })).status).toBe(409)
  })
})
