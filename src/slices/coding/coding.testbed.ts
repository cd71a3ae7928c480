/** What tests of coding share: a coder, a draft, and a look at what stands written of a youth. */
import type { TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { saveSetting } from '../settings/index.ts'
import { aColleague } from '../worklist/worklist.testbed.ts'
import type { Coder } from './known.actions.ts'
import type { CodingDraft } from './coding.types.ts'
import { saveCoding, type SaveWish } from './save.actions.ts'
import { defaultConvention } from './shipped.rules.ts'

export const today = todayInSweden()
/** The day so many days before today. */
export const ago = (days: number): PlainDate => dateOf(plusDays(dayOf(today), -days))

/** Somebody who codes, late today, so that every minute of today has been. */
export async function aCoder(place: TestPlace, given: Partial<Coder> = {}): Promise<Coder> {
  const staffId = given.staffId ?? (await aColleague(place, 'Amina Lind', 'coordinator'))
  const now = { on: today, minute: 1439 }
  const scope = { units: null, mayReadProtected: false }
  return { pool: place.pool, code: place.code, scope, staffId, name: 'Amina Lind', now, isFresh: true, patience: 3, ...given }
}

const aDraft = (given: Partial<CodingDraft> = {}): CodingDraft => ({
  event: 'workFound',
  on: today,
  minute: null,
  heard: 'loggedBefore',
  sinceOn: null,
  untilOn: null,
  ground: '',
  ...given,
})

/** Saves a draft as the convention in force has it. */
export const code = (coder: Coder, subjectId: string, given: Partial<CodingDraft> = {}, wish: Partial<SaveWish> = {}) =>
  saveCoding(coder, { subjectId, draft: aDraft(given), seen: defaultConvention, kept: [], ...wish })

/** Chooses a convention from now on. */
export const choose = (place: TestPlace, key: string): Promise<unknown> =>
  inTransaction(place.pool, (tx) => saveSetting(tx, 'coding.convention', key, new Date().toISOString(), 'prov'))

export type Stands = { readonly occupation: string | null; readonly measures: readonly string[]; readonly codes: readonly string[] }

/** What stands written: the statement that holds, measures that are not struck, and each coding with its revision. */
export async function standsOf({ sql }: TestPlace, personId: number): Promise<Stands> {
  const [said] = await sql<{ kind: string }>(`select kind from outreach.occupation where person_id = $1 and known_until = 'infinity'`, [
    personId,
  ])
  const measures = await sql<{ item: string }>(
    'select item_key as item from measures.measure where person_id = $1 and struck_at is null order by id',
    [personId],
  )
  const codes = await sql<{ code: string }>(
    `select concat_ws(' ', event, coalesce(occupation, '-'), coalesce(item, '-'), convention) as code from coding.standing where person_id = $1 order by said_on, id`,
    [personId],
  )
  return { occupation: said?.kind ?? null, measures: measures.map(({ item }) => item), codes: codes.map((row) => row.code) }
}
