/** What tests of outreach share: colleagues and numbers of a made youth, and a look at what is kept of them. */
import { randomUUID } from 'node:crypto'
import type { TestPlace } from '../../../test/support/places.ts'
import { timeInSweden, todayInSweden } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { Logger } from './contact.actions.ts'
import { parseClock } from './contact-time.rules.ts'
import type { ContactDraft } from './contact.types.ts'
import type { NewContact, NewWay } from './outreach.types.ts'
import { recordWay } from './record.actions.ts'

/** A number of the youth in the ledger; returns its keys. */
export async function aNumber(
  { pool, sql }: TestPlace,
  personId: number,
  value = '+46701740605',
  given: Partial<NewWay> = {},
): Promise<{ readonly id: number; readonly wayId: string }> {
  const found = { source: 'school', sourceDetail: '12345678', foundOn: '2026-11-01' as PlainDate, foundBy: 'prov' } as const
  const id = await inTransaction(pool, (tx) => recordWay(tx, { personId, kind: 'phone', value, ...found, ...given }))
  const [row] = await sql<{ way_id: string }>('select way_id from outreach.way where id = $1', [id])
  return { id, wayId: row?.way_id ?? '' }
}

/** A call without answer, just now, that says otherwise where it is told to. */
export const aContact = (personId: number, given: Partial<NewContact> = {}): NewContact => ({
  personId,
  channel: 'phone',
  attempted: true,
  reached: false,
  outcome: 'noAnswer',
  happenedAt: null,
  wayId: null,
  staffId: null,
  secondStaffId: null,
  byName: 'Prov',
  occupation: null,
  nextStep: null,
  nextOn: null,
  department: null,
  note: '',
  origin: 'hand',
  originId: null,
  ...given,
})

/** Another id that nobody has. */
export const nobody = (): string => randomUUID()

export type KeptWay = { readonly last_result: string | null; readonly dead_on: string | null; readonly cooldown_until: string | null }

/** What the ledger says of a way now. */
export const wayNow = async ({ sql }: TestPlace, id: number): Promise<KeptWay | undefined> =>
  (await sql<KeptWay>('select last_result, dead_on, cooldown_until from outreach.way where id = $1', [id]))[0]

export type KeptStanding = {
  readonly attempt: string | null
  readonly reached: string | null
  readonly step: string | null
  readonly live: number
  readonly dead: number
  readonly occupation: string | null
}

/** Where the ladder stands for a youth now. */
export const standingNow = async ({ sql }: TestPlace, personId: number): Promise<KeptStanding | undefined> =>
  (
    await sql<KeptStanding>(
      `select last_attempt_outcome as attempt, last_reached_channel as reached, step, live_phones as live, dead_phones as dead, occupation
       from outreach.standing where person_id = $1`,
      [personId],
    )
  )[0]

export const today = todayInSweden()
/** The day so many days before today; after it when negative. */
export const ago = (days: number): PlainDate => dateOf(plusDays(dayOf(today), -days))

/** A call to the number, now, without answer, that says otherwise where it is told to. */
export const aCall = (wayId: string | null, given: Partial<ContactDraft> = {}): ContactDraft => ({
  channel: 'phone',
  direction: 'weContacted',
  outcome: 'noAnswer',
  on: null,
  minute: null,
  wayId,
  secondStaffId: null,
  occupation: null,
  nextStep: null,
  nextOn: null,
  department: null,
  note: '',
  noteKept: [],
  ...given,
})

/** A colleague who sees everybody but the protected, now. */
export const aLogger = ({ pool, code }: TestPlace, staffId: string, given: Partial<Logger> = {}): Logger => ({
  pool,
  code,
  scope: { units: null, mayReadProtected: false },
  staffId,
  name: 'Amina Lind',
  now: { on: today, minute: parseClock(timeInSweden()) ?? 0 },
  ...given,
})

type Line = { readonly action: string; readonly outcome: string; readonly subject_id: string | null; readonly detail: object }

/** The last line of the log; of the action when one is given. */
export const lastLine = async ({ sql }: TestPlace, action: string | null = null): Promise<Line | undefined> =>
  (
    await sql<Line>(
      'select action, outcome, subject_id, detail from audit.line where action = coalesce($1, action) order by id desc limit 1',
      [action],
    )
  )[0]
