/** What waits on the demo's desks today: answers, meetings, questions, a round of visits, a round of letters to release, somebody who said no. */
import { timeInSweden } from '../platform/clock.ts'
import { inTransaction } from '../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../platform/plain-date.ts'
import { isWorkingDay } from '../platform/swedish-holidays.ts'
import { bookMeeting } from '../slices/meetings/index.ts'
import { saveOptOuts } from '../slices/messaging/index.ts'
import { recordContact } from '../slices/outreach/index.ts'
import { answerQuestion, askQuestion } from '../slices/questions/index.ts'
import { giveAnswer, issueCode } from '../slices/replies/index.ts'
import { addStops, deliverCards, planRound, printCards, readRound } from '../slices/visits/index.ts'
import { colleague, everybody, freeMobiles, workingDay, type Colleague, type Desk } from './demo-outreach-desk.ts'
import { askForLanguages, goAway, searchNumbers } from './demo-outreach-team.ts'
import { prepareTodaysRound } from './demo-outreach-rounds.ts'

/** The first of the month so many months before the day. */
function monthsAgo(today: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const index = year * 12 + month - 1 - months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01` as PlainDate
}

type Said = { readonly answered: Parameters<typeof giveAnswer>[2]; readonly lang: Parameters<typeof giveAnswer>[3] }

/** `phone`: a number that nobody had. */
const answersOn = (today: PlainDate, phone: string): readonly Said[] => [
  { answered: { kind: 'studying', place: 'Påhittade folkhögskolan, allmän kurs', since: monthsAgo(today, 3) }, lang: 'sv' },
  { answered: { kind: 'working', place: 'Låtsasbagarn i Lövsta', since: monthsAgo(today, 2) }, lang: 'sv' },
  {
    answered: { kind: 'somethingElse', text: 'Jag vill gärna träffa någon och prata om vad jag kan göra. Helst en eftermiddag.' },
    lang: 'sv',
  },
  { answered: { kind: 'notNow', again: 'nextTerm' }, lang: 'en' },
  { answered: { kind: 'callMe', day: 'tuesday', part: 'afternoon', phone }, lang: 'sv' },
]

/** Whose youth each answer comes from, so that several colleagues have some. */
const answersTo = ['erik', 'leila', 'amina', 'erik', 'leila'] as const

/** Answers through the reply page's own door, with the codes of the letters. */
async function giveAnswers({ place: { pool }, today, pickSome }: Desk, codes: ReadonlyMap<number, string>): Promise<void> {
  const phone = (await inTransaction(pool, freeMobiles)).at(-1) ?? ''
  const steps = ['furtherLetter', 'call', 'visitCard', 'homeVisit']
  for (const [nth, { answered, lang }] of answersOn(today, phone).entries()) {
    const of = await colleague(pool, answersTo[nth] ?? 'amina')
    const [gotLetter] = await pickSome({ steps, of, unreachedAmong: [...codes.keys()] }, 1)
    const [youth] = gotLetter === undefined ? await pickSome({ steps, of }, 1) : [gotLetter]
    if (youth === undefined) return
    const { id: personId } = youth
    const code = codes.get(personId) ?? (await inTransaction(pool, (tx) => issueCode(tx, { personId, messageId: null, channel: 'letter' })))
    await giveAnswer(pool, code, answered, lang)
  }
}

/** Two hours and more from now, if that still is in the day of work; none else. */
const laterToday = (today: PlainDate, now: string): readonly { on: PlainDate; time: string }[] =>
  isWorkingDay(dayOf(today)) && now < '14:00' ? [{ on: today, time: '16:15' }] : []

/** Three meetings of the coming days, one today if the day is young, and one of the latest working day that nobody has said the outcome of. */
async function bookMeetings({ place: { pool }, today, pickSome }: Desk): Promise<void> {
  const [amina, erik] = [await colleague(pool, 'amina'), await colleague(pool, 'erik')]
  const booked = [
    ...laterToday(today, timeInSweden()).map((when) => ({ host: amina, ...when, minutes: 30, way: 'phone', place: '' }) as const),
    { host: amina, on: workingDay(today, 1), time: '10:00', minutes: 30, way: 'phone', place: '' },
    { host: erik, on: workingDay(today, 1), time: '13:30', minutes: 60, way: 'office', place: 'Ungdomsenheten Öst, rum 3' },
    { host: amina, on: workingDay(today, 3), time: '15:15', minutes: 45, way: 'video', place: '' },
    { host: amina, on: workingDay(today, -1), time: '14:00', minutes: 45, way: 'office', place: 'Ungdomsenheten Väst, rum 2' },
  ] as const
  for (const { host, ...when } of booked) {
    const [youth] = await pickSome({ steps: ['keepAgreement', 'call', 'furtherLetter'], of: host, unitOnly: true }, 1)
    if (youth === undefined) continue
    // Agreed on a while ago: what has passed was to come then.
    const now = { on: workingDay(today, -8), time: '09:00' }
    const booker = { scope: everybody, staffId: host.id, name: host.name, isFresh: true, now }
    await bookMeeting(pool, booker, youth.subjectId, { ...when, staffId: host.id, remind: true, noteKept: [] })
  }
}

/** A school has answered; an employer has not yet. */
async function askQuestions({ place: { pool }, today, pickSome }: Desk): Promise<void> {
  const amina = await colleague(pool, 'amina')
  const asker = { scope: everybody, staffId: amina.id, name: amina.name }
  const shown = ['givenName', 'familyName', 'birthYear'] as const
  const [first, second] = await pickSome({ steps: ['call', 'furtherLetter'], of: amina }, 2)
  if (first === undefined || second === undefined) return
  const toSchool = { receiverKind: 'school', receiverName: 'Påhittade gymnasiet, expeditionen', shown, days: 14, noteKept: [] } as const
  const asked = await askQuestion(pool, asker, first.subjectId, toSchool)
  if (asked.granted) await answerQuestion(pool, asked.value, { answer: 'yes', sinceOn: monthsAgo(today, 3), today })
  await askQuestion(pool, asker, second.subjectId, {
    receiverKind: 'employer',
    receiverName: 'Låtsasbagarn i Lövsta',
    shown,
    days: 30,
    noteKept: [],
  })
}

type Times = { readonly on: PlainDate; readonly startsAt: string; readonly endsAt: string }

/** Two hours of this afternoon; of the next working day when it is too late, or no day of work. */
function visitTimes(today: PlainDate, now: string): Times {
  const from = Math.max(13, Number(now.slice(0, 2)) + 1)
  if (from > 18 || !isWorkingDay(dayOf(today))) return { on: workingDay(today, 1), startsAt: '13:00', endsAt: '15:00' }
  return { on: today, startsAt: `${from}:00`, endsAt: `${from + 2}:00` }
}

/** Three doors of one district of the colleague's unit, those that wait for a visit first. */
async function doors(
  { pickSome, putBack }: Desk,
  of: Colleague,
): Promise<{ district: string; districtId: number; subjectIds: string[] } | null> {
  const all = await pickSome({ steps: ['homeVisit', 'visitCard', 'call', 'letter'], of, unitOnly: true }, 60)
  const byDistrict = [...Map.groupBy(all, ({ districtId }) => districtId ?? 0)].filter(([id, some]) => id > 0 && some.length >= 3)
  const [districtId, youths] = byDistrict[0] ?? []
  const three = (youths ?? []).slice(0, 3)
  putBack(all.filter((one) => !three.includes(one)))
  if (districtId === undefined) return null
  return { district: three[0]?.district ?? '', districtId, subjectIds: three.map(({ subjectId }) => subjectId) }
}

/** A round of visits with three doors, whose cards were left the working day before. Amina and Leila go, Karin watches. */
async function planVisits(desk: Desk): Promise<void> {
  const { place, today } = desk
  const { pool } = place
  const [amina, leila, karin] = [await colleague(pool, 'amina'), await colleague(pool, 'leila'), await colleague(pool, 'karin')]
  const found = await doors(desk, leila)
  if (found === null) return
  const reader = { pool, scope: everybody, staffId: amina.id, name: amina.name, today, nowMs: Date.now() }
  const crew = { first: amina.id, second: leila.id, watch: karin.id }
  const area = { area: found.district, districtId: found.districtId }
  const planned = await planRound(reader, { ...visitTimes(today, timeInSweden()), ...area, ...crew })
  if (!planned.granted) return
  const roundId = planned.value
  await addStops(reader, roundId, found.subjectIds)
  const from = { place: { code: place.code, name: place.name }, publicUrl: place.publicUrl, today }
  await printCards(reader, roundId, { which: 'missing', from })
  const stopIds = (await readRound(reader, roundId))?.stops.map(({ stopId }) => stopId) ?? []
  await deliverCards(reader, roundId, stopIds, workingDay(today, -1))
}

/** Somebody who said on the telephone that they want no more of it. */
async function sayNo({ place: { pool }, today, pickSome }: Desk): Promise<void> {
  const amina = await colleague(pool, 'amina')
  const [youth] = await pickSome({ steps: ['call'], of: amina, phone: 'has', isDue: true }, 1)
  if (youth === undefined) return
  const called = { channel: 'phone', outcome: 'declined', attempted: true, reached: true, wayId: youth.phoneId } as const
  const nothing = { secondStaffId: null, occupation: null, nextStep: null, nextOn: null, department: null } as const
  await inTransaction(pool, async (tx) => {
    await saveOptOuts(tx, youth.id, ['letter', 'sms', 'email', 'phone', 'homeVisit'], amina.id)
    await recordContact(tx, {
      ...called,
      ...nothing,
      personId: youth.id,
      happenedAt: `${dateOf(plusDays(dayOf(today), -1))} 15:20 Europe/Stockholm`,
      staffId: amina.id,
      byName: amina.name,
      note: 'Vill inte bli kontaktad mer. Vet vart hen kan vända sig.',
      origin: 'hand',
      originId: null,
    })
  })
}

/** Fills the desks once. `codes`: those of the letters of an earlier round, by person. */
export async function fillDemoDesks(desk: Desk, codes: ReadonlyMap<number, string>): Promise<void> {
  await bookMeetings(desk)
  await sayNo(desk)
  await askQuestions(desk)
  await giveAnswers(desk, codes)
  await searchNumbers(desk)
  await askForLanguages(desk)
  await prepareTodaysRound(desk.place)
  await planVisits(desk)
  await goAway(desk)
}
