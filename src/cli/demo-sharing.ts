/** Consents and referrals in the demo: some that wait, one too long, some that go on, one a measure, some rejected, one withdrawn. All made up. */
import { inTransaction, type Pool } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import {
  hashOfPackage,
  packageOf,
  readConsents,
  recordConsent,
  withdrawConsent,
  type Purpose,
  type ReceiverKind,
  type SharedField,
} from '../slices/consents/index.ts'
import { answerLinked, openReferral, readReferrals, sendReferral, tellLinked, writeMeasure } from '../slices/referrals/index.ts'
import { shifted } from './demo-cases.ts'
import { colleague, everybody, type Colleague, type DemoPlace } from './demo-outreach-desk.ts'

type Telling = { readonly pool: Pool; readonly staff: Colleague; readonly today: PlainDate }

/** What comes of a referral. */
type End = 'waits' | 'opened' | 'accepted' | 'begins' | 'measure' | 'works' | 'rejected' | 'withdrawn' | 'none'
type Story = {
  readonly daysAgo: number
  readonly receiver: ReceiverKind
  readonly name: string
  readonly purpose: Purpose
  readonly end: End
}

const stories: readonly Story[] = [
  { daysAgo: 24, receiver: 'internal', name: 'Jobbtorgets verkstad', purpose: 'joinActivity', end: 'waits' },
  { daysAgo: 5, receiver: 'partner', name: 'Projektet Kliv in', purpose: 'planTogether', end: 'opened' },
  { daysAgo: 30, receiver: 'measure', name: 'Folkhögskolans prova på-kurs', purpose: 'joinActivity', end: 'measure' },
  { daysAgo: 12, receiver: 'internal', name: 'Jobbtorgets mediegrupp', purpose: 'joinActivity', end: 'rejected' },
  { daysAgo: 9, receiver: 'partner', name: 'Föreningen Språnget', purpose: 'followUp', end: 'withdrawn' },
  { daysAgo: 2, receiver: 'internal', name: 'Jobbtorgets coacher', purpose: 'followUp', end: 'none' },
  { daysAgo: 35, receiver: 'internal', name: 'Jobbtorgets verkstad', purpose: 'joinActivity', end: 'works' },
  { daysAgo: 33, receiver: 'internal', name: 'Jobbtorgets verkstad', purpose: 'joinActivity', end: 'begins' },
  { daysAgo: 29, receiver: 'internal', name: 'Jobbtorgets verkstad', purpose: 'joinActivity', end: 'begins' },
  { daysAgo: 27, receiver: 'internal', name: 'Jobbtorgets verkstad', purpose: 'joinActivity', end: 'accepted' },
  { daysAgo: 25, receiver: 'internal', name: 'Jobbtorgets verkstad', purpose: 'joinActivity', end: 'begins' },
  { daysAgo: 21, receiver: 'internal', name: 'Jobbtorgets verkstad', purpose: 'joinActivity', end: 'begins' },
  { daysAgo: 18, receiver: 'partner', name: 'Projektet Kliv in', purpose: 'joinActivity', end: 'begins' },
  { daysAgo: 16, receiver: 'partner', name: 'Projektet Kliv in', purpose: 'joinActivity', end: 'accepted' },
]

const fields: readonly SharedField[] = ['name', 'birthDate', 'phones', 'occupation']

/** Covered for a while, and not protected. */
const listYouths = (pool: Pool, today: PlainDate): Promise<{ subjectId: string }[]> =>
  inTransaction(pool, (tx) =>
    tx.query<{ subjectId: string }>(
      `select y.subject_id as "subjectId" from worklist.seen(null, false) y
       where y.from_on < $1::date - 40 and (y.until_on is null or y.until_on > $1) order by y.person_id limit $2`,
      [today, stories.length],
    ),
  )

/** Records the consent as it is recorded from its preview. Returns its id; null when it was refused. */
async function consentOf(
  { pool, staff }: Telling,
  subjectId: string,
  { receiver, name, purpose }: Story,
  on: PlainDate,
): Promise<string | null> {
  const recorder = { pool, scope: everybody, staffId: staff.id, today: on }
  const found = await readConsents(recorder, subjectId)
  if (found === null) return null
  const decision = await recordConsent(recorder, subjectId, {
    purpose,
    receiverKind: receiver,
    receiverName: name,
    fields,
    how: 'inPerson',
    givenOn: on,
    untilOn: shifted(on, 180),
    guardianOn: null,
    previewed: hashOfPackage(packageOf(found.facts, fields)),
    noteKept: [],
  })
  return decision.granted ? decision.value : null
}

/** A colleague writes what was accepted as a measure. */
async function writeIt({ pool, staff, today }: Telling, subjectId: string, fromOn: PlainDate): Promise<void> {
  const referrer = { pool, scope: everybody, staffId: staff.id, name: staff.name, today }
  const read = await readReferrals(referrer, subjectId, null)
  const referralId = read?.referrals[0]?.referralId
  if (referralId !== undefined) await writeMeasure(referrer, { subjectId, referralId }, { item: 'folkHighSchool', fromOn })
}

/** What the receiver does, and the youth. */
async function endIt(
  telling: Telling,
  subjectId: string,
  { end }: Story,
  made: { readonly consentId: string; readonly token: string; readonly on: PlainDate },
) {
  const { pool, staff, today } = telling
  const { consentId, token, on } = made
  if (end === 'waits') return
  await openReferral(pool, token, { how: 'open', today: shifted(on, 1) })
  if (end === 'rejected') await answerLinked(pool, token, { answer: 'rejected', reason: 'full' }, shifted(on, 2))
  if (end === 'withdrawn') await withdrawConsent({ pool, scope: everybody, staffId: staff.id, today }, subjectId, consentId)
  if (end === 'opened' || end === 'rejected' || end === 'withdrawn') return
  await answerLinked(pool, token, { answer: 'accepted' }, shifted(on, 3))
  if (end !== 'accepted') await tellLinked(pool, token, { kind: 'began', onDay: shifted(on, 10) }, shifted(on, 11))
  if (end === 'works') await tellLinked(pool, token, { kind: 'endedToWork', onDay: shifted(on, 30) }, shifted(on, 31))
  if (end === 'measure') await writeIt(telling, subjectId, shifted(on, 10))
}

/** Fills in consents and referrals, once in a demo folder. */
export async function fillDemoSharing({ pool }: DemoPlace, today: PlainDate): Promise<void> {
  const telling = { pool, staff: await colleague(pool, 'amina'), today }
  const youths = await listYouths(pool, today)
  for (const [index, { subjectId }] of youths.entries()) {
    const story = stories[index]
    if (story === undefined) continue
    const on = shifted(today, -story.daysAgo)
    const consentId = await consentOf(telling, subjectId, story, on)
    if (consentId === null || story.end === 'none') continue
    const recorder = { pool, scope: everybody, staffId: telling.staff.id, today: on }
    const found = await readConsents(recorder, subjectId)
    if (found === null) continue
    const previewed = hashOfPackage(packageOf(found.facts, fields))
    const sent = await sendReferral({ ...recorder, name: telling.staff.name }, subjectId, { consentId, previewed, email: null })
    const token = sent.granted ? sent.value.token : null
    if (token !== null) await endIt(telling, subjectId, story, { consentId, token, on })
  }
}
