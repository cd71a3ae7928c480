/** A made-up town with many lives around two half-years of 2018 and one of 2026, by chance from a seed: everything gathers at the edge days. */
import { randomUUID } from 'node:crypto'
import { aNumber } from '../../../test/support/feed-files.ts'
import { aDiplomasFile, aPlace, aPopulation, aPost, anEnrolmentsFile, type TestPlace } from '../../../test/support/places.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { date } from './returns.testbed.ts'

/** Numbers from a seed: the same town each time, so that what fails can be looked at. */
function chance(seed: number) {
  let state = seed
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return {
    upTo: (n: number): number => Math.floor(next() * n),
    one: <T>(of: readonly T[]): T => {
      const found = of[Math.floor(next() * of.length)]
      if (found === undefined) throw new Error('nothing to choose from')
      return found
    },
  }
}
type Chance = ReturnType<typeof chance>

const after = (on: string, days: number): string => dateOf(plusDays(dayOf(date(on)), days))

const edges = {
  2018: ['2017-12-31', '2018-01-01', '2018-03-05', '2018-06-30', '2018-07-01', '2018-07-02', '2018-09-10', '2018-12-31', '2019-01-01'],
  2026: ['2025-12-31', '2026-01-01', '2026-02-11', '2026-05-02', '2026-06-29', '2026-06-30', '2026-07-01'],
} as const
type Era = keyof typeof edges

/** A day at or near an edge. */
const someDay = (by: Chance, era: Era): string => after(by.one(edges[era]), by.one([0, 0, 0, 1, -1, 20, -20]))

type Life = {
  readonly number: string
  readonly posts: readonly string[]
  readonly enrolments: readonly string[]
  readonly diplomas: readonly string[]
}

function enrolmentOf(by: Chance, era: Era, number: string): string {
  const school = by.one(['GY;IMA', 'GY;IMA', 'GY;IMS', 'GY;NA25', 'GY;NA25', 'VUXSFI;', 'VUX;', 'GYAN;X1'])
  const start = after(someDay(by, era), -by.one([0, 100, 300, 600]))
  const end = by.upTo(3) === 0 ? '' : someDay(by, era)
  const cancelled = end !== '' && by.upTo(2) === 0 ? 'ja' : 'nej'
  return `${number};${school};10000001;${start};${end !== '' && end < start ? start : end};${cancelled}`
}

function lifeOf(by: Chance, era: Era, index: number): Life {
  const born = after(
    `${era - by.one([17, 18, 19, 20])}-01-01`,
    by.one([0, 1, 179, 180, 181, 182, 364, by.upTo(364), by.upTo(364), by.upTo(364), by.upTo(364)]),
  )
  const number = aNumber(born.replaceAll('-', ''), index % 2 === 0 ? '238' : '239')
  const moves = by.upTo(4) === 0 ? [aPost({ number, municipality: '1480', on: someDay(by, era) })] : []
  const arrives = by.upTo(5) === 0
  const first = arrives ? aPost({ number, on: someDay(by, era), history: [[born, '1480']] }) : aPost({ number })
  const gone = by.upTo(12) === 0 ? [aPost({ number, cause: by.one(['AV', 'UV']), causeOn: someDay(by, era) })] : []
  const enrolments = Array.from({ length: by.upTo(3) }, () => enrolmentOf(by, era, number))
  const diplomas = by.upTo(4) === 0 ? [`${number};${by.one(['studiebevis', 'examen_yrkes'])};${someDay(by, era)}`] : []
  return { number, posts: [first, ...moves, ...gone], enrolments, diplomas }
}

/** Numbers are made of a birthday: two born on a day and of a kind would be one person. */
function livesOf(by: Chance, many: number): Life[] {
  const lives = new Map<string, Life>()
  for (let index = 0; index < many; index++) {
    const life = lifeOf(by, index % 2 === 0 ? 2018 : 2026, index >> 1)
    if (!lives.has(life.number)) lives.set(life.number, life)
  }
  return [...lives.values()]
}

