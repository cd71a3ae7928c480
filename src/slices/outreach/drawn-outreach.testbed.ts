/** Outreach drawn at random, the same each time: contacts, numbers, answers, statements and merges, for tests against the ladder itself. */
import { randomFrom } from '../../../simulators/municipality/random.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { mergeRecords } from '../matching/index.ts'
import { recordContact, recordOccupation, recordWay } from './record.actions.ts'
import { refreshStandings } from './standing.actions.ts'
import type { MadeUpPlace } from './standing.testbed.ts'

const { next: random } = randomFrom(7, 1)
const oneOf = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T

const contacts = [
  ['letter', 'sent', true, false],
  ['letter', 'returned', true, false],
  ['sms', 'delivered', true, false],
  ['phone', 'noAnswer', true, false],
  ['phone', 'voicemail', true, false],
  ['phone', 'someoneElse', true, false],
  ['phone', 'reached', true, true],
  ['phone', 'declined', true, true],
  ['letter', 'replied', false, true],
  ['inPerson', 'reached', true, true],
  ['partner', 'informed', true, false],
] as const

const nobody = { staffId: null, secondStaffId: null, byName: 'prov', department: null, note: '', origin: 'hand', originId: null } as const

async function aRandomContact(place: MadeUpPlace, personId: number): Promise<void> {
  const [channel, outcome, attempted, reached] = oneOf(contacts)
  const happenedAt = `2026-11-${10 + Math.floor(random() * 10)} ${8 + Math.floor(random() * 11)}:${10 + Math.floor(random() * 50)}`
  const nextStep = reached ? oneOf([null, 'call', 'waitForYouth', 'nothing'] as const) : null
  const nextOn = nextStep === 'call' ? ('2026-12-01' as PlainDate) : null
  const occupation = reached ? oneOf([null, 'work'] as const) : null
  await inTransaction(place.pool, (tx) =>
    recordContact(tx, { ...nobody, personId, channel, outcome, attempted, reached, happenedAt, wayId: null, occupation, nextStep, nextOn }),
  )
}

async function aRandomWay(place: MadeUpPlace, personId: number, n: number): Promise<void> {
  const isMail = random() < 0.2
  const value = isMail ? `prov${n}@example.org` : `+467017406${String(5 + (n % 95)).padStart(2, '0')}`
  const way = { personId, kind: isMail ? 'email' : 'phone', value, source: 'lookedUp', sourceDetail: 'lookup' } as const
  const id = await inTransaction(place.pool, (tx) =>
    recordWay(tx, { ...way, foundOn: oneOf(['2026-11-10', '2026-11-18']) as PlainDate, foundBy: 'prov' }),
  )
  if (random() < 0.3)
    await place.sql(`update outreach.way set dead_on = '2026-11-19', last_result = 'dead', last_result_at = now() where id = $1`, [id])
  if (random() < 0.1) await place.sql(`update outreach.way set ended_at = now(), ended_by = 'prov' where id = $1`, [id])
  await inTransaction(place.pool, (tx) => refreshStandings(tx, [personId]))
}

const optOut = (place: MadeUpPlace, personId: number) =>
  place.sql(`insert into messaging.opt_out (person_id, channel, said_by) values ($1, $2, 'prov') on conflict do nothing`, [
    personId,
    oneOf(['letter', 'sms', 'phone']),
  ])

const answer = (place: MadeUpPlace, personId: number) =>
  place.sql(
    `with c as (insert into replies.code (code_hash, person_id, valid_until) values (sha256($2::bytea), $1, now() + interval '1 day') returning id)
     insert into replies.answer (code_id, person_id, kind, lang, answered_at) select id, $1, 'callMe', 'sv', '2026-11-19 12:00' from c`,
    [personId, `${personId} ${random()}`],
  )

const saidToWork = {
  kind: 'work',
  source: 'school',
  sinceOn: null,
  statedOn: '2026-11-12' as PlainDate,
  saidBy: 'prov',
  contactId: null,
} as const
const said = ({ pool }: MadeUpPlace, personId: number) => inTransaction(pool, (tx) => recordOccupation(tx, { personId, ...saidToWork }))

const returned = (place: MadeUpPlace, personId: number) =>
  place.sql(
    `insert into outreach.way (person_id, kind, value, source, found_on, found_by, dead_on, last_result, last_result_at)
     select person_id, 'address', outreach.address_line(street, postal_code, locality), 'populationRegister', '2026-11-10', 'prov', '2026-11-15', 'returned', now()
     from worklist.youth where person_id = $1 and street <> '' on conflict do nothing`,
    [personId],
  )

async function somethingElse(place: MadeUpPlace, personId: number): Promise<void> {
  await oneOf([optOut, answer, said, returned])(place, personId)
  await inTransaction(place.pool, (tx) => refreshStandings(tx, [personId]))
}

/** 150 things that happen to the youths, and then six pairs of records that turn out to be one person. */
export async function drawOutreach(place: MadeUpPlace, personIds: readonly number[]): Promise<void> {
  for (let n = 0; n < 150; n++) {
    const personId = oneOf(personIds)
    if (random() < 0.5) await aRandomContact(place, personId)
    else await (random() < 0.6 ? aRandomWay(place, personId, n) : somethingElse(place, personId))
  }
  for (let n = 0; n < 6; n++) {
    const [absorbedId = 0, keptId = 0] = [personIds[2 * n], personIds[2 * n + 1]]
    const merge = { by: 'prov', on: '2026-11-20' as PlainDate, ground: 'samma människa' }
    await mergeRecords(place, merge, () => Promise.resolve({ absorbedId, keptId }))
  }
}
