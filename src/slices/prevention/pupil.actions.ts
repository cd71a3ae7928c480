/** One youth in prevention: absence, schools and matters; and opening, handing on, asking about and closing a matter. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { change, readAs } from '../audit/index.ts'
import { listSameRecords } from '../outreach/index.ts'
import { putQuestion, takeBackQuestions } from '../questions/index.ts'
import { findSeenYouth, watchOf, type SeenYouth } from '../worklist/index.ts'
import { settingsIn, shownMonth, type PreventionReader } from './desk.actions.ts'
import {
  answerDays,
  askRefusal,
  closeRefusal,
  openRefusal,
  referRefusal,
  type AskRefusal,
  type CloseRefusal,
  type OpenRefusal,
  type ReferRefusal,
} from './matter.rules.ts'
import {
  addressOf,
  holdMatter,
  insertMatter,
  isFollowedOn,
  listMatters,
  listSchools,
  saveClosing,
  saveQuestion,
  questionOf,
  saveReferral,
  saveReferralByLink,
} from './matter.store.ts'
import type { PreventionSettings } from './prevention-settings.rules.ts'
import type { AbsenceSums, Closing, HandWay, Matter, MatterKind, School } from './prevention.types.ts'
import { absenceOf } from './pupil.store.ts'

export type OnePupil = {
  readonly youth: SeenYouth
  readonly settings: PreventionSettings
  readonly absence: AbsenceSums | null
  readonly schools: readonly School[]
  readonly isWatched: boolean
  readonly isFollowed: boolean
  readonly matters: readonly Matter[]
}

export type Closed = 'missing' | 'sign-in-again'

async function seenBy(tx: Tx, { scope, isFresh }: PreventionReader, subjectId: string): Promise<Decision<SeenYouth, Closed>> {
  const youth = await findSeenYouth(tx, scope, subjectId)
  if (youth === null) return refuse('missing')
  return youth.isProtected && !isFresh ? refuse('sign-in-again') : grant(youth)
}

async function wholeOf(tx: Tx, { today }: PreventionReader, youth: SeenYouth): Promise<OnePupil> {
  const personIds = await listSameRecords(tx, youth.personId)
  return {
    youth,
    settings: await settingsIn(tx),
    absence: await absenceOf(tx, personIds, shownMonth(today)),
    schools: await listSchools(tx, personIds, today),
    isWatched: (await watchOf(tx, youth.personId)) !== null,
    isFollowed: await isFollowedOn(tx, youth.personId, today),
    matters: await listMatters(tx, personIds),
  }
}

/** One youth, with the read line. */
export const readPupil = (reader: PreventionReader, subjectId: string): Promise<Decision<OnePupil, Closed>> =>
  readAs(
    reader.pool,
    (read) => ({
      actor: reader.staffId,
      action: 'prevention.readPupil',
      outcome: read.granted ? 'done' : read.reason,
      subjectId: read.granted || read.reason !== 'missing' ? subjectId : null,
    }),
    async (tx) => {
      const seen = await seenBy(tx, reader, subjectId)
      return seen.granted ? grant(await wholeOf(tx, reader, seen.value)) : seen
    },
  )

type Line = { readonly action: string; readonly subjectId: string; readonly detail?: Readonly<Record<string, unknown>> }

/** A change about one youth: seen first, and one line whatever comes of it. */
const changed = <T, Reason extends string>(
  reader: PreventionReader,
  { action, subjectId, detail = {} }: Line,
  work: (tx: Tx, youth: SeenYouth) => Promise<Decision<T, Reason>>,
): Promise<Decision<T, Reason | Closed>> =>
  change<T, Reason | Closed>(
    reader.pool,
    (decision) => ({
      actor: reader.staffId,
      action,
      subjectId: decision.granted || decision.reason !== 'missing' ? subjectId : null,
      detail,
    }),
    async (tx) => {
      const seen = await seenBy(tx, reader, subjectId)
      return seen.granted ? work(tx, seen.value) : seen
    },
  )

/** A matter of the youth, held. */
const held = async (tx: Tx, { personId }: SeenYouth, matterId: string): Promise<Matter | null> =>
  holdMatter(tx, await listSameRecords(tx, personId), matterId)

