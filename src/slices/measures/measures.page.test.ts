/** One youth's measures in the browser: recorded, changed, ended, declined, struck; every problem at its field with nothing typed lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { aMeasuresSite, inDays, usual, type MeasuresSite } from './measures.testbed.ts'

let at: MeasuresSite
let youth: MadeYouth
beforeAll(async () => {
  at = await aMeasuresSite()
  youth = await at.youth()
})
afterAll(() => at.site.close())
const sql = <Found extends object>(text: string, values?: unknown[]) => at.site.place.sql<Found>(text, values)

/** Posts a form of the youth's last measure, from its version. */
async function post(form: string, fields: Record<string, string>, of = youth) {
  const { id, version } = await at.last(of)
  return at.coordinator.send(`${at.pathOf(of)}/${id}/${form}`, { version: String(version), ...fields })
}

describe('a new measure', () => {
  it('is chosen, then filled in, and stands on the list, on the youth’s page and in the log without its text', async () => {
    expect((await at.coordinator.get(at.pathOf(youth))).html).toContain('Ingen åtgärd pågår')
    const form = await at.coordinator.get(`${at.pathOf(youth)}/ny?insats=guidance`)
    expect(form.html).toContain('Studie- och yrkesvägledning')
    expect((await at.add(youth, { note: 'Söka till hösten' })).status).toBe(303)
    const list = (await at.coordinator.get(at.pathOf(youth))).html
    expect(list).toMatch(/Studie- och yrkesvägledning<\/a> <span[^>]*>pågår/)
    expect((await at.coordinator.get(`/ungdomar/${youth.subjectId}`)).html).toContain('Studie- och yrkesvägledning')
    const lines = await sql<{ detail: object }>(`select detail from audit.line where action = 'measures.add'`)
    expect(lines).toEqual([{ detail: { item: 'guidance' } }])
  })

  it.each<[Record<string, string>, string]>([
    [{ until: inDays(-11) }, 'Slutet ligger före starten'],
    [{ until: inDays(1200) }, 'mer än tre år'],
    [{ from: inDays(-101) }, 'börja bevaka ungdomen på hens sida först'],
    [{ from: inDays(400) }, 'mer än ett år fram'],
    [{ from: '2014-12-31' }, 'Insatsen gäller inte den dagen'],
    [{ from: 'i går' }, 'Skriv dagen som'],
    [{ note: 'x'.repeat(501) }, 'Texten är för lång'],
    [{ department: 'okand' }, 'Välj ett av alternativen'],
    [{ responsible: 'mamma' }, 'Välj ett av alternativen'],
  ])('%j is refused at its field, and everything typed is still there', async (given, text) => {
    const shown = await at.add(youth, { note: 'Det jag skrev', ...given })
    expect(shown.status).toBe(422)
    expect(shown.html).toContain(text)
    expect(shown.html).toContain(given['note'] === undefined ? 'Det jag skrev' : 'xxx')
  })

  it('of an item that is not there leads back, and one forged is refused', async () => {
    expect((await at.coordinator.get(`${at.pathOf(youth)}/ny?insats=inget`)).status).toBe(303)
    expect((await at.add(youth, { ...usual(), extra: '1' })).status).toBe(400)
  })

  it('that does not go together with another says so; the days after the planned end are free', async () => {
    const busy = await at.youth()
    expect((await at.add(busy, { item: 'practice', until: inDays(20) })).status).toBe(303)
    const refused = await at.add(busy, { item: 'practice', from: inDays(19) })
    expect([refused.status, refused.html.includes('inte går att förena')]).toEqual([422, true])
    expect((await at.add(busy, { item: 'practice', from: inDays(20) })).status).toBe(303)
  })

  it('outside every period is for somebody who is watched, and only from the first day of it', async () => {
    const watched = await aYouth(at.site.place, { fromOn: null })
    expect((await at.coordinator.get(at.pathOf(watched))).html).toContain('omfattas inte i dag och bevakas inte')
    await sql(`insert into worklist.watch (person_id, ground, from_on, started_by) values ($1, 'Skolan är orolig', $2, 'prov')`, [
      watched.personId,
      inDays(-5),
    ])
    expect((await at.add(watched, { from: inDays(-6) })).status).toBe(422)
    expect((await at.add(watched, { from: inDays(-5) })).status).toBe(303)
  })

  it('with a word that may not belong in the register is asked about, and saved when its writer keeps it', async () => {
    const asked = await at.add(youth, { note: 'Hen har ADHD' })
    expect(asked.status).toBe(422)
    expect(asked.html).toContain('Hen har ADHD')
    const tick = /name="noteKept"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="noteKept"/.exec(asked.html)
    const kept = await at.add(youth, { note: 'Hen har ADHD', noteKept: tick?.[1] ?? tick?.[2] ?? '' })
    expect(kept.status).toBe(303)
    const [line] = await sql<{ detail: object }>(`select detail from audit.line where action = 'measures.add' order by id desc limit 1`)
    expect(line?.detail).toEqual({ item: 'guidance', flagged: { diagnosis: 1 }, kept: true })
  })
})

