/** Grounds and cases with what may not belong in the register: asked about where they were written, and saved when their writer says so. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Visitor } from '../../../test/support/web.ts'
import { isTicked, tickIn } from '../hygiene/hygiene.testbed.ts'
import { anna, bertil, textOf, threeYouths, type Youths } from './youth.testbed.ts'

let youths: Youths
let amina: Visitor
beforeAll(async () => {
  youths = await threeYouths()
  amina = await youths.site.signedIn(['coordinator'], { name: 'Amina Lind' })
})
afterAll(() => youths.site.close())

const lastLine = async (action: string) =>
  (
    await youths.site.place.sql<{ outcome: string; detail: Readonly<Record<string, unknown>> }>(
      'select outcome, detail from audit.line where action = $1 order by id desc limit 1',
      [action],
    )
  )[0]
const ground = 'Polisanmäld enligt mamma'

/** Sends a form, is warned, and sends it again with the tick: how the log has both. */
async function warnedThenKept(path: string, fields: Readonly<Record<string, string>>, action: string) {
  const warned = await amina.send(path, fields)
  const refused = await lastLine(action)
  const kept = await amina.send(path, { ...fields, noteKept: tickIn(warned.html) ?? '' })
  return { warned, refused, kept, saved: await lastLine(action) }
}

describe('is asked about and kept', () => {
  test('the ground of a watch', async () => {
    const { warned, refused, kept, saved } = await warnedThenKept(`${youths.paths.bertil}/bevaka`, { ground }, 'worklist.watch')
    expect([warned.status, tickIn(warned.html), isTicked(warned.html)]).toEqual([422, 'crime:polisanmäld|kin:mamma', false])
    expect(warned.html).toContain(`${ground}</textarea>`)
    expect(warned.html).toMatch(/data-errors[^]*href="#ground"/)
    expect(refused).toEqual({ outcome: 'note-flags', detail: { flagged: { crime: 1, kin: 1 }, kept: false } })
    expect([kept.status, saved]).toEqual([303, { outcome: 'done', detail: { flagged: { crime: 1, kin: 1 }, kept: true } }])
  })

  test('the ground of a decision, and of taking it back', async () => {
    const path = `${youths.paths.bertil}/beslut`
    const decision = { kind: 'decision', verdict: 'covers', fromOn: '2026-11-01', toOn: '', ground }
    const said = await warnedThenKept(path, decision, 'register.record')
    expect([said.warned.status, tickIn(said.warned.html)]).toEqual([422, 'crime:polisanmäld|kin:mamma'])
    expect(said.warned.html).toContain('value="2026-11-01"')
    expect(said.refused).toMatchObject({ outcome: 'note-flags', detail: { kind: 'decision', flagged: { crime: 1, kin: 1 }, kept: false } })
    expect([said.kept.status, said.saved?.outcome, said.saved?.detail['kept']]).toEqual([303, 'done', true])
    const factId = /name="factId" value="(\d+)"/.exec((await amina.get(path)).html)?.[1] ?? ''
    const back = await warnedThenKept(`${path}/ta-tillbaka`, { kind: 'decision', factId, ground: 'Enligt Sara Berg' }, 'register.withdraw')
    expect([back.warned.status, tickIn(back.warned.html)]).toEqual([422, 'name:sara berg'])
    expect(back.warned.html).toMatch(/data-errors[^]*href="#withdraw-ground"/)
    expect([back.kept.status, back.saved?.outcome, back.saved?.detail['kept']]).toEqual([303, 'done', true])
  })

  test('a correction case and its answer', async () => {
    const path = `${youths.paths.anna}/stammer-inte`
    const { html } = await amina.get(`${path}?rad=7`)
    const letter = /name="message"[^>]*>([^<]*)</.exec(html)?.[1] ?? ''
    expect(letter).toContain(anna)
    const fields = { line: '7', reason: 'wrong', note: 'Har adhd', source: 'enrolments', message: `${letter} Pappa ringer.` }
    const opened = await warnedThenKept(path, fields, 'youth.correct')
    expect([opened.warned.status, tickIn(opened.warned.html)]).toEqual([422, 'diagnosis:adhd|kin:pappa'])
    expect(opened.warned.html).toMatch(/data-errors[^]*href="#note"[^]*href="#message"/)
    expect([opened.kept.status, opened.saved?.detail['flagged']]).toEqual([303, { kin: 1, diagnosis: 1 }])
    const [one] = await youths.site.place.sql<{ id: number; version: number }>('select id, version from corrections.correction')
    const answer = { version: String(one?.version), answer: 'stands', note: 'Skolan: hen har adhd' }
    const closed = await warnedThenKept(`/rattelser/${one?.id}`, answer, 'youth.answerCorrection')
    expect([closed.warned.status, tickIn(closed.warned.html)]).toEqual([422, 'diagnosis:adhd'])
    expect([closed.kept.status, closed.saved?.outcome]).toEqual([303, 'done'])
    expect(textOf(closed.warned.html)).toContain('Inget är sparat än')
  })
})

test('the proposed text to the source is asked about only for what somebody wrote into it', async () => {
  const path = `${youths.paths.bertil}/stammer-inte`
  const { html } = await amina.get(`${path}?rad=7`)
  const message = /name="message"[^>]*>([^<]*)</.exec(html)?.[1] ?? ''
  expect(message).toContain(bertil)
  const fields = { line: '7', reason: 'wrong', source: 'enrolments' }
  expect(tickIn((await amina.send(path, { ...fields, note: bertil, message })).html)).toBe(`identityNumber:${bertil}`)
  expect((await amina.send(path, { ...fields, note: '', message })).status).toBe(303)
})

test('no word of it is in the log', async () => {
  const lines = await youths.site.place.sql<{ line: string }>('select l::text as line from audit.line l')
  expect(lines.filter(({ line }) => /polisanm|mamma|pappa|adhd|Sara Berg/i.test(line))).toEqual([])
})
