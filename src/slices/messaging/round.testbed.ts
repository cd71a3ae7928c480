/** For the tests of rounds: youths of every kind that a round may meet, colleagues who prepare and release, and a round prepared. */
import { date, type TestPlace } from '../../../test/support/places.ts'
import type { ContactLang } from '../../kernel/contact-lang.ts'
import type { Scope } from '../../kernel/actor.ts'
import { aColleague, aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { beginRound } from './round.actions.ts'
import { prepareRound, type RoundAround } from './round-prepare.actions.ts'
import type { RoundWish } from './round.types.ts'

/** A Wednesday morning after the night. */
export const morning = new Date('2026-11-18T07:30:00Z')
export const today = date('2026-11-18')

export type Given = NonNullable<Parameters<typeof aYouth>[1]> & {
  readonly step?: string | null
  readonly stepFrom?: string
  readonly waitsFor?: string
  readonly reached?: boolean
  readonly quietUntil?: string | null
  readonly phone?: 'live' | 'dead' | 'resting' | 'fixed' | null
  readonly email?: boolean
  readonly optedOut?: readonly string[]
  readonly lang?: ContactLang
  readonly address?: 'none' | 'returned'
}

const phones = { live: '+46701740605', dead: '+46701740606', resting: '+46701740607', fixed: '+46846500400' } as const

async function insertWays(place: TestPlace, personId: number, { phone = 'live', email = false, address }: Given): Promise<void> {
  const way = (kind: string, value: string, dead: string | null, cooling: string | null = null): Promise<unknown> =>
    place.sql(
      `insert into outreach.way (person_id, kind, value, source, found_on, found_by, under_protection, last_result, last_result_at, dead_on, cooldown_until)
       values ($1, $2, $3, 'youth', '2026-10-01', 'prov', register.is_protected($1), case when $4::date is not null then 'dead' end,
         case when $4::date is not null then now() end, $4, $5)`,
      [personId, kind, value, dead, cooling],
    )
  if (phone !== null) await way('phone', phones[phone], phone === 'dead' ? '2026-11-01' : null, phone === 'resting' ? '2026-11-19' : null)
  if (email) await way('email', `prov${personId}@example.com`, null)
  if (address === 'returned') await way('address', 'hemliga gatan 7, 123 45 provstad', '2026-11-01')
}

async function insertStanding(place: TestPlace, personId: number, given: Given): Promise<void> {
  const { step = 'letter', stepFrom = '2026-11-01', waitsFor = 'us', reached = false, quietUntil = null } = given
  await place.sql(
    `insert into outreach.standing (person_id, entered_on, waits_for, step, step_from, step_due, quiet_until, last_reached_at)
     values ($1, '2026-10-01', $2, $3, case when $3::text is not null then $4::date end, case when $3::text is not null then $4::date + 7 end, $5,
       case when $6 then now() end)`,
    [personId, waitsFor, step, stepFrom, quietUntil, reached],
  )
}

/** A covered youth with an address and a mobile, whose next step is a letter from some days ago, unless said otherwise. */
export async function aReceiver(place: TestPlace, given: Given = {}): Promise<MadeYouth> {
  const youth = await aYouth(place, given)
  const { personId } = youth
  if (given.address === 'none') await place.sql(`update worklist.youth set street = '', postal_code = '' where person_id = $1`, [personId])
  await insertWays(place, personId, given)
  await insertStanding(place, personId, given)
  for (const channel of given.optedOut ?? []) {
    await place.sql(`insert into messaging.opt_out (person_id, channel, said_by) values ($1, $2, 'prov')`, [personId, channel])
  }
  if (given.lang !== undefined) {
    await place.sql(`insert into messaging.language (person_id, lang, set_by) values ($1, $2, 'prov')`, [personId, given.lang])
  }
  return youth
}

/** A setting of messages, in force from the beginning. */
export const setMessages = (place: TestPlace, key: string, value: unknown): Promise<unknown> =>
  place.sql(`insert into settings.value (key, value, known_from, set_by) values ($1, $2::jsonb, '-infinity', 'prov')`, [
    `messages.${key}`,
    JSON.stringify(value),
  ])

export type Colleague = { readonly pool: TestPlace['pool']; readonly staffId: string; readonly scope: Scope }

/** Somebody who prepares, reviews or releases: sees the whole municipality unless a unit is given. */
export async function aPerson(
  place: TestPlace,
  name: string,
  { unit = null as number | null, mayReadProtected = false } = {},
): Promise<Colleague> {
  const staffId = await aColleague(place, name, unit === null ? 'coordinator' : 'unitManager', unit)
  if (mayReadProtected) await place.sql(`update access.staff set roles = '{coordinator,protectedHandler}' where id = $1`, [staffId])
  return { pool: place.pool, staffId, scope: { units: unit === null ? null : [unit], mayReadProtected } }
}

export const aroundOf = ({ code, pool }: TestPlace): RoundAround => ({
  place: { code, name: 'Provstads kommun', pool },
  publicUrl: 'https://lots.example.se',
})

const wish: RoundWish = {
  kind: 'large',
  name: 'Höstens runda',
  query: '',
  letterKey: 'firstLetter',
  smsKey: 'firstSms',
  emailKey: 'firstEmail',
}

const report = (error: unknown): void => {
  throw error
}

/** A round begun and prepared. Returns its id. */
export async function aPrepared(place: TestPlace, by: Colleague, given: Partial<RoundWish> = {}): Promise<string> {
  const reader = { ...by, code: place.code, unitId: null, today }
  const roundId = await beginRound(aroundOf(place), reader, { ...wish, ...given }, { now: morning, report })
  await prepareRound(aroundOf(place), roundId, morning)
  return roundId
}

type RecipientRow = {
  readonly person_id: number
  readonly lang: string
  readonly channels: string[]
  readonly excluded: string | null
  readonly letter_key: string | null
  readonly pages: number | null
  readonly segments: number | null
  readonly preview: number | null
  readonly dropped: string[]
}

export const recipientsOf = (place: TestPlace, roundId: string): Promise<RecipientRow[]> =>
  place.sql<RecipientRow>(
    `select e.* from messaging.recipient e join messaging.round r on r.id = e.round_id where r.round_id = $1 order by e.person_id`,
    [roundId],
  )

/** What the round has for the youth: the channels, or why nothing; `-` when the youth is not in it at all. */
export async function toldOf(place: TestPlace, roundId: string, { personId }: MadeYouth): Promise<string> {
  const row = (await recipientsOf(place, roundId)).find((one) => one.person_id === personId)
  return row === undefined ? '-' : (row.excluded ?? row.channels.join('+'))
}

export const stateOf = async (place: TestPlace, roundId: string): Promise<string> =>
  (await place.sql<{ state: string }>('select state from messaging.round where round_id = $1', [roundId]))[0]?.state ?? '-'