describe('a measure that is changed', () => {
  it('keeps what it said before', async () => {
    const of = await at.youth()
    await at.add(of, { note: 'Först så' })
    const content = { from: inDays(-9), until: inDays(30), responsible: 'other', department: 'education', note: 'Sedan så' }
    expect((await post('andra', content, of)).status).toBe(303)
    const page = await at.coordinator.get(`${at.pathOf(of)}/${(await at.last(of)).id}`)
    expect(page.html).toContain('Sedan så')
    expect(page.html).toContain('Först så')
    expect(page.html).toContain('Tidigare versioner')
  })

  it('by two at once: the second sees both side by side, and saves hers or leaves it', async () => {
    const of = await at.youth()
    await at.add(of)
    const { id, version } = await at.last(of)
    const content = { ...usual({ note: 'Den första' }), version: String(version) } as Record<string, string>
    delete content['item']
    const send = (note: string, from: number) =>
      at.coordinator.send(`${at.pathOf(of)}/${id}/andra`, { ...content, note, version: String(from) })
    expect((await send('Den första', version)).status).toBe(303)
    const second = await send('Den andra', version)
    expect(second.status).toBe(409)
    expect(second.html).toContain('Någon annan hann spara före dig')
    expect(second.html).toMatch(/Den andra<\/td>.*Den första<\/td>/s)
    const [, now = ''] = /name="version" value="(\d+)"/.exec(second.html) ?? []
    expect((await send('Den andra', Number(now))).status).toBe(303)
    expect((await at.last(of)).note).toBe('Den andra')
  })
})

describe('an end', () => {
  it('needs a day and a reason, and asks what the youth does afterwards', async () => {
    const of = await at.youth()
    await at.add(of)
    expect((await post('avsluta', { on: inDays(-1), reason: '' }, of)).html).toContain('Fyll i fältet')
    expect((await post('avsluta', { on: inDays(-11), reason: 'completed' }, of)).html).toContain('Slutet ligger före starten')
    expect((await post('avsluta', { on: inDays(1), reason: 'completed' }, of)).html).toContain('Dagen har inte varit')
    expect((await post('avsluta', { on: inDays(0), reason: 'notNow' }, of)).html).toContain('Välj en orsak')
    expect((await post('avsluta', { on: inDays(0), reason: 'studies', occupation: 'unknown', source: 'school' }, of)).status).toBe(303)
    expect(await at.last(of)).toMatchObject({ ended_on: inDays(0), end_reason: 'studies' })
    expect(await sql('select kind, source from outreach.occupation where person_id = $1', [of.personId])).toEqual([
      { kind: 'unknown', source: 'school' },
    ])
  })

  it('is corrected, and taken back when it was wrong', async () => {
    const of = await at.youth()
    await at.add(of)
    await post('avsluta', { on: inDays(-1), reason: 'completed' }, of)
    expect((await post('avsluta', { on: inDays(-2), reason: 'moved' }, of)).status).toBe(303)
    expect(await at.last(of)).toMatchObject({ ended_on: inDays(-2), end_reason: 'moved' })
    expect((await post('ateruppta', {}, of)).status).toBe(303)
    expect(await at.last(of)).toMatchObject({ ended_on: null, end_reason: null })
  })

  it('of what has not begun is that it never was, and nothing is planned any more', async () => {
    const of = await at.youth()
    await at.add(of, { from: inDays(5) })
    expect((await at.coordinator.get(at.pathOf(of))).html).toContain('planerad')
    expect((await post('avsluta', { reason: 'neverBegan' }, of)).status).toBe(303)
    expect((await at.coordinator.get(at.pathOf(of))).html).toContain('Ingen åtgärd pågår eller är planerad')
    expect(await sql('select * from measures.span where person_id = $1', [of.personId])).toEqual([])
  })
})

