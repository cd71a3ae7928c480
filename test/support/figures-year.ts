/** Two made-up years around 1 July 2018, when introductory programmes began to end the responsibility: youths from the sources, and all that was done with them. */
import { dateOf, dayOf, plusDays, type PlainDate } from '../../src/platform/plain-date.ts'
import { aNumber } from './feed-files.ts'
import { aDiplomasFile, anEnrolmentsFile, aPopulation, aPost, date, type TestPlace } from './places.ts'

/** The same every time: a small generator, so that a failure can be looked into. */
export function shuffled(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

const yearFrom = date('2017-07-01')
const yearUntil = date('2019-07-01')
const youths = 80
const readOn = date('2019-07-02')

const bornOn = (n: number): string => dateOf(plusDays(dayOf(date('1998-03-05')), n * 23)).replaceAll('-', '')
const numberOf = (n: number): string => aNumber(bornOn(n), n % 3 === 0 ? '239' : '238')

const postalCodes = ['11120', '12345', '99999']
const home = (n: number): object => {
  if (n % 17 === 3) return { on: '2018-03-12', municipality: '1480', history: [['2000-01-01', '0180']] }
  if (n % 17 === 5) return { on: '2018-07-01', municipality: '0180', history: [['2000-01-01', '1480']] }
  return n % 19 === 4 ? { cause: 'UV', causeOn: '2018-06-30' } : {}
}

/** `type;code;unit;start;end;cancelled` by turns. */
const studies = [
  [],
  ['GY;NA25;12345678;2016-08-22;2018-02-14;ja', 'GY;IMA;12345678;2018-03-01;;'],
  ['GY;IMS;12345678;2017-08-21;2018-06-08;', 'GY;NA25;12345678;2018-08-20;;'],
  ['FHS;;87654321;2018-01-15;2018-12-01;'],
  ['GY;EK25;12345678;2018-01-08;2018-12-31;ja'],
  ['VUXGY;;87654321;2018-09-03;;'],
  ['GYAN;;12345678;2015-08-17;2018-06-30;'],
  ['GY;IMA;12345678;2018-09-10;2018-12-20;ja'],
  ['SFI;;87654321;2017-10-02;2018-07-31;'],
  ['GY;SA25;12345678;2015-08-17;2018-06-07;'],
  ['GY;IMV;12345678;2017-09-04;;'],
]

/** What the sources say, read once after it all. */
export async function readSources(place: TestPlace): Promise<void> {
  const all = Array.from({ length: youths }, (_, n) => n)
  const posts = all.map((n) =>
    aPost({ number: numberOf(n), postalCode: postalCodes[n % 3] ?? '', ...(n % 23 === 7 ? { secrecy: 'J' } : {}), ...home(n) }),
  )
  await place.feed('population', aPopulation(...posts), { on: readOn })
  const rows = all.flatMap((n) => (studies[n % studies.length] ?? []).map((row) => `${numberOf(n)};${row}`))
  await place.feed('enrolments', anEnrolmentsFile(...rows), { on: readOn })
  const papers = all
    .filter((n) => n % studies.length === 9)
    .map((n) => `${numberOf(n)};${n % 2 === 0 ? 'examen_yrkes' : 'studiebevis'};2018-06-07`)
  await place.feed('diplomas', aDiplomasFile(...papers), { on: readOn })
}

/** Two units with a district each, and two colleagues. */
export async function aTown(place: TestPlace): Promise<void> {
  await place.sql(`insert into organisation.unit (name) values ('Väst'), ('Öst')`)
  await place.sql(`insert into organisation.district (name, unit_id) select name, id from organisation.unit`)
  await place.sql(`insert into organisation.route (district_id, first_code, last_code) values (1, 11000, 11999), (2, 12000, 12999)`)
  await place.sql(
    `insert into access.staff (issuer, subject, name, roles) values ('prov', 'a', 'Anna Ek', '{coordinator}'), ('prov', 'b', 'Bo Alm', '{counsellor}')`,
  )
}

export type Part = { readonly id: number; readonly from: PlainDate; readonly until: PlainDate }
/** Persons with the part of each period that lies in the two years. */
export const partsOf = (place: TestPlace): Promise<Part[]> =>
  place.sql<Part>(
    `select person_id::int as id, greatest(from_on, $1::date) as from, least(coalesce(until_on, $2::date), $2::date) as until from register.period
     where from_on < $2 and (until_on is null or until_on > $1) order by person_id, from_on`,
    [yearFrom, yearUntil],
  )

const outcomes: Readonly<Record<string, readonly (readonly [outcome: string, attempted: boolean, reached: boolean])[]>> = {
  letter: [
    ['sent', true, false],
    ['sent', true, false],
    ['replied', false, true],
  ],
  phone: [
    ['noAnswer', true, false],
    ['reached', true, true],
    ['declined', true, true],
  ],
  visitCard: [
    ['sent', true, false],
    ['replied', false, true],
  ],
  homeVisit: [
    ['notHome', true, false],
    ['reached', true, true],
  ],
  sms: [['sent', true, false]],
  partner: [['informed', true, false]],
}

/** Contacts on all days, covered or not; some struck, some with a department chosen. */
export async function someContacts(place: TestPlace, random: () => number, count: number): Promise<void> {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const people = [...new Set((await partsOf(place)).map(({ id }) => id))]
  for (let n = 0; n < count; n++) {
    const channel = pick(Object.keys(outcomes))
    const [outcome, attempted, reached] = pick(outcomes[channel] ?? [])
    const [department, isStruck] = [reached && random() < 0.4 ? pick(['education', 'labourMarket', 'oldOne']) : null, random() < 0.06]
    await place.sql(
      `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, by_name, staff_id, second_staff_id, unit_id, department, origin,
         struck_at, struck_by, struck_why)
       select $1, $2, $3, $4, $5, timestamptz '2017-06-01 00:00+02' + $6 * interval '1 minute', 'prov', a.id, b.id, $7, $8, 'hand',
         case when $9 then now() end, case when $9 then a.id end, case when $9 then 'fel ungdom' end
       from access.staff a, access.staff b where a.subject = 'a' and b.subject = 'b'`,
      [pick(people), channel, attempted, reached, outcome, Math.floor(random() * 760 * 1440), pick([null, 1, 2]), department, isStruck],
    )
  }
}

/** What was said of occupations. */
export async function someOccupations(place: TestPlace, random: () => number): Promise<void> {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  for (const { id, from } of await partsOf(place)) {
    for (let n = 0; n < 3; n++) {
      const stated = dateOf(plusDays(dayOf(from), Math.floor(random() * (n === 0 ? 45 : 300)) - 10))
      const since = random() < 0.3 ? dateOf(plusDays(dayOf(stated), -Math.floor(random() * 30))) : null
      await place.sql(
        `insert into outreach.occupation (person_id, kind, source, since_on, stated_on, review_on, said_by, origin)
         values ($1, $2, 'youth', $3, $4::date, $4::date + $5::int, 'prov', 'hand')`,
        [
          id,
          pick(['work', 'studies', 'abroad', 'other', 'none', 'unknown', 'studiesAbroad']),
          since,
          stated,
          20 + Math.floor(random() * 100),
        ],
      )
    }
  }
}
