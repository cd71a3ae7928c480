/** Links to the youths' own pages in the demo: one that was sent and opened a while ago, and one that leaves when the demo is shown. */
import { inTransaction } from '../platform/db/tx.ts'
import { listWays, recordContact, recordWay } from '../slices/outreach/index.ts'
import { sendLink } from '../slices/ownplan/index.ts'
import type { Case, Cases } from './demo-cases.ts'
import { everybody, freeMobiles } from './demo-outreach-desk.ts'
import { instantAt } from './demo-past.ts'

/** The number that the youth is reached on; one that the youth gives where there is none. */
async function phoneOf({ place, at }: Cases, { id: personId, staff }: Case, on: number): Promise<string | null> {
  return inTransaction(place.pool, async (tx) => {
    const find = async () => (await listWays(tx, personId)).find(({ kind, deadOn }) => kind === 'phone' && deadOn === null)?.wayId ?? null
    const [known, value] = [await find(), (await freeMobiles(tx))[0]]
    if (known !== null || value === undefined) return known
    await recordWay(tx, { personId, kind: 'phone', value, source: 'youth', sourceDetail: '', foundOn: at(on), foundBy: staff.id })
    return find()
  })
}

const partsOfText = 2
const oreOfText = 70

/** What leaves counts as a contact, as the outbox has it. */
const sent = { channel: 'sms', outcome: 'sent', attempted: true, reached: false, origin: 'message' } as const
const nothing = { secondStaffId: null, occupation: null, nextStep: null, nextOn: null, department: null, note: '' } as const

/** The text was delivered that day, and the page was opened: no gateway hears of it, and nobody has the link. */
const sentThen = ({ place, at }: Cases, { id, staff }: Case, on: number): Promise<void> =>
  inTransaction(
    place.pool,
    async (tx) => {
      const [sentAt, opened] = [instantAt({ on: at(on), time: '08:50' }), instantAt({ on: at(on), time: '10:20' })]
      const [link] = await tx.query<{ messageId: number; originId: string; wayId: number }>(
        `update ownplan.link l set made_at = $2, expires_at = $2::timestamptz + interval '720 hours', opened_at = $3, last_used_at = $3
         from messaging.message m where l.person_id = $1 and l.ended_at is null and m.id = l.message_id
         returning l.message_id as "messageId", m.message_id as "originId", l.way_id as "wayId"`,
        [id, sentAt, opened],
      )
      if (link === undefined) return
      const { originId, wayId } = link
      const by = { staffId: staff.id, byName: staff.name }
      const contact = await recordContact(tx, { ...nothing, ...sent, ...by, personId: id, happenedAt: sentAt, wayId, originId })
      await tx.query(
        `update messaging.message set state = 'delivered', tries = 1, created_at = $2, not_before = $2, claimed_at = $2, sent_at = $2, settled_at = $2,
           segments = $3, cost_ore = $4, contact_id = $5 where id = $1`,
        [link.messageId, sentAt, partsOfText, oreOfText, contact.id],
      )
    },
    null,
  )

/** Sends the youth a link to the own page, by text. */
export async function sendOwnLink(
  cases: Cases,
  one: Case,
  { on, opened }: { readonly on: number; readonly opened: boolean },
): Promise<void> {
  const wayId = await phoneOf(cases, one, on)
  if (wayId === null) return
  const sender = { scope: everybody, staffId: one.staff.id, isFresh: true }
  const made = await sendLink(cases.place.pool, sender, one.subjectId, { wayId, seen: '' })
  if (made.granted && opened) await sentThen(cases, one, on)
}
