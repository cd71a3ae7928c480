/** What everybody must agree on at the end of a route: the contacts, where the ladder stands, the figures, the evidence and the log. */
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { textOf } from '../../src/platform/pdf.testbed.ts'
import type { PlainDate } from '../../src/platform/plain-date.ts'
import { formTokenOf } from '../../src/slices/access/cookies.ts'
import { isIntact, verifyChain } from '../../src/slices/audit/index.ts'
import { figureChannels, readOutreachFigures } from '../../src/slices/figures/index.ts'
import { ladderTexts, type Channel } from '../../src/slices/ladder/index.ts'
import { listPersons } from '../../src/slices/worklist/index.ts'
import { ago, today, type CameIn, type Town } from './outreach-town.ts'
import type { Visitor } from './web.ts'

const nobody = '00000000-0000-4000-8000-000000000000'

/** A file that a form gives. */
export async function fileFrom({ site }: Town, who: Visitor, path: string, fields: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const body = new URLSearchParams({ formToken: formTokenOf(who.token), once: randomUUID(), ...fields })
  const response = await site.app.request(path, { method: 'POST', headers: { cookie: who.cookie }, body })
  expect([response.status, response.headers.get('content-type')], path).toEqual([200, 'application/pdf'])
  return new Uint8Array(await response.arrayBuffer())
}

/** A PDF as lines of text, words that the line broke put together with one space. */
export const pdfText = (pdf: Uint8Array): string => textOf(pdf).replaceAll(/\s+/g, ' ')

/** The text of a page. */
export const pageText = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')

export type Standing = {
  readonly step: string | null
  readonly nth: number | null
  readonly fromOn: string | null
  readonly dueOn: string | null
  readonly waitsFor: string
  readonly quietUntil: string | null
  readonly attempt: string | null
  readonly reached: string | null
  readonly firstReachedOn: string | null
}

/** Where the ladder stands with the youth. */
export async function standingOf({ place }: Town, { personId }: CameIn): Promise<Standing> {
  const [row] = await place.sql<Standing>(
    `select step, step_nth as nth, step_from::text as "fromOn", step_due::text as "dueOn", waits_for as "waitsFor", quiet_until::text as "quietUntil",
       last_attempt_channel as attempt, last_reached_channel as reached, first_reached_on::text as "firstReachedOn"
     from outreach.standing where person_id = $1`,
    [personId],
  )
  if (row === undefined) throw new Error('nobody has worked out where the ladder stands')
  return row
}

/** Made, answered and reached on each channel where there is anything; and the youths reached. */
export type Counted = Readonly<Record<string, string>>

/** The figures of the last hundred days, as the statistician reads them. `mayReadProtected`: with those whom few may count. */
export async function figuresOf({ place }: Town, mayReadProtected = false): Promise<Counted> {
  const reader = { actor: 'prov', scope: { units: null, mayReadProtected }, today }
  const { groups } = await readOutreachFigures(place.pool, reader, { fromOn: ago(100), untilOn: ago(-1), by: 'none' })
  const [all] = groups
  if (all === undefined) return {}
  const rows = figureChannels.map((channel) => {
    const { made, answered, reached } = all.channels[channel]
    return [channel, `${made}/${answered}/${reached}`] as const
  })
  return Object.fromEntries([...rows.filter(([, told]) => told !== '0/0/0'), ['youths reached', String(all.support.reached)]])
}

/** The contacts as `channel outcome`, with `!` where the youth was reached and `?` where we tried. */
export const contactsOf = async ({ place }: Town, { personId }: CameIn): Promise<string[]> =>
  (
    await place.sql<{ told: string }>(
      `select channel || ' ' || outcome || ' ' || case when attempted then '?' else '' end || case when reached then '!' else '' end as told
       from outreach.contact where person_id = $1 and struck_at is null order by happened_at, id`,
      [personId],
    )
  ).map(({ told }) => told)

const timesWord = (count: number): string => (count === 1 ? 'gång' : 'gånger')

/** The evidence has every contact, and counts attempts and reaches as the contacts do. */
export async function expectEvidence(town: Town, who: Visitor, youth: CameIn, contacts: readonly string[]): Promise<void> {
  const text = pdfText(await fileFrom(town, who, `${youth.path}/bevis`, {}))
  const count = (mark: string): number => contacts.filter((one) => one.includes(mark)).length
  const reached = count('!')
  const sum = reached === 0 ? 'ungdomen har aldrig nåtts' : `ungdomen har nåtts ${reached} ${timesWord(reached)}`
  expect(text).toContain(`${count('?')} försök, ${sum}`)
  expect(text).toContain(youth.given)
  for (const channel of new Set(contacts.map((one) => one.split(' ')[0] ?? '')))
    expect(text.toLowerCase(), channel).toContain(ladderTexts.sv.channels[channel as Channel])
  expect(text, 'no number in full').not.toMatch(/07\d[- ]?\d{3}|\+46/)
}

/** Nothing in the log says who anybody is, and its chain holds. */
export async function expectCleanLog({ place }: Town, youths: readonly CameIn[]): Promise<void> {
  const lines = await place.sql<{ line: string }>(
    `select concat_ws(' ', actor, action, outcome, subject_id, detail) as line from audit.line`,
  )
  const personal = youths.flatMap(({ given, number }) => [given, number, number.slice(2)])
  const all = lines.map(({ line }) => line).join('\n')
  for (const one of personal) expect(all.includes(one), `the log has ${one}`).toBe(false)
  expect(all).not.toMatch(/\+46|@example|gatan|Provsson/)
  expect(lines.length).toBeGreaterThan(0)
  expect(isIntact(await verifyChain(place.pool, null, 'prov'))).toBe(true)
}

/** Whether the youth stands on the list of the address on the day. */
export const isOnList = ({ place }: Town, { personId }: CameIn, query: string, on: PlainDate): Promise<boolean> =>
  inTransaction(place.pool, async (tx) => {
    const reader = {
      pool: place.pool,
      code: place.code,
      staffId: nobody,
      unitId: null,
      scope: { units: null, mayReadProtected: false },
      today: on,
    }
    return (await listPersons(tx, reader, new URLSearchParams(query))).includes(personId)
  })