async function feed(place: TestPlace, lives: readonly Life[]): Promise<void> {
  const on = date('2026-11-20')
  await place.feed('population', aPopulation(...lives.map(({ posts }) => posts[0] ?? '')), { on })
  for (const nth of [1, 2]) {
    const more = lives.flatMap(({ posts }) => posts[nth] ?? [])
    await place.feed('population', aPopulation(...more), { kind: 'changes', on })
  }
  await place.feed('enrolments', anEnrolmentsFile(...lives.flatMap(({ enrolments }) => enrolments)), { on })
  await place.feed('diplomas', aDiplomasFile(...lives.flatMap(({ diplomas }) => diplomas)), { on })
}

const occupations = ['work', 'studies', 'abroad', 'other', 'none', 'unknown'] as const

async function talk(place: TestPlace, by: Chance, personId: number, era: Era): Promise<void> {
  for (let left = by.upTo(4); left > 0; left--) {
    const reached = by.upTo(3) > 0
    const occupation = reached && by.upTo(2) === 0 ? by.one(occupations) : null
    const at = `${someDay(by, era)} ${by.one(['00:05', '12:00', '23:55'])}`
    const struck = by.upTo(8) === 0
    await place.sql(
      `insert into outreach.contact (contact_id, person_id, channel, attempted, reached, outcome, happened_at, by_name, staff_id, occupation, origin, struck_at, struck_by, struck_why)
       select $1, $2, 'phone', true, $3::boolean, case when $3::boolean then 'reached' else 'noAnswer' end, $4::timestamp at time zone 'Europe/Stockholm', 'Prov', s.id, $5, 'hand',
         case when $6::boolean then now() end, case when $6::boolean then s.id end, case when $6::boolean then 'fel' end from access.staff s limit 1`,
      [randomUUID(), personId, reached, at, occupation, struck],
    )
  }
  for (let left = by.upTo(3); left > 0; left--) {
    const on = someDay(by, era)
    await place.sql(
      `insert into outreach.occupation (person_id, kind, source, since_on, stated_on, review_on, said_by, origin, known_until)
       values ($1, $2, 'youth', $3, $4, $4::date + $5::int, 'prov', 'hand', clock_timestamp() + interval '1 second')`,
      [personId, by.one(occupations), by.upTo(2) === 0 ? null : after(on, -by.one([0, 1, 25, 200])), on, by.one([10, 45, 90, 400])],
    )
  }
}

async function support(place: TestPlace, by: Chance, personId: number, era: Era): Promise<void> {
  await place.sql(`insert into worklist.watch (person_id, ground, from_on, started_by) values ($1, 'prov', '2015-01-01', 'prov')`, [
    personId,
  ])
  for (let left = by.upTo(3); left > 0; left--) {
    const [from, item] = [someDay(by, era), by.one(['guidance', 'singleTalk', 'otherActor', 'languageSupport'])]
    const until = by.upTo(3) === 0 ? null : after(from, by.one([0, 1, 20, 60, 181]))
    await place.sql(
      `insert into measures.measure (person_id, item_key, item_version, is_exclusive, from_on, ended_on, end_said_on, end_reason, occupation_after, responsible, placement, origin, by_name,
         recorded_on, changed_by) values ($1, $2, 1, false, $3, $4, $4, $5, $6, 'municipality', 'none', 'hand', 'prov', '2026-11-20', 'prov')`,
      [
        personId,
        item,
        from,
        until,
        until === null ? null : by.one(['completed', 'studies', 'work']),
        until === null || by.upTo(3) === 0 ? null : by.one(occupations),
      ],
    )
  }
}

/** The caller closes the installation. */
export async function aTownOfMany(many: number, seed: number): Promise<TestPlace> {
  const place = await aPlace()
  const by = chance(seed)
  const lives = livesOf(by, many)
  await feed(place, lives)
  await place.sql(`insert into access.staff (issuer, subject, name, roles) values ('prov', 'prov', 'Prov', array['coordinator'])`)
  const persons = await place.sql<{ id: number; born: string }>(
    `select person_id as id, born_on::text as born from register.identity where known_until = 'infinity' order by number`,
  )
  for (const { id, born } of persons) {
    const era = born < '2004-01-01' ? 2018 : 2026
    await talk(place, by, id, era)
    await support(place, by, id, era)
  }
  return place
}
