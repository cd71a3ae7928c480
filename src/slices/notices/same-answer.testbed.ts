/** Everything that a school can do and be answered about a pupil, with the statements that it took; and what the municipality can do meanwhile. */
import fc from 'fast-check'
import pg from 'pg'
import { expect } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { date } from '../../../test/support/places.ts'
import { parseMunicipalityCode } from '../../kernel/municipality-code.ts'
import type { Pool } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { columns } from './flat.rules.ts'
import {
  anAbsence,
  anEnd,
  anna,
  aNoticeTown,
  askApi,
  bo,
  dead,
  hidden,
  moved,
  unitCode,
  veiled,
  type Asked,
  type NoticeTown,
} from './notices.testbed.ts'
import { addAuthority, issueClient, putUnit } from './school.actions.ts'

let town: NoticeTown
let handler: NoticeTown['staff']
let other: { readonly pool: Pool; readonly bearer: string }
const taken: string[] = []
const asked = Reflect.get(pg.Client.prototype, 'query') as (...all: unknown[]) => unknown

/** The same school, registered with a second municipality of the installation too. */
async function theOther(): Promise<{ readonly pool: Pool; readonly bearer: string }> {
  const code = parseMunicipalityCode('1480')
  if (code === null) throw new Error('1480 is a municipality')
  const { pool } = await town.site.place.installation.setUp(code, 'Annanstad')
  const client = await pool.connect()
  const { rows } = await client.query<{ id: string }>(
    `insert into access.staff (issuer, subject, name, roles) values ('prov', 'b', 'Berit Prov', '{coordinator}') returning id`,
  )
  client.release()
  const by = rows[0]?.id ?? ''
  const authority = await addAuthority(pool, by, 'Friskolan AB')
  if (!authority.granted) throw new Error('it has the name to itself')
  const of = { by, authorityId: authority.value }
  await putUnit(pool, of, { code: unitCode, name: 'Skolan', email: '' })
  const issued = await issueClient(pool, of, { name: 'Skolsystemet', scopes: ['notices:send', 'notices:annul', 'notices:read'] })
  if (!issued.granted) throw new Error('a client is issued')
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: issued.value.clientId,
    client_secret: issued.value.secret,
  })
  const { json } = await askApi(town.site, 'POST', '/token', { body: body.toString() }, '1480')
  return { pool, bearer: String(json['access_token']) }
}

/** A statement, kept and run. */
function recorded(this: pg.Client, ...all: unknown[]): unknown {
  const [first] = all
  taken.push(typeof first === 'string' ? first : String((first as { text?: string } | undefined)?.text))
  return asked.apply(this, all)
}

/** A municipality whose every statement is kept, with the same school in a second one. */
export async function watch(): Promise<NoticeTown> {
  town = await aNoticeTown()
  other = await theOther()
  handler = await town.site.signedIn(['coordinator', 'protectedHandler'], { name: 'Hanna Prov' })
  Reflect.set(pg.Client.prototype, 'query', recorded)
  return town
}

export async function unwatch(): Promise<void> {
  Reflect.set(pg.Client.prototype, 'query', asked)
  await town.site.close()
}

/** A pupil in one run: what is told of her, and the receipts that her school has, in the order it got them. */
type Subject = { readonly number: string; readonly givenName: string; readonly receipts: string[]; readonly link: string }
export type Seen = {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly text: string
  readonly work: string
}

/** What the sender wrote itself is masked, and so are instants; a receipt is known by which one of the pupil's it is. */
function masked(text: string, { number, receipts, link }: Subject): string {
  return text
    .replaceAll(link, '/LÄNK')
    .replaceAll(/AN-[\w-]{14}/g, (receipt) => {
      if (!receipts.includes(receipt)) receipts.push(receipt)
      return `R${receipts.indexOf(receipt)}`
    })
    .replaceAll(number, 'N')
    .replaceAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d/g, 'AT')
}

/** What is answered, and the work that was done for it: nothing of it is outside `notices`, its settings and the log. */
export async function seen(subject: Subject, ask: () => Promise<{ status: number; headers: Headers; text: string }>): Promise<Seen> {
  town.site.later(2000)
  taken.length = 0
  const { status, headers, text } = await ask()
  const work = taken.splice(0).join('\n')
  expect(work).not.toMatch(/\b(register|worklist|outreach|organisation|feeds|matching|coverage|prevention|transfers)\./)
  expect(status).toBeLessThan(429)
  return { status, headers: [...headers], text: masked(text, subject), work }
}

const first = ({ receipts }: Subject): string => receipts[0] ?? 'AN-0000-0000-0000'
const last = ({ receipts }: Subject): string => receipts.at(-1) ?? 'AN-0000-0000-0000'
const end = ({ number, givenName }: Subject, on: string) => anEnd(number, { givenName, lastDayOn: on })
const absence = ({ number, givenName }: Subject, on: string) => anAbsence(number, { givenName, fromOn: on, untilOn: on, hours: 6 })

const csvOf = (notice: object): string =>
  `${columns.join(';')}\n${columns.map((name) => String((notice as Readonly<Record<string, string | number | undefined>>)[name] ?? '')).join(';')}\n`

