/** Asking about youths at a meeting: one question each, on her consent or on a ground that the asker says. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change, writeAuditLine } from '../audit/index.ts'
import { listSameRecords } from '../outreach/index.ts'
import { putQuestion } from '../questions/index.ts'
import { findSeenYouth, type SeenYouth } from '../worklist/index.ts'
import { askOn, groundsFor, type AskOn } from './ask.rules.ts'
import { readConsentFor } from './consent-for.actions.ts'
import type { NetworkReader } from './meeting.actions.ts'
import { askRefusal, linkDays, mostAsked, type AskRefusal } from './meeting.rules.ts'
import { countAsked, findMeeting, insertAsked, listAskable } from './meeting.store.ts'
import type { AskGround, NetworkMeeting } from './network.types.ts'

/** A link with the secret that is shown once, whom it asks about and what it shows. */
export type MeetingLink = { readonly token: string; readonly youth: SeenYouth; readonly shown: AskOn['shown'] }
export type MadeLinks = { readonly meeting: NetworkMeeting; readonly links: readonly MeetingLink[]; readonly days: number }

/**
 * `nobody`: nobody was chosen. `too-many`: more than a meeting can talk about. `no-consent`: only consent was said, and some have none that covers the
 * partner. `not-a-ground`: it is none for this partner. `not-now`: one of them is asked about already, or is not covered any more.
 */
export type AskedRefusal = AskRefusal | 'missing' | 'nobody' | 'too-many' | 'no-consent' | 'not-a-ground' | 'not-now'

type OneAsked = { readonly youth: SeenYouth; readonly on: AskOn }

/** One question about one youth, with a line of its own in the log: nobody is asked about without one. */
async function putOne(tx: Tx, { staffId, today }: NetworkReader, meeting: NetworkMeeting, { youth, on }: OneAsked): Promise<MeetingLink> {
  const days = linkDays(meeting.heldOn, today)
  const { ground, consent, shown } = on
  const to = { receiverKind: 'otherActor', receiverName: meeting.partnerName, asks: 'known', shown } as const
  const { token, questionId } = await putQuestion(tx, { ...to, personId: youth.personId, askedBy: staffId, days })
  await insertAsked(tx, meeting.meetingId, { questionId, ground, consentId: consent?.id ?? null })
  const detail = { shown, days, ground }
  await writeAuditLine(tx, { actor: staffId, action: 'questions.ask', outcome: 'done', subjectId: youth.subjectId, detail })
  return { token, youth, shown }
}

async function seenAmong(tx: Tx, { scope }: NetworkReader, subjectIds: readonly string[]): Promise<SeenYouth[] | null> {
  const youths: SeenYouth[] = []
  for (const subjectId of subjectIds) {
    const youth = await findSeenYouth(tx, { ...scope, mayReadProtected: false }, subjectId)
    if (youth === null || youth.isProtected) return null
    youths.push(youth)
  }
  return youths
}

/** On what each of them is asked about; null: only consent was said, and some have none. */
async function groundsOf(
  tx: Tx,
  { today }: NetworkReader,
  meeting: NetworkMeeting,
  { youths, said }: { readonly youths: readonly SeenYouth[]; readonly said: AskGround },
): Promise<OneAsked[] | null> {
  const all: OneAsked[] = []
  for (const youth of youths) {
    const consent = await readConsentFor(tx, meeting, await listSameRecords(tx, youth.personId), today)
    const on = askOn(said, consent)
    if (on === null) return null
    all.push({ youth, on })
  }
  return all
}

type Wish = { readonly subjectIds: readonly string[]; readonly ground: AskGround }

/** What is wrong before anybody is looked at; null: nothing. */
async function wishRefusal(tx: Tx, meeting: NetworkMeeting, { subjectIds, ground }: Wish, today: PlainDate): Promise<AskedRefusal | null> {
  const refusal = askRefusal(meeting, today)
  if (refusal !== null) return refusal
  if (!groundsFor(meeting.partnerKind).includes(ground)) return 'not-a-ground'
  if (subjectIds.length === 0) return 'nobody'
  return subjectIds.length + (await countAsked(tx, meeting.meetingId)) > mostAsked ? 'too-many' : null
}

async function ask(tx: Tx, reader: NetworkReader, meetingId: string, wish: Wish): Promise<Decision<MadeLinks, AskedRefusal>> {
  const { today, scope } = reader
  const meeting = await findMeeting(tx, meetingId, true)
  if (meeting === null) return refuse('missing')
  const refusal = await wishRefusal(tx, meeting, wish, today)
  if (refusal !== null) return refuse(refusal)
  const youths = await seenAmong(tx, reader, wish.subjectIds)
  if (youths === null) return refuse('missing')
  if ((await listAskable(tx, scope, { meetingId, today }, wish.subjectIds)).length < youths.length) return refuse('not-now')
  const all = await groundsOf(tx, reader, meeting, { youths, said: wish.ground })
  if (all === null) return refuse('no-consent')
  const links: MeetingLink[] = []
  for (const one of all) links.push(await putOne(tx, reader, meeting, one))
  return grant({ meeting, links, days: linkDays(meeting.heldOn, today) })
}

/** Asks about the chosen youths at a meeting: a link for each. All or none of them. */
export const askAtMeeting = (
  reader: NetworkReader,
  meetingId: string,
  { subjectIds, ground }: Wish,
): Promise<Decision<MadeLinks, AskedRefusal>> =>
  change<MadeLinks, AskedRefusal>(
    reader.pool,
    { actor: reader.staffId, action: 'network.ask', detail: { youths: subjectIds.length, ground } },
    (tx) => ask(tx, reader, meetingId, { subjectIds: [...new Set(subjectIds)], ground }),
  )
