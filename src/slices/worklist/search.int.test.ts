/** Searching on a real PostgreSQL: spelling, order, and who is never found. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import type { Scope } from '../../kernel/actor.ts'
import { searchYouths } from './search.actions.ts'
import { aPhone, aYouth, type MadeYouth } from './worklist.testbed.ts'

let place: TestPlace
const nobody: MadeYouth = { personId: 0, subjectId: '' }
let [kept, absorbed] = [nobody, nobody]
const everywhere: Scope = { units: null, mayReadProtected: false }
const search = async (written: string, scope = everywhere): Promise<string[]> => {
  const reader = { pool: place.pool, code: place.code, staffId: 'prov', unitId: null, scope, today: date('2026-11-20') }
  return (await searchYouths(reader, written)).hits.map(
    ({ givenName, familyName, tab }) => `${givenName} ${familyName}${tab === null ? ' –' : ''}`,
  )
}

beforeAll(async () => {
  place = await aPlace()
  const named = (given: string, family: string, more = {}) => aYouth(place, { given, family, ...more })
  const bjork = await named('Åsa', 'Björk')
  const other = await named('Asa', 'Bjork')
  const sara = await named('Sara', 'Ek', { fromOn: null })
  const ali = await named('Mohammed', 'Ali')
  kept = await named('Karl-Johan', 'O’Neill')
  absorbed = await named('Dubbel', 'Post')
  const zlatan = await named('Zlatan', 'Łukasiewicz', { number: '200904122384', bornOn: '2009-04-12' })
  const secret = await named('Kim', 'Hemlig', { protected: 'marked', number: '200904132383', bornOn: '2009-04-13' })
  await named('100%', '_Drop_')
  await aPhone(place, bjork, '+46701740605')
  await aPhone(place, sara, '+46701740606', { dead: true })
  for (const one of [other, ali]) await aPhone(place, one, '+46701740607')
  await aPhone(place, bjork, '+46701740608', { ended: true })
  await aPhone(place, secret, '+46701740609')
  await aPhone(place, absorbed, '+46701740612')
  await aPhone(place, zlatan, '+46846500405')
})
afterAll(() => place.installation.close())

describe('by name', () => {
  it.each([
    ['Björk', ['Åsa Björk', 'Asa Bjork']],
    ['bjork', ['Asa Bjork', 'Åsa Björk']],
    ['Bjoerk', ['Asa Bjork', 'Åsa Björk']],
    ['Åsa', ['Åsa Björk', 'Asa Bjork']],
    ['asa bj', ['Asa Bjork', 'Åsa Björk']],
    ['björk åsa', ['Åsa Björk', 'Asa Bjork']],
    ['Zarah', ['Sara Ek –']],
    ['Muhamed', ['Mohammed Ali']],
    ['Mohamad Aly', ['Mohammed Ali']],
    ['Carl Johan', ['Karl-Johan O’Neill']],
    ['Karljohan', ['Karl-Johan O’Neill']],
    ["O'Neill", ['Karl-Johan O’Neill']],
    ['oneil', ['Karl-Johan O’Neill']],
    ['Lukasievicz', ['Zlatan Łukasiewicz']],
    ['Hemlig', []],
    ['%', []],
    ["'; drop table worklist.youth; --", []],
    ['\\', []],
    ['100%', ['100% _Drop_']],
    ['李', []],
    ['Ingensomheterså', []],
  ])('%s', async (written, found) => {
    expect((await search(written)).slice(0, found.length || 50)).toEqual(found)
  })
})

describe('by number', () => {
  it.each([
    ['20090412-2384', ['Zlatan Łukasiewicz']],
    ['090412-2384', ['Zlatan Łukasiewicz']],
    ['0904122384', ['Zlatan Łukasiewicz']],
    ['090412', ['Zlatan Łukasiewicz']],
    ['2009-04-12', ['Zlatan Łukasiewicz']],
    ['200904', ['Zlatan Łukasiewicz']],
    ['20090413-2383', []],
    ['090413', []],
    ['999999', []],
  ])('%s', async (written, found) => {
    expect(await search(written)).toEqual(found)
  })

  it('finds a protected youth for those with the right', async () => {
    expect(await search('20090413-2383', { units: null, mayReadProtected: true })).toEqual(['Kim Hemlig'])
    expect(await search('Hemlig', { units: null, mayReadProtected: true })).toEqual(['Kim Hemlig'])
  })
})

describe('by phone', () => {
  const holder: Scope = { units: null, mayReadProtected: true }

  it.each([
    ['070-174 06 05', ['Åsa Björk']],
    ['+46 70 174 06 05', ['Åsa Björk']],
    ['0046701740605', ['Åsa Björk']],
    ['0701740605', ['Åsa Björk']],
    ['070-174 06 06', ['Sara Ek –']],
    ['070-174 06 07', ['Asa Bjork', 'Mohammed Ali']],
    ['070-174 06 08', []],
    ['070-174 06 09', []],
    ['070-174 06 10', []],
    ['070-174 06 11', []],
    ['08-465 004 05', ['Zlatan Łukasiewicz']],
  ])('%s', async (written, found) => {
    expect((await search(written)).toSorted()).toEqual(found.toSorted())
  })

  it('finds a protected youth for those with the right only, and nobody of another unit', async () => {
    expect(await search('070-174 06 09', holder)).toEqual(['Kim Hemlig'])
    expect(await search('070-174 06 05', { units: [4711], mayReadProtected: false })).toEqual([])
  })

  it('of a record that became another’s leads to that other', async () => {
    await place.sql('delete from worklist.youth where person_id = $1', [absorbed.personId])
    await place.sql(
      `insert into register.same_person (absorbed_id, kept_id, merged_by, ground, snapshot, known_from) values ($1, $2, 'prov', 'prov', '{}', now())`,
      [absorbed.personId, kept.personId],
    )
    expect(await search('070-174 06 12')).toEqual(['Karl-Johan O’Neill'])
  })

  it('writes nothing of the number in the log', async () => {
    await search('+46 70 174 06 05')
    const lines = await place.sql<{ detail: object }>('select detail from audit.line order by id desc limit 1')
    expect(lines).toEqual([{ detail: { kind: 'phone', hits: 1 } }])
  })
})

it('the log knows the kind of search and the number of hits, not what was written', async () => {
  await search('Björk Åsa')
  const lines = await place.sql<{ action: string; detail: object }>('select action, detail from audit.line order by id desc limit 1')
  expect(lines).toEqual([{ action: 'worklist.search', detail: { kind: 'name', hits: 2 } }])
})

it.each([
  ['Åsa Björk', 'asa bjork'],
  ['ÅSA', 'asa'],
  ['Karl-Johan', 'karl johan'],
  ["O'Neill", 'oneil'],
  ['O´Neill', 'oneil'],
  ['Zarah', 'sarah'],
  ['Mohammed', 'mohamed'],
  ['Łukasz Øde Æneas', 'lukas ode aneas'],
  ['A\u030Asa', 'asa'],
  ['  ', ''],
  ['Wachtmeister', 'vaktmeister'],
])('the key of %s', async (name, key) => {
  expect(await place.sql('select worklist.search_key($1) as key', [name])).toEqual([{ key }])
})
