/**
 * The demo's partners, of the kinds that Stockholm's own documents name (field workers, youth clinics, police, employment service, projects), all made
 * up; agreements of which one runs out soon and one has; and meetings, one of them closed.
 */
import { inTransaction, type Pool } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { hashOfPackage, packageOf, readConsents, recordConsent } from '../slices/consents/index.ts'
import { addAgreement, addPartner, askAtMeeting, bookNetworkMeeting, closeNetworkMeeting } from '../slices/network/index.ts'
import { answerQuestion, type QuestionAnswer } from '../slices/questions/index.ts'
import { shifted } from './demo-cases.ts'
import { demoAgreements, demoPartners, renewal } from './demo-partners.ts'
import { colleague, everybody, type DemoPlace } from './demo-outreach-desk.ts'

/** Numbers that Post- och telestyrelsen keeps for made-up places. */
const phoneOf = (nth: number): string => `+468465004${String(nth).padStart(2, '0')}`

type Telling = { readonly pool: Pool; readonly staffId: string; readonly today: PlainDate }

async function addPartners({ pool, staffId, today }: Telling): Promise<Map<number, string>> {
  const ids = new Map<number, string>()
  for (const { nth, ...told } of demoPartners) {
    const content = { ...told, phone: phoneOf(nth), email: `partner${nth + 1}@example.se`, endedOn: null }
    const made = await addPartner({ pool, staffId, today }, content)
    if (!made.granted) throw new Error(`the demo's partner was not added: ${made.reason}`)
    ids.set(nth, made.value)
  }
  return ids
}

/** A youth who has said yes to planning together with a partner. */
async function consentTo({ pool, staffId, today }: Telling, subjectId: string, receiverName: string): Promise<void> {
  const recorder = { pool, scope: everybody, staffId, today: shifted(today, -14) }
  const found = await readConsents(recorder, subjectId)
  if (found === null) return
  const fields = ['name', 'birthDate'] as const
  const previewed = hashOfPackage(packageOf(found.facts, fields))
  const given = { givenOn: recorder.today, untilOn: shifted(recorder.today, 180), guardianOn: null, how: 'inPerson' } as const
  const to = { purpose: 'planTogether', receiverKind: 'partner', receiverName } as const
  await recordConsent(recorder, subjectId, { ...to, ...given, fields, previewed, noteKept: [] })
}

/** Some who are covered and not protected, always the same. */
const listSome = (pool: Pool, today: PlainDate): Promise<{ readonly subjectId: string }[]> =>
  inTransaction(pool, (tx) =>
    tx.query(
      `select y.subject_id as "subjectId" from worklist.seen(null, false) y where y.from_on <= $1 and (y.until_on is null or y.until_on > $1)
       order by y.person_id limit 12`,
      [today],
    ),
  )

/** A meeting today where some are asked about, one that is booked, and one last week that is closed: only its numbers are left. One has consented; of the others the ground was said. */
async function meet({ pool, staffId, today }: Telling, ids: ReadonlyMap<number, string>): Promise<void> {
  const at = (on: PlainDate) => ({ pool, staffId, scope: everybody, today: on })
  const book = async (nth: number, on: PlainDate, heldOn: PlainDate, beginsAt: string): Promise<string> => {
    const made = await bookNetworkMeeting(at(on), ids.get(nth) ?? '', { heldOn, beginsAt, place: 'Hos oss' })
    if (!made.granted) throw new Error(`the demo's meeting was not booked: ${made.reason}`)
    return made.value
  }
  const youths = (await listSome(pool, today)).map(({ subjectId }) => subjectId)
  const past = shifted(today, -7)
  const closed = await book(11, past, past, '10:00')
  const asked = await askAtMeeting(at(past), closed, { subjectIds: youths.slice(5), ground: 'noHarm' })
  const answers: readonly QuestionAnswer[] = ['yes', 'no', 'yes', 'unknown', 'no', 'no']
  for (const [index, { token }] of (asked.granted ? asked.value.links : []).entries()) {
    const answer = answers[index]
    if (answer !== undefined) await answerQuestion(pool, token, { answer, sinceOn: null, today: past })
  }
  await closeNetworkMeeting(at(past), closed)
  for (const subjectId of [youths[0], youths[4]]) await consentTo({ pool, staffId, today }, subjectId ?? '', 'Fältgruppen')
  const now = await book(4, today, today, '15:00')
  await askAtMeeting(at(today), now, { subjectIds: youths.slice(0, 3), ground: 'ownWork' })
  await book(2, today, shifted(today, 5), '13:00')
  await book(12, today, shifted(today, 19), '09:00')
}

/** Fills in the network, once in a demo folder. */
export async function fillDemoNetwork({ pool }: DemoPlace, today: PlainDate): Promise<void> {
  const amina = await colleague(pool, 'amina')
  const telling = { pool, staffId: amina.id, today }
  const ids = await addPartners(telling)
  const made: string[] = []
  for (const [index, [nth, name, reference, ago, ahead]] of demoAgreements.entries()) {
    const lastOn = ahead === null ? null : shifted(today, ahead)
    const renews = index === renewal.by ? (made[renewal.of] ?? null) : null
    const added = await addAgreement(telling, ids.get(nth) ?? '', {
      name,
      reference,
      fromOn: shifted(today, -ago),
      lastOn,
      remindDays: 90,
      renews,
    })
    made.push(added.granted ? added.value : '')
  }
  await meet(telling, ids)
}
