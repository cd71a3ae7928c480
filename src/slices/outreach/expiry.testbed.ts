/** The desk of statements that lapse: youths with a statement, what is heard of them, and what a page shows. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { TestPlace } from '../../../test/support/places.ts'
import type { Visitor } from '../../../test/support/web.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { tickedValue } from './expiry.forms.ts'
import type { NewOccupation } from './outreach.types.ts'
import { aContact, ago } from './outreach.testbed.ts'
import { recordContact, recordOccupation } from './record.actions.ts'

export const desk = '/sysselsattning'
let names = 0

type Given = Parameters<typeof aYouth>[1] & { readonly days?: number; readonly kind?: NewOccupation['kind'] }

/** Said by the youth to work 80 days ago: it lapses in ten days. */
export async function aSaid(
  place: TestPlace,
  { days = 80, kind = 'work', ...given }: Given = {},
): Promise<MadeYouth & { readonly name: string }> {
  names += 1
  const name = `Namn${names}`
  const youth = await aYouth(place, { given: name, family: 'Prov', ...given })
  const statement = { personId: youth.personId, kind, source: 'youth', sinceOn: ago(200), statedOn: ago(days), saidBy: 'prov' } as const
  await inTransaction(place.pool, (tx) =>
    recordOccupation(tx, { ...statement, sinceOn: kind === 'unknown' ? null : ago(200), contactId: null }),
  )
  return { ...youth, name }
}

/** An answer from the reply page that waits; returns its id. */
export async function aReply(
  place: TestPlace,
  { personId }: MadeYouth,
  kind: string,
  days: number,
  { since = null, words = '' }: { readonly since?: PlainDate | null; readonly words?: string } = {},
): Promise<string> {
  const [code] = await place.sql<{ id: number }>(
    `insert into replies.code (code_hash, person_id, valid_until) values ($1, $2, now() + interval '1 day') returning id`,
    [randomBytes(32), personId],
  )
  const [row] = await place.sql<{ id: string }>(
    `insert into replies.answer (code_id, person_id, kind, detail, lang, answered_at)
     values ($1, $2, $3, $4, 'sv', now() - make_interval(days => $5)) returning answer_id as id`,
    [code?.id, personId, kind, JSON.stringify({ place: words, since, text: '', day: 'any', part: 'morning', phone: '+46701740605' }), days],
  )
  return row?.id ?? ''
}

/** A question that was answered, the answer not yet recorded as what the youth does. */
export async function anAnswer(place: TestPlace, { personId }: MadeYouth, receiver: string, answer: string, days: number): Promise<string> {
  const contact = await inTransaction(place.pool, (tx) =>
    recordContact(tx, aContact(personId, { channel: 'school', outcome: 'informed', origin: 'question', originId: randomUUID() })),
  )
  const [row] = await place.sql<{ id: string }>(
    `insert into questions.question (person_id, token_hash, receiver_kind, receiver_name, shown, asked_by, asked_at, expires_at, answered_at, answer, contact_id)
     values ($1, $2, $3, '', '{givenName,familyName}', (select s.id from access.staff s limit 1), now() - interval '9 days', now() + interval '9 days',
       now() - make_interval(days => $4), $5, $6)
     returning question_id as id`,
    [personId, randomBytes(32), receiver, days, answer, contact.id],
  )
  return row?.id ?? ''
}

export type StandsNow = {
  readonly kind: string
  readonly source: string
  readonly since: string | null
  readonly stated: string
  readonly origin: string
}
/** What stands of the youth. */
export const standsNow = async (place: TestPlace, { personId }: MadeYouth): Promise<StandsNow | undefined> =>
  (
    await place.sql<StandsNow>(
      `select kind, source, since_on as since, stated_on as stated, origin from outreach.occupation where person_id = $1 and known_until = 'infinity'`,
      [personId],
    )
  )[0]
const standingId = async (place: TestPlace, { personId }: MadeYouth): Promise<string> =>
  (
    await place.sql<{ id: string }>(
      `select occupation_id as id from outreach.occupation where person_id = $1 and known_until = 'infinity'`,
      [personId],
    )
  )[0]?.id ?? ''
/** What the youth's box sends. */
export const aTick = async (place: TestPlace, youth: MadeYouth, answerId: string | null = null): Promise<string> =>
  tickedValue({ subjectId: youth.subjectId, occupationId: await standingId(place, youth), answerId })

/** The row of a youth in a page, as it is read; empty when it is not there. */
export const rowIn = (html: string, { subjectId }: MadeYouth): string => {
  const row = html.split('<tr>').find((one) => one.includes(`/ungdomar/${subjectId}/sysselsattning"`))
  return row === undefined ? '' : row.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}
/** The youth's box; null when there is none. */
export const boxIn = (html: string, { subjectId }: MadeYouth): string | null =>
  html.match(new RegExp(`<input[^>]*name="row"[^>]*value="${subjectId}[^>]*>`))?.[0] ?? null
/** Sends the desk's form. */
export const sendTicked = (visitor: Visitor, rows: readonly string[], source = '', group = 'expiring') =>
  visitor.send(desk, { row: rows, source, group, mine: '', page: '1' })
