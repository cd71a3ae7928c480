/** Reading who turns 20, and saying what is done. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change, readAs } from '../audit/index.ts'
import { readCoveringConsents } from '../consents/index.ts'
import { listSameRecords } from '../outreach/index.ts'
import {
  birthdaysOnList,
  lastDayOnList,
  mayAskReceiver,
  mayEnd,
  mayMark,
  mayTakeOver,
  mayWaive,
  restsOnConsent,
  stageOn,
  turns20On,
  type EndRefusal,
  type HandOverRefusal,
  type SayRefusal,
} from './turning20.rules.ts'
import {
  answerHandOver,
  countFallen,
  findTurning,
  holdTurning,
  insertEnding,
  insertHandOver,
  listTurning,
  replaceMark,
  replaceWaiver,
  strikeEnding,
  strikeWaiver,
  type Known,
} from './turning20.store.ts'
import type { AskGround, Outcome, Stage, TurningFacts, WaivedItem, WaiverReason, Wish } from './turning20.types.ts'

/** Who reads or says. The scope is narrowed by the page's outlet already. */
export type TurningReader = {
  readonly pool: Pool
  readonly scope: Scope
  readonly staffId: string
  readonly today: PlainDate
  readonly isFresh: boolean
}

export type Turning = { readonly youth: Known; readonly facts: TurningFacts; readonly stage: Stage }

const factsOf = (known: Known): TurningFacts => ({ ...known, turns20On: turns20On(known.bornOn) })

function turningOf(known: Known, today: PlainDate): Turning | null {
  const facts = factsOf(known)
  const stage = stageOn(facts.turns20On, today)
  return stage === null ? null : { youth: known, facts, stage }
}

/** `fallen`: how many have left the list without anybody having said how it ended. */
export type TurningList = { readonly list: readonly Turning[]; readonly fallen: number }

/** Everybody on the list within the reader's scope: those whose ending is said are with them, for the page to set apart. */
export const readTurning = (reader: TurningReader): Promise<TurningList> =>
  readAs(
    reader.pool,
    ({ list }) => ({ actor: reader.staffId, action: 'turning.list', detail: { shown: list.length } }),
    async (tx) => {
      const known = await listTurning(tx, reader.scope, reader.today, birthdaysOnList(reader.today))
      return {
        list: known.flatMap((one) => turningOf(one, reader.today) ?? []),
        fallen: await countFallen(tx, reader.scope, lastDayOnList(reader.today)),
      }
    },
  )

type Closed = 'missing' | 'sign-in-again'

/** One youth. `missing` also when the day is too far away, or was too long ago. */
export const readOneTurning = (reader: TurningReader, subjectId: string): Promise<Turning | Closed> =>
  readAs(
    reader.pool,
    (found) => ({ actor: reader.staffId, action: 'turning.read', ...(typeof found === 'string' ? { outcome: found } : { subjectId }) }),
    async (tx) => {
      const known = await findTurning(tx, reader.scope, reader.today, subjectId)
      if (known === null) return 'missing'
      if (known.isProtected && !reader.isFresh) return 'sign-in-again'
      return turningOf(known, reader.today) ?? 'missing'
    },
  )

type Work<Reason extends string> = (tx: Tx, personId: number, facts: TurningFacts) => Promise<Decision<null, Reason>>

/** The frame of every change: seen, held, decided, saved, with one line in the log. */
function say<Reason extends string>(
  { pool, staffId: actor, scope, today, isFresh }: TurningReader,
  subjectId: string,
  { action, detail = {} }: { readonly action: string; readonly detail?: Readonly<Record<string, unknown>> },
  work: Work<Reason>,
): Promise<Decision<null, Closed | Reason>> {
  let isSeen = false
  return change<null, Closed | Reason>(
    pool,
    () => ({ actor, action: `turning.${action}`, subjectId: isSeen ? subjectId : null, detail }),
    async (tx) => {
      const first = await findTurning(tx, scope, today, subjectId)
      if (first === null) return refuse('missing')
      if (first.isProtected && !isFresh) return refuse('sign-in-again')
      isSeen = true
      await holdTurning(tx, first.personId)
      const known = await findTurning(tx, scope, today, subjectId)
      return known === null ? refuse('missing') : work(tx, known.personId, factsOf(known))
    },
  )
}

type Done<Reason extends string> = Promise<Decision<null, Closed | Reason>>

