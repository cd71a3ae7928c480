/** The round on the telephone in process: without script, in the pocket, what two wrote, alarms, and what must not be seen. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { tickIn } from '../hygiene/hygiene.testbed.ts'
import { protect } from '../worklist/worklist.testbed.ts'
import { aVisitSite, wordsOf, type VisitSite } from './visits-site.testbed.ts'
import { aChange, aRound, aStop, blank, minutesAgo, stopNow } from './visits.testbed.ts'

const today = todayInSweden()

let shared: VisitSite
beforeAll(async () => {
  shared = await aVisitSite()
})
afterAll(() => shared.site.close())

describe('the telephone, without script', () => {
  const fresh = async () => {
    const round = await aRound(shared.site.place, shared.crew)
    return { round, stop: await aStop(shared.site.place, round, await shared.youth('Almsson')) }
  }
  const press = (visitor: Visitor, round: string, stop: string, more: Record<string, string>) =>
    visitor.send(`/besok/${round}/falt`, { stop, change: randomUUID(), version: '1', base: JSON.stringify(blank), ...more })

  it('shows the next visit, checks in, and in two presses it is done', async () => {
    const { round, stop } = await fresh()
    const shown = await shared.bo.get(`/besok/${round}/falt`)
    expect(wordsOf(shown.html)).toMatch(/Nästa besök Prov Almsson Hemliga gatan 7, 123 45 Provstad/)
    expect(shown.html).toContain('href="geo:0,0?q=Hemliga%20gatan%207%2C%20123%2045%20Provstad"')
    expect(shown.html).not.toMatch(/https?:\/\//)
    await press(shared.bo, round, stop.stopId, { act: 'in' })
    expect(wordsOf((await shared.bo.get(`/besok/${round}/falt`)).html)).toMatch(/Incheckade \d\d:\d\d/)
    const unsaid = await press(shared.bo, round, stop.stopId, { act: 'save-out', note: 'Kvar' })
    expect([unsaid.status, unsaid.html.includes('Välj hur det gick.'), unsaid.html.includes('Kvar')]).toEqual([422, true, true])
    const { checkedInAt } = { checkedInAt: minutesAgo(0) }
    const base = JSON.stringify({ ...blank, checkedInAt })
    expect((await press(shared.bo, round, stop.stopId, { act: 'save-out', base, result: 'reached', note: 'Vill prata' })).status).toBe(303)
    expect(await stopNow(shared.site.place, stop.stopId)).toMatchObject({ result: 'reached', note: 'Vill prata' })
    expect(wordsOf((await shared.bo.get(`/besok/${round}/falt`)).html)).toContain('Alla besök har ett resultat.')
  })

  it('asks about a note that may not belong, and saves it when it is kept', async () => {
    const { round, stop } = await fresh()
    const checkedInAt = minutesAgo(5)
    await press(shared.bo, round, stop.stopId, { act: 'in' })
    const written = { act: 'save-out', base: JSON.stringify({ ...blank, checkedInAt }), result: 'someoneElse', note: 'Pappa öppnade' }
    const warned = await press(shared.bo, round, stop.stopId, written)
    expect([warned.status, tickIn(warned.html)]).toEqual([422, 'kin:pappa'])
    expect(warned.html).toMatch(/data-errors[^]*href="#note-0"[^]*value="someoneElse" checked[^]*Pappa öppnade<\/textarea>/)
    expect(await stopNow(shared.site.place, stop.stopId)).toMatchObject({ result: null, note: '' })
    expect((await press(shared.bo, round, stop.stopId, { ...written, noteKept: 'kin:pappa' })).status).toBe(303)
    expect(await stopNow(shared.site.place, stop.stopId)).toMatchObject({ result: 'someoneElse', note: 'Pappa öppnade' })
    const lines = await shared.site.place.sql(
      `select outcome, detail ->> 'kept' as kept from audit.line where action = 'visits.write' and detail ->> 'round' = $1 and detail ? 'flagged' order by id`,
      [round],
    )
    expect(lines).toEqual([
      { outcome: 'note-flags', kept: 'false' },
      { outcome: 'done', kept: 'true' },
    ])
  })

  it('shows what two wrote differently, on both pages, and takes the choice', async () => {
    const { round, stop } = await fresh()
    const start = minutesAgo(20)
    await press(shared.anna, round, stop.stopId, { act: 'in' })
    await shared.site.place.sql('update visits.stop set checked_in_at = to_timestamp($2::float8 / 1000) where stop_id = $1', [
      stop.stopId,
      start,
    ])
    const base = JSON.stringify({ ...blank, checkedInAt: start })
    await press(shared.anna, round, stop.stopId, { act: 'save-out', base, result: 'notHome', note: 'Annas ord' })
    expect((await press(shared.bo, round, stop.stopId, { act: 'save-out', base, result: 'reached', note: 'Bos ord' })).status).toBe(303)
    for (const path of ['', '/falt']) {
      const { html } = await shared.cia.get(`/besok/${round}${path}`)
      expect(wordsOf(html)).toMatch(
        /Två telefoner har skrivit olika.*Bo Al skrev: Nådd.*Gäller nu: Inte hemma.*Bo Al skrev: Bos ord.*Gäller nu: Annas ord/,
      )
    }
    const { html } = await shared.bo.get(`/besok/${round}`)
    const field = (name: string): string =>
      new RegExp(`action="/besok/${round}/skillnader".*?name="${name}" value="([^"]*)"`, 's').exec(html)?.[1]?.replaceAll('&quot;', '"') ??
      ''
    const choice = {
      conflict: field('conflict'),
      stop: field('stop'),
      change: field('change'),
      version: field('version'),
      base: field('base'),
      back: 'runda',
    }
    const picked = await shared.bo.send(`/besok/${round}/skillnader`, { ...choice, 'pick-result': 'mine', 'pick-note': 'theirs' })
    expect([picked.status, picked.location]).toEqual([303, `/besok/${round}`])
    expect(await stopNow(shared.site.place, stop.stopId)).toMatchObject({ result: 'reached', note: 'Annas ord' })
    expect((await shared.bo.get(`/besok/${round}`)).html).not.toContain('Två telefoner')
  })

  it('does not let anybody in without a card, and says why', async () => {
    const round = await aRound(shared.site.place, shared.crew)
    const stop = await aStop(shared.site.place, round, await shared.youth('Kortlös'), { card: 'printed' })
    const { html } = await shared.bo.get(`/besok/${round}/falt`)
    expect(wordsOf(html)).toContain('Besöket får inte göras förrän kortet är utlämnat')
    expect(html).not.toContain('value="in"')
    const forced = await press(shared.bo, round, stop.stopId, { act: 'in' })
    expect([forced.status, wordsOf(forced.html).includes('kortet är inte markerat som utlämnat')]).toEqual([409, true])
  })

  it('is only read by those who do not go', async () => {
    const { round, stop } = await fresh()
    expect((await shared.cia.get(`/besok/${round}/falt`)).html).not.toContain('name="act"')
    expect((await press(shared.cia, round, stop.stopId, { act: 'in' })).status).toBe(409)
    expect((await stopNow(shared.site.place, stop.stopId))?.in).toBeNull()
  })

  it('on a later day writes the visit as made when it was planned', async () => {
    const yesterday = dateOf(plusDays(dayOf(today), -1))
    const round = await aRound(shared.site.place, { ...shared.crew, on: yesterday })
    const stop = await aStop(shared.site.place, round, await shared.youth('Igår'), { time: '13:20' })
    const { html } = await shared.bo.get(`/besok/${round}/falt`)
    expect([html.includes('value="in"'), html.includes('value="save"'), html.includes('data-take')]).toEqual([false, true, false])
    await press(shared.bo, round, stop.stopId, { act: 'save', result: 'notHome' })
    const [row] = await shared.site.place.sql(
      `select to_char(checked_in_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI') as at from visits.stop where stop_id = $1`,
      [stop.stopId],
    )
    expect(row).toEqual({ at: `${yesterday} 13:20` })
  })

  it('does nothing with a form that is not its own', async () => {
    const { round, stop } = await fresh()
    for (const base of ['', '{}', '[]', '{"checkedInAt":"nu"}', JSON.stringify({ ...blank, extra: 1 })]) {
      expect([400, 422]).toContain((await press(shared.bo, round, stop.stopId, { act: 'in', base })).status)
    }
    expect((await press(shared.bo, round, 'x', { act: 'in' })).status).toBe(422)
    expect((await press(shared.bo, round, stop.stopId, { act: 'dansa' })).status).toBe(422)
  })
})

describe('the pocket', () => {
  const take = (visitor: Visitor, round: string) => visitor.send(`/besok/${round}/ficka`)
  const sync = (visitor: Visitor, round: string, changes: unknown) =>
    visitor.send(`/besok/${round}/synk`, { changes: JSON.stringify(changes) })

  it('holds the round and never a protected youth, nor one who became so', async () => {
    const round = await aRound(shared.site.place, shared.crew)
    const [open, hidden] = [await shared.youth('Synlig'), await shared.youth('Hemligsson')]
    const stop = await aStop(shared.site.place, round, open)
    await aStop(shared.site.place, round, hidden)
    expect((await take(shared.bo, round)).html).toContain('Hemligsson')
    await protect(shared.site.place, hidden.personId, 'marked')
    for (const visitor of [shared.anna, shared.bo]) {
      const shown = [
        await take(visitor, round),
        await sync(visitor, round, []),
        await visitor.get(`/besok/${round}`),
        await visitor.get(`/besok/${round}/falt`),
      ]
      for (const { html } of shown) expect([html.includes('Synlig'), html.includes('Hemligsson')]).toEqual([true, false])
    }
    const { html } = await take(shared.bo, round)
    expect(JSON.parse(html)).toMatchObject({
      staffId: shared.crew.second,
      pocket: { stops: [{ stopId: stop.stopId, name: 'Prov Synlig' }] },
    })
    expect(html).not.toMatch(/20090310|subjectId|personId/)
    await shared.site.place.sql(`update access.staff set roles = roles || array['protectedHandler'] where id = $1`, [shared.crew.first])
    expect((await take(shared.anna, round)).html).not.toContain('Hemligsson')
  })

  it('is JSON, is not stored, and takes what was written', async () => {
    const round = await aRound(shared.site.place, shared.crew)
    const stop = await aStop(shared.site.place, round, await shared.youth('Synlig'))
    const answer = await sync(shared.bo, round, [aChange(stop.stopId, { checkedInAt: minutesAgo(2) })])
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'application/json; charset=utf-8',
      'no-store',
    ])
    expect(JSON.parse(answer.html)).toMatchObject({ state: 'open', answers: [{ outcome: 'saved' }] })
    expect([
      (await take(shared.cia, round)).status,
      (await take(shared.bo, randomUUID())).status,
      (await sync(shared.bo, randomUUID(), [])).status,
    ]).toEqual([409, 404, 404])
  })

  it.each(['inget', '{}', '[{}]', '[{"changeId":"x"}]'])('does not understand %s', async (changes) => {
    const round = await aRound(shared.site.place, shared.crew)
    expect((await shared.bo.send(`/besok/${round}/synk`, { changes })).status).toBe(400)
  })

  it('has a shell with nothing of anybody in it, the same for all', async () => {
    const shells = await Promise.all([shared.anna, shared.bo, shared.cia].map(async (visitor) => (await visitor.get('/besok/ficka')).html))
    expect(new Set(shells).size).toBe(1)
    expect(shells[0]).not.toMatch(/Anna|Bo Al|Cia|formToken|Provstad/)
    const key = JSON.parse((await shared.bo.get('/besok/ficka/nyckel')).html) as { staffId: string; formToken: string }
    expect([key.staffId, key.formToken.length > 40]).toEqual([shared.crew.second, true])
  })

  it('has a service worker for /besok/, and no page may run anything else', async () => {
    const worker = await shared.bo.get('/assets/besok-vakt.js')
    expect([worker.status, worker.headers.get('service-worker-allowed'), worker.headers.get('content-type')]).toEqual([
      200,
      '/besok/',
      'text/javascript; charset=utf-8',
    ])
    const { headers, html } = await shared.bo.get('/besok/ficka')
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self'; worker-src 'self'/)
    expect(html).not.toMatch(/<script>| style="| on\w+="/)
    expect((await shared.bo.get('/assets/besok.js')).headers.get('service-worker-allowed')).toBeNull()
  })
})

describe('alarms', () => {
  it('stand on the list with whom to call, and are answered with what was found', async () => {
    const round = await aRound(shared.site.place, shared.crew)
    const stop = await aStop(shared.site.place, round, await shared.youth('Larmsson'))
    await shared.site.place.sql('update visits.stop set checked_in_at = to_timestamp($2::float8 / 1000) where stop_id = $1', [
      stop.stopId,
      minutesAgo(50),
    ])
    const { html } = await shared.cia.get('/besok')
    expect(wordsOf(html)).toMatch(/Larm: hembesök utan utcheckning Anna Ek och Bo Al checkade in klockan \d\d:\d\d \(Lövsta\)/)
    expect(html).toContain('href="tel:+46701740605"')
    expect(html).not.toContain('Larmsson')
    const empty = await shared.cia.send(`/besok/larm/${stop.stopId}`, { note: ' ' })
    expect([empty.status, empty.html.includes(`href="#note-${stop.stopId}"`)]).toEqual([422, true])
    expect((await shared.cia.send(`/besok/larm/${stop.stopId}`, { note: 'Ringde Anna' })).location).toBe('/besok')
    expect((await shared.cia.get('/besok')).html).not.toContain('utan utcheckning')
  })
})

it('met no defect', () => {
  expect(shared.site.reported).toEqual([])
})
