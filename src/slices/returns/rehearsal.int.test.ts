/** The running rehearsal on a real PostgreSQL: work items that come and go, and who may see them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { readReturnDesk, readReturnFile, type DeskReader } from './desk.actions.ts'
import { rehearse, rehearseIfDue } from './rehearse.actions.ts'
import { aBusyTown, type Town } from './town.testbed.ts'

let town: Town
const today = todayInSweden()
beforeAll(async () => {
  town = (await aBusyTown()).town
})
afterAll(() => town.installation.close())

describe('the rehearsal', () => {
  const reader = (mayReadProtected: boolean): DeskReader => ({
    pool: town.pool,
    staffId: town.staff,
    scope: { units: null, mayReadProtected },
    today,
  })
  const desk = async (half = '2026H1', holder = true) => {
    const found = await readReturnDesk(reader(holder), half)
    if (found === null) throw new Error('no desk')
    return found
  }
  const controlsOf = async (holder = true) =>
    (await desk('2026H1', holder)).findings.map(({ control, level, firstSeenOn }) => `${control} ${level} ${firstSeenOn}`)

  it('keeps work items until they are mended, with the day they were first seen', async () => {
    const id = await town.guide('anna', '2026-05-01', '2026-05-01 09:00', '2026-05-20')
    await town.sql(`update measures.measure set occupation_after = null, version = version + 1 where id = $1`, [id])
    expect((await rehearse(town, date('2026-08-20'), 'prov')).granted).toBe(true)
    expect(await controlsOf()).toContain('occupationAfterMissing error 2026-08-20')
    await rehearse(town, date('2026-08-21'), 'prov')
    expect(await controlsOf()).toContain('occupationAfterMissing error 2026-08-20')
    await town.sql(`update measures.measure set occupation_after = 'work', version = version + 1 where id = $1`, [id])
    await rehearse(town, date('2026-08-22'), 'prov')
    expect((await controlsOf()).filter((text) => text.startsWith('occupationAfter'))).toEqual([])
    expect((await desk()).byDay.map(({ on, errors }) => [on, errors])).toEqual([
      ['2026-08-20', 1],
      ['2026-08-21', 1],
      ['2026-08-22', 0],
    ])
    await town.sql(
      `update measures.measure set struck_at = now(), struck_by = 'prov', struck_why = 'fel', version = version + 1 where id = $1`,
      [id],
    )
  })

  it('shows nothing of a protected youth to a reader without the right, and counts what others must mend', async () => {
    const eva = await town.personOf('eva')
    const own = async (holder: boolean) => (await desk('2026H1', holder)).findings.filter(({ isProtected }) => isProtected).length
    expect([await own(true), await own(false)]).toEqual([1, 0])
    const late = await town.guide('eva', '2026-03-01', '2026-03-01 09:00', '2026-03-20')
    await town.sql(`update measures.measure set occupation_after = null, version = version + 1 where id = $1`, [late])
    await rehearse(town, date('2026-08-22'), 'prov')
    expect([(await desk('2026H1', true)).otherErrors, (await desk('2026H1', false)).otherErrors]).toEqual([0, 1])
    await town.sql(
      `update measures.measure set struck_at = now(), struck_by = 'prov', struck_why = 'fel', version = version + 1 where person_id = $1`,
      [eva],
    )
    await rehearse(town, date('2026-08-22'), 'prov')
  })

  it('runs when the day is another or something was saved a while ago, once at a time', async () => {
    await town.sql('delete from returns.rehearsal')
    expect(await rehearseIfDue(town, today)).toHaveLength(2)
    expect(await rehearseIfDue(town, today)).toBeNull()
    await town.sql(`update returns.rehearsal set at = at - interval '16 minutes'`)
    expect(await rehearseIfDue(town, today)).toBeNull()
    await town.sql('update worklist.edition set n = n + 1')
    expect(await rehearseIfDue(town, today)).toHaveLength(2)
    const both = await Promise.all([rehearse(town, today, 'prov'), rehearse(town, today, 'prov')])
    expect(both.filter(({ granted }) => granted).length).toBeGreaterThan(0)
    expect(
      await town.sql(
        'select half, person_id, control from returns.finding where gone_at is null group by 1, 2, 3, on_day, ref_id having count(*) > 1',
      ),
    ).toEqual([])
  })

  it('says where there is no profile', async () => {
    const [, h1] = ((made) => (made.granted ? made.value : []))(await rehearse(town, date('2026-01-20'), 'prov'))
    expect(h1).toEqual({ half: '2025H2', errors: null, warnings: null })
    expect(await desk('2025H2')).toMatchObject({ profile: null, rehearsal: { outcome: 'no-profile', counts: null }, findings: [] })
    expect(await readReturnDesk(reader(true), '2026H9')).toBeNull()
  })

  it('hands out a file with somebody protected to those with the right only', async () => {
    const asked = { half: '2026H1', today, actor: 'prov' }
    const answers = [await readReturnFile(town, reader(true), asked), await readReturnFile(town, reader(false), asked)]
    expect(answers.map((made) => (made.granted ? 'file' : made.reason))).toEqual(['file', 'holds-protected'])
  })
})
