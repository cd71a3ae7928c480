/** Calling the actors to a talk, what they answer, and that it was held or cancelled; each with its line in the module's log. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import type { Pool, Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { Recipient } from '../instrument/instrument.types.ts'
import { listRolesOf } from '../people/file.store.ts'
import { changeYouth, type Unreached, type Writer } from '../people/people.actions.ts'
import { listActors } from '../people/people.store.ts'
import { listSignals } from '../signals/signals.store.ts'
import { mayCall, mayCancel, mayHold, type CallRefusal, type HoldRefusal } from './talks.rules.ts'
import { insertTalk, listCalledTalks, saveAnswer, saveCame, saveTalkState } from './talks.store.ts'
import type { CalledTalk, Invitation, InvitationAnswer, LeftOut } from './talks.types.ts'

/** A call as the process wants it. `at`: the clock, as `HH:MI`. */
export type CallWish = {
  readonly recipient: Recipient
  readonly on: PlainDate
  readonly at: string
  readonly place: string
  readonly invited: readonly Invitation[]
  readonly leftOut: readonly LeftOut[]
}

/** `not-yours`: the writer does not work in the process. `unknown-actor`: not one of those called for the youth now. */
export type CallTalkRefusal = CallRefusal | 'not-yours' | 'unknown-actor'

/** Whether each of the invited is the youth, or one of the youth's actors of that kind who are still called. */
async function areKnown(tx: Tx, youthId: string, invited: readonly Invitation[]): Promise<boolean> {
  const actors = (await listActors(tx, youthId)).filter(({ endedOn }) => endedOn === null)
  return invited.every(({ actor, actorId }) =>
    actor === 'youth' ? actorId === null : actors.some(({ id, kind }) => id === actorId && kind === actor),
  )
}

/** Calls the actors to a talk; its id. */
export const callTalk = (
  pool: Pool,
  writer: Writer,
  youthId: string,
  wish: CallWish,
): Promise<Decision<string, CallTalkRefusal | Unreached>> =>
  changeYouth<string, CallTalkRefusal>(
    pool,
    writer,
    {
      youthId,
      action: 'followup.callTalk',
      detail: () => ({ process: wish.recipient, invited: wish.invited.length, leftOut: wish.leftOut.length }),
    },
    async (tx) => {
      const { today, reader } = writer
      if (!(await listRolesOf(tx, reader.staffId)).includes(wish.recipient)) return refuse('not-yours')
      const allowed = mayCall(wish, { signals: await listSignals(tx, [youthId]), recipient: wish.recipient, today })
      if (!allowed.granted) return allowed
      if (!(await areKnown(tx, youthId, wish.invited))) return refuse('unknown-actor')
      return grant(await insertTalk(tx, { ...wish, youthId, by: reader.staffId, today }))
    },
  )

type TalkAt = { readonly youthId: string; readonly talkId: string; readonly version: number }
export type TalkRefusal = 'missing' | 'not-yours' | HoldRefusal | 'no-why'

/** One of the youth's talks, which the writer's own process has called. */
async function ownTalk(
  tx: Tx,
  { reader }: Writer,
  { youthId, talkId }: Pick<TalkAt, 'youthId' | 'talkId'>,
): Promise<CalledTalk | 'missing' | 'not-yours'> {
  const talk = (await listCalledTalks(tx, youthId)).find((one) => one.talkId === talkId)
  if (talk === undefined) return 'missing'
  return (await listRolesOf(tx, reader.staffId)).includes(talk.recipient) ? talk : 'not-yours'
}

/** Says that the talk was held, and which of the invited came (by invitation). */
export const holdTalk = (
  pool: Pool,
  writer: Writer,
  at: TalkAt,
  came: readonly string[],
): Promise<Decision<null, TalkRefusal | Unreached>> =>
  changeYouth<null, TalkRefusal>(
    pool,
    writer,
    { youthId: at.youthId, action: 'followup.holdTalk', detail: () => ({ talkId: at.talkId, came: came.length }) },
    async (tx) => {
      const talk = await ownTalk(tx, writer, at)
      if (typeof talk === 'string') return refuse(talk)
      const invited = talk.invited.filter(({ leftOutWhy }) => leftOutWhy === null).map(({ invitationId }) => invitationId)
      const allowed = mayHold(talk, { seen: at.version, came, invited, today: writer.today })
      if (!allowed.granted) return allowed
      await saveCame(tx, at.talkId, came)
      await saveTalkState(tx, at.talkId, 'held', { why: '', on: writer.today })
      return grant(null)
    },
  )

/** Cancels the talk with a reason. A talk that is to be on another day is cancelled and called anew. */
export const cancelTalk = (pool: Pool, writer: Writer, at: TalkAt, why: string): Promise<Decision<null, TalkRefusal | Unreached>> =>
  changeYouth<null, TalkRefusal>(
    pool,
    writer,
    { youthId: at.youthId, action: 'followup.cancelTalk', detail: () => ({ talkId: at.talkId }) },
    async (tx) => {
      const talk = await ownTalk(tx, writer, at)
      if (typeof talk === 'string') return refuse(talk)
      const allowed = mayCancel(talk, at.version, why)
      if (!allowed.granted) return allowed
      await saveTalkState(tx, at.talkId, 'cancelled', { why: why.trim(), on: writer.today })
      return grant(null)
    },
  )

type AnswerRefusal = 'missing' | 'not-yours' | 'already-held' | 'cancelled' | 'not-called'

/** Notes what somebody who was invited answered. */
export const answerInvitation = (
  pool: Pool,
  writer: Writer,
  { youthId, talkId, invitationId }: { readonly youthId: string; readonly talkId: string; readonly invitationId: string },
  answer: InvitationAnswer,
): Promise<Decision<null, AnswerRefusal | Unreached>> =>
  changeYouth<null, AnswerRefusal>(
    pool,
    writer,
    { youthId, action: 'followup.answerInvitation', detail: () => ({ talkId, answer }) },
    async (tx) => {
      const talk = await ownTalk(tx, writer, { youthId, talkId })
      if (typeof talk === 'string') return refuse(talk)
      if (talk.state !== 'called') return refuse(talk.state === 'held' ? 'already-held' : 'cancelled')
      const invited = talk.invited.find((one) => one.invitationId === invitationId)
      if (invited === undefined || invited.leftOutWhy !== null) return refuse('not-called')
      await saveAnswer(tx, invitationId, answer)
      return grant(null)
    },
  )
