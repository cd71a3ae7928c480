/** Notes of contacts that hold what may not belong: asked about before they are saved, kept when their writer says so, and never in the log. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { isTicked, tickIn } from '../hygiene/hygiene.testbed.ts'
import { aColleague, aYouth, protect, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { ago, aNumber, lastLine } from './outreach.testbed.ts'

let site: TestSite
let amina: Visitor
let youth: MadeYouth
let number: { readonly id: number; readonly wayId: string }
beforeAll(async () => {
  site = await aSite()
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
})
beforeEach(async () => {
  youth = await aYouth(site.place, { given: 'Olle', family: 'Prov', fromOn: ago(40) })
  number = await aNumber(site.place, youth.personId)
})
afterAll(() => site.close())

const path = (): string => `/ungdomar/${youth.subjectId}/kontakter`
const call = (note: string, given: Readonly<Record<string, string>> = {}) => ({
  ...{ channel: 'phone', outcome: 'noAnswer', way: number.wayId, note },
  ...given,
})
const notes = async (): Promise<string[]> =>
  (await site.place.sql<{ note: string }>('select note from outreach.contact where person_id = $1 order by id', [youth.personId])).map(
    ({ note }) => note,
  )
const sensitive = 'Mamma svarade, hen har adhd'

describe('a note with what may not belong', () => {
  it('is not saved: it comes back as it was typed, with the words, why, and the tick not ticked', async () => {
    const sent = await amina.send(path(), call(sensitive, { outcome: 'someoneElse' }))
    expect(sent.status).toBe(422)
    expect(await notes()).toEqual([])
    expect(sent.html).toMatch(/<textarea[^>]*id="note"[^>]*aria-invalid="true"[^>]*>Mamma svarade, hen har adhd</)
    expect(sent.html).toMatch(/data-errors[^]*<a href="#note">[^<]*”Mamma” \(anhöriga\), ”adhd” \(hälsa\)/)
    expect(sent.html).toMatch(/förordning 2006:39, 4 §[^]*förordning 2006:39, 5 §/)
    expect(sent.html).toContain('value="someoneElse" checked')
    expect([tickIn(sent.html), isTicked(sent.html)]).toEqual(['kin:mamma|diagnosis:adhd', false])
    expect(await lastLine(site.place, 'outreach.log')).toMatchObject({
      outcome: 'note-flags',
      subject_id: youth.subjectId,
      detail: { channel: 'phone', outcome: 'someoneElse', flagged: { kin: 1, diagnosis: 1 }, kept: false },
    })
  })

  it('is saved when its writer keeps it: the log says so, and holds no word of it', async () => {
    const warned = await amina.send(path(), call(sensitive))
    const kept = await amina.send(path(), call(sensitive, { noteKept: tickIn(warned.html) ?? '' }))
    expect([kept.status, kept.location]).toEqual([303, path()])
    expect(await notes()).toEqual([sensitive])
    expect(await lastLine(site.place, 'outreach.log')).toMatchObject({
      outcome: 'done',
      detail: { flagged: { kin: 1, diagnosis: 1 }, kept: true },
    })
    const lines = await site.place.sql<{ line: string }>('select l::text as line from audit.line l')
    expect(lines.filter(({ line }) => /mamma|adhd/i.test(line))).toEqual([])
  })

  it('is asked about anew for what was written in after the warning, and the tick then keeps both', async () => {
    const warned = await amina.send(path(), call(sensitive))
    const more = `${sensitive}, får försörjningsstöd`
    const again = await amina.send(path(), call(more, { noteKept: tickIn(warned.html) ?? '' }))
    expect([again.status, tickIn(again.html), isTicked(again.html)]).toEqual([
      422,
      'kin:mamma|diagnosis:adhd|benefit:försörjningsstöd',
      false,
    ])
    expect((await amina.send(path(), call(more, { noteKept: tickIn(again.html) ?? '' }))).status).toBe(303)
    expect(await notes()).toEqual([more])
  })

  it('is saved without a word when it was mended', async () => {
    await amina.send(path(), call(sensitive))
    expect((await amina.send(path(), call('Någon annan svarade'))).status).toBe(303)
    expect((await lastLine(site.place, 'outreach.log'))?.detail).toEqual({ channel: 'phone', outcome: 'noAnswer' })
  })

  it('keeps its tick when something else was wrong', async () => {
    const warned = await amina.send(path(), call(sensitive))
    const wrong = await amina.send(path(), call(sensitive, { noteKept: tickIn(warned.html) ?? '', on: '2026-13-40' }))
    expect([wrong.status, tickIn(wrong.html), isTicked(wrong.html)]).toEqual([422, tickIn(warned.html), true])
  })

  it('is saved once, and a forged tick keeps nothing', async () => {
    const once = randomUUID()
    const warned = await amina.send(path(), call(sensitive, { once }))
    const tick = tickIn(warned.html) ?? ''
    expect((await amina.send(path(), call(sensitive, { once, noteKept: tick }))).status).toBe(303)
    expect((await amina.send(path(), call(sensitive, { once, noteKept: tick }))).status).toBe(409)
    expect((await amina.send(path(), call(sensitive, { noteKept: 'ja' }))).status).toBe(422)
    expect(await notes()).toEqual([sensitive])
  })

  it.each(['Olle ringer på fredag', 'Pratade med Amina Lind', 'Olles nummer är 070-174 06 05'])('is not: %s', async (note) => {
    await aColleague(site.place, 'Amina Lind', 'coordinator')
    expect((await amina.send(path(), call(note))).status).toBe(303)
  })

  it('warns of a protected youth’s too, in pages for those who may', async () => {
    await protect(site.place, youth.personId, 'marked')
    const holder = await site.signedIn(['protectedHandler'])
    expect((await holder.send(path(), call(sensitive, { way: '' }))).status).toBe(422)
    expect((await amina.send(path(), call(sensitive, { way: '' }))).status).toBe(404)
  })

  it('has the municipality’s own words', async () => {
    await site.place.sql(
      `insert into settings.value (key, value, known_from, set_by) values ('notes.extra', '["fritidsgård"]', now(), 'prov'), ('notes.never', '["soc"]', now(), 'prov')`,
    )
    expect(tickIn((await amina.send(path(), call('På fritidsgården'))).html)).toBe('local:fritidsgården')
    expect((await amina.send(path(), call('Soc'))).status).toBe(303)
    await site.place.sql(`delete from settings.value where key like 'notes.%'`)
  })
})

describe('the quick call log', () => {
  const quick = (note: string, given = {}) => call(note, { quick: 'ja', back: 'list', view: '', ...given })
  it('warns on its page and in the row, and saves when kept', async () => {
    const page = await amina.send(path(), quick(sensitive))
    const part = await amina.send(`${path()}?svar=rad`, quick(sensitive))
    for (const { status, html } of [page, part]) {
      expect(status).toBe(422)
      expect(html).toContain('id="samtal-noteKept"')
      expect(html).toMatch(/data-errors[^]*href="#samtal-note"/)
      expect(html).toMatch(/name="note"[^>]*value="Mamma svarade, hen har adhd"|value="Mamma svarade, hen har adhd"[^>]*name="note"/)
    }
    expect(part.html).not.toContain('<html')
    const saved = await amina.send(`${path()}?svar=rad`, quick(sensitive, { noteKept: tickIn(part.html) ?? '' }))
    expect([saved.status, await notes()]).toEqual([200, [sensitive]])
  })
})

describe('the reason of a strike', () => {
  it('is asked about where it was written, and struck when kept', async () => {
    // One's own that is just logged is undone, without a reason.
    const erik = await site.signedIn(['coordinator'], { name: 'Erik Ny' })
    expect((await erik.send(path(), call(''))).status).toBe(303)
    const [contact] = await site.place.sql<{ id: string }>('select c.contact_id as id from outreach.contact c order by c.id desc limit 1')
    const strike = `${path()}/${contact?.id}/stryk`
    const warned = await amina.send(strike, { why: 'Det var Sara Berg' })
    expect([warned.status, tickIn(warned.html)]).toEqual([422, 'name:sara berg'])
    expect(warned.html).toContain(`href="#why-${contact?.id}"`)
    expect(await lastLine(site.place, 'outreach.strike')).toMatchObject({
      outcome: 'note-flags',
      detail: { flagged: { name: 1 }, kept: false },
    })
    expect((await amina.send(strike, { why: 'Det var Sara Berg', noteKept: tickIn(warned.html) ?? '' })).status).toBe(303)
    expect(await lastLine(site.place, 'outreach.strike')).toMatchObject({ outcome: 'done', detail: { flagged: { name: 1 }, kept: true } })
  })
})
