/** What the database itself refuses in the outbox, past every rule. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { aYouth } from '../worklist/worklist.testbed.ts'
import { messageStates, type MessageState } from './message.types.ts'

let place: TestPlace
let personId = 0
beforeAll(async () => {
  place = await aPlace()
  personId = (await aYouth(place)).personId
})
afterAll(() => place.installation.close())

const insert = async (state: MessageState): Promise<number> => {
  const [row] = await place.sql<{ id: number }>(
    `insert into messaging.message (person_id, channel, template_key, template_lang, template_version, queued_by, state, problem, claimed_at)
     values ($1, 'sms', 'firstSms', 'sv', 0, 'prov', $2, 'by-hand', now()) returning id`,
    [personId, state],
  )
  return row?.id ?? 0
}

/** The only ways that a message can go. */
const ways: Readonly<Record<MessageState, readonly MessageState[]>> = {
  queued: ['sending', 'sent', 'delivered', 'failed', 'cancelled'],
  sending: ['queued', 'sent', 'delivered', 'failed', 'unsure', 'cancelled'],
  unsure: ['queued', 'sent', 'delivered', 'failed'],
  sent: ['delivered', 'failed'],
  failed: ['queued', 'delivered'],
  delivered: [],
  cancelled: [],
}

describe('a message', () => {
  it.each(messageStates)('that is %s moves forward, and nowhere else', async (from) => {
    const went: MessageState[] = []
    for (const to of messageStates.filter((state) => state !== from)) {
      const id = await insert(from)
      const moved = await place
        .sql('update messaging.message set state = $2 where id = $1 returning id', [id, to])
        .catch((error: Error) => error.message)
      if (Array.isArray(moved)) went.push(to)
      else expect(moved).toBe('a message moves forward')
    }
    expect(went.toSorted()).toEqual(ways[from].toSorted())
  })

  it.each([
    ['a_message_goes_to_somebody', `(channel, queued_by) values ('sms', 'prov')`],
    ['a_failed_message_says_why', `(person_id, channel, queued_by, state, claimed_at) values ($1, 'sms', 'prov', 'unsure', now())`],
    ['what_was_handed_over_was_claimed', `(person_id, channel, queued_by, state) values ($1, 'sms', 'prov', 'sent')`],
    ['only_letters_are_forwarded', `(person_id, channel, queued_by, is_forwarded) values ($1, 'sms', 'prov', true)`],
  ])('is refused: %s', async (constraint, values) => {
    const [columns = '', given = ''] = values.split(' values ')
    const inserting = place.sql(
      `insert into messaging.message ${columns.replace(')', ', template_key, template_lang, template_version)')} values ${given.replace(/\)$/, `, 'firstSms', 'sv', 0)`)}`,
      given.includes('$1') ? [personId] : [],
    )
    await expect(inserting).rejects.toThrow(constraint)
  })
})

describe('the program’s own role may not', () => {
  it.each([
    'delete from messaging.message',
    `update messaging.message set fields = '{}'`,
    'update messaging.message set person_id = null',
    `update messaging.message set template_key = 'turning20'`,
    'update messaging.message set is_forwarded = true',
    'delete from messaging.print_folder',
    `update messaging.print_folder set folder = 'annan'`,
  ])('%s', async (statement) => {
    await expect(inTransaction(place.pool, (tx) => tx.script(statement))).rejects.toThrow('permission denied')
  })
})
