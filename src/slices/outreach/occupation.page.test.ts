/** What a youth is said to do, on the person page: known, lapsed, and confirmed with one press; by those who may, and from what was seen. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Visitor } from '../../../test/support/web.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { textOf, threeYouths, type Youths } from '../youth/youth.testbed.ts'
import type { NewOccupation } from './outreach.types.ts'
import { ago } from './outreach.testbed.ts'
import { recordOccupation } from './record.actions.ts'

let youths: Youths
let amina: Visitor
beforeAll(async () => {
  youths = await threeYouths()
  amina = await youths.site.signedIn(['coordinator'], { name: 'Amina Lind' })
})
afterAll(() => youths.site.close())

const card = async (visitor: Visitor, path = youths.paths.anna): Promise<string> => {
  const { html } = await visitor.get(path)
  const from = html.indexOf('id="sysselsattning"')
  return from < 0 ? '' : textOf(`<main ${html.slice(from, html.indexOf('</section>', from))}`)
}
const say = (path: string, kind: NewOccupation['kind'], days: number) =>
  inTransaction(youths.site.place.pool, async (tx) => {
    const [row] = await tx.query<{ id: number }>('select id from register.person where subject_id = $1', [path.split('/').at(-1)])
    const said = { kind, source: 'youth', sinceOn: null, statedOn: ago(days), saidBy: 'prov', contactId: null } as const
    await recordOccupation(tx, { personId: row?.id ?? 0, ...said })
  })
const openId = async (path = youths.paths.anna): Promise<string> =>
  (
    await youths.site.place.sql<{ id: string }>(
      `select o.occupation_id as id from outreach.occupation o join register.person p on p.id = o.person_id
       where o.known_until = 'infinity' and p.subject_id = $1`,
      [path.split('/').at(-1)],
    )
  )[0]?.id ?? ''
const confirm = async (visitor: Visitor, path: string, source: string, occupation?: string) =>
  visitor.send(`${path}/sysselsattning`, { occupation: occupation ?? (await openId(path)), source })

test('nothing said is not the same as no occupation', async () => {
  expect(await card(amina)).toContain('Ingen har uppgett vad hen gör.')
  await say(youths.paths.bertil, 'none', 5)
  const text = await card(amina, youths.paths.bertil)
  expect(text).toMatch(/Ingen sysselsättning, enligt ungdomen \d/)
  expect(text).toMatch(/Räknas som känt till .*\(40 dagar kvar\)/)
})

test('what is heard afterwards of an earlier day does not take the place of what was said later', async () => {
  await say(youths.paths.bertil, 'abroad', 30)
  expect(await card(amina, youths.paths.bertil)).toContain('Ingen sysselsättning')
  await say(youths.paths.bertil, 'studies', 2)
  expect(await card(amina, youths.paths.bertil)).toContain('Studerar, enligt ungdomen')
})

test('what has lapsed is unknown, with the old value beside it', async () => {
  await say(youths.paths.anna, 'work', 100)
  const text = await card(amina)
  expect(text).toMatch(/okänd Förut: arbetar, enligt ungdomen .*\. Uppgiften gick ut/)
})

test('one press confirms it, with its source, in the list too', async () => {
  const listed = async () => textOf((await amina.get('/ungdomar?sysselsattning=utgangen')).html)
  expect(await listed()).toContain('”arbetar” · gick ut')
  const { status, location } = await confirm(amina, youths.paths.anna, 'employer')
  expect([status, location]).toEqual([303, `${youths.paths.anna}#sysselsattning`])
  expect(await card(amina)).toMatch(/Arbetar, enligt arbetsgivaren .*\(90 dagar kvar\)/)
  expect(await listed()).not.toContain('”arbetar”')
  const [line] = await youths.site.place.sql<{ action: string; detail: object }>(
    `select action, detail from audit.line where action = 'outreach.confirmOccupation' order by id desc limit 1`,
  )
  expect(line).toEqual({ action: 'outreach.confirmOccupation', detail: { source: 'employer' } })
})

test('not from an old page, not with a source we do not have, not by those who may not', async () => {
  const old = await openId()
  await say(youths.paths.anna, 'studies', 0)
  const stale = await confirm(amina, youths.paths.anna, 'school', old)
  expect([stale.status, stale.html.includes('Någon har uppgett något annat')]).toEqual([409, true])
  expect((await confirm(amina, youths.paths.anna, 'neighbour')).status).toBe(400)
  expect((await confirm(amina, youths.paths.anna, 'school', 'x')).status).toBe(404)
  const south = await youths.site.signedIn(['counsellor'], { unit: 'Söder' })
  expect((await confirm(south, youths.paths.anna, 'school')).status).toBe(404)
  const system = await youths.site.signedIn(['systemCoordinator'])
  expect((await confirm(system, youths.paths.anna, 'school')).status).toBe(403)
  expect(await card(system)).not.toContain('Stämmer fortfarande')
  expect(await card(amina)).toContain('Studerar, enligt ungdomen')
})

test('of a protected youth only by those with the right', async () => {
  await say(youths.paths.cecilia, 'work', 3)
  expect((await confirm(amina, youths.paths.cecilia, 'school')).status).toBe(404)
  const handler = await youths.site.signedIn(['protectedHandler'])
  expect((await confirm(handler, youths.paths.cecilia, 'school')).status).toBe(303)
  expect(await card(handler, youths.paths.cecilia)).toContain('Arbetar, enligt skolan')
})

test('of somebody whom nobody follows nothing new is kept', async () => {
  await say(youths.paths.bertil, 'work', 3)
  const refused = await confirm(amina, youths.paths.bertil, 'school')
  expect([refused.status, refused.html.includes('omfattas inte och bevakas inte')]).toEqual([409, true])
  expect(await card(amina, youths.paths.bertil)).not.toContain('Stämmer fortfarande')
})

test('turned to the youth there is nothing to press', async () => {
  const turned = await youths.site.signedIn(['coordinator'], { name: 'Turned' })
  await turned.send('/motelage', { meeting: 'on', path: '/' })
  const text = await card(turned)
  expect([text.includes('Studerar'), text.includes('Stämmer fortfarande')]).toEqual([true, false])
  expect(youths.site.reported).toEqual([])
})
