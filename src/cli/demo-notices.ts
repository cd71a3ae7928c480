/** Notices from schools in the demo: three school authorities, what they have told in the last months, and what became of some of it. All made up. */
import { hasRightCheckDigit } from '../kernel/identity-number.ts'
import { inTransaction, type Pool } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import {
  addAuthority,
  annulNotice,
  bearer,
  decideNotice,
  issueClient,
  issueToken,
  putUnit,
  receiveNotices,
  type Sender,
} from '../slices/notices/index.ts'
import { recordContact } from '../slices/outreach/index.ts'
import { shifted } from './demo-cases.ts'
import { colleague, everybody, type Colleague, type DemoPlace } from './demo-outreach-desk.ts'
import { instantAt } from './demo-past.ts'

type School = { readonly authority: string; readonly code: string; readonly name: string; readonly email: string }

const schools: readonly School[] = [
  { authority: 'Påhitt Utbildning AB', code: '99990201', name: 'Påhittade gymnasiet', email: 'expedition@pahittade.example.org' },
  { authority: 'Stiftelsen Sagoskolan', code: '99990202', name: 'Sagogymnasiet', email: 'kansli@sagogymnasiet.example.org' },
  { authority: 'Annanstads kommun', code: '99990301', name: 'Annanstads gymnasium', email: 'gymnasiet@annanstad.example.org' },
]

type Pupil = {
  readonly id: number
  readonly number: string
  readonly givenName: string
  readonly familyName: string
  readonly unit: string
  readonly endOn: PlainDate | null
}

/** Those who go, or lately went, to one of the schools. */
const listPupils = (pool: Pool, today: PlainDate): Promise<Pupil[]> =>
  inTransaction(pool, (tx) =>
    tx.query<Pupil>(
      `select distinct on (y.person_id) y.person_id::int as id, y.number, y.given_name as "givenName", y.family_name as "familyName", e.school_unit as unit,
         e.end_on as "endOn"
       from worklist.seen(null, false) y join register.enrolment e on e.person_id = y.person_id and e.known_until = 'infinity'
       where e.school_unit = any ($1) and e.start_on <= $2 and (e.end_on is null or e.end_on > e.start_on + 30) and (e.end_on is null or e.end_on between $2::date - 120 and $2::date + 300)
         and y.number is not null and y.born_on > $2::date - interval '19 years' order by y.person_id, e.start_on desc`,
      [schools.map(({ code }) => code), today],
    ),
  )

/** Numbers of Skatteverket's pattern for tests that nobody in the demo has. */
async function freeNumbers(pool: Pool, most: number): Promise<string[]> {
  const taken = await inTransaction(pool, (tx) =>
    tx.query<{ number: string }>(`select number from register.identity where number like '200906%'`),
  )
  const free: string[] = []
  for (let nth = 0; nth < 600 && free.length < most; nth++) {
    const number = `200906${String(1 + (nth % 30)).padStart(2, '0')}23${80 + Math.floor(nth / 30)}`
    if (hasRightCheckDigit(number) && !taken.some((one) => one.number === number)) free.push(number)
  }
  return free
}

/** Registers the schools, and gives each authority a program. */
async function setUpSchools(pool: Pool, by: string): Promise<ReadonlyMap<string, Sender>> {
  const senders = new Map<string, Sender>()
  for (const { authority, code, name, email } of schools) {
    const added = await addAuthority(pool, by, authority)
    if (!added.granted) continue
    const of = { by, authorityId: added.value }
    await putUnit(pool, of, { code, name, email })
    const client = await issueClient(pool, of, { name: 'Skoladministrationen', scopes: ['notices:send', 'notices:annul', 'notices:read'] })
    const token = client.granted ? await issueToken(pool, client.value, null) : client
    const found = token.granted ? await bearer(pool, token.value.token) : null
    if (found !== null) senders.set(code, found.sender)
  }
  return senders
}

type Becomes = 'accept' | 'annul' | 'refuse' | 'sendOn' | 'answer'
type Told = {
  readonly pupil: Pupil
  readonly event: Readonly<Record<string, unknown>>
  readonly came: PlainDate
  readonly becomes?: Becomes
}

/** What the schools have told, the oldest first: some of it decided, the rest waits. */
function storyOf(pupils: readonly Pupil[], stranger: Pupil | undefined, today: PlainDate): Told[] {
  const ago = (days: number): PlainDate => shifted(today, -days)
  const [here, left] = [
    pupils.filter(({ endOn }) => endOn === null || endOn > today),
    pupils.filter(({ endOn }) => endOn !== null && endOn <= today),
  ]
  const absence = (from: number, until: number, hours: number, reportedToCsn: boolean) => ({
    kind: 'absence',
    fromOn: ago(from),
    untilOn: ago(until),
    hours,
    schoolDid: ['talk', 'informedHome'],
    reportedToCsn,
  })
  const end = (days: number, how = 'interrupted') => ({ kind: 'end', lastDayOn: ago(days), how })
  const told = (pupil: Pupil | undefined, event: Told['event'], came: number, becomes?: Told['becomes']): Told[] =>
    pupil === undefined ? [] : [{ pupil, event, came: ago(came), ...(becomes === undefined ? {} : { becomes }) }]
  return [
    ...left.slice(0, 4).flatMap((pupil) => told(pupil, { kind: 'end', lastDayOn: pupil.endOn, how: 'interrupted' }, 20)),
    ...told(here[0], absence(70, 40, 34, true), 36, 'accept'),
    ...told(here[1], end(48), 21, 'accept'),
    ...told(here[2], absence(60, 31, 12.5, false), 28, 'refuse'),
    ...told(here[3], end(16), 14, 'annul'),
    ...told(here[4], absence(40, 10, 27, true), 7),
    ...told(here[5], end(8), 5),
    ...told(here[6], absence(33, 4, 41.5, true), 2),
    ...told(stranger, end(6), 3),
    ...told(here[7], end(3, 'changedSchool'), 1),
  ]
}

