/** What a school is answered hangs on its own words, never on what is known of the pupil: held by text, by header, and by the statements that are run. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { date } from '../../../test/support/places.ts'
import type { Pool } from '../../platform/db/tx.ts'
import { bearer } from './client.actions.ts'
import { receiveNotices } from './intake.actions.ts'
import { anAbsence, anEnd, anna, aNoticeTown, askToken, aStart, bo, hidden, moved, stranger, type NoticeTown } from './notices.testbed.ts'

let town: NoticeTown
beforeAll(async () => {
  town = await aNoticeTown()
})
afterAll(() => town.site.close())

/** A pool whose statements are kept, in order, without their values. */
function recorded(pool: Pool): { readonly pool: Pool; readonly taken: () => readonly string[] } {
  const texts: string[] = []
  const connect = async () => {
    const real = await pool.connect()
    return new Proxy(real, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key)
        if (key === 'query') {
          return (text: string | { text: string }, ...rest: unknown[]): unknown => {
            texts.push(typeof text === 'string' ? text : text.text)
            return (value as (...all: unknown[]) => unknown).call(target, text, ...rest)
          }
        }
        return typeof value === 'function' ? (value as () => unknown).bind(target) : value
      },
    })
  }
  return { pool: { connect } as unknown as Pool, taken: () => texts.splice(0) }
}

const masked = (text: string): string => text.replaceAll(/AN-[\w-]{14}/g, 'AN').replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d/g, 'AT')

/** Somebody who lives here, is protected, has moved, is in no register, has died; and who nobody has heard of, many times. */
const pupils = fc.oneof(
  fc.constantFrom(anna, hidden, moved, bo, stranger),
  fc
    .date({ min: new Date('2007-06-01'), max: new Date('2010-12-31'), noInvalidDate: true })
    .map((born) => aNumber(born.toISOString().slice(0, 10).replaceAll('-', ''))),
)
const kinds = fc.constantFrom('start', 'end', 'absence')
const daysAgo = fc.integer({ min: 0, max: 400 })

describe('whoever the pupil is', () => {
  it('the answer is the same text and the work the same statements, and none of them asks the register', async () => {
    const { pool, taken } = recorded(town.site.place.pool)
    const token = (await askToken(town.site, { client_id: town.program.clientId, client_secret: town.program.secret })).json['access_token']
    const found = await bearer(town.site.place.pool, String(token))
    const sender = found?.sender
    if (sender === undefined) throw new Error('the program has a token')
    const first = new Map<string, string>()
    await fc.assert(
      fc.asyncProperty(pupils, kinds, daysAgo, async (number, kind, ago) => {
        const on = new Date(Date.parse('2026-10-20') - ago * 86_400_000).toISOString().slice(0, 10)
        const notice =
          kind === 'start'
            ? aStart(number, { startOn: on })
            : kind === 'end'
              ? anEnd(number, { lastDayOn: on })
              : anAbsence(number, { fromOn: on, untilOn: on, hours: 6 })
        const answer = await receiveNotices(pool, sender, [notice], date('2026-11-26'))
        const statements = taken()
        const { duplicate, late } = answer[0]?.granted === true ? answer[0].value : { duplicate: null, late: null }
        // What differs hangs on the sender's own words: sent before by this school, and how long ago it was.
        const key = `${String(duplicate)} ${String(late)}`
        const seen = masked(JSON.stringify({ answer, statements }))
        if (!first.has(key)) first.set(key, seen)
        expect(seen).toBe(first.get(key))
        expect(statements.join('\n')).not.toMatch(/\b(register|worklist|outreach|organisation|feeds|matching)\./)
      }),
      { numRuns: 150 },
    )
    expect([...first.keys()].length).toBeGreaterThan(1)
  })

  it('over the wire too: known, protected, moved and unknown are answered alike, header for header', async () => {
    const answers = await Promise.all(
      [anna, hidden, moved, stranger].map((number) => town.program.send(anEnd(number, { lastDayOn: '2026-11-20' }))),
    )
    const alike = answers.map(({ status, text, headers }) => [status, masked(text), [...headers].filter(([name]) => name !== 'date')])
    for (const one of alike) expect(one).toEqual(alike[0])
  })

  it('what becomes of a notice is not told, unless somebody chose to answer', async () => {
    await town.tend()
    const before = (await town.program.ask('GET', '/notices')).text
    const rows = await town.site.place.sql<{ id: string }>(`select notice_id as id from notices.notice where annulled_at is null`)
    for (const { id } of rows.slice(0, 6)) await town.staff.send(`/anmalningar/${id}/avsla`, { reason: 'notResident' })
    for (const { id } of rows.slice(6, 10)) await town.staff.send(`/anmalningar/${id}/godta`)
    expect((await town.program.ask('GET', '/notices')).text).toBe(before)
    expect(town.site.reported).toEqual([])
  })
})
