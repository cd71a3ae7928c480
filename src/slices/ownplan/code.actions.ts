/** The one-time code: asking for one, and coming in with it. A wrong one is counted, so it cannot be undone as a refusal would be. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { change, writeAuditLine } from '../audit/index.ts'
import { queueMessage, textFor } from '../messaging/index.ts'
import { listSameRecords } from '../outreach/index.ts'
import { countCodes, countTry, endCodes, holdCode, insertCode } from './code.store.ts'
import { endCodesWithMessages } from './ending.actions.ts'
import { holdLinksOf, markUsed } from './link.store.ts'
import { findLink, youthActor } from './live.actions.ts'
import { codeMinutes, codeTries, maySendCode, stayMinutes } from './ownplan.rules.ts'
import type { LiveCode, LiveLink } from './ownplan.types.ts'
import { hashOfStay, isKeptCode, newStayToken, type KeptCode } from './secrets.ts'
import { insertStay } from './stay.store.ts'

/** The live link, and nobody else does anything with this youth's links until the transaction ends. */
async function holdLink(tx: Tx, token: string): Promise<LiveLink | null> {
  const found = await findLink(tx, token)
  if (found === null) return null
  await holdLinksOf(tx, found.personId)
  return findLink(tx, token)
}

const templateKeys = { sms: 'planCodeSms', email: 'planCodeEmail' } as const

async function queueCode(tx: Tx, { personId, channel, wayId }: LiveLink): Promise<number | null> {
  const { lang, version } = await textFor(tx, templateKeys[channel], await listSameRecords(tx, personId))
  const toYouth = { personId, staffId: null, roundId: null, channel, wayId, lang }
  const text = { templateKey: templateKeys[channel], templateVersion: version, fields: {} }
  return queueMessage(tx, { ...toYouth, ...text, onceKey: null, notBefore: null, queuedBy: youthActor })
}

type AskRefusal = 'gone' | 'too-many'

async function decideAsking(tx: Tx, link: LiveLink): Promise<Decision<null, AskRefusal>> {
  if (!maySendCode(await countCodes(tx, link.id))) return refuse('too-many')
  const before = await holdCode(tx, link.id)
  if (before !== null) await endCodesWithMessages(tx, [before], before.isExpired ? 'expired' : 'replaced')
  const messageId = await queueCode(tx, link)
  if (messageId === null) return refuse('gone')
  await insertCode(tx, { linkId: link.id, messageId, minutes: codeMinutes })
  return grant(null)
}

/** Queues a code to where the link was sent; the one before it is void. Refused: `gone` (the link leads nowhere), `too-many` (for now). */
export async function askForCode(pool: Pool, token: string): Promise<Decision<null, AskRefusal>> {
  let subjectId: string | null = null
  return change<null, AskRefusal>(
    pool,
    () => ({ actor: youthActor, action: 'ownplan.askCode', subjectId }),
    async (tx) => {
      const link = await holdLink(tx, token)
      if (link === null) return refuse('gone')
      subjectId = link.subjectId
      return decideAsking(tx, link)
    },
  )
}

const keptOf = ({ salt, hash, isExpired, tries }: LiveCode): KeptCode | null =>
  salt === null || hash === null || isExpired || tries >= codeTries ? null : { salt, hash }

async function noteWrong(tx: Tx, { subjectId }: LiveLink, code: LiveCode | null): Promise<void> {
  await writeAuditLine(tx, { actor: youthActor, action: 'ownplan.enter', outcome: 'wrong-code', subjectId })
  if (code === null || code.tries >= codeTries) return
  await countTry(tx, code.id)
  if (code.tries + 1 >= codeTries) await endCodes(tx, [code.id], 'tried')
}

async function beginStay(tx: Tx, { id: linkId, subjectId }: LiveLink, codeId: number): Promise<string> {
  const stay = newStayToken()
  await endCodes(tx, [codeId], 'used')
  await insertStay(tx, { linkId, codeId, hash: hashOfStay(stay), minutes: stayMinutes })
  await markUsed(tx, linkId)
  await writeAuditLine(tx, { actor: youthActor, action: 'ownplan.enter', outcome: 'done', subjectId })
  return stay
}

/**
 * In with a code: the secret of the stay. Refused: `gone` (the link leads nowhere: no line), `wrong` (another code, or one that is over, used, tried too
 * often or never asked for: which of them is nobody's to know).
 */
export const enterWithCode = (pool: Pool, token: string, code: string): Promise<Decision<string, 'gone' | 'wrong'>> =>
  inTransaction(pool, async (tx): Promise<Decision<string, 'gone' | 'wrong'>> => {
    const link = await holdLink(tx, token)
    if (link === null) return refuse('gone')
    const kept = await holdCode(tx, link.id)
    const isRight = await isKeptCode(code, kept === null ? null : keptOf(kept))
    if (isRight && kept !== null) return grant(await beginStay(tx, link, kept.id))
    await noteWrong(tx, link, kept)
    return refuse('wrong')
  })