describe('what was wrong', () => {
  it('is struck with the reason, stays on record, and is not struck twice', async () => {
    const of = await at.youth()
    await at.add(of)
    const { id, version } = await at.last(of)
    expect((await post('stryk', { why: 'x' }, of)).html).toContain('med några ord')
    expect((await post('stryk', { why: 'Fel ungdom' }, of)).status).toBe(303)
    expect((await at.coordinator.get(`${at.pathOf(of)}/${id}`)).html).toContain('Fel ungdom')
    expect((await at.coordinator.send(`${at.pathOf(of)}/${id}/stryk`, { version: String(version), why: 'Igen' })).status).toBe(409)
  })
})

describe('an offer that was declined', () => {
  it('is on record with its reason and is no measure; one by mistake is struck', async () => {
    const of = await at.youth()
    const offer = (given: Record<string, string> = {}) =>
      at.coordinator.send(`${at.pathOf(of)}/avbojd`, { item: 'practice', on: inDays(-1), reason: 'notNow', note: '', ...given })
    expect((await offer({ on: inDays(1) })).html).toContain('Dagen har inte varit')
    expect((await offer({ reason: 'completed' })).html).toContain('Välj ett av alternativen')
    expect((await offer({ on: inDays(-101) })).html).toContain('börja bevaka')
    expect((await offer()).status).toBe(303)
    const page = (await at.coordinator.get(at.pathOf(of))).html
    expect(page).toMatch(/Praktik, .*inte just nu/)
    expect(page).toContain('Ingen åtgärd pågår')
    expect(await sql('select * from measures.span where person_id = $1', [of.personId])).toEqual([])
    const [row] = await sql<{ id: string }>('select offer_id as id from measures.declined_offer where person_id = $1', [of.personId])
    const strike = (why: string) => at.coordinator.send(`${at.pathOf(of)}/avbojd/${row?.id ?? ''}/stryk`, { why })
    expect((await strike('')).status).toBe(422)
    expect((await strike('Fel insats')).status).toBe(303)
    expect((await strike('Igen då')).status).toBe(409)
  })
})

describe('those who may not see the youth', () => {
  it('find nothing, in another unit or when the youth is protected; those with the right sign in anew', async () => {
    const far = await at.site.signedIn(['counsellor'], { name: 'Erik Ny', unit: 'Söder' })
    await at.add(youth)
    const { id } = await at.last(youth)
    for (const path of ['', '/ny?insats=guidance', '/avbojd', `/${id}`]) {
      expect((await far.get(at.pathOf(youth) + path)).status).toBe(404)
      expect((await at.coordinator.get(at.pathOf(at.secret) + path)).status).toBe(404)
    }
    expect((await far.send(`${at.pathOf(youth)}/ny`, usual())).status).toBe(404)
    const handler = await at.site.signedIn(['protectedHandler'], { name: 'Hanna Prov' })
    expect((await at.add(at.secret, {}, handler)).status).toBe(303)
    const stale = await at.site.signedIn(['protectedHandler'], { name: 'Sen', authenticatedAt: Date.now() - 3_600_000 })
    expect((await stale.get(at.pathOf(at.secret))).location).toContain('/logga-in/start')
    // A measure of one youth is not reached by way of another.
    expect((await at.coordinator.get(`${at.pathOf(await at.youth())}/${id}`)).status).toBe(404)
    expect(at.site.reported).toEqual([])
  })

  it('on her page of an earlier day the card says that it is of today', async () => {
    const text = 'Kortet visar åtgärderna som de är i dag'
    const pageOf = async (query = '') => (await at.coordinator.get(`/ungdomar/${youth.subjectId}${query}`)).html.includes(text)
    expect([await pageOf(), await pageOf(`?kand=${inDays(-3)}`)]).toEqual([false, true])
  })

  it('beside the youth the pages lead back to hers', async () => {
    const beside = await at.site.signedIn(['coordinator'], { name: 'Bredvid' })
    await at.add(youth, { item: 'youthEmployment' })
    await beside.send('/motelage', { meeting: 'on' })
    expect((await beside.get(at.pathOf(youth))).location).toBe(`/ungdomar/${youth.subjectId}`)
    const shown = (await beside.get(`/ungdomar/${youth.subjectId}`)).html
    expect(shown).toContain('Studie- och yrkesvägledning')
    // What waits for the personnel group is not for her to see.
    expect(shown).not.toContain('Ungdomsanställning')
  })
})
