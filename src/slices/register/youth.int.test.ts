/** One youth at a time and the command answer the same, for everybody in a made-up municipality, now and as known earlier, merged or not. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { madeUpMunicipality } from '../../../simulators/municipality/index.ts'
import { aFolder, aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import { parseIdentityNumber } from '../../kernel/identity-number.ts'
import { endOf, parseInstant } from '../../platform/db/instant.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { dayOf } from '../../platform/plain-date.ts'
import { mergeByHand, runNightly, type NightSource } from '../matching/index.ts'
import { explainPerson, explainYouth, now } from './index.ts'

const [first, last] = [date('2026-09-01'), date('2026-11-20')]
const on = dayOf(last)
let place: TestPlace

beforeAll(async () => {
  place = await aPlace()
  const folder = aFolder()
  const { nights } = madeUpMunicipality({ seed: 7, cohort: 6, firstNight: first, lastNight: last })
  for (const night of nights.filter((_, index) => index < 3 || index % 8 === 0)) {
    const sources = night.files.map(({ feed, kind, source, name, content }): NightSource => {
      writeFileSync(join(folder, name), content)
      return { name: source, feed, next: () => Promise.resolve({ source, feed, kind, on: night.on, files: [join(folder, name)] }) }
    })
    await runNightly(place, sources, night.on, () => {})
  }
}, 120_000)
afterAll(() => place.installation.close())

type Known = { readonly number: string; readonly person_id: number }
const people = () => place.sql<Known>(`select number, person_id from register.identity where known_until = 'infinity' order by number`)

/** The school unit is what only the page is told. */
const withoutWhere = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, content: unknown) => (key === 'where' ? undefined : content)))

async function bothAnswer({ number, person_id }: Known, asOf: string): Promise<boolean> {
  const parsed = parseIdentityNumber(number, on)
  if (typeof parsed === 'string') throw new Error('not a number')
  const question = { municipality: '2599', on, asOf }
  const command = await explainPerson(place.pool, parsed, { ...question, actor: 'prov' }, 'explain.cli')
  const page = await inTransaction(place.pool, (tx) => explainYouth(tx, person_id, question))
  if (command === null) return false
  expect(withoutWhere(page?.explanation)).toEqual(withoutWhere(command.explanation))
  expect([page?.person.subjectId, page?.person.number]).toEqual([command.person.subjectId, command.person.number])
  return true
}

test('now, and as known at earlier instants', async () => {
  const everybody = await people()
  expect(everybody.length).toBeGreaterThan(30)
  for (const instant of [null, '2026-10-10', '2026-09-02']) {
    const written = instant === null ? null : parseInstant(instant)
    const asOf = written === null ? now : await inTransaction(place.pool, (tx) => endOf(tx, written))
    let answered = 0
    for (const person of everybody) if (await bothAnswer(person, asOf)) answered++
    expect(answered).toBeGreaterThan(20)
  }
})

test('of records that are one human being, from either of them', async () => {
  const [kept, absorbed, further] = await people()
  if (kept === undefined || absorbed === undefined || further === undefined) throw new Error('three persons are needed')
  const merge = (number: string, keep: string) => mergeByHand(place, { number, by: 'prov', on: last, keep, ground: 'samma' })
  await merge(further.number, absorbed.number)
  await merge(absorbed.number, kept.number)
  for (const one of [kept, absorbed, further]) expect(await bothAnswer(one, now)).toBe(true)
  const page = await inTransaction(place.pool, (tx) => explainYouth(tx, further.person_id, { municipality: '2599', on, asOf: now }))
  expect(new Set(page?.records.personIds)).toEqual(new Set([kept.person_id, absorbed.person_id, further.person_id]))
})
