/** Prevention in the demo: absence of some pupils of the municipality's own schools, some of them watched, and matters with schools. All made up. */
import { inTransaction, type Pool } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { addAuthority, putUnit } from '../slices/notices/index.ts'
import { askSchool, openMatter, readAbsence, readPupil, referMatter } from '../slices/prevention/index.ts'
import { answerQuestion } from '../slices/questions/index.ts'
import { watchYouth } from '../slices/worklist/index.ts'
import { shifted } from './demo-cases.ts'
import { colleague, everybody, type Colleague, type DemoPlace } from './demo-outreach-desk.ts'

const source = 'skolsystemet'
const ownSchools = [
  { unit: '99990101', name: 'Lövstagymnasiet' },
  { unit: '99990102', name: 'Skuggkvarnsgymnasiet' },
  { unit: '99990103', name: 'Strandgymnasiet' },
] as const

/** The own schools' names, as the register of schools has them. */
async function nameSchools(pool: Pool, by: string): Promise<void> {
  const added = await addAuthority(pool, by, 'Lövsta kommun')
  if (!added.granted) return
  for (const { unit, name } of ownSchools)
    await putUnit(pool, { by, authorityId: added.value }, { code: unit, name, email: `rektor.${unit}@example.org` })
}

type Pupil = { readonly id: number; readonly subjectId: string; readonly unit: string }

/** Those who go to one of the own schools and are on no list. */
const listPupils = (pool: Pool, today: PlainDate): Promise<Pupil[]> =>
  inTransaction(pool, (tx) =>
    tx.query<Pupil>(
      `select distinct on (y.person_id) y.person_id::int as id, y.subject_id as "subjectId", e.school_unit as unit
       from worklist.seen(null, false) y join register.enrolment e on e.person_id = y.person_id and e.known_until = 'infinity'
       where e.school_unit = any ($1) and e.school_type = 'GY' and e.start_on <= $2 and (e.end_on is null or e.end_on > $2::date + 60)
         and (y.from_on is null or y.until_on <= $2) and y.born_on > $2::date - interval '19 years' order by y.person_id limit 24`,
      [ownSchools.map(({ unit }) => unit), today],
    ),
  )

/** The school system's own ids of the pupils, as a delivery would have brought them: the owner of the tables writes them. */
const link = (pool: Pool, pupils: readonly Pupil[]): Promise<unknown> =>
  inTransaction(
    pool,
    (tx) =>
      tx.query(
        `insert into feeds.pupil (source, pupil_id, person_id, linked_by, known_from) select $1, 'demo-' || id, id, 'civicNo', now() from unnest($2::bigint[]) id
         on conflict do nothing`,
        [source, pupils.map(({ id }) => id)],
      ),
    null,
  )

/** Hours of this month and the last: from truants to those who just reach CSN's limit. */
const hours = [
  [31, 22.5],
  [27, 9],
  [24.5, 18],
  [21, 4.5],
  [12, 26],
  [9.5, 3],
  [7, 5],
  [6, 0],
  [4, 4.5],
  [3.5, 8],
] as const

/** What the school system answers: everybody of the list, and some who reach no limit. */
const sumsOf = (pupils: readonly Pupil[], isPresent: boolean) =>
  pupils.map(({ id }, index) => ({
    pupilId: `demo-${id}`,
    invalid: Math.round((hours[index]?.[isPresent ? 0 : 1] ?? 1.5) * 60),
    offered: (isPresent ? 78 : 92) * 60,
  }))

type Telling = { readonly pool: Pool; readonly staff: Colleague; readonly today: PlainDate }

const grounds = ['Hög frånvaro sedan terminsstarten', 'Skolan är orolig', 'Funderar på att sluta'] as const

async function watchSome({ pool, staff, today }: Telling, pupils: readonly Pupil[]): Promise<void> {
  for (const [index, { subjectId }] of pupils.entries()) {
    const ground = grounds[index % grounds.length] ?? grounds[0]
    await watchYouth(pool, { scope: everybody, by: staff.id, subjectId, ground, noteKept: [], today: shifted(today, -20 + index * 4) })
  }
}

type Plan = {
  readonly kind: 'complaint' | 'gone'
  readonly daysAgo: number
  readonly act: 'tell' | 'ask' | 'none'
  readonly answer?: 'yes' | 'no'
}

/** A head who was told and has not answered, a complaint that waits for us, a head who has answered, and schools asked about somebody who is gone. */
const plans: readonly Plan[] = [
  { kind: 'complaint', daysAgo: 18, act: 'tell' },
  { kind: 'complaint', daysAgo: 1, act: 'none' },
  { kind: 'gone', daysAgo: 3, act: 'ask' },
  { kind: 'complaint', daysAgo: 4, act: 'ask', answer: 'yes' },
  { kind: 'gone', daysAgo: 2, act: 'ask', answer: 'yes' },
]

async function open({ pool, staff, today }: Telling, pupil: Pupil, { kind, daysAgo, act, answer }: Plan): Promise<void> {
  const on = shifted(today, -daysAgo)
  const reader = { pool, scope: everybody, staffId: staff.id, today: on, isFresh: true }
  await openMatter(reader, pupil.subjectId, { kind, schoolUnit: pupil.unit })
  const read = await readPupil(reader, pupil.subjectId)
  const matterId = read.granted ? (read.value.matters[0]?.matterId ?? '') : ''
  if (act === 'tell') await referMatter(reader, pupil.subjectId, matterId, 'phone')
  if (act !== 'ask') return
  const asked = await askSchool(reader, pupil.subjectId, matterId)
  const sinceOn = kind === 'gone' ? shifted(on, -9) : null
  if (asked.granted && answer !== undefined) await answerQuestion(pool, asked.value.token, { answer, sinceOn, today })
}

async function openSome(telling: Telling, pupils: readonly Pupil[]): Promise<void> {
  for (const [index, plan] of plans.entries()) {
    const pupil = pupils[index]
    if (pupil !== undefined) await open(telling, pupil, plan)
  }
}

/** Fills in prevention, once in a demo folder. */
export async function fillDemoPrevention({ pool, code }: DemoPlace, today: PlainDate): Promise<void> {
  const staff = await colleague(pool, 'amina')
  await nameSchools(pool, staff.id)
  const pupils = await listPupils(pool, today)
  await link(pool, pupils)
  const month = shifted(today, -1).slice(0, 7)
  // Read as on the first days of a month, when the month before is read anew too.
  const days = [`${month}-05` as PlainDate, today].toSorted()
  for (const on of days) {
    await readAbsence(
      { pool, code },
      { name: source, fetch: ({ fromOn }) => Promise.resolve(sumsOf(pupils, fromOn.startsWith(month))) },
      on,
    )
  }
  await watchSome({ pool, staff, today }, pupils.slice(0, 5))
  await openSome({ pool, staff, today }, pupils)
}
