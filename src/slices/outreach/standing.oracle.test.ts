/**
 * The stored line about each youth against the ladder asked from scratch: plain selects of whole tables, put together here person by person,
 * after hundreds of contacts drawn at random in a made-up municipality.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../platform/db/tx.ts'
import { dateOf, dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { ladderSettingsFrom, standingOf, type ContactEvent, type LadderFacts, type Standing } from '../ladder/index.ts'
import { drawOutreach } from './drawn-outreach.testbed.ts'
import { refreshStandings } from './standing.actions.ts'
import { aMadeUpPlace, type MadeUpPlace } from './standing.testbed.ts'

let place: MadeUpPlace
let covered: number[]
beforeAll(async () => {
  place = await aMadeUpPlace()
  const all = await place.sql<{ id: number }>('select person_id as id from worklist.youth where from_on is not null order by 1')
  covered = all.map(({ id }) => id)
  await drawOutreach(
    place,
    covered.filter((_, index) => index % 3 !== 0),
  )
})
afterAll(() => place.installation.close())

type Raw = Record<string, unknown> & { readonly person_id: number }
const table = (name: string, columns: string, where = 'true') => place.sql<Raw>(`select ${columns}, person_id from ${name} where ${where}`)
const swedish = (column: string) => `to_char(${column} at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI')`

async function everything() {
  const merges = await place.sql<{ absorbed_id: number; kept_id: number }>(
    `select absorbed_id, kept_id from register.same_person where known_until = 'infinity'`,
  )
  const rootOf = (id: number): number => {
    const up = merges.find((one) => one.absorbed_id === id)
    return up === undefined ? id : rootOf(up.kept_id)
  }
  const flagged = await table(
    'register.protection',
    'secrecy_marked',
    `known_until = 'infinity' and (secrecy_marked or protected_registration)`,
  )
  return {
    rootOf,
    protectedRoots: new Set(flagged.map(({ person_id }) => rootOf(person_id))),
    youths: await table('worklist.youth', 'from_on, born_on, street, postal_code, locality'),
    contacts: await table(
      'outreach.contact',
      `${swedish('happened_at')} as at, channel, attempted, reached, outcome, next_step, next_on, happened_at, id`,
      'struck_at is null order by happened_at, id',
    ),
    ways: await table('outreach.way', 'kind, value, dead_on, found_on', 'ended_at is null'),
    optOuts: await table('messaging.opt_out', 'channel', `known_until = 'infinity'`),
    answers: await table('replies.answer', `${swedish('answered_at')} as at`, `state = 'open'`),
    said: await table('outreach.occupation', 'kind, stated_on, id', `known_until = 'infinity'`),
  }
}

type Everything = Awaited<ReturnType<typeof everything>>

const eventOf = (row: Raw): ContactEvent => {
  const at = String(row['at'])
  return {
    on: dayOf(at.slice(0, 10) as PlainDate),
    minute: Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16)),
    channel: row['channel'] as ContactEvent['channel'],
    attempted: row['attempted'] === true,
    reached: row['reached'] === true,
    outcome: row['outcome'] as ContactEvent['outcome'],
    agreed: row['next_step'] as ContactEvent['agreed'],
    agreedOn: row['next_on'] === null ? null : dayOf(row['next_on'] as PlainDate),
  }
}

const addressLine = ({ street, postal_code: code, locality }: Raw): string =>
  [String(street).trim(), `${String(code)} ${String(locality)}`.trim()]
    .filter((part) => part !== '')
    .join(', ')
    .replaceAll(/\s+/g, ' ')

function factsOf(youth: Raw, all: Everything): LadderFacts {
  const own = (rows: readonly Raw[]) => rows.filter((row) => all.rootOf(row.person_id) === youth.person_id)
  const ways = own(all.ways)
  const values = (kind: string, isDead: boolean) =>
    new Set(
      ways.filter((way) => way['kind'] === kind && (way['dead_on'] !== null) === isDead).map((way) => String(way['value']).toLowerCase()),
    )
  const [dead, alive] = [values('phone', true), values('phone', false)]
  const live = [...alive].filter((value) => !dead.has(value))
  const found = ways.filter((way) => way['kind'] === 'phone' && live.includes(String(way['value']))).map((way) => String(way['found_on']))
  const answers = own(all.answers)
    .map((answer) => String(answer['at']).slice(0, 10))
    .toSorted()
  const enteredOn = dayOf((youth['from_on'] ?? '2026-01-01') as PlainDate)
  return {
    enteredOn,
    bornOn: youth['born_on'] === null ? null : dayOf(youth['born_on'] as PlainDate),
    events: own(all.contacts)
      .map(eventOf)
      .filter(({ on }) => on >= enteredOn),
    livePhones: live.length,
    deadPhones: dead.size,
    phoneFoundOn: found.length === 0 ? null : dayOf(found.toSorted()[0] as PlainDate),
    hasEmail: [...values('email', false)].some((value) => !values('email', true).has(value)),
    hasAddress: addressLine(youth) !== '' && !values('address', true).has(addressLine(youth).toLowerCase()),
    isProtected: all.protectedRoots.has(youth.person_id),
    mayForward: false,
    optedOut: [...new Set(own(all.optOuts).map((row) => row['channel'] as 'sms'))],
    openReplyOn: answers[0] === undefined ? null : dayOf(answers[0] as PlainDate),
    meetingOn: null,
    visitOn: null,
  }
}

const dated = (day: number | null | undefined) => (day === null || day === undefined ? null : dateOf(day as never))

const never: Standing = {
  step: null,
  waitsFor: 'nobody',
  skipped: [],
  quiet: null,
  stoppedAnswering: false,
  beginBy: null,
  firstAttemptOn: null,
  firstReachedOn: null,
}

function lineFromScratch(youth: Raw, all: Everything) {
  const facts = factsOf(youth, all)
  const standing = youth['from_on'] === null ? never : standingOf(facts, ladderSettingsFrom(null))
  const { step, quiet } = standing
  return {
    person_id: youth.person_id,
    step: step?.kind ?? null,
    step_nth: step?.nth ?? null,
    step_from: dated(step?.fromOn),
    step_due: dated(step?.dueOn),
    waits_for: standing.waitsFor,
    quiet_until: dated(quiet?.untilOn),
    begin_by: dated(standing.beginBy),
    first_attempt_on: dated(standing.firstAttemptOn),
    first_reached_on: dated(standing.firstReachedOn),
    live_phones: facts.livePhones,
    dead_phones: facts.deadPhones,
    skipped: standing.skipped,
    stopped: standing.stoppedAnswering,
    occupation:
      all.said
        .filter((row) => all.rootOf(row.person_id) === youth.person_id)
        .toSorted((a, b) => String(b['stated_on']).localeCompare(String(a['stated_on'])) || Number(b['id']) - Number(a['id']))[0]?.[
        'kind'
      ] ?? null,
  }
}

const storedLines = () =>
  place.sql<Raw>(
    `select person_id, step, step_nth, step_from, step_due, waits_for, quiet_until, begin_by, first_attempt_on, first_reached_on, live_phones,
       dead_phones, detail -> 'skipped' as skipped, (detail ->> 'stoppedAnswering')::boolean as stopped, occupation from outreach.standing order by person_id`,
  )

async function linesFromScratch() {
  const all = await everything()
  const hasOwn = ({ person_id: id }: Raw, rows: readonly Raw[]) => rows.some((row) => all.rootOf(row.person_id) === id)
  return all.youths
    .filter((youth) => youth['from_on'] !== null || hasOwn(youth, all.contacts) || hasOwn(youth, all.said))
    .map((youth) => lineFromScratch(youth, all))
    .toSorted((a, b) => a.person_id - b.person_id)
}

describe('the stored line of each youth', () => {
  it('is what the ladder answers when it is asked from scratch', async () => {
    const stored = await storedLines()
    expect(stored).toEqual(await linesFromScratch())
    // A test of many alike would say little.
    const distinct = (column: string) => new Set(stored.map((line) => JSON.stringify(line[column]))).size
    expect(stored.length).toBeGreaterThan(30)
    expect([distinct('step') > 3, distinct('skipped') > 3, distinct('waits_for') > 1, distinct('step_from') > 5]).toEqual([
      true,
      true,
      true,
      true,
    ])
  })

  it('needs no refreshing because days pass: nights without news touch none of them, and they are right all the same', async () => {
    const touched = () =>
      place.sql<{ n: string }>('select string_agg(xmin::text, $1 order by person_id) as n from outreach.standing', [','])
    const before = await touched()
    await place.emptyNight('2026-12-14')
    expect(await touched()).toEqual(before)
    await inTransaction(place.pool, (tx) => refreshStandings(tx, covered))
    expect(await touched()).toEqual(before)
    expect(await storedLines()).toEqual(await linesFromScratch())
  })
})