/** What schools have told of pupils whom the register does not know. */
const strangersOf = ([mover, mistyped]: readonly Pupil[], today: PlainDate): Told[] =>
  (
    [
      [mover, 25, 22, 'sendOn'],
      [mistyped, 19, 18, 'answer'],
    ] as const
  ).flatMap(([pupil, ended, came, becomes]) =>
    pupil === undefined
      ? []
      : [{ pupil, event: { kind: 'end', lastDayOn: shifted(today, -ended), how: 'interrupted' }, came: shifted(today, -came), becomes }],
  )

const nothing = { wayId: null, secondStaffId: null, occupation: null, nextStep: null, nextOn: null, department: null, note: '' } as const

/** Somebody called after a notice was accepted: the clock from notice to attempt stops. */
const called = (pool: Pool, personId: number, staff: Colleague, on: PlainDate): Promise<unknown> =>
  inTransaction(pool, (tx) =>
    recordContact(tx, {
      ...nothing,
      personId,
      channel: 'phone',
      attempted: true,
      reached: false,
      outcome: 'noAnswer',
      happenedAt: instantAt({ on, time: '10:35' }),
      staffId: staff.id,
      byName: staff.name,
      origin: 'hand',
      originId: null,
    }),
  )

const wishes = {
  accept: { outcome: 'accepted' },
  refuse: { outcome: 'refused', reason: 'contradicted' },
  // Not in the demo's installation: somebody has it to hand over.
  sendOn: { outcome: 'forwarded', to: '2580' },
  answer: { outcome: 'answered', answer: 'checkNumber' },
} as const

type Telling = { readonly place: DemoPlace; readonly today: PlainDate; readonly staff: Colleague; readonly sender: Sender }

async function act({ place, today, staff, sender }: Telling, receipt: string, { pupil, came, becomes }: Told): Promise<void> {
  const { pool, code } = place
  if (becomes === 'annul') return void (await annulNotice(pool, sender, receipt, 'changed'))
  if (becomes === undefined) return
  const [row] = await inTransaction(pool, (tx) =>
    tx.query<{ id: string }>('select notice_id as id from notices.notice where receipt = $1', [receipt]),
  )
  const reader = { pool, code, scope: everybody, staffId: staff.id, today, isFresh: true }
  await decideNotice(reader, row?.id ?? '', wishes[becomes])
  if (becomes === 'accept') await called(pool, pupil.id, staff, shifted(came, 4))
}

async function tell(telling: Telling, told: Told): Promise<void> {
  const { pool } = telling.place
  const { pupil, event, came } = told
  const { number, givenName, familyName, unit } = pupil
  const contact = { contactName: 'Elsa Tillfors', contactPhone: '08-465 004 12', contactEmail: '' }
  const [answer] = await receiveNotices(
    pool,
    telling.sender,
    [{ ...event, schoolUnit: unit, number, givenName, familyName, ...contact }],
    came,
  )
  if (answer?.granted !== true) return
  const { receipt } = answer.value
  // It came then: the owner of the tables sets the time back.
  const cameAt = instantAt({ on: came, time: '09:12' })
  await inTransaction(pool, (tx) => tx.query('update notices.notice set received_at = $2 where receipt = $1', [receipt, cameAt]), null)
  await act(telling, receipt, told)
}

/** Fills in the notices, once in a demo folder. */
export async function fillDemoNotices(place: DemoPlace, today: PlainDate): Promise<void> {
  const staff = await colleague(place.pool, 'amina')
  const senders = await setUpSchools(place.pool, staff.id)
  if (senders.size === 0) return
  const pupils = await listPupils(place.pool, today)
  const names = [
    ['Ida', 'Nykomling'],
    ['Tova', 'Nyflytt'],
    ['Elliot', 'Felskriven'],
  ] as const
  const numbers = await freeNumbers(place.pool, names.length)
  const strangers = numbers.map((number, nth) => {
    const [givenName, familyName] = names[nth] ?? ['', '']
    return { id: 0, number, givenName, familyName, unit: nth === 0 ? '99990201' : '99990202', endOn: null }
  })
  for (const told of [...storyOf(pupils, strangers[0], today), ...strangersOf(strangers.slice(1), today)]) {
    const sender = senders.get(told.pupil.unit)
    if (sender !== undefined) await tell({ place, today, staff, sender }, told)
  }
}
