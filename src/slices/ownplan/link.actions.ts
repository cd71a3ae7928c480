/** What staff do with the youth's own page: see where its link stands, send one, and take it back. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import { change, readAs } from '../audit/index.ts'
import { findMessage, listOptOuts, queueMessage, textFor } from '../messaging/index.ts'
import { listSameRecords, listWays, type Way } from '../outreach/index.ts'
import { readOpenPlan } from '../plans/index.ts'
import { findSeenYouth, type SeenYouth } from '../worklist/index.ts'
import { endLinksWithAll } from './ending.actions.ts'
import { holdLinksOf, insertLink, listLinks, listOpenLinks } from './link.store.ts'
import { linkDays, wayChoices } from './ownplan.rules.ts'
import type { LinkChannel, ShownLink, WayChoice, WayProblem } from './ownplan.types.ts'

export type LinkSender = { readonly scope: Scope; readonly staffId: string; readonly isFresh: boolean }

/** `plan`: whether there is one that the youth can be shown. */
export type LinkPageOf = {
  readonly youth: SeenYouth
  readonly links: readonly ShownLink[]
  readonly ways: readonly WayChoice[]
  readonly plan: 'none' | 'draft' | 'agreed'
}

async function choicesFor(tx: Tx, records: readonly number[]): Promise<WayChoice[]> {
  const ways: Way[] = []
  for (const personId of records) ways.push(...(await listWays(tx, personId)))
  return wayChoices(ways, await listOptOuts(tx, records))
}

async function planStateOf(tx: Tx, records: readonly number[]): Promise<LinkPageOf['plan']> {
  const plan = await readOpenPlan(tx, records)
  return plan === null ? 'none' : plan.status === 'agreed' ? 'agreed' : 'draft'
}

async function load(tx: Tx, youth: SeenYouth): Promise<LinkPageOf> {
  const records = await listSameRecords(tx, youth.personId)
  const links: ShownLink[] = []
  for (const link of await listLinks(tx, records)) links.push({ ...link, message: await findMessage(tx, link.messageId) })
  // A protected youth is sent nothing: no way is even offered.
  const ways = youth.isProtected ? [] : await choicesFor(tx, records)
  return { youth, links, ways, plan: await planStateOf(tx, records) }
}

type Read = LinkPageOf | 'missing' | 'sign-in-again'

/** The links of a youth and what a new one could be sent to. A protected record needs a fresh sign-in. */
export const readLinks = (pool: Pool, { scope, staffId, isFresh }: LinkSender, subjectId: string): Promise<Read> =>
  readAs(
    pool,
    (found: Read) => ({
      actor: staffId,
      action: 'ownplan.readLinks',
      outcome: typeof found === 'string' ? found : 'done',
      subjectId: found === 'missing' ? null : subjectId,
    }),
    async (tx): Promise<Read> => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth === null) return 'missing'
      return youth.isProtected && !isFresh ? 'sign-in-again' : load(tx, youth)
    },
  )

/** `seen`: the latest link when the form was shown; empty when there was none. */
export type LinkWish = { readonly wayId: string; readonly seen: string }

/** `sent-already`: a colleague has sent one since the form was shown. */
export type SendRefusal = 'missing' | 'protected' | 'no-plan' | 'draft' | 'sent-already' | 'no-way' | WayProblem

const templateKeys = { sms: 'planLinkSms', email: 'planLinkEmail' } as const

type Sending = { readonly personId: number; readonly records: readonly number[]; readonly way: WayChoice; readonly staffId: string }

/** Queues the message and puts the link in place of the one before. Refused when the youth has become protected in this very moment. */
async function send(tx: Tx, { personId, records, way, staffId }: Sending): Promise<Decision<LinkChannel, 'protected'>> {
  const { channel, id: wayId } = way
  const { lang, version } = await textFor(tx, templateKeys[channel], records)
  await endLinksWithAll(tx, await listOpenLinks(tx, records), { how: 'replaced', by: staffId })
  const toYouth = { personId, staffId: null, roundId: null, channel, wayId, lang }
  const text = { templateKey: templateKeys[channel], templateVersion: version, fields: {} }
  const messageId = await queueMessage(tx, { ...toYouth, ...text, onceKey: null, notBefore: null, queuedBy: staffId })
  if (messageId === null) return refuse('protected')
  await insertLink(tx, { personId, wayId, channel, messageId, sentBy: staffId, days: linkDays })
  return grant(channel)
}

async function decideSending(
  tx: Tx,
  youth: SeenYouth,
  { wayId, seen }: LinkWish,
  staffId: string,
): Promise<Decision<LinkChannel, SendRefusal>> {
  if (youth.isProtected) return refuse('protected')
  await holdLinksOf(tx, youth.personId)
  const records = await listSameRecords(tx, youth.personId)
  if (((await listLinks(tx, records))[0]?.linkId ?? '') !== seen) return refuse('sent-already')
  const plan = await planStateOf(tx, records)
  if (plan !== 'agreed') return refuse(plan === 'none' ? 'no-plan' : 'draft')
  const way = (await choicesFor(tx, records)).find((one) => one.wayId === wayId)
  if (way === undefined) return refuse('no-way')
  return way.problem === null ? send(tx, { personId: youth.personId, records, way, staffId }) : refuse(way.problem)
}

/** Sends a link to the youth's plan; one that was open before it leads nowhere from now on. */
export async function sendLink(
  pool: Pool,
  { scope, staffId }: LinkSender,
  subjectId: string,
  wish: LinkWish,
): Promise<Decision<LinkChannel, SendRefusal>> {
  let isSeen = false
  return change<LinkChannel, SendRefusal>(
    pool,
    (sent) => ({
      actor: staffId,
      action: 'ownplan.send',
      subjectId: isSeen ? subjectId : null,
      detail: sent.granted ? { channel: sent.value } : {},
    }),
    async (tx) => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      return decideSending(tx, youth, wish, staffId)
    },
  )
}

/** Takes the open link back: it leads nowhere from now on, and whoever stands on the page is out. Refused: `missing`, `over` (there is none). */
export async function revokeLink(
  pool: Pool,
  { scope, staffId }: LinkSender,
  subjectId: string,
): Promise<Decision<null, 'missing' | 'over'>> {
  let isSeen = false
  return change<null, 'missing' | 'over'>(
    pool,
    () => ({ actor: staffId, action: 'ownplan.revoke', subjectId: isSeen ? subjectId : null }),
    async (tx) => {
      const youth = await findSeenYouth(tx, scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      await holdLinksOf(tx, youth.personId)
      const open = await listOpenLinks(tx, await listSameRecords(tx, youth.personId))
      return (await endLinksWithAll(tx, open, { how: 'revoked', by: staffId })) > 0 ? grant(null) : refuse('over')
    },
  )
}
