/** The half-yearly return in the demo: the last one delivered in time with its receipt, as was known then, and the count to zero of some days. */
import { inTransaction, type Pool } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import {
  buildReturnFile,
  errorsAmong,
  halfYearOn,
  insertDelivery,
  recordReceipt,
  rehearse,
  readDeliveries,
  type HalfYear,
  type NewDelivery,
  type ReturnFile,
} from '../slices/returns/index.ts'
import { shifted } from './demo-cases.ts'
import { colleague, workingDay, type Colleague, type DemoPlace } from './demo-outreach-desk.ts'
import { instantAt } from './demo-past.ts'

type Place = Pick<DemoPlace, 'code' | 'pool'>

/** Two working days before the last day, or the latest working day; null when that is before the half-year was over. */
function deliveredOn({ untilOn, deadlineOn }: HalfYear, today: PlainDate): PlainDate | null {
  const inTime = workingDay(deadlineOn, -2)
  const on = inTime < today ? inTime : workingDay(today, -1)
  return on < untilOn ? null : on
}

const knownAt = '13:40'

/** A delivery as it was made on the day, by Amina. */
const deliveryOf = ({ half, built, broken, ...file }: ReturnFile, by: Colleague, on: PlainDate, asOf: string): NewDelivery => {
  const errors = errorsAmong(broken).length
  return {
    half: half.key,
    nth: 1,
    fileName: file.fileName,
    bytes: file.bytes,
    sha256: file.sha256,
    counts: built.counts,
    errors,
    warnings: broken.length - errors,
    isDespiteErrors: errors > 0,
    isEmptyRight: built.lines.length === 0,
    profile: file.profile,
    profileOrigin: file.origin,
    knownAt: { facts: asOf, work: asOf },
    personIds: [...new Set(built.records.map(({ personId }) => personId))],
    byName: by.name,
    staffId: by.id,
    on,
  }
}

/** Sets back when something was delivered or received, as the owner of the table. */
async function setBack(pool: Pool, column: 'delivery.delivered_at' | 'receipt.at', at: string): Promise<void> {
  const [table = '', name = ''] = column.split('.')
  await inTransaction(
    pool,
    async (tx) => {
      await tx.script(`alter table returns.${table} disable trigger what_was_delivered_stays`)
      await tx.query(`update returns.${table} set ${name} = $1`, [at])
      await tx.script(`alter table returns.${table} enable trigger what_was_delivered_stays`)
    },
    null,
  )
}

/** The product delivers what is known now. The demo's first is of a day that has passed: its rows are put in and dated here, with their receipt. */
async function insertPast(pool: Pool, file: ReturnFile, on: PlainDate, asOf: string): Promise<void> {
  const amina = await colleague(pool, 'amina')
  await inTransaction(pool, (tx) => insertDelivery(tx, deliveryOf(file, amina, on, asOf)))
  await setBack(pool, 'delivery.delivered_at', instantAt({ on, time: '13:41' }))
  const [delivery] = await readDeliveries(pool, file.half.key)
  const by = { name: amina.name, staffId: amina.id }
  await recordReceipt(pool, { deliveryId: delivery?.deliveryId ?? '', number: `SCB-${file.half.key}-00418`, by })
  await setBack(pool, 'receipt.at', instantAt({ on, time: '14:05' }))
}

async function deliverLast(place: Place, today: PlainDate): Promise<void> {
  const half = halfYearOn(shifted(halfYearOn(today).fromOn, -1))
  const on = deliveredOn(half, today)
  if (on === null || (await readDeliveries(place.pool, half.key)).length > 0) return
  const asOf = instantAt({ on, time: knownAt })
  const made = await buildReturnFile(place, { half: half.key, today, asOf, actor: 'lots demo' })
  if (!made.granted || made.value.built.uncoded.length > 0) return
  await insertPast(place.pool, made.value, on, asOf)
}

/** Days from today on which the return was rehearsed, as every day in life. */
const rehearsedDays = [-21, -14, -7, -4, -3, -2, -1, 0] as const

/** Fills it in once. */
export async function fillDemoReturns(place: Place, today: PlainDate): Promise<void> {
  await deliverLast(place, today)
  for (const days of rehearsedDays) await rehearse(place, shifted(today, days), 'lots demo')
}
