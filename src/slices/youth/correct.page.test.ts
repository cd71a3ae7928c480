/** A correction case from "not right" to its end: parked, to check after the next read, closed once, stale versions, protected youths. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anEnrolmentsFile, aPopulation, aPost, date } from '../../../test/support/places.ts'
import type { Visitor } from '../../../test/support/web.ts'
import { anna, bertil, cecilia, textOf, threeYouths, type Youths } from './youth.testbed.ts'

let youths: Youths
let amina: Visitor
beforeAll(async () => {
  youths = await threeYouths()
  amina = await youths.site.signedIn(['coordinator'], { name: 'Amina Lind' })
})
afterAll(() => youths.site.close())

const fields = { line: '7', reason: 'wrong', note: 'Går kvar <hej>', source: 'enrolments', message: 'Hej!\nKontrollera.' }
const caseOf = async (): Promise<string> =>
  `/rattelser/${(await youths.site.place.sql<{ id: number }>('select max(id)::int as id from corrections.correction'))[0]?.id}`
const versionOf = (html: string): string => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
const readAgain = (on: string) =>
  youths.site.place.feed(
    'enrolments',
    anEnrolmentsFile(
      `${anna};GY;NA25;12345678;2024-08-19;2026-11-06;ja`,
      `${bertil};GY;SA25;12345678;2024-08-19;;`,
      `${bertil};GR;;1;2014-08-19;2024-06-01;`,
    ),
    { on: date(on) },
  )

describe('opening a case', () => {
  test('proposes the source of the fact and a text with the number, once the line is chosen', async () => {
    const choose = await amina.get(`${youths.paths.anna}/stammer-inte`)
    expect(choose.html).toContain('stammer-inte?rad=7b')
    const { html } = await amina.get(`${youths.paths.anna}/stammer-inte?rad=7`)
    expect(html).toMatch(/<option value="enrolments" selected[^>]*>/)
    expect(html).toContain(`Det gäller personnummer ${anna}.`)
    expect(html).toContain('- Inskriven på gymnasieskolan NA25')
    const asked = await amina.get(`${youths.paths.anna}/stammer-inte?rad=4`)
    expect(asked.html).toMatch(/<option value="population" selected[^>]*>/)
  })

  test.each([
    ['no reason', { ...fields, reason: '' }, 'reason'],
    ['something else without saying what', { ...fields, reason: 'other', note: '' }, 'note'],
    ['a source that was never read', { ...fields, source: 'påhittad' }, 'source'],
    ['a note too long', { ...fields, note: 'x'.repeat(2001) }, 'note'],
  ])('with %s comes back with everything typed', async (_, typed, field) => {
    const { status, html } = await amina.send(`${youths.paths.anna}/stammer-inte`, typed)
    expect(status).toBe(422)
    expect(html).toContain(`id="${field}-problem"`)
    expect(html).toContain('Hej!\nKontrollera.</textarea>')
  })

  test('parks the line; a second case on it is refused with what was typed', async () => {
    expect((await amina.send(`${youths.paths.anna}/stammer-inte`, fields)).location).toBe(youths.paths.anna)
    expect(textOf((await amina.get(youths.paths.anna)).html)).toContain('parkerad: väntar på nästa läsning av enrolments')
    const second = await amina.send(`${youths.paths.anna}/stammer-inte`, { ...fields, note: 'En gång till' })
    expect(second.status).toBe(409)
    expect(second.html).toContain('En gång till</textarea>')
    expect(second.html).toContain('Raden har redan ett öppet ärende')
    await expect(
      youths.site.place.sql(`insert into corrections.correction (person_id, line, reason, note, source, message, opened_by, after_read_id)
        select person_id, line, reason, note, source, message, opened_by, 0 from corrections.correction`),
    ).rejects.toThrow('one_open_correction_per_person_and_line')
  })

  test('of a protected youth keeps no message, and only those with the right find it', async () => {
    const { site, paths } = youths
    const handler = await site.signedIn(['protectedHandler'])
    const { html } = await handler.get(`${paths.cecilia}/stammer-inte?rad=4`)
    expect(html).not.toContain('name="message"')
    await handler.send(`${paths.cecilia}/stammer-inte`, { ...fields, line: '4', source: 'population', message: `smuggel ${cecilia}` })
    const path = await caseOf()
    expect(
      (await site.place.sql<{ message: string }>('select message from corrections.correction order by id desc limit 1'))[0]?.message,
    ).toBe('')
    expect((await handler.get(path)).status).toBe(200)
    expect((await amina.get(path)).status).toBe(404)
    expect((await amina.send(path, { version: '1', answer: 'stands', note: '' })).status).toBe(404)
    expect((await amina.get('/rattelser')).html).not.toContain('Cecilia')
    expect(textOf((await amina.get('/rattelser')).html)).toContain('Öppna 1')
    expect(textOf((await handler.get('/rattelser')).html)).toContain('Öppna 2')
    await youths.site.place.sql('delete from corrections.correction where id = (select max(id) from corrections.correction)')
  })
})

describe('a case', () => {
  test('is to be checked after the next good read of its source, and waits again when it is still wrong', async () => {
    const path = await caseOf()
    const waiting = await amina.get(path)
    expect(textOf(waiting.html)).toContain('Parkerad: väntar på nästa läsning av enrolments.')
    expect(waiting.html).toContain('Går kvar &lt;hej&gt;')
    await youths.site.place.feed('population', aPopulation(aPost({ number: anna, given: 'Anna', street: 'Provgatan 7' })), {
      kind: 'changes',
      on: date('2026-11-12'),
    })
    expect(textOf((await amina.get(path)).html)).toContain('Parkerad')
    await readAgain('2026-11-13')
    expect(textOf((await amina.get(path)).html)).toContain('Att kontrollera: enrolments har lästs 13 nov 2026')
    expect(textOf((await amina.get('/rattelser?lage=att-kontrollera')).html)).toContain('Anna Provsson')
    expect(textOf((await amina.get(youths.paths.anna)).html)).toContain('att kontrollera: enrolments har lästs sedan dess')
    expect((await amina.send(path, { version: '1', answer: 'again', note: '' })).location).toBe(path)
    expect(textOf((await amina.get(path)).html)).toContain('Parkerad: väntar på nästa läsning')
  })

  test('answered by two: the second sees both, and may save over or leave', async () => {
    const path = await caseOf()
    const version = versionOf((await amina.get(path)).html)
    const erik = await youths.site.signedIn(['coordinator'], { name: 'Erik Nyholm' })
    expect((await erik.send(path, { version, answer: 'corrected', note: 'Skolan svarade' })).status).toBe(303)
    const stale = await amina.send(path, { version, answer: 'stands', note: 'Jag ringde' })
    expect(stale.status).toBe(409)
    for (const part of ['Någon annan hann före', 'Jag ringde', 'Skolan svarade', 'rättat', 'Spara mitt i stället'])
      expect(stale.html).toContain(part)
    expect((await amina.send(path, { version: versionOf(stale.html), answer: 'stands', note: 'Jag ringde' })).status).toBe(303)
    expect(textOf((await amina.get(path)).html)).toContain('stämmer ändå')
    const late = await amina.send(path, { version: versionOf((await amina.get(path)).html), answer: 'again', note: '' })
    expect([late.status, late.html.includes('redan avslutat')]).toEqual([409, true])
  })

  test.each(['/rattelser/0', '/rattelser/999999', '/rattelser/x', '/rattelser/99999999999'])('%s is no case', async (path) => {
    expect((await amina.get(path)).status).toBe(404)
  })

  test('is told in English, and only to the own unit', async () => {
    const { site } = youths
    await site.place.sql(`update worklist.youth set unit_id = (select id from organisation.unit where name = 'Norr') where number = $1`, [
      anna,
    ])
    const [north, south] = [await site.signedIn(['counsellor'], { unit: 'Norr' }), await site.signedIn(['counsellor'], { unit: 'Söder' })]
    await north.send('/sprak', { lang: 'en', path: '/' })
    const path = await caseOf()
    expect(textOf((await north.get(path)).html)).toContain('right after all')
    expect(textOf((await north.get('/rattelser?lage=avslutade')).html)).toContain('Anna Provsson')
    expect([(await south.get(path)).status, (await south.get('/rattelser?lage=avslutade')).html.includes('Anna')]).toEqual([404, false])
  })
})

test('nothing broke on the way', () => expect(youths.site.reported).toEqual([]))
