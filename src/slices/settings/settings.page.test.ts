/** The settings in the browser: in force at once, known from now on, with history. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEnrolmentsFile, aPopulation, aPost, date } from '../../../test/support/places.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { lawFields } from './settings.forms.ts'
import { typedLaw, type TypedLaw } from './draft.rules.ts'
import { readSettings } from './settings.actions.ts'
import { saveSetting } from './settings.store.ts'

const anna = '200803142389'
const today = date(todayInSweden())
const yesterday = dateOf(plusDays(dayOf(today), -1))

let site: TestSite
let system: Visitor

/** The fields of the law's form as it is now, with some of it changed. */
async function fieldsWith(change: (typed: TypedLaw) => Partial<TypedLaw>): Promise<Record<string, string[]>> {
  const { settings, version } = await readSettings(site.place.pool, 'law')
  const typed = typedLaw(settings.law, dayOf(today))
  const fields: Record<string, string[]> = {}
  for (const [name, value] of lawFields({ ...typed, ...change(typed) }, version)) (fields[name] ??= []).push(value)
  return fields
}
const withFolkHighSchool = (counts: string) => (typed: TypedLaw) => ({
  rows: typed.rows.map((row) => (row.schoolType === 'FHS' ? { ...row, counts } : row)),
})

beforeAll(async () => {
  site = await aSite()
  system = await site.signedIn(['systemCoordinator'], { name: 'Siv System' })
})
afterAll(() => site.close())

describe('a setting before anything has been read', () => {
  it('is as if it had always been so', async () => {
    const year = Number(today.slice(0, 4)) - 1
    const set = (typed: TypedLaw) => ({ termEnds: typed.termEnds.map((one) => (one.year === year ? { year, on: `${year}-06-12` } : one)) })
    expect((await system.send('/installningar/regler', await fieldsWith(set))).location).toBe('/installningar')
    const rows = await site.place.sql(`select key, value, known_from::text from settings.value`)
    expect(rows).toEqual([{ key: `termEnd.${year}`, value: `${year}-06-12`, known_from: '-infinity' }])
  })

  it('has its shape in the database too', async () => {
    const save = (key: string, value: unknown) => inTransaction(site.place.pool, (tx) => saveSetting(tx, key, value, '-infinity', 'prov'))
    for (const [key, value] of [
      ['termEnd.2027', '2026-06-11'],
      ['gap.shortDays', 2.5],
      ['gap.summer', { from: [9, 1], until: [5, 1] }],
      ['educations', []],
      ['sources.freshDays', 0],
    ] as const) {
      await expect(save(key, value)).rejects.toThrow('a_setting_has_its_shape')
    }
  })
})

describe('a row of the education table', () => {
  beforeAll(async () => {
    await site.place.feed('population', aPopulation(aPost({ number: anna })), { on: yesterday })
    await site.place.feed('enrolments', anEnrolmentsFile(`${anna};FHS;;12345678;2025-08-18;;`), { on: yesterday })
  })

  it('changes the list at once, and what was answered before is answered the same', async () => {
    const before = await site.place.register(today)
    expect(before).toHaveLength(1)
    const [row] = await site.place.sql<{ at: string }>('select clock_timestamp()::text as at')
    const saved = await system.send('/installningar/regler', await fieldsWith(withFolkHighSchool('equivalent')))
    expect(saved.location).toBe('/installningar')
    const lists = await site.place.sql(`select exit_reason from register.period`)
    expect(lists).toEqual([{ exit_reason: 'inEducation' }])
    expect(await site.place.register(today)).not.toEqual(before)
    expect(await site.place.register(today, row?.at)).toEqual(before)
    const [change] = await site.place.sql(`select direction, reason from matching.run_change order by run_id desc limit 1`)
    expect(change).toEqual({ direction: 'left', reason: 'inEducation' })
    const [line] = await site.place.sql(`select outcome, detail from audit.line where action = 'settings.save' order by id desc limit 1`)
    expect(line).toEqual({ outcome: 'done', detail: { group: 'law', keys: ['educations'] } })
  })

  it('is in the history: who, from what to what', async () => {
    const { html } = await system.get('/installningar')
    expect(html).toContain('Siv System')
    expect(html).toContain('Utbildningstabellen: FHS')
    expect(html).toContain('annan skolform, räknas inte')
    expect(html).toContain('motsvarar gymnasieskolan')
    const coordinator = await site.signedIn(['coordinator'])
    const read = await coordinator.get('/installningar')
    expect([read.status, read.html.includes('/installningar/regler')]).toEqual([200, false])
    expect((await coordinator.get('/installningar/regler')).status).toBe(403)
  })

  it('made from an older version shows both and keeps what was typed', async () => {
    const fields = await fieldsWith(withFolkHighSchool('national'))
    const stale = await system.send('/installningar/regler', { ...fields, version: '0' })
    expect(stale.status).toBe(409)
    expect(stale.html).toContain('Någon annan hann spara före dig')
    expect(stale.html).toContain('<option value="national" selected')
    expect((await system.send('/installningar/regler', fields)).status).toBe(303)
  })

  it('that cannot be read is told at its field, hostile text escaped', async () => {
    const wrong = await fieldsWith((typed) => ({
      rows: [{ schoolType: '"><img src=x>', educationCode: '', counts: 'national', qualifiesFrom: '' }, ...typed.rows],
    }))
    const { status, html } = await system.send('/installningar/regler', wrong)
    expect(status).toBe(422)
    expect(html).toContain('href="#schoolType-0"')
    expect(html).not.toContain('<img src=x>')
  })
})

describe('while the night runs', () => {
  it('nothing is saved and nothing typed is lost', async () => {
    const holder = await site.place.pool.connect()
    await holder.query('select pg_advisory_lock(7304118)')
    const busy = await system.send('/installningar/regler', await fieldsWith(() => ({ gapDays: '21' })))
    await holder.query('select pg_advisory_unlock(7304118)')
    holder.release()
    expect(busy.status).toBe(503)
    expect(busy.html).toContain('value="21"')
  }, 20_000)
})

describe('the sources', () => {
  it('have their guard and freshness', async () => {
    const fields = { version: '0', fewer: '15', more: '30', people: '25', freshDays: '7', freshBySource: 'friskolan: 30' }
    expect((await system.send('/installningar/kallor', fields)).location).toBe('/installningar')
    const { settings } = await readSettings(site.place.pool, 'sources')
    expect(settings.guard.fewer).toBe(0.15)
    expect(settings.freshDays).toEqual({ days: 7, bySource: { friskolan: 30 } })
    expect((await system.send('/installningar/kallor', { ...fields, fewer: '16' })).status).toBe(409)
    expect((await system.send('/installningar/kallor', { ...fields, freshDays: 'x' })).html).toContain('href="#freshDays"')
  })
})

it('speaks English too', async () => {
  await system.send('/sprak', { lang: 'en', path: '/' })
  const { html } = await system.get('/installningar')
  expect(html).toContain('The education table: FHS')
  expect((await system.get('/installningar/regler')).html).toContain('Rehearse first')
})
