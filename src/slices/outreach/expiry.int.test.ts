/** The desk and the lists agree, day by day: what lapses soon and what has lapsed are the same youths in both. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import type { Scope } from '../../kernel/actor.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { occupations } from '../ladder/index.ts'
import { listPersons } from '../worklist/index.ts'
import { aColleague, aUnit, aYouth, confirmStay } from '../worklist/worklist.testbed.ts'
import { countExpiring } from './expiry.actions.ts'
import { expiresUntil } from './expiry.rules.ts'
import { countExpiries, listExpiries, type ExpiryQuestion } from './expiry.store.ts'
import type { ExpiryGroup } from './expiry.types.ts'
import { recordOccupation } from './record.actions.ts'

const stated = date('2026-10-01')
const everybody: Scope = { units: null, mayReadProtected: false }
let place: TestPlace
let amina: string
let north: number

const say = async (personId: number, kind: (typeof occupations)[number]) =>
  inTransaction(place.pool, (tx) =>
    recordOccupation(tx, { personId, kind, source: 'youth', sinceOn: null, statedOn: stated, saidBy: 'prov', contactId: null }),
  )

beforeAll(async () => {
  place = await aPlace()
  amina = await aColleague(place, 'Amina', 'coordinator')
  ;({ unit: north } = await aUnit(place, 'Norr'))
  for (const kind of occupations) {
    await say((await aYouth(place, { family: `Åt ${kind}`, staff: amina, unit: north })).personId, kind)
    await say((await aYouth(place, { family: `Skola ${kind}`, otherForm: true })).personId, kind)
    await say((await aYouth(place, { family: `Slutar ${kind}`, untilOn: '2026-12-01' })).personId, kind)
    await say((await aYouth(place, { family: `Bevakas ${kind}`, fromOn: null, watched: true })).personId, kind)
    await say((await aYouth(place, { family: `Dold ${kind}`, protected: 'marked' })).personId, kind)
  }
  const stays = await aYouth(place, { family: 'Bekräftad', protected: 'registration' })
  await confirmStay(place, stays.personId)
  await say(stays.personId, 'work')
  await say((await aYouth(place, { family: 'Obekräftad', protected: 'registration' })).personId, 'work')
  await aYouth(place, { family: 'Ingen uppgift' })
})
afterAll(() => place.installation.close())

const after = (days: number): PlainDate => dateOf(plusDays(dayOf(stated), days))
/** The edges of every kind: fourteen days before, and the day itself. */
const edges = [0, 29, 30, 31, 32, 44, 45, 46, 47, 59, 60, 61, 75, 76, 77, 89, 90, 91, 105, 106, 107, 119, 120, 121, 200]

const questionOn = (on: PlainDate, scope: Scope, mineOf: string | null = null): ExpiryQuestion => ({
  scope,
  today: on,
  until: expiresUntil(on),
  mineOf,
  restrictedIn: scope.mayReadProtected ? place.code : null,
})

const deskOn = (on: PlainDate, scope: Scope, group: ExpiryGroup, mineOf: string | null = null) =>
  inTransaction(place.pool, async (tx) => {
    const question = questionOn(on, scope, mineOf)
    const rows = await listExpiries(tx, question, { group, isFresh: true, limit: 1000, offset: 0 })
    expect((await countExpiries(tx, question))[group]).toBe(rows.length)
    return rows
  })

/** The lists of those who are covered: to act, in another school form, with a measure. */
const tabs = ['', 'lage=annan-skolform&', 'lage=planerad&', 'lage=pagaende&']
const listedOn = (on: PlainDate, scope: Scope, query: string) =>
  inTransaction(place.pool, async (tx) => {
    const reader = { pool: place.pool, code: place.code, staffId: amina, unitId: null, scope, today: on }
    const found: number[] = []
    for (const tab of tabs) found.push(...(await listPersons(tx, reader, new URLSearchParams(`${tab}${query}`))))
    const rows = await tx.query<{ id: string }>('select subject_id as id from register.person where id = any ($1)', [found])
    return rows.map(({ id }) => id).toSorted()
  })

const idsOf = (rows: readonly { readonly subjectId: string }[]): string[] => rows.map(({ subjectId }) => subjectId).toSorted()

describe.each<[string, () => Scope]>([
  ['everybody but the protected', () => everybody],
  ['everybody', () => ({ units: null, mayReadProtected: true })],
  ['one unit', () => ({ units: [north], mayReadProtected: false })],
  ['no unit', () => ({ units: [], mayReadProtected: false })],
])('for the one who sees %s', (_, scope) => {
  it.each(edges)('what lapses soon and what has lapsed are those of the lists, %i days after it was said', async (passed) => {
    const on = after(passed)
    expect(idsOf(await deskOn(on, scope(), 'expiring'))).toEqual(await listedOn(on, scope(), 'lista=gar-ut'))
    expect(idsOf(await deskOn(on, scope(), 'lapsed'))).toEqual(await listedOn(on, scope(), 'sysselsattning=utgangen'))
  })
})

describe('the desk', () => {
  it('counts for the hub what its first group shows', async () => {
    for (const passed of [31, 76, 90, 120]) {
      const shown = await deskOn(after(passed), everybody, 'expiring')
      expect(await inTransaction(place.pool, (tx) => countExpiring(tx, everybody, after(passed)))).toBe(shown.length)
    }
    expect(await inTransaction(place.pool, (tx) => countExpiring(tx, everybody, after(76)))).toBeGreaterThan(0)
  })

  it('has what nobody knew only when it is time to ask again', async () => {
    const kinds = async (on: PlainDate, group: ExpiryGroup) => (await deskOn(on, everybody, group)).map(({ said }) => said.kind)
    expect(await kinds(after(44), 'expiring')).not.toContain('unknown')
    expect(await kinds(after(44), 'lapsed')).not.toContain('unknown')
    expect(await kinds(after(45), 'lapsed')).toContain('unknown')
  })

  it('has those who are watched apart, and those nobody follows not at all', async () => {
    const on = after(130)
    const names = async (group: ExpiryGroup) => (await deskOn(on, everybody, group)).map(({ familyName }) => familyName.split(' ')[0])
    expect(new Set(await names('watched'))).toEqual(new Set(['Bevakas']))
    expect(new Set(await names('lapsed'))).toEqual(new Set(['Åt', 'Skola']))
  })

  it('narrows to those one has, and those one stands in for', async () => {
    const bo = await aColleague(place, 'Bo', 'coordinator')
    expect(await deskOn(after(90), everybody, 'lapsed', bo)).toEqual([])
    const mine = await deskOn(after(90), everybody, 'lapsed', amina)
    expect(mine.every(({ staff }) => staff === 'Amina') && mine.length > 0).toBe(true)
    await place.sql(`insert into cover.absence (staff_id, substitute_id, from_on, until_on, set_by) values ($1, $2, $3, $4, $1)`, [
      amina,
      bo,
      after(90),
      after(95),
    ])
    expect(idsOf(await deskOn(after(90), everybody, 'lapsed', bo))).toEqual(idsOf(mine))
    expect(await deskOn(after(95), everybody, 'lapsed', bo)).toEqual([])
  })

  it('stands in the order of what lapses first, and of what has lapsed the latest', async () => {
    const reviews = async (group: ExpiryGroup) => (await deskOn(after(108), everybody, group)).map(({ said }) => said.reviewOn)
    const [soon, gone] = [await reviews('expiring'), await reviews('lapsed')]
    expect(soon).toEqual(soon.toSorted())
    expect(gone).toEqual(gone.toSorted().toReversed())
  })
})
