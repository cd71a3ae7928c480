/** Handing over in the demo: some who turn 20 with what is done, keys, and an offer from a municipality outside about somebody who lives here. All made up. */
import { randomUUID } from 'node:crypto'
import { inTransaction } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { insertIncoming, makeOwnKeys } from '../slices/transfers/index.ts'
import { askReceiver, readTurning, sayEnding, sayMark, sayReceiverAnswer, type TurningReader } from '../slices/turning20/index.ts'
import { shifted } from './demo-cases.ts'
import { colleague, everybody, type DemoPlace } from './demo-outreach-desk.ts'

const unit = 'Vuxenutbildningens vägledning'

/** One who wants somebody to take over, and the unit that is asked. */
async function askFor(reader: TurningReader, subjectId: string, ground: 'withoutName' | 'ownBoard' = 'withoutName'): Promise<void> {
  const on = shifted(reader.today, -4)
  await sayMark(reader, subjectId, { wish: null, on })
  await sayMark(reader, subjectId, { wish: 'wants', on })
  await askReceiver(reader, subjectId, { receiver: unit, on, ground })
}

/** The unit accepts, and that is how it ended. */
async function handOver(reader: TurningReader, subjectId: string): Promise<void> {
  await askFor(reader, subjectId, 'ownBoard')
  const asked = (await readTurning(reader)).list.find(({ youth }) => youth.subjectId === subjectId)?.facts.handOvers[0]
  if (asked === undefined) return
  await sayReceiverAnswer(reader, subjectId, { handOverId: asked.handOverId, accepted: true, on: shifted(reader.today, -1) })
  await sayEnding(reader, subjectId, 'handedOver')
}

async function fillTurning(reader: TurningReader): Promise<void> {
  const { list } = await readTurning(reader)
  const past = list.filter(({ stage }) => stage === 'over' || stage === 'in7').map(({ youth }) => youth.subjectId)
  const ahead = list.filter(({ stage }) => stage === 'in30' || stage === 'in90').map(({ youth }) => youth.subjectId)
  const [first, second, third] = past
  if (first !== undefined) await handOver(reader, first)
  if (second !== undefined) {
    await sayMark(reader, second, { wish: 'wants', on: reader.today })
    await sayEnding(reader, second, 'nobodyTookOver')
  }
  if (third !== undefined) await sayMark(reader, third, { wish: 'notReached', on: reader.today })
  for (const subjectId of ahead.slice(0, 2)) await askFor(reader, subjectId)
}

/** Fills both desks. */
export async function fillDemoHandingOver({ pool, code }: DemoPlace, today: PlainDate): Promise<void> {
  const amina = await colleague(pool, 'amina')
  await fillTurning({ pool, scope: everybody, staffId: amina.id, today, isFresh: true })
  await makeOwnKeys({ pool, code, staffId: amina.id })
  await inTransaction(pool, (tx) => insertIncoming(tx, { transferId: randomUUID(), from: '2580', way: 'file' }))
}