/** A talk about what comes after (`wish` null), or what the youth answered to whether somebody is to take over. */
export const sayMark = (
  reader: TurningReader,
  subjectId: string,
  { wish, on }: { readonly wish: Wish | null; readonly on: PlainDate },
): Done<SayRefusal> =>
  say<SayRefusal>(reader, subjectId, { action: 'mark', detail: { wish, on } }, async (tx, personId, facts) => {
    const allowed = mayMark({ facts, on, today: reader.today }, wish)
    if (allowed.granted) await replaceMark(tx, { personId, on, by: reader.staffId, wish })
    return allowed
  })

/** That something of the checklist is not needed, and why. */
export const sayWaiver = (
  reader: TurningReader,
  subjectId: string,
  wanted: { readonly item: WaivedItem; readonly why: WaiverReason },
): Done<SayRefusal | 'not-to-do'> =>
  say<SayRefusal | 'not-to-do'>(reader, subjectId, { action: 'waive', detail: wanted }, async (tx, personId, facts) => {
    const allowed = mayWaive({ facts, on: reader.today, today: reader.today }, wanted)
    if (allowed.granted) await replaceWaiver(tx, { personId, ...wanted, on: reader.today, by: reader.staffId })
    return allowed
  })

/** Takes back that something is not needed. */
export const takeBackWaiver = (reader: TurningReader, subjectId: string, item: string): Done<'not-waived'> =>
  say<'not-waived'>(reader, subjectId, { action: 'strikeWaiver', detail: { item } }, async (tx, personId) =>
    (await strikeWaiver(tx, personId, item, reader.staffId)) ? grant(null) : refuse('not-waived'),
  )

/** The youth's consent to being handed over to the receiver on the day; null when there is none. */
async function consentFor(tx: Tx, personId: number, receiverName: string, on: PlainDate): Promise<number | null> {
  const personIds = await listSameRecords(tx, personId)
  const [first] = await readCoveringConsents(tx, { personIds, on, purpose: 'handOver', receiverName })
  return first?.id ?? null
}

type Asked = { readonly receiver: string; readonly on: PlainDate; readonly ground: AskGround }

/** That a receiver has been asked to take over, and on what ground it was told whom. */
export const askReceiver = (reader: TurningReader, subjectId: string, { receiver, on, ground }: Asked): Done<HandOverRefusal> =>
  say<HandOverRefusal>(reader, subjectId, { action: 'askReceiver', detail: { on, ground } }, async (tx, personId, facts) => {
    const consentId = ground === 'consent' ? await consentFor(tx, personId, receiver, on) : null
    const allowed = mayAskReceiver({ facts, on, today: reader.today }, ground, consentId !== null)
    if (allowed.granted) await insertHandOver(tx, { personId, receiver, on, by: reader.staffId, ground, consentId })
    return allowed
  })

type Answered = { readonly handOverId: string; readonly accepted: boolean; readonly on: PlainDate }
type AnsweredRefusal = 'not-asked' | 'ahead' | 'no-consent'

/** What the receiver answered, on a day not before it was asked. It takes over while there is a consent, where it rests on one. */
export const sayReceiverAnswer = (
  reader: TurningReader,
  subjectId: string,
  { handOverId, accepted, on }: Answered,
): Done<AnsweredRefusal> =>
  say<AnsweredRefusal>(reader, subjectId, { action: 'receiverAnswer', detail: { accepted, on } }, async (tx, personId, { handOvers }) => {
    if (on > reader.today) return refuse('ahead')
    const asked = handOvers.find((one) => one.handOverId === handOverId)
    if (asked === undefined) return refuse('not-asked')
    const consentId = accepted && restsOnConsent(asked) ? await consentFor(tx, personId, asked.receiver, on) : null
    if (accepted) {
      const allowed = mayTakeOver(asked, consentId !== null)
      if (!allowed.granted) return allowed
    }
    const isSaid = await answerHandOver(tx, { personId, handOverId, accepted, on, by: reader.staffId, consentId })
    return isSaid ? grant(null) : refuse('not-asked')
  })

/** How it ended. That nobody took over is said, and never only left empty. */
export const sayEnding = (reader: TurningReader, subjectId: string, outcome: Outcome): Done<EndRefusal> =>
  say<EndRefusal>(reader, subjectId, { action: 'end', detail: { outcome } }, async (tx, personId, facts) => {
    const allowed = mayEnd({ facts, on: reader.today, today: reader.today }, outcome)
    if (allowed.granted) await insertEnding(tx, personId, outcome, reader.today, reader.staffId)
    return allowed
  })

/** Takes back how it ended, when it was wrong. */
export const takeBackEnding = (reader: TurningReader, subjectId: string): Done<'not-ended'> =>
  say<'not-ended'>(reader, subjectId, { action: 'strikeEnding' }, async (tx, personId) =>
    (await strikeEnding(tx, personId, reader.staffId)) ? grant(null) : refuse('not-ended'),
  )
