/** A small town for the return: youths that come by file, and what the house has written of them, at times of the test's choosing. */
import { randomUUID } from 'node:crypto'
import { aNumber } from '../../../test/support/feed-files.ts'
import { aPlace, aPopulation, aPost, anEnrolmentsFile, date, type TestPlace } from '../../../test/support/places.ts'
import { aColleague } from '../worklist/worklist.testbed.ts'

/** Whose number is whose. Born so that compulsory schooling ended in June 2024, except for those who turn twenty. */
export const numbers = {
  /** Never began; covered since 16 June 2024. */
  anna: aNumber('20080101'),
  /** Left a national programme on 10 February 2026. */
  bo: aNumber('20080102', '239'),
  /** Turns twenty on 30 June 2026. */
  cia: aNumber('20060630'),
  /** Moves to another municipality on 1 July 2026: the exit is of the second half-year. */
  dan: aNumber('20080104', '239'),
  /** Secrecy marked. */
  eva: aNumber('20080105'),
  /** In school all the time. */
  filip: aNumber('20080106', '239'),
  /** Registered here from 1 April 2026, and away again from 1 May. */
  gun: aNumber('20080107'),
} as const
type Name = keyof typeof numbers

const posts = [
  aPost({ number: numbers.anna }),
  aPost({ number: numbers.bo }),
  aPost({ number: numbers.cia }),
  aPost({ number: numbers.dan }),
  aPost({ number: numbers.eva, secrecy: 'J' }),
  aPost({ number: numbers.filip }),
  aPost({ number: numbers.gun, on: '2026-04-01', history: [['2008-01-07', '1480']] }),
]
const schools = [`${numbers.bo};GY;NA25;10000001;2024-08-19;2026-02-10;ja`, `${numbers.filip};GY;NA25;10000001;2024-08-19;;nej`]

export type Town = TestPlace & {
  readonly staff: string
  readonly personOf: (name: Name) => Promise<number>
  /** A call in which the youth was reached (or not), at noon of the day, written down at the moment (Swedish time). */
  readonly call: (name: Name, on: string, loggedAt: string, reached?: boolean, occupation?: string | null) => Promise<string>
  readonly say: (name: Name, kind: string, on: string, knownFrom: string) => Promise<unknown>
  /** Guidance from the day, written down at the moment, ended on a day where one is given. */
  readonly guide: (name: Name, from: string, recordedAt: string, ended?: string | null, item?: string) => Promise<number>
  /** Moves on to a later time: an end said of a measure at the moment. */
  readonly end: (measureId: number, on: string, saidAt: string, occupation?: string | null) => Promise<unknown>
  readonly strike: (contactId: string, at: string) => Promise<unknown>
  /** The register hears of it on the day. */
  readonly hear: (on: string, ...changed: string[]) => Promise<unknown>
}

type Insert = (table: string, values: Record<string, unknown>) => Promise<{ id: number }>

const inserter =
  ({ sql }: TestPlace): Insert =>
  async (table, values) => {
    const names = Object.keys(values)
    const [row] = await sql<{ id: number }>(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')}) returning id`,
      Object.values(values),
    )
    return row ?? { id: 0 }
  }

type Hands = { readonly place: TestPlace; readonly staff: string; readonly insert: Insert; readonly personOf: Town['personOf'] }

