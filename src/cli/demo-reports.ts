/**
 * A report that was handed to the demo's board some weeks ago, and what has become known since: contacts and a measure that were written down late, one
 * that was struck. And figures of others, made up and marked so.
 */
import { inTransaction, type Pool } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { saveReference, type Reference } from '../slices/figures/index.ts'
import { strikeContactOf } from '../slices/outreach/index.ts'
import { isPublished, latestYear, publishReport, stretchOf } from '../slices/reports/index.ts'
import { readCases, shifted, talked, type Case, type Cases } from './demo-cases.ts'
import { measured } from './demo-measures.ts'
import { colleague, workingDay, type DemoPlace, type Desk } from './demo-outreach-desk.ts'
import { instantAt } from './demo-past.ts'

const sinceWorkingDays = -28

/** What was published then is shown to be of that day, as the rest of the demo's past. The tables let nobody change it: that rule is put aside. */
const setBack = (pool: Pool, at: string): Promise<void> =>
  inTransaction(
    pool,
    async (tx) => {
      for (const table of ['figures.published', 'reports.report']) {
        await tx.script(`alter table ${table} disable trigger what_was_published_stays`)
        await tx.query(`update ${table} set at = $1`, [at])
        await tx.script(`alter table ${table} enable trigger what_was_published_stays`)
      }
    },
    null,
  )

/** The school year that had ended then, as it was known then. */
async function publishThen({ code, pool }: DemoPlace, on: PlainDate): Promise<PlainDate> {
  const amina = await colleague(pool, 'amina')
  const report = { kind: 'schoolYear', year: latestYear('schoolYear', on) - 1 } as const
  const at = instantAt({ on, time: '10:15' })
  const by = { pool, staffId: amina.id, name: amina.name, municipality: code, today: on }
  const made = await publishReport(by, report, 'Till utbildningsnämndens sammanträde.', { facts: at, work: at })
  if (!made.granted) throw new Error(`the demo's report was not published: ${made.reason}`)
  await setBack(pool, at)
  return stretchOf(report).untilOn
}

/** Something was entered twice: it is struck, after the report. */
const strikeOne = (pool: Pool, by: string, before: PlainDate): Promise<void> =>
  inTransaction(pool, async (tx) => {
    const [one] = await tx.query<{ personId: number; contactId: string }>(
      `select c.person_id::int as "personId", c.contact_id as "contactId" from outreach.contact c join worklist.seen(null, false) y on y.person_id = c.person_id
       where c.channel = 'phone' and c.struck_at is null and c.happened_at < $1 and c.happened_at > $1::date - 60 order by c.happened_at desc limit 1`,
      [before],
    )
    if (one !== undefined) await strikeContactOf(tx, { ...one, by, why: 'Dubbelt inskrivet' })
  })

/** What nobody had written down when the report was made. */
async function writeLate({ place, take }: Cases, before: PlainDate): Promise<void> {
  const [talkOn, measureOn] = [shifted(before, -40), shifted(before, -50)]
  const found: Case[] = []
  for (const of of ['leila', 'erik', 'amina']) {
    const one = await take({ of, since: measureOn })
    if (one !== null) found.push(one)
  }
  for (const [nth, one] of found.slice(0, 2).entries())
    await talked(place, one, { on: shifted(talkOn, nth), time: '13:20' }, { channel: 'phone', note: 'Samtalet skrevs in i efterhand.' })
  const last = found[2]
  if (last !== undefined) await measured(place, last, { item: 'guidance', fromOn: measureOn, untilOn: shifted(before, -5) }, measureOn)
}

const madeUp: Omit<Reference, 'key' | 'period' | 'value' | 'row' | 'whole' | 'kind'> = {
  name: 'half-year',
  ofWhom: 'Påhittad grannkommun',
  source: 'Påhittad siffra, finns bara i demon',
  url: 'https://example.org/pahittad',
}

async function writeReferences({ pool }: DemoPlace, today: PlainDate): Promise<void> {
  const amina = await colleague(pool, 'amina')
  const period = `${Number(today.slice(0, 4)) - 1}H2`
  const lines = [
    { row: 'covered', whole: null, kind: 'count', value: 184 },
    { row: 'measured', whole: 'covered', kind: 'percent', value: 31.5 },
    { row: 'known', whole: 'covered', kind: 'percent', value: 58 },
  ] as const
  for (const line of lines) {
    const key = ['pahittad', period, line.row].join('-')
    await saveReference(pool, { staffId: amina.id, name: amina.name }, { ...madeUp, ...line, key, period })
  }
}

/** Fills it in once, after all other work of the demo. */
export async function fillDemoReports(desk: Desk): Promise<void> {
  const { place, today } = desk
  if (await isPublished(place.pool, 'schoolYear')) return
  const before = await publishThen(place, workingDay(today, sinceWorkingDays))
  const amina = await colleague(place.pool, 'amina')
  await writeLate(await readCases(desk), before)
  await strikeOne(place.pool, amina.id, before)
  await writeReferences(place, today)
}
