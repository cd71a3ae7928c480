/** The yield of searches against a plain recount: every search of every youth, one by one, judged by the rule. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { randomFrom } from '../../../simulators/municipality/random.ts'
import { aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { aColleague, aUnit, aYouth, protect, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { recordContact, recordWay } from './record.actions.ts'
import { aContact } from './outreach.testbed.ts'
import { isValidFind } from './search.rules.ts'
import { insertSearch } from './search.store.ts'
import type { FoundWay, Yield, YieldBy } from './search.types.ts'
import { readYield } from './search-yield.store.ts'

let place: TestPlace
let youths: MadeYouth[]
let staffId = ''
const random = randomFrom(82, 1)
const oneOf = <T>(values: readonly T[]): T => values[random.whole(0, values.length - 1)] as T
const steps = ['school', 'lookup', 'field'] as const
const days = [date('2026-06-30'), date('2026-07-01'), date('2026-09-15'), date('2026-11-20')]

/** What becomes of a number afterwards. */
const fates = ['untried', 'noAnswer', 'reached', 'reachedThenDead', 'dead', 'wrongPerson', 'removed', 'sourceEnded'] as const

async function meet(personId: number, wayId: number, fate: (typeof fates)[number]): Promise<void> {
  const note = (outcome: 'noAnswer' | 'reached' | 'deadNumber' | 'someoneElse', reached = false) =>
    inTransaction(place.pool, (tx) => recordContact(tx, aContact(personId, { wayId, outcome, reached })))
  if (fate === 'noAnswer') await note('noAnswer')
  if (fate === 'reached' || fate === 'reachedThenDead') await note('reached', true)
  if (fate === 'dead' || fate === 'reachedThenDead') await note('deadNumber')
  if (fate === 'wrongPerson') await note('someoneElse')
  if (fate === 'removed' || fate === 'sourceEnded') {
    if (fate === 'removed')
      await place.sql(`insert into outreach.way_act (way_id, kind, why, staff_id) values ($1, 'removed', 'fel', $2)`, [wayId, staffId])
    await place.sql(`update outreach.way set ended_at = now(), ended_by = 'prov' where id = $1`, [wayId])
  }
}

async function searchAtRandom(n: number): Promise<void> {
  const { personId } = oneOf(youths)
  const [step, on] = [oneOf(steps), oneOf(days)]
  const isFound = random.chance(0.4)
  const way = {
    personId,
    kind: 'phone',
    value: `+467017406${String(5 + (n % 90)).padStart(2, '0')}`,
    source: 'lookedUp',
    sourceDetail: step,
  } as const
  const wayId = isFound ? await inTransaction(place.pool, (tx) => recordWay(tx, { ...way, foundOn: on, foundBy: 'prov' })) : null
  await inTransaction(place.pool, (tx) => insertSearch(tx, { personId, step, on, wayId, staffId }))
  if (wayId !== null) await meet(personId, wayId, oneOf(fates))
  if (!isFound && random.chance(0.1))
    await place.sql(
      `update outreach.search set struck_at = now() where result = 'nothing' and struck_at is null and id = (select max(id) from outreach.search)`,
    )
}

beforeAll(async () => {
  place = await aPlace()
  staffId = await aColleague(place, 'Amina', 'coordinator')
  const [kista, farsta] = [await aUnit(place, 'Kista'), await aUnit(place, 'Farsta')]
  youths = []
  for (let n = 0; n < 24; n++) {
    const home = n % 3 === 0 ? kista : n % 3 === 1 ? farsta : { unit: null, district: null }
    youths.push(await aYouth(place, home))
  }
  for (let n = 0; n < 90; n++) await searchAtRandom(n)
  // Two records that are one human being, one youth who is protected, and one who has moved since.
  await place.sql(
    `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from) values ($1, $2, 'samma', 'prov', '{}', now())`,
    [youths[0]?.personId, youths[1]?.personId],
  )
  await place.sql('delete from worklist.youth where person_id = $1', [youths[0]?.personId])
  await protect(place, youths[2]?.personId ?? 0, 'marked')
  await place.sql('update worklist.youth set unit_id = $2, district_id = $3 where person_id = $1', [
    youths[4]?.personId,
    kista.unit,
    kista.district,
  ])
})
afterAll(() => place.installation.close())

type Search = FoundWay & {
  readonly person: number
  readonly step: string
  readonly district: string | null
  readonly on: string
  readonly isFound: boolean
}

const everySearch = () =>
  place.sql<Search>(`
    select s.person_id as person, s.step, d.name as district, s.searched_on as "on", s.result = 'found' as "isFound", w.last_result as "lastResult",
      w.dead_on is not null as "isDead", exists (select from outreach.way_act a where a.way_id = w.id and a.kind = 'removed') as "isRemoved",
      exists (select from outreach.contact c where c.way_id = w.id and c.reached) or w.last_result in ('worked', 'delivered') as "hasWorked"
    from outreach.search s left join organisation.district d on d.id = s.district_id left join outreach.way w on w.id = s.way_id where s.struck_at is null`)

