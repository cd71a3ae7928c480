/** Handing over in the demo: some who turn 20 with what is done, keys, and an offer from a municipality outside about somebody who lives here. All made up. */
import { randomUUID } from 'node:crypto'
import { inTransaction, type Pool } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { answerOffer, insertContent, insertIncoming, makeOwnKeys, offerYouth, type TransferReader } from '../slices/transfers/index.ts'
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
  // Most of those who turned 20 long ago are done; the last few are still to be said.
  for (const [at, subjectId] of past.slice(3, -4).entries()) {
    const wish = at % 3 === 0 ? 'notReached' : 'declines'
    await sayMark(reader, subjectId, { wish, on: reader.today })
    await sayEnding(reader, subjectId, wish === 'declines' ? 'declined' : 'notReached')
  }
  for (const subjectId of ahead.slice(0, 2)) await askFor(reader, subjectId)
}

/** The ones that a list of the demo has, by their number and address. */
const listed = (pool: Pool, condition: string, today: PlainDate): Promise<{ number: string; subjectId: string }[]> =>
  inTransaction(pool, (tx) =>
    tx.query<{ number: string; subjectId: string }>(
      `select y.number, y.subject_id as "subjectId" from worklist.seen(null, false) y where y.from_on <= $1 and y.number ~ '^[0-9]{12}$' and ${condition}
       order by y.from_on desc, y.person_id limit 3`,
      [today],
    ),
  )

/** Something that another municipality has sent about somebody who has moved in, accepted and not yet put in the register. */
async function receive(reader: TransferReader, number: string): Promise<void> {
  const transferId = randomUUID()
  await inTransaction(reader.pool, (tx) => insertIncoming(tx, { transferId, from: '2480', way: 'file' }))
  await answerOffer(reader, transferId, true)
  const content = {
    number,
    phones: ['+46701740690'],
    emails: [],
    occupations: [{ kind: 'work', sinceOn: shifted(reader.today, -120), statedOn: shifted(reader.today, -45) }],
    educations: [],
    measures: [{ content: 'Praktik', fromOn: shifted(reader.today, -200), endedOn: shifted(reader.today, -125), endReason: 'Slutförd' }],
  }
  await inTransaction(reader.pool, (tx) => insertContent(tx, transferId, '2480', content))
}

/** Offers to us and from us: one that waits, one that has come, one that is made for a municipality outside. */
async function fillTransfers(reader: TransferReader): Promise<void> {
  const [newcomer] = await listed(reader.pool, `y.entry_reason = 'movedIn' and (y.until_on is null or y.until_on > $1)`, reader.today)
  if (newcomer !== undefined) await receive(reader, newcomer.number)
  const [, leaver] = await listed(reader.pool, `y.exit_reason = 'moved' and y.until_on > $1::date - 60 and y.until_on <= $1`, reader.today)
  if (leaver !== undefined) await offerYouth(reader, leaver.subjectId)
  await inTransaction(reader.pool, (tx) => insertIncoming(tx, { transferId: randomUUID(), from: '2580', way: 'file' }))
}

/** Fills both desks. */
export async function fillDemoHandingOver({ pool, code }: DemoPlace, today: PlainDate): Promise<void> {
  const amina = await colleague(pool, 'amina')
  const reader = { pool, code, scope: everybody, staffId: amina.id, today, isFresh: true }
  await fillTurning(reader)
  await makeOwnKeys({ pool, code, staffId: amina.id })
  await fillTransfers(reader)
}