/** Opens a matter about a school that the youth goes to. What it is about is not written: the head is told. */
export const openMatter = (
  reader: PreventionReader,
  subjectId: string,
  { kind, schoolUnit }: { readonly kind: MatterKind; readonly schoolUnit: string },
): Promise<Decision<null, OpenRefusal | Closed>> =>
  changed<null, OpenRefusal>(reader, { action: 'prevention.openMatter', subjectId, detail: { kind } }, async (tx, youth) => {
    const refusal = openRefusal(kind, schoolUnit, await wholeOf(tx, reader, youth))
    if (refusal !== null) return refuse(refusal)
    const made = { personId: youth.personId, kind, schoolUnit, openedOn: reader.today, openedBy: reader.staffId }
    return (await insertMatter(tx, made)) ? grant(null) : refuse('open-already')
  })

/** Writes that the head of the school has been told of a complaint. */
export const referMatter = (
  reader: PreventionReader,
  subjectId: string,
  matterId: string,
  how: HandWay,
): Promise<Decision<null, ReferRefusal | Closed>> =>
  changed<null, ReferRefusal | 'missing'>(reader, { action: 'prevention.referMatter', subjectId, detail: { how } }, async (tx, youth) => {
    const matter = await held(tx, youth, matterId)
    if (matter === null) return refuse('missing')
    const refusal = referRefusal(matter)
    if (refusal !== null) return refuse(refusal)
    await saveReferral(tx, matterId, how, reader.today, reader.staffId)
    return grant(null)
  })

/** What the school needs to know whom it is about, and no more. */
const shownToSchool = ['givenName', 'familyName', 'birthYear'] as const

/** The secret of a link to the school, shown once, with what it asks and shows. `address`: where the school has said that it reads. */
export type SchoolLink = {
  readonly token: string
  readonly days: number
  readonly youth: SeenYouth
  readonly kind: MatterKind
  readonly address: string | null
}

/**
 * Asks the school by a link with one question: whether somebody gone has been deregistered, or whether the head takes a complaint in hand. A complaint
 * that nobody has told the head of is told by the question.
 */
export const askSchool = (
  reader: PreventionReader,
  subjectId: string,
  matterId: string,
): Promise<Decision<SchoolLink, AskRefusal | Closed>> =>
  changed<SchoolLink, AskRefusal | 'missing'>(reader, { action: 'prevention.askSchool', subjectId, detail: {} }, async (tx, youth) => {
    const matter = await held(tx, youth, matterId)
    if (matter === null) return refuse('missing')
    const refusal = askRefusal(matter, youth.isProtected)
    if (refusal !== null) return refuse(refusal)
    const { kind, school, referredOn } = matter
    const to = { receiverKind: 'school', receiverName: school.name, shown: shownToSchool, days: answerDays } as const
    const asks = kind === 'gone' ? 'deregistered' : 'complaint'
    const { token, questionId } = await putQuestion(tx, { ...to, asks, personId: youth.personId, askedBy: reader.staffId })
    if (kind === 'complaint' && referredOn === null) await saveReferralByLink(tx, matterId, questionId, reader.today, reader.staffId)
    else await saveQuestion(tx, matterId, questionId)
    return grant({ token, days: answerDays, youth, kind, address: await addressOf(tx, school.code) })
  })

/** Closes a matter. A question that the school has not answered leads nowhere from then on. */
export const closeMatter = (
  reader: PreventionReader,
  subjectId: string,
  matterId: string,
  closing: Closing,
): Promise<Decision<null, CloseRefusal | Closed>> =>
  changed<null, CloseRefusal | 'missing'>(
    reader,
    { action: 'prevention.closeMatter', subjectId, detail: { closing } },
    async (tx, youth) => {
      const matter = await held(tx, youth, matterId)
      if (matter === null) return refuse('missing')
      const refusal = closeRefusal(matter, closing)
      if (refusal !== null) return refuse(refusal)
      await saveClosing(tx, matterId, closing, reader.today, reader.staffId)
      const questionId = await questionOf(tx, matterId)
      if (questionId !== null) await takeBackQuestions(tx, [questionId])
      return grant(null)
    },
  )
