/** The demo's rounds of letters and texts: one some weeks ago that is sent, and one of today that waits for a second person. */
import { todayInSweden } from '../platform/clock.ts'
import { inTransaction, type Tx } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { beginRound, prepareRound, releaseRound, reviewRound } from '../slices/messaging/index.ts'
import { recordContact, recordWay } from '../slices/outreach/index.ts'
import { issueCode } from '../slices/replies/index.ts'
import { colleague, everybody, freeMobiles, type Colleague, type DemoPlace } from './demo-outreach-desk.ts'

const numbersFound = 6

/** Some of those who have waited longest for a letter get a number from the school, so that the round has texts too. */
async function findNumbers(tx: Tx, on: PlainDate, { id: foundBy }: Colleague): Promise<void> {
  const youths = await tx.query<{ id: number }>(
    `select y.person_id::int as id from worklist.seen(null, false) y join outreach.standing t on t.person_id = y.person_id
     where t.step = 'letter' and t.step_from <= $1 and y.from_on <= $1 and (y.until_on is null or y.until_on > $1)
       and not exists (select from outreach.way w where w.person_id = y.person_id) order by y.person_id limit $2`,
    [on, numbersFound],
  )
  const free = await freeMobiles(tx)
  for (const [nth, { id: personId }] of youths.entries()) {
    const value = free[nth]
    if (value === undefined) return
    await recordWay(tx, { personId, kind: 'phone', value, source: 'school', sourceDetail: '', foundOn: on, foundBy })
  }
}

type Wish = Parameters<typeof beginRound>[2]

/** Begins, prepares and reviews a round as one colleague. Returns its id and the version that a second person can release. */
async function reviewedRound(place: DemoPlace, by: Colleague, wish: Wish, now: Date): Promise<{ roundId: string; version: number }> {
  const { code, pool, publicUrl } = place
  const around = { place, publicUrl }
  const reader = { pool, code, staffId: by.id, unitId: null, scope: everybody, today: todayInSweden(now) }
  const roundId = await beginRound(around, reader, wish, { now, report: () => {} })
  await prepareRound(around, roundId, now)
  const versionNow = async (): Promise<number> =>
    (
      await inTransaction(pool, (tx) => tx.query<{ version: number }>('select version from messaging.round where round_id = $1', [roundId]))
    )[0]?.version ?? 0
  await reviewRound({ pool, scope: everybody, staffId: by.id }, roundId, await versionNow())
  return { roundId, version: await versionNow() }
}

type Sent = {
  readonly id: number
  readonly messageId: string
  readonly personId: number
  readonly channel: 'letter' | 'sms'
  readonly wayId: number | null
  readonly segments: number | null
  readonly isLastSms: boolean
}

const listSent = (tx: Tx, roundId: string): Promise<Sent[]> =>
  tx.query<Sent>(
    `select m.id, m.message_id as "messageId", m.person_id::int as "personId", m.channel, case m.channel when 'sms' then w.id end as "wayId",
       case m.channel when 'sms' then e.segments end as segments,
       m.channel = 'sms' and m.id = max(m.id) over (partition by m.channel) as "isLastSms"
     from messaging.message m join messaging.round r on r.id = m.round_id join messaging.recipient e on e.round_id = r.id and e.person_id = m.person_id
     left join lateral (select v.id from outreach.way v where v.person_id = m.person_id and v.kind = 'phone' order by v.id desc limit 1) w on true
     where r.round_id = $1 order by m.id`,
    [roundId],
  )

const oreASegment = 35

/** One message as it stands when it has left: letters are sent, texts delivered, but for one that did not get through. */
async function settle(
  tx: Tx,
  { id, messageId, personId, channel, wayId, segments, isLastSms }: Sent,
  at: string,
  by: Colleague,
): Promise<void> {
  const sent = { channel, outcome: 'sent', attempted: true, reached: false, origin: 'message', originId: messageId } as const
  const nothing = { secondStaffId: null, occupation: null, nextStep: null, nextOn: null, department: null, note: '' } as const
  const contact = await recordContact(tx, { ...nothing, ...sent, personId, happenedAt: at, wayId, staffId: by.id, byName: by.name })
  const state = channel === 'letter' ? 'sent' : isLastSms ? 'failed' : 'delivered'
  await tx.query(
    `update messaging.message set state = $2, tries = 1, created_at = $3, not_before = $3, claimed_at = $3, sent_at = $3, settled_at = $3,
       way_id = $4, contact_id = $5, segments = $6, cost_ore = $7, problem = $8 where id = $1`,
    [id, state, at, wayId, contact.id, segments, segments === null ? null : segments * oreASegment, isLastSms ? 'not-delivered' : null],
  )
}

const atTime = (on: PlainDate, time: string): string => `${on} ${time} Europe/Stockholm`

/**
 * The round as it was sent on a day that has passed. The product sends now and never on another day, so the times are set back here, as the
 * owner of the tables; no provider and no print folder hears of it. Returns the codes that the letters carry, by person.
 */
async function sendOn(place: DemoPlace, roundId: string, on: PlainDate, by: Colleague): Promise<Map<number, string>> {
  const codes = new Map<number, string>()
  await inTransaction(
    place.pool,
    async (tx) => {
      await tx.query('update messaging.round set prepared_at = $2, reviewed_at = $3, released_at = $4 where round_id = $1', [
        roundId,
        atTime(on, '09:12'),
        atTime(on, '09:31'),
        atTime(on, '13:05'),
      ])
      for (const sent of await listSent(tx, roundId)) {
        await settle(tx, sent, atTime(on, '13:06'), by)
        const { personId, messageId, channel } = sent
        if (channel === 'letter') codes.set(personId, await issueCode(tx, { personId, messageId, channel }))
      }
    },
    null,
  )
  return codes
}

const monthOf = (on: PlainDate): string => new Intl.DateTimeFormat('sv-SE', { month: 'long', timeZone: 'UTC' }).format(new Date(on))

/** A round to everybody whose letter had come by the day, released by a second person. Returns the codes of its letters, by person. */
export async function sendEarlierRound(place: DemoPlace, on: PlainDate): Promise<Map<number, string>> {
  const { pool, publicUrl } = place
  const [amina, sara] = [await colleague(pool, 'amina'), await colleague(pool, 'sara')]
  await inTransaction(pool, (tx) => findNumbers(tx, on, amina))
  const texts = { letterKey: 'firstLetter', smsKey: 'firstSms', emailKey: null } as const
  const wish: Wish = { kind: 'large', name: `Utskick i ${monthOf(on)}`, query: 'steg=brev\nsteg=nytt-brev', ...texts }
  const now = new Date(`${on}T12:00:00Z`)
  const { roundId, version } = await reviewedRound(place, amina, wish, now)
  const acting = { pool, scope: everybody, staffId: sara.id }
  const released = await releaseRound({ place, publicUrl }, acting, { roundId, seen: version, now })
  return released.granted ? sendOn(place, roundId, on, sara) : new Map<number, string>()
}

/** A round to those who have not answered, prepared and reviewed by Sara: Amina, Karin or another second person can release it. */
export async function prepareTodaysRound(place: DemoPlace): Promise<void> {
  const texts = { letterKey: 'furtherLetter', smsKey: 'furtherSms', emailKey: null } as const
  const wish: Wish = { kind: 'large', name: 'Nytt brev till dem som inte svarat', query: 'steg=nytt-brev', ...texts }
  await reviewedRound(place, await colleague(place.pool, 'sara'), wish, new Date())
}
