/** What the tests of the sender share: youths with numbers, messages to them, and a sender with plain texts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMailServer, type MailServer } from '../../../simulators/mail/index.ts'
import { startSmsGateway, type SmsGateway } from '../../../simulators/sms/index.ts'
import type { TestPlace } from '../../../test/support/places.ts'
import { grant } from '../../platform/decision.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { documentSetUp, paragraphs } from '../../platform/pdf-page.ts'
import { aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import type { Composed, ComposeWith, Message, NewMessage } from './message.types.ts'
import { queueMessage } from './queue.actions.ts'
import { sendDue } from './sender.actions.ts'
import type { Sender } from './sender.ts'
import type { SendCounts } from './send.types.ts'

/** Fictitious mobile numbers of the series for fiction, one after the other. */
const aMobile = (nth: number): string => `+467017406${String(5 + (nth % 95)).padStart(2, '0')}`

export type Reachable = MadeYouth & { readonly wayId: number; readonly phone: string }

/** A covered youth with a phone number in the ledger. */
export async function aReachable(place: TestPlace, nth = 0, given: Parameters<typeof aYouth>[1] = {}): Promise<Reachable> {
  const youth = await aYouth(place, given)
  const phone = aMobile(nth)
  const [way] = await place.sql<{ id: number }>(
    `insert into outreach.way (person_id, kind, value, source, found_on, found_by) values ($1, 'phone', $2, 'youth', '2026-10-01', 'prov') returning id`,
    [youth.personId, phone],
  )
  return { ...youth, wayId: way?.id ?? 0, phone }
}

/** Queues a first SMS unless told otherwise. Returns the message's id, or null when there was nothing to queue. */
export const queued = (place: TestPlace, youth: { readonly personId: number }, given: Partial<NewMessage> = {}): Promise<number | null> =>
  inTransaction(place.pool, (tx) =>
    queueMessage(tx, {
      roundId: null,
      personId: youth.personId,
      staffId: null,
      channel: 'sms',
      templateKey: 'firstSms',
      lang: 'sv',
      templateVersion: 0,
      wayId: null,
      fields: {},
      onceKey: null,
      notBefore: null,
      queuedBy: 'prov',
      ...given,
    } as NewMessage),
  )

/** A round of letters that a second person has released. Returns its id. */
export async function aReleasedRound(place: TestPlace, name = 'Höstens runda'): Promise<number> {
  const staff = await place.sql<{ id: string }>(
    `insert into access.staff (issuer, subject, name, roles) values ('prov', gen_random_uuid(), 'Ada', '{coordinator}'),
       ('prov', gen_random_uuid(), 'Bo', '{coordinator}') returning id`,
  )
  const [round] = await place.sql<{ id: number }>(
    `insert into messaging.round (kind, name, query, on_day, letter_key, sms_key, state, prepared_by, reviewed_by, reviewed_at, released_by, released_at)
     values ('large', $1, '', '2026-09-16', 'firstLetter', 'firstSms', 'released', $2, $2, now(), $3, now()) returning id`,
    [name, staff[0]?.id, staff[1]?.id],
  )
  return round?.id ?? 0
}

/** Plain words in place of the templates: the code and the message's id. */
export function plainly({ channel, messageId }: Message, { replyCode, place }: ComposeWith): Composed {
  const text = `${place.name}: ${messageId} ${replyCode ?? ''}`
  if (channel === 'sms') return { kind: 'sms', text }
  if (channel === 'email') return { kind: 'email', subject: 'Hej', text }
  const setUp = documentSetUp({ title: 'Brev', language: 'sv' })
  return { kind: 'paper', setUp, sharedSetUp: setUp, part: paragraphs(text), postalCode: '12345' }
}

type Row = Record<string, unknown>

export type SenderBench = {
  readonly place: TestPlace
  readonly sms: SmsGateway
  readonly mail: MailServer
  readonly folder: string
  readonly reported: unknown[]
  readonly sender: Omit<Sender, 'settings'>
  /** One pass at a time that is so many minutes from now. */
  readonly send: (given?: Partial<Omit<Sender, 'settings'>>, minutesAhead?: number) => Promise<SendCounts>
  /** The message's row. */
  readonly row: (id: number | null) => Promise<Row>
  readonly close: () => Promise<void>
}

/** A second more: what was queued in this very millisecond is due. */
const minutesFromNow = (minutes: number): Date => new Date(Date.now() + minutes * 60_000 + 1000)

type Simulators = Pick<SenderBench, 'sms' | 'mail' | 'folder' | 'reported'>

const senderOf = ({ code, pool }: TestPlace, { sms, mail, folder, reported }: Simulators): SenderBench['sender'] => ({
  place: { code, name: 'Provstad', pool },
  sms: { url: sms.address, user: sms.user, password: sms.password, from: 'Provstad' },
  mail: { url: mail.address, from: 'Provstad <lots@example.se>' },
  printFolder: folder,
  publicUrl: 'http://localhost:1',
  compose: (_, message, given) => Promise.resolve(grant(plainly(message, given))),
  report: (error) => reported.push(error),
  isOver: () => false,
})

/** A sender on simulators, with a print folder of its own. The caller closes it, which closes the municipality. */
export async function aSender(place: TestPlace): Promise<SenderBench> {
  const simulators: Simulators = {
    sms: await startSmsGateway(),
    mail: await startMailServer(),
    folder: mkdtempSync(join(tmpdir(), 'lots-print-')),
    reported: [],
  }
  const sender = senderOf(place, simulators)
  return {
    place,
    ...simulators,
    sender,
    send: (given = {}, minutesAhead = 0) => sendDue({ ...sender, ...given }, minutesFromNow(minutesAhead)),
    row: async (id) => (await place.sql<Row>('select * from messaging.message where id = $1', [id]))[0] ?? {},
    close: async () => {
      await Promise.all([simulators.sms.close(), simulators.mail.close(), place.installation.close()])
      rmSync(simulators.folder, { recursive: true, force: true })
    },
  }
}
