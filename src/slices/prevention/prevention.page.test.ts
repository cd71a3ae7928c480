/** The desk of prevention, watching, complaints, and the question to a school about somebody who is gone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { todayInSweden } from '../../platform/clock.ts'
import { readAbsence } from './absence.actions.ts'
import {
  aPreventionTown,
  aSource,
  commuter,
  covered,
  hidden,
  pupil,
  unit,
  unregistered,
  younger,
  type PreventionTown,
} from './prevention.testbed.ts'

let town: PreventionTown
beforeAll(async () => {
  town = await aPreventionTown()
  await town.absent({ [pupil]: 1500, [hidden]: 1500, [covered]: 1500, [younger]: 1500 })
})
afterAll(() => town.site.close())

const desk = async (tab = '') => (await town.staff.get(`/forebyggande${tab}`)).html
const path = (number = pupil) => `/ungdomar/${town.subject(number)}/forebyggande`
const send = (act: string, fields: Readonly<Record<string, string>> = {}, number = pupil) =>
  town.staff.send(`${path(number)}${act}`, fields)
const matter = async (): Promise<string> =>
  (await town.site.place.sql<{ id: string }>('select m.matter_id as id from prevention.matter m order by m.id desc limit 1'))[0]?.id ?? ''

describe('the early list', () => {
  it('has pupils of upper secondary school who are not covered, and nobody protected for readers without the right', async () => {
    const html = await desk()
    expect(html).toMatch(/Eva[^]*25 timmar/)
    expect(html).not.toMatch(/Tova|Lill|Hemliga/)
    const handler = await town.site.signedIn(['protectedHandler'])
    expect((await handler.get('/forebyggande')).html).toContain('Hemliga')
    expect((await handler.get(path(hidden))).status).toBe(200)
    expect((await town.staff.get(path(hidden))).status).toBe(404)
  })

  it('keeps only sums that reach a limit, and replaces what was said of the month', async () => {
    await town.absent({ [pupil]: 239, [hidden]: 300 })
    expect(await town.site.place.sql('select distinct person_id from prevention.absence')).toHaveLength(1)
    expect(await desk()).not.toContain('Eva')
    await town.absent({ [pupil]: 300, okänd: 900 })
    expect(await desk()).not.toContain('Eva')
    expect(await desk('?flik=csn')).toMatch(/Eva[^]*5 timmar[^]*når CSN:s gräns/)
    const [read] = await town.site.place.sql('select pupils, kept, unknown_pupils from prevention.absence_read order by id desc limit 1')
    expect(read).toEqual({ pupils: 2, kept: 1, unknown_pupils: 1 })
  })

  it('keeps nothing of pupils who live elsewhere, or nobody knows where', async () => {
    await town.absent({ [pupil]: 300, [commuter]: 1500, [unregistered]: 1500 })
    const kept = await town.site.place.sql<{ name: string }>(
      'select y.given_name as name from prevention.absence a join worklist.youth y on y.person_id = a.person_id',
    )
    expect(kept).toEqual([{ name: 'Eva' }])
  })

  it('says who may, and shuts out who may not', async () => {
    const statistician = await town.site.signedIn(['systemCoordinator'])
    expect((await statistician.get('/forebyggande')).status).toBe(403)
  })

  it('of a school that hands out no attendance stays as it was', async () => {
    const results = await readAbsence(town.site.place, aSource(null), todayInSweden())
    expect(results).toEqual([{ month: expect.any(String), pupils: 0, kept: null }])
    expect(await desk('?flik=csn')).toContain('Eva')
  })
})

describe('a matter', () => {
  it('waits for somebody to follow the youth', async () => {
    const { status, html } = await send('', { kind: 'complaint', school: unit })
    expect([status, html.includes('Börja bevaka ungdomen först')]).toEqual([409, true])
    const watched = await town.staff.send(`/ungdomar/${town.subject(pupil)}/bevaka`, { ground: 'Hög frånvaro' })
    expect(watched.status).toBe(303)
    expect(await desk('?flik=bevakas')).toContain('Eva')
  })

  it('of complaint goes to the head before the head takes over', async () => {
    expect((await send('', { kind: 'complaint', school: unit })).status).toBe(303)
    expect((await send('', { kind: 'complaint', school: unit })).html).toContain('redan ett öppet ärende')
    expect((await send('', { kind: 'complaint', school: '99990102' })).html).toContain('går inte i den skolan')
    const id = await matter()
    expect((await send(`/${id}/avsluta`, { closing: 'headTakesOver' })).html).toContain('Skriv först hur rektor fick veta')
    expect((await send(`/${id}/rektor`, { how: 'phone' })).status).toBe(303)
    expect((await send(`/${id}/rektor`, { how: 'letter' })).status).toBe(409)
    expect((await send(`/${id}/avsluta`, { closing: 'headTakesOver' })).status).toBe(303)
    expect((await send(`/${id}/avsluta`, { closing: 'withdrawn' })).html).toContain('redan avslutat')
    expect(await desk('?flik=arenden')).toContain('Rektor tar hand om det'.toLowerCase())
  })

  it('of complaint asks the head by a link, which tells no more than that there is one; closing it ends the link', async () => {
    expect((await send('', { kind: 'complaint', school: unit })).status).toBe(303)
    const id = await matter()
    const linkOf = (html: string): string => /\/fraga\/0180\/[\w-]{24}/.exec(html)?.[0] ?? ''
    const asked = await send(`/${id}/fraga`)
    expect(asked.html).toContain('Eva Provsson (född 2009) har klagomål på stödet i skolan. Tar rektor hand om det?')
    expect((await town.staff.get(path())).html).toMatch(/väntar på skolan[^]*Rektor fick veta [\w ]+, med en länk · frågan väntar på svar/)
    expect((await send(`/${id}/rektor`, { how: 'phone' })).status).toBe(409)
    // The link runs out unanswered: the answer is late, and another can be asked for.
    const past = `update questions.question set asked_at = asked_at - interval '20 days', expires_at = asked_at - interval '1 day' where question_id = (select question_id from prevention.matter where matter_id = $1)`
    await town.site.place.sql(past, [id])
    expect(await desk('?flik=arenden')).toMatch(/svaret dröjer[^]*frågan gick ut utan svar · väntat 20 dagar på svar/)
    expect((await town.site.app.request(linkOf(asked.html))).status).toBe(404)
    const again = linkOf((await send(`/${id}/fraga`)).html)
    expect((await town.site.app.request(again)).status).toBe(200)
    expect((await send(`/${id}/avsluta`, { closing: 'withdrawn' })).status).toBe(303)
    expect((await town.site.app.request(again)).status).toBe(404)
  })

  it('of somebody gone asks the school once, by a link, and the answer changes nothing by itself', async () => {
    expect((await send('', { kind: 'gone', school: unit })).status).toBe(303)
    const id = await matter()
    const made = await send(`/${id}/fraga`)
    expect(made.html).toContain('Har Eva Provsson (född 2009) slutat hos er och blivit utskriven?')
    const link = /\/fraga\/0180\/[\w-]{24}/.exec(made.html)?.[0] ?? ''
    expect((await send(`/${id}/fraga`)).html).toContain('Skolan är redan tillfrågad')
    const shown = await town.site.app.request(link)
    expect(await shown.text()).toMatch(/slutat hos er och blivit utskriven\?[^]*Vilken var sista dagen/)
    const body = new URLSearchParams({ answer: 'yes', since: '2026-10-30' }).toString()
    const answered = await town.site.app.request(link, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(await answered.text()).toContain('Tack för svaret')
    const page = (await town.staff.get(path())).html
    expect(page).toMatch(/skolan har svarat: ja, utskriven, sista dagen 30 okt 2026[^]*källan har kvar inskrivningen/)
    const twice = await town.site.app.request(link, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect([twice.status, (await twice.text()).includes('redan')]).toEqual([409, true])
    expect(await town.site.place.sql('select from outreach.occupation')).toHaveLength(0)
    expect(await town.site.place.sql(`select channel, origin from outreach.contact`)).toEqual([{ channel: 'school', origin: 'question' }])
  })

  it.each([
    ['', { kind: 'x', school: unit }],
    ['', { kind: 'gone', school: '' }],
  ])('that cannot be read is shown again (%s %j)', async (act, fields) => expect((await send(act, fields)).status).toBe(422))
})

describe('the person page and the settings', () => {
  it('have the card and the limits', async () => {
    expect((await town.staff.get(`/ungdomar/${town.subject(pupil)}`)).html).toMatch(/Förebyggande[^]*Ogiltig frånvaro/)
    const { html } = await town.staff.get('/forebyggande/installningar')
    const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
    const save = (thresholdHours: string) =>
      town.staff.send('/forebyggande/installningar', { version, thresholdHours, csnHours: '4', keepMonths: '6' })
    expect((await save('0')).html).toContain('Skriv ett helt tal mellan 1 och 200')
    expect((await save('5')).status).toBe(303)
    expect(await desk()).toContain('Eva')
  })

  it('say when the source has come to say what the school did, and the matter is closed', async () => {
    await town.site.place.sql(`update register.enrolment set known_until = now() where school_unit = $1 and known_until = 'infinity'`, [
      unit,
    ])
    expect((await town.staff.get(path())).html).toContain('Skolan och källan säger samma sak')
    expect((await send(`/${await matter()}/avsluta`, { closing: 'deregistered' })).status).toBe(303)
  })
})
