/** Measures that somebody else has to do with: several at the same moment, a night that runs, and records that were merged. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../platform/db/tx.ts'
import { listMeasuresOf } from './measure.store.ts'
import { aMeasuresSite, inDays, type MeasuresSite } from './measures.testbed.ts'

let at: MeasuresSite
beforeAll(async () => {
  at = await aMeasuresSite()
})
afterAll(() => at.site.close())
const sql = <Found extends object>(text: string, values?: unknown[]) => at.site.place.sql<Found>(text, values)
const statuses = (answers: readonly { readonly status: number }[]): number[] =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b)

describe('at the same moment', () => {
  it('six write in an exclusive measure: one is saved, and the others are told that it does not go together', async () => {
    const youth = await at.youth()
    const all = await Promise.all(Array.from({ length: 6 }, () => at.add(youth, { item: 'practice' })))
    expect(statuses(all)).toEqual([303, 422, 422, 422, 422, 422])
    expect(at.site.reported).toEqual([])
  })

  it('four end it, and one does; the others see how it stands now', async () => {
    const youth = await at.youth()
    await at.add(youth)
    const { id, version } = await at.last(youth)
    const end = () =>
      at.coordinator.send(`${at.pathOf(youth)}/${id}/avsluta`, {
        version: String(version),
        on: inDays(0),
        reason: 'moved',
        occupation: 'work',
      })
    expect(statuses(await Promise.all([end(), end(), end(), end()]))).toEqual([303, 409, 409, 409])
    expect(await sql('select kind from outreach.occupation where person_id = $1', [youth.personId])).toEqual([{ kind: 'work' }])
  })

  it('the same form sent twice is saved once', async () => {
    const youth = await at.youth()
    const once = '5b1c0a52-0000-4000-8000-000000000001'
    await Promise.all([at.add(youth, { once }), at.add(youth, { once })])
    expect(await sql('select count(*)::int as n from measures.measure where person_id = $1', [youth.personId])).toEqual([{ n: 1 }])
  })
})

describe('while the night holds the youth', () => {
  it('nothing is saved, and the form says so with everything typed still there', async () => {
    const youth = await at.youth()
    await inTransaction(at.site.place.pool, async (night) => {
      await night.query('select from worklist.youth where person_id = $1 for update', [youth.personId])
      const shown = await at.add(youth, { note: 'Det jag skrev' })
      expect([shown.status, shown.html.includes('Natten körs just nu'), shown.html.includes('Det jag skrev')]).toEqual([503, true, true])
    })
    expect((await at.add(youth)).status).toBe(303)
  })
})

describe('a record that was merged', () => {
  it('has its measures on the page of the one that is kept; they are in the way there, and are ended there', async () => {
    const [kept, merged] = [await at.youth(), await at.youth()]
    await at.add(merged, { item: 'youthEmployment' })
    await at.add(merged, { item: 'practice' })
    await sql(
      `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from) values ($1, $2, 'samma', 'prov', '{}', now())`,
      [merged.personId, kept.personId],
    )
    expect((await at.coordinator.get(at.pathOf(kept))).html).toMatch(/Praktik<\/a> <span[^>]*>pågår/)
    expect((await at.coordinator.get('/atgarder')).html).toContain(at.pathOf(kept))
    expect((await at.add(kept, { item: 'practice' })).html).toContain('inte går att förena')
    const practice = (await inTransaction(at.site.place.pool, (tx) => listMeasuresOf(tx, [merged.personId]))).find(
      ({ itemKey }) => itemKey === 'practice',
    )
    const fields = { version: String(practice?.version), on: inDays(0), reason: 'studies', occupation: 'studies' }
    expect((await at.coordinator.send(`${at.pathOf(kept)}/${practice?.measureId ?? ''}/avsluta`, fields)).status).toBe(303)
    // What she does afterwards is said of the record that is kept.
    expect(await sql('select kind from outreach.occupation where person_id = $1', [kept.personId])).toEqual([{ kind: 'studies' }])
    expect((await at.add(kept, { item: 'practice', from: inDays(0) })).status).toBe(303)
  })
})
