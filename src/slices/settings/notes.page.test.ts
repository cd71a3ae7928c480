/** The municipality's own words for notes: written a line each, in force at once, with history and two who save at once. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aSite, everyRole, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { mayDo } from '../../kernel/permission.ts'
import { tickIn } from '../hygiene/hygiene.testbed.ts'
import { aYouth } from '../worklist/worklist.testbed.ts'
import { readWords } from './notes.rules.ts'

const path = '/installningar/anteckningar'
let site: TestSite
let editor: Visitor
beforeAll(async () => {
  site = await aSite()
  editor = await site.signedIn(['systemCoordinator'], { name: 'Sven System' })
})
afterAll(() => site.close())

const save = (fields: Readonly<Record<string, string>>, version: number) =>
  editor.send(path, { extra: '', never: '', ...fields, version: String(version) })

it.each(everyRole)('%s', async (role) => {
  const visitor = await site.signedIn([role])
  expect((await visitor.get(path)).status).toBe(mayDo([role], 'settings.edit') ? 200 : 403)
})

it('asks about the words from the next text on, leaves others alone, and says who wrote what', async () => {
  const coordinator = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
  const youth = await aYouth(site.place, { given: 'Olle' })
  const log = (note: string) => coordinator.send(`/ungdomar/${youth.subjectId}/kontakter`, { channel: 'phone', outcome: 'noAnswer', note })
  expect((await log('På fritidsgården')).status).toBe(303)
  expect((await save({ extra: ' fritidsgård \n\nblå  huset\r\nfritidsgård', never: 'soc' }, 0)).location).toBe(path)
  expect(tickIn((await log('På fritidsgården vid Blå huset')).html)).toBe('local:fritidsgården|local:blå huset')
  expect((await log('Soc ringde')).status).toBe(303)
  const { html } = await editor.get(path)
  expect(html).toContain('fritidsgård\nblå huset</textarea>')
  expect(html).toMatch(/Sven System[^]*fritidsgård, blå huset/)
  const lines = await site.place.sql(`select detail from audit.line where action = 'settings.save'`)
  expect(lines).toEqual([{ detail: { group: 'notes', keys: ['notes.extra', 'notes.never'] } }])
})

it('shows both when somebody else was first, and says when nothing was changed', async () => {
  const stale = await save({ extra: 'mitt ord' }, 0)
  expect(stale.status).toBe(409)
  expect(stale.html).toMatch(/mitt ord[^]*fritidsgård/)
  expect((await editor.get(path)).html).toContain('fritidsgård\nblå huset</textarea>')
  expect((await save({ extra: 'fritidsgård\nblå huset', never: 'soc' }, 2)).location).toBe(path)
  expect((await site.place.sql(`select from settings.value where key like 'notes.%'`)).length).toBe(2)
})

it('says at the field what cannot be kept, with all that was typed', async () => {
  const long = 'x'.repeat(61)
  const refused = await save({ extra: long, never: '---' }, 2)
  expect(refused.status).toBe(422)
  expect(refused.html).toMatch(/Högst 60 tecken[^]*saknar bokstäver/)
  expect(refused.html).toContain(`${long}</textarea>`)
})

it.each([
  ['a\n'.repeat(300), { extra: ['a'], never: [] }],
  [Array.from({ length: 201 }, (_, i) => `ord${i}`).join('\n'), [{ field: 'extra', problem: 'too-many' }]],
  ['12', [{ field: 'extra', problem: 'no-letter' }]],
])('reads %j', (extra, read) => {
  expect(readWords({ extra, never: '' })).toEqual(read)
})
