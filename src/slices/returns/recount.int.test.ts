/**
 * An independent recount: plain SQL over what the register and the house have on record, against what the return says, row by row. For a half-year of
 * 2026, and for the two of 2018 around the day when introductory programmes left the target group.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestPlace } from '../../../test/support/places.ts'
import { codeOf, returnRecount, type CodeLists, type RecountedRow } from '../../../test/support/return-recount.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { buildReturnFile } from './build.actions.ts'
import { readReturnFacts } from './facts.actions.ts'
import { half } from './returns.testbed.ts'
import type { Profile } from './profile.types.ts'
import { aTownOfMany } from './recount.testbed.ts'

let place: TestPlace
const today = todayInSweden()
const halves = ['2018H1', '2018H2', '2026H1'] as const

beforeAll(async () => {
  place = await aTownOfMany(240, 20_180_701)
})
afterAll(() => place.installation.close())

const listsOf = ({ codes }: Profile): CodeLists => ({
  entry: codes.entryReasons,
  exit: codes.exitReasons,
  occupation: codes.occupations,
  kind: codes.measureKinds,
  end: codes.measureEndReasons,
})

async function both(key: (typeof halves)[number]): Promise<readonly [told: string[], counted: string[]]> {
  const made = await buildReturnFile(place, { half: key, today, actor: 'prov' })
  if (!made.granted) throw new Error(made.reason)
  const { built, profile } = made.value
  const told = built.records.map(({ number, block, on, cells: c }) => {
    const codes = {
      youth: [c.registrationReason, c.occupationAtRegistration],
      contact: [c.contactOccupation],
      measureBegun: [c.measureKind],
      measureEnded: [c.endedMeasureKind, c.measureEndReason, c.occupationAfterMeasure],
      exit: [c.exitReason],
    }[block]
    return [number, block, on, ...codes].join(' ')
  })
  const { fromOn, untilOn } = half(key)
  const rows = await place.sql<RecountedRow>(returnRecount, [fromOn, untilOn])
  const counted = rows.map(({ number, block, day, codes }) =>
    [number, block, day, ...codes.map((word) => codeOf(listsOf(profile), word))].join(' '),
  )
  return [told.toSorted((a, b) => (a < b ? -1 : 1)), counted.toSorted((a, b) => (a < b ? -1 : 1))]
}

describe('the recount', () => {
  it.each(halves)('of %s agrees with the return, row by row', async (key) => {
    const [told, counted] = await both(key)
    expect(told.length).toBeGreaterThan(100)
    expect(told).toEqual(counted)
    for (const block of ['youth', 'contact', 'measureBegun', 'measureEnded', 'exit']) {
      expect(told.filter((row) => row.split(' ')[1] === block).length).toBeGreaterThan(3)
    }
  })

  it.each(halves)('of %s: those whom the night computed are those of the age', async (key) => {
    const question = { municipality: place.code, half: half(key), on: half(key).lastOn, knownAt: { facts: 'infinity', work: 'infinity' } }
    const read = (among: 'born' | 'computed') => inTransaction(place.pool, (tx) => readReturnFacts(tx, question, among))
    const [born, computed] = [await read('born'), await read('computed')]
    expect(computed).toEqual(born)
    expect(born.youths.length).toBeGreaterThan(50)
  })

  it('finds those in introductory programmes in the file of 2018H1, and out of it on 1 July 2018', async () => {
    const introductory = await place.sql<{ number: string }>(
      `select i.number from register.period p join register.identity i on i.person_id = p.person_id and i.known_until = 'infinity'
       where p.until_on = '2018-07-01' and p.exit_reason = 'inEducation' and exists (select from register.enrolment e where e.person_id = p.person_id
         and e.education_code like 'IM%' and e.start_on < '2018-07-01' and (e.end_on is null or e.end_on >= '2018-07-01'))`,
    )
    expect(introductory.length).toBeGreaterThan(3)
    const [[h1], [h2]] = [await both('2018H1'), await both('2018H2')]
    for (const { number } of introductory) {
      expect(h1.some((row) => row.startsWith(`${number} youth`))).toBe(true)
      expect(h1.some((row) => row.startsWith(`${number} exit 2018-07-01`))).toBe(false)
      expect(h2.some((row) => row.startsWith(`${number} exit 2018-07-01`))).toBe(true)
    }
  })
})
