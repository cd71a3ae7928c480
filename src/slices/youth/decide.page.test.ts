/** Decisions and own facts in the browser: the list follows at once and back again, nothing typed is lost, a running night is waited out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/tx.ts'
import { alone } from '../matching/lock.actions.ts'
import type { Visitor } from '../../../test/support/web.ts'
import { anna, bertil, cecilia, textOf, threeYouths, type Youths } from './youth.testbed.ts'

let youths: Youths
let amina: Visitor
beforeAll(async () => {
  youths = await threeYouths()
  amina = await youths.site.signedIn(['coordinator'], { name: 'Amina Lind' })
})
afterAll(() => youths.site.close())

const today = new Date().toISOString().slice(0, 10)
const isListed = async (number: string) =>
  (
    await youths.site.place.sql(
      'select from worklist.youth where number = $1 and from_on <= current_date and (until_on is null or until_on > current_date)',
      [number],
    )
  ).length > 0
const decision = { kind: 'decision', verdict: 'covers', fromOn: '2026-11-01', toOn: '', ground: 'Rektors besked <3' }
const factId = (html: string) => /name="factId" value="(\d+)"/.exec(html)?.[1] ?? ''

describe('a decision', () => {
  test('changes the list at once, shows in the chain with name and ground, and is undone with a reason', async () => {
    const { bertil: path } = youths.paths
    expect(await isListed(bertil)).toBe(false)
    expect((await amina.send(`${path}/beslut`, decision)).location).toBe(path)
    expect(await isListed(bertil)).toBe(true)
    const text = textOf((await amina.get(path)).html)
    expect(text).toContain('Varför finns Bertil här?')
    expect(text).toContain('Beslut: omfattas från 1 nov 2026 tills vidare – Amina Lind: Rektors besked &lt;3 · sagt av en medarbetare')
    const { html } = await amina.get(`${path}/beslut`)
    const back = await amina.send(`${path}/beslut/ta-tillbaka`, { kind: 'decision', factId: factId(html), ground: 'Fel ungdom' })
    expect(back.location).toBe(path)
    expect(await isListed(bertil)).toBe(false)
    const after = textOf((await amina.get(`${path}/beslut`)).html)
    expect(after).toContain('tillbakataget')
    expect(after).toContain('av Amina Lind: Fel ungdom')
    const again = await amina.send(`${path}/beslut/ta-tillbaka`, { kind: 'decision', factId: factId(html), ground: 'Fel ungdom' })
    expect([again.status, textOf(again.html).includes('Någon annan har redan tagit tillbaka')]).toEqual([409, true])
    const lines = await youths.site.place.sql<{ outcome: string; actor: string; detail: object }>(
      `select outcome, actor, detail from audit.line where action in ('register.record', 'register.withdraw') order by id`,
    )
    expect(lines.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'not-said'])
    expect(lines[0]?.actor).toMatch(/^[\da-f-]{36}$/)
    expect(JSON.stringify(lines)).not.toContain('Rektor')
  })

  test('works for somebody without a number', async () => {
    const { place } = youths.site
    const [row] = await place.sql<{ subject_id: string }>(`with p as (insert into register.person default values returning id, subject_id),
      l as (insert into worklist.youth (person_id, subject_id, given_name, family_name, search_key, street, postal_code, locality)
        select id, subject_id, '', '', '', '', '', '' from p) select subject_id from p`)
    const path = `/ungdomar/${row?.subject_id}`
    expect(textOf((await amina.get(path)).html)).toContain('Namn saknas')
    expect((await amina.send(`${path}/beslut`, decision)).location).toBe(path)
    expect(textOf((await amina.get(path)).html)).toContain('Varför finns ungdomen här?')
  })

  test.each([
    ['an end before the start', { ...decision, toOn: '2026-10-01' }, 'toOn', 'Slutdagen ligger före startdagen'],
    ['no ground', { ...decision, ground: ' ' }, 'ground', 'Fyll i fältet'],
    ['a day that does not exist', { ...decision, fromOn: '2026-02-30' }, 'fromOn', 'Skriv dagen som'],
    ['a day before birth', { ...decision, fromOn: '1999-01-01' }, 'fromOn', 'före födelsedagen'],
    ['a year too far away', { ...decision, fromOn: '2126-01-01' }, 'fromOn', 'Kontrollera årtalet'],
    ['no choice', { kind: 'decision', fromOn: '2026-11-01', toOn: '', ground: 'Så' }, 'verdict', 'Välj ett av alternativen'],
    ['7:14 without its day', { kind: 'schooling-end', paragraph: '7:14', endOn: '', ground: 'Så' }, 'endOn', 'Fyll i sista dagen'],
    [
      '7:14 after the ordinary end',
      { kind: 'schooling-end', paragraph: '7:14', endOn: '2025-01-01', ground: 'Så' },
      'endOn',
      'före det vanliga slutet',
    ],
    ['a ground that is too long', { ...decision, ground: 'å'.repeat(1001) }, 'ground', 'för lång'],
  ])('with %s comes back with the problem at its field', async (_, fields, field, says) => {
    const { status, html } = await amina.send(`${youths.paths.anna}/beslut`, fields)
    expect(status).toBe(422)
    expect(html).toContain(`href="#${field}"`)
    expect(html).toMatch(new RegExp(`id="${field}-problem"[^>]*>[^<]*${says}`))
    if ('ground' in fields && fields.ground === 'Så') expect(html).toContain('>Så</textarea>')
  })

  test('that overlaps another is refused, and so is a field that is not ours', async () => {
    const { anna: path } = youths.paths
    const not = { ...decision, verdict: 'not', fromOn: '2026-11-08', toOn: '2026-11-30' }
    expect((await amina.send(`${path}/beslut`, not)).status).toBe(303)
    const overlapping = await amina.send(`${path}/beslut`, { ...decision, fromOn: '2026-11-30' })
    expect([overlapping.status, overlapping.html.includes('Dagarna överlappar')]).toEqual([422, true])
    expect((await amina.send(`${path}/beslut`, { ...decision, fromOn: '2026-12-01', toOn: '2026-12-31' })).status).toBe(303)
    expect((await amina.send(`${path}/beslut`, { ...decision, source: 'navet' })).status).toBe(400)
    expect((await amina.send(`${path}/beslut`, { kind: 'stay', municipality: '1480', fromOn: today, toOn: '', ground: 'x' })).status).toBe(
      422,
    )
  })

  test('sent twice is made once', async () => {
    const once = crypto.randomUUID()
    const abroad = { kind: 'studies-abroad', fromOn: '2027-01-10', toOn: '2027-06-10', ground: 'Antagningsbesked', once }
    expect((await amina.send(`${youths.paths.anna}/beslut`, abroad)).status).toBe(303)
    expect((await amina.send(`${youths.paths.anna}/beslut`, abroad)).status).toBe(409)
    expect(await youths.site.place.sql(`select from register.enrolment where source = 'manuellt'`)).toHaveLength(1)
  })
})

test('while a night runs nothing is saved and everything typed comes back', async () => {
  const { pool } = youths.site.place
  const schooling = { kind: 'schooling-end', paragraph: '7:13', endOn: '', ground: 'Rektors beslut 2024-05-02' }
  await alone(
    pool,
    () => {},
    async () => {
      const { status, html } = await amina.send(`${youths.paths.bertil}/beslut`, schooling)
      expect(status).toBe(503)
      expect(html).toContain('En läsning av källorna pågår just nu')
      expect(html).toContain('Rektors beslut 2024-05-02</textarea>')
      expect(html).toMatch(/value="7:13"[^>]*checked|checked[^>]*value="7:13"/)
    },
  )
  expect(await inTransaction(pool, (tx) => tx.query('select from register.schooling_end'))).toEqual([])
  expect((await amina.send(`${youths.paths.bertil}/beslut`, schooling)).status).toBe(303)
})

test('only those who may decide, and may see the youth, can', async () => {
  const { site, paths } = youths
  const counsellor = await site.signedIn(['counsellor'], { unit: 'Norr' })
  expect((await counsellor.send(`${paths.anna}/beslut`, decision)).status).toBe(403)
  expect((await amina.send(`${paths.cecilia}/beslut`, decision)).status).toBe(404)
  const [line] = await site.place.sql<{ subject_id: null }>(
    `select subject_id from audit.line where action = 'register.record' and outcome = 'missing'`,
  )
  expect(line?.subject_id).toBeNull()
  const handler = await site.signedIn(['protectedHandler'])
  expect((await handler.send(`${paths.cecilia}/beslut`, decision)).status).toBe(303)
  expect(await isListed(cecilia)).toBe(true)
  expect(await isListed(anna)).toBe(false)
})

test('nothing broke on the way', () => expect(youths.site.reported).toEqual([]))