const inOther = (method: string, path: string, body?: unknown): Promise<Asked> =>
  askApi(
    town.site,
    method,
    path,
    {
      headers: { authorization: `Bearer ${other.bearer}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
    '1480',
  )

async function byForm({ link }: Subject, path: string, fields: object): Promise<{ status: number; headers: Headers; text: string }> {
  const body = new URLSearchParams(
    Object.entries(fields)
      .filter(([name]) => name !== 'kind' && name !== 'schoolUnit')
      .map(([name, value]): [string, string] => [name, value === true ? 'ja' : String(value)]),
  )
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const response = await town.site.app.request(`${link}${path}`, { method: 'POST', body: body.toString(), headers })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** The pupil's own of all that the school has told: the others' are others'. */
async function ownOf(subject: Subject): Promise<Asked> {
  const answer = await town.program.ask('GET', '/notices')
  const rows = (answer.json['notices'] as { receipt: string }[]).filter(({ receipt }) => subject.receipts.includes(receipt))
  return { ...answer, text: JSON.stringify(rows) }
}

/** What the school can do about a pupil, on the run's own day. */
export const schoolDoes: Readonly<
  Record<string, (subject: Subject, on: string) => Promise<{ status: number; headers: Headers; text: string }>>
> = {
  sendsEnd: (subject, on) => town.program.send(end(subject, on)),
  sendsAbsence: (subject, on) => town.program.send(absence(subject, on)),
  sendsFile: (subject, on) => town.program.ask('POST', '/notices', csvOf(absence(subject, on)), { 'content-type': 'text/csv' }),
  fillsInForm: (subject, on) => byForm(subject, '?slag=end', end(subject, on)),
  fillsInWrong: (subject, on) => byForm(subject, '?slag=absence', { ...absence(subject, on), hours: 400 }),
  looksUp: (subject) => town.program.ask('GET', `/notices/${first(subject)}`),
  looksThrough: ownOf,
  annuls: (subject) => town.program.ask('POST', `/notices/${last(subject)}/annul`, { reason: 'changed' }),
  annulsByForm: (subject) =>
    byForm(subject, '/anmalningar', { receipt: first(subject), reason: 'mistake' }).then(({ status, headers }) => ({
      status,
      headers,
      text: '',
    })),
  tellsTheOther: (subject, on) => inOther('POST', '/notices', end(subject, on)),
  looksUpAtTheOther: (subject) => inOther('GET', `/notices/${first(subject)}`),
  annulsAtTheOther: (subject) => inOther('POST', `/notices/${first(subject)}/annul`, { reason: 'changed' }),
}

const tick = () => town.tend((code) => Promise.resolve(code === '1480' ? { pool: other.pool } : null))

/** Decides on the newest notice of the pupil that waits, as whoever may see her. */
async function decide({ number }: Subject, path: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  const [row] = await town.site.place.sql<{ id: string }>(
    `select notice_id as id from notices.notice n where number = $1 and annulled_at is null
       and not exists (select from notices.decision d where d.notice_pk = n.id and d.undone_at is null) order by id desc limit 1`,
    [number],
  )
  if (row !== undefined) await handler.send(`/anmalningar/${row.id}/${path}`, fields)
}

/** What the municipality can do meanwhile, to the one whom it knows. Of a hundred days both are a hundred days older. */
export const weDo: Readonly<Record<string, (known: Subject, unknown: Subject) => Promise<unknown>>> = {
  tick,
  accept: (known) => decide(known, 'godta').then(tick),
  refuse: (known) => decide(known, 'avsla', { reason: 'notResident' }).then(tick),
  sendOn: (known) => decide(known, 'skicka-vidare', { to: '1480' }).then(tick),
  aHundredDaysPass: async (known, unknown) => {
    await town.site.place.sql(`alter table notices.decision disable trigger user`)
    await town.site.place.sql(
      `with older as (update notices.notice set received_at = received_at - interval '100 days' where number = any ($1) returning id)
       update notices.decision d set decided_at = d.decided_at - interval '100 days', delivered_at = d.delivered_at - interval '100 days'
       from older where d.notice_pk = older.id`,
      [[known.number, unknown.number]],
    )
    await town.site.place.sql(`alter table notices.decision enable trigger user`)
    await tick()
  },
}

/** Those whom the municipality knows something of. */
export const known = fc.constantFrom<readonly [string, string]>(
  [anna, 'Anna'],
  [hidden, 'Hemliga'],
  [veiled, 'Skyddad'],
  [moved, 'Flytt'],
  [bo, 'Bo'],
  [dead, 'Avliden'],
)
let runs = 0

/** Both pupils through the same steps, side by side. */
export async function alike([number, givenName]: readonly [string, string], does: readonly string[]): Promise<void> {
  runs += 1
  const nobodys = aNumber(dateOf(plusDays(dayOf(date('2009-06-01')), runs)).replaceAll('-', ''), '239')
  const on = dateOf(plusDays(dayOf(date('2026-11-20')), -30 * runs))
  const one: Subject = { number, givenName, receipts: [], link: await town.link() }
  const nobody: Subject = { number: nobodys, givenName, receipts: [], link: await town.link() }
  for (const [nth, name] of does.entries()) {
    const school = schoolDoes[name]
    if (school === undefined) await weDo[name]?.(one, nobody)
    else {
      const [told, toldOfNobody] = [await seen(one, () => school(one, on)), await seen(nobody, () => school(nobody, on))]
      expect(told, `${does.slice(0, nth + 1).join(', ')} of ${givenName}`).toEqual(toldOfNobody)
    }
  }
}