function talkOf({ place, staff, insert, personOf }: Hands): Pick<Town, 'call' | 'say' | 'strike'> {
  return {
    call: async (name, on, loggedAt, reached = true, occupation = null) => {
      const contactId = randomUUID()
      const outcome = reached ? 'reached' : 'noAnswer'
      const made = { person_id: await personOf(name), channel: 'phone', attempted: true, reached, outcome, occupation }
      const by = { by_name: 'Prov', staff_id: staff, origin: 'hand' }
      await insert('outreach.contact', { contact_id: contactId, happened_at: `${on} 12:00`, logged_at: loggedAt, ...made, ...by })
      return contactId
    },
    say: async (name, kind, on, knownFrom) => {
      const personId = await personOf(name)
      const before = await place.sql('select from outreach.occupation o where o.person_id = $1', [personId])
      const said = { kind, source: 'youth', stated_on: on, review_on: '2999-01-01', said_by: staff, origin: 'hand' }
      const known = { known_from: knownFrom, known_until: before.length > 0 ? knownFrom : 'infinity' }
      return insert('outreach.occupation', { person_id: personId, ...said, ...known })
    },
    strike: (contactId, at) =>
      place.sql(`update outreach.contact set struck_at = $2, struck_by = $3, struck_why = 'fel ungdom' where contact_id = $1`, [
        contactId,
        at,
        staff,
      ]),
  }
}

function measuresOf({ place, insert, personOf }: Hands): Pick<Town, 'guide' | 'end'> {
  return {
    guide: async (name, from, recordedAt, ended = null, item = 'guidance') => {
      const kind = { item_key: item, item_version: 1, is_exclusive: false, responsible: 'municipality', placement: 'none', origin: 'hand' }
      const by = { by_name: 'Prov', changed_by: 'Prov', recorded_on: recordedAt.slice(0, 10), recorded_at: recordedAt }
      const end = ended === null ? {} : { ended_on: ended, end_reason: 'completed', end_said_on: ended, occupation_after: 'studies' }
      return (await insert('measures.measure', { person_id: await personOf(name), from_on: from, ...kind, ...by, ...end })).id
    },
    end: async (measureId, on, saidAt, occupation = null) => {
      await place.sql(
        `update measures.measure set ended_on = $2, end_reason = 'completed', end_said_on = $2, occupation_after = $3, version = version + 1 where id = $1`,
        [measureId, on, occupation],
      )
      await place.sql('update measures.measure_past set until_at = $2 where measure_id = $1', [measureId, saidAt])
    },
  }
}

const moved = (number: string, on: string): string => aPost({ number, municipality: '1480', on })

/** The caller closes the installation. Everything above was heard of on 10 January 2026, and the moves in July. */
async function aTown(): Promise<Town> {
  const place = await aPlace()
  const hear: Town['hear'] = (on, ...changed) => place.feed('population', aPopulation(...changed), { kind: 'changes', on: date(on) })
  await place.feed('population', aPopulation(...posts), { on: date('2026-01-10') })
  await place.feed('enrolments', anEnrolmentsFile(...schools), { on: date('2026-01-10') })
  await hear('2026-07-05', moved(numbers.dan, '2026-07-01'))
  await hear('2026-07-06', moved(numbers.gun, '2026-05-01'))
  const staff = await aColleague(place, 'Amina Prov', 'coordinator')
  const found = `select person_id as id from register.identity where number = $1 and known_until = 'infinity'`
  const personOf: Town['personOf'] = async (name) => (await place.sql<{ id: number }>(found, [numbers[name]]))[0]?.id ?? 0
  const hands: Hands = { place, staff, insert: inserter(place), personOf }
  return { ...place, staff, personOf, hear, ...talkOf(hands), ...measuresOf(hands) }
}

/** The town with a half-year of work in it; `struck`: a contact of the last day, to be struck later. The caller closes the installation. */
export async function aBusyTown(): Promise<{ readonly town: Town; readonly struck: string }> {
  const town = await aTown()
  await town.call('anna', '2026-03-02', '2026-03-02 13:00', true, 'work')
  await town.call('anna', '2026-03-03', '2026-03-03 13:00', false)
  const struck = await town.call('anna', '2026-06-30', '2026-07-01 08:00', true, 'none')
  await town.call('gun', '2026-05-01', '2026-05-01 13:00', true, 'none')
  await town.say('bo', 'abroad', '2026-02-20', '2026-02-20 09:00')
  await town.guide('anna', '2026-06-15', '2026-06-15 09:00')
  await town.guide('bo', '2026-03-01', '2026-03-01 09:00', '2026-06-30')
  return { town, struck }
}