const countOf = (searches: readonly Search[], rootOf: (id: number) => number): Yield => {
  const people = (rows: readonly Search[]) => new Set(rows.map(({ person }) => rootOf(person))).size
  const found = searches.filter(({ isFound }) => isFound)
  return { searched: people(searches), found: people(found), valid: people(found.filter(isValidFind)) }
}

async function recount(fromOn: string, untilOn: string, sees: (root: number) => boolean): Promise<YieldBy> {
  const [absorbed, kept] = [youths[0]?.personId, youths[1]?.personId ?? 0]
  const rootOf = (id: number) => (id === absorbed ? kept : id)
  const hidden = youths[2]?.personId
  const made = (await everySearch())
    .filter(({ on, person }) => on >= fromOn && on < untilOn && sees(rootOf(person)))
    // Nobody protected is to be found by place.
    .map((search) => (rootOf(search.person) === hidden ? { ...search, district: null } : search))
  const by = <T extends string | null>(values: readonly T[], fits: (search: Search, value: T) => boolean) =>
    [...new Set(values)].map((value) => ({
      value,
      ...countOf(
        made.filter((search) => fits(search, value)),
        rootOf,
      ),
    }))
  return {
    total: countOf(made, rootOf),
    steps: by(
      made.map(({ step }) => step),
      (search, step) => search.step === step,
    ).map(({ value, ...counts }) => ({ step: value, ...counts })),
    districts: by(
      made.map(({ district }) => district),
      (search, district) => search.district === district,
    ).map(({ value, ...counts }) => ({ district: value, ...counts })),
  }
}

const inOrder = ({ total, steps: bySteps, districts }: YieldBy) => ({
  total,
  steps: bySteps.toSorted((a, b) => a.step.localeCompare(b.step)),
  districts: districts.toSorted((a, b) => (a.district ?? '').localeCompare(b.district ?? '')),
})

it.each([
  ['everything', '2000-01-01', '2100-01-01'],
  ['the school year, from its first day', '2026-07-01', '2026-11-20'],
  ['a single day', '2026-11-20', '2026-11-21'],
  ['no day', '2026-11-20', '2026-11-20'],
])('of %s is what a recount says, for whoever asks', async (_, fromOn, untilOn) => {
  const period = { fromOn: date(fromOn), untilOn: date(untilOn) }
  const read = (scope: { units: number[] | null; mayReadProtected: boolean }) =>
    inTransaction(place.pool, (tx) => readYield(tx, scope, period))
  const hidden = youths[2]?.personId
  expect(inOrder(await read({ units: null, mayReadProtected: true }))).toEqual(inOrder(await recount(fromOn, untilOn, () => true)))
  expect(inOrder(await read({ units: null, mayReadProtected: false }))).toEqual(
    inOrder(await recount(fromOn, untilOn, (id) => id !== hidden)),
  )
  const [unit] = await place.sql<{ id: number }>(`select id from organisation.unit where name = 'Kista'`)
  const inKista = new Set(
    (await place.sql<{ id: number }>('select person_id as id from worklist.youth where unit_id = $1', [unit?.id])).map(({ id }) => id),
  )
  expect(inOrder(await read({ units: [unit?.id ?? 0], mayReadProtected: true }))).toEqual(
    inOrder(await recount(fromOn, untilOn, (id) => inKista.has(id))),
  )
})

it('has something of everything to count', async () => {
  const { total, steps: bySteps, districts } = await recount('2000-01-01', '2100-01-01', () => true)
  expect([total.searched > total.found, total.found > total.valid, total.valid > 0, bySteps.length, districts.length]).toEqual([
    true,
    true,
    true,
    3,
    3,
  ])
})

it.each([
  [{ hasWorked: true, lastResult: 'dead', isDead: true, isRemoved: true }, true],
  [{ hasWorked: false, lastResult: null, isDead: false, isRemoved: false }, true],
  [{ hasWorked: false, lastResult: 'noAnswer', isDead: false, isRemoved: false }, true],
  [{ hasWorked: false, lastResult: 'failed', isDead: false, isRemoved: false }, true],
  [{ hasWorked: false, lastResult: 'wrongPerson', isDead: false, isRemoved: false }, false],
  [{ hasWorked: false, lastResult: 'dead', isDead: true, isRemoved: false }, false],
  [{ hasWorked: false, lastResult: null, isDead: false, isRemoved: true }, false],
] as const)('a find like %j holds: %s', (way, holds) => {
  expect(isValidFind(way)).toBe(holds)
})
