/** What the database says of codes and answers, whoever asks. */
import { beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { aPlace, aPopulation, aPost, type TestPlace } from '../../../test/support/places.ts'

const [mine, other] = [aNumber('20080314'), aNumber('20080315')]
let place: TestPlace
const codes: Record<string, number> = {}
const people: Record<string, number> = {}

beforeAll(async () => {
  place = await aPlace()
  await place.feed('population', aPopulation(aPost({ number: mine }), aPost({ number: other })))
  for (const row of await place.sql<{ id: number; number: string }>('select person_id::int as id, number from worklist.youth')) {
    people[row.number] = row.id
  }
  for (const [name, issued, revoked] of [
    ['live', '1 day', null],
    ['expired', '61 days', null],
    ['revoked', '1 day', 'now()'],
  ] as const) {
    const [row] = await place.sql<{ id: number }>(
      `insert into replies.code (code_hash, person_id, issued_at, valid_until, revoked_at)
       values (sha256($1::bytea), $2, now() - $3::interval, now() - $3::interval + interval '60 days', ${revoked}) returning id::int`,
      [name, people[mine], issued],
    )
    codes[name] = row?.id ?? 0
  }
  await answer('live')
})

const answer = (code: string, of = mine, lang = 'sv') =>
  place.sql(`insert into replies.answer (code_id, person_id, kind, lang) values ($1, $2, 'notNow', $3)`, [codes[code], people[of], lang])

describe('the database', () => {
  it.each([
    ['an answer with a code that has expired', () => answer('expired'), /an answer comes with a live code/],
    ['an answer with a code that is revoked', () => answer('revoked'), /an answer comes with a live code/],
    ['an answer with the code of somebody else', () => answer('live', other), /an answer comes with a live code/],
    ['an answer in a language that is none of ours', () => answer('live', mine, 'tlh'), /answer_lang_is_known/],
    ['two answers that wait with one code', () => answer('live'), /one_open_answer_per_code/],
    ['a code that comes back', () => place.sql('update replies.code set revoked_at = null'), /a code is revoked once/],
    [
      'a no without a reason',
      () => place.sql(`update replies.answer set state = 'rejected', decided_at = now()`),
      /decided_says_by_whom|a_rejection_says_why/,
    ],
  ])('refuses %s', async (_, refused, complaint) => {
    await expect(refused()).rejects.toThrow(complaint)
  })
})
