/** Steering in the browser: the plan from draft to decision and revision, items from the figures to the steering group, and the yearly report. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { publishReport } from '../reports/index.ts'
import { readOverview } from './steering.actions.ts'

let site: TestSite
let coordinator: Visitor
let counsellor: Visitor
let system: Visitor
beforeAll(async () => {
  site = await aSite()
  coordinator = await site.signedIn(['coordinator'], { name: 'Amina Prov' })
  counsellor = await site.signedIn(['counsellor'], { name: 'Leila Prov' })
  system = await site.signedIn(['systemCoordinator'])
})
afterAll(() => site.close())

const today = todayInSweden()
const inDays = (days: number): PlainDate => dateOf(plusDays(dayOf(today), days))
const year = today.slice(0, 4)

const draftNo = (html: string): string => /name="draftNo" value="(\d+)"/.exec(html)?.[1] ?? ''
const partLinks = (html: string): string[] => [...html.matchAll(/href="(\/styrning\/utkast\/[0-9a-f-]{36})"/g)].map(([, link = '']) => link)
const theDraft = async () => (await coordinator.get('/styrning/utkast')).html
const adopt = async (fields: Readonly<Record<string, string>> = {}) =>
  coordinator.send('/styrning/utkast/besluta', {
    draftNo: draftNo(await theDraft()),
    adoptedOn: today,
    adoptedBy: 'Arbetsmarknadsnämnden',
    reference: '',
    reviewOn: inDays(365),
    ...fields,
  })

describe('the action plan', () => {
  it('begins with the shipped outline, each part with a board to be named', async () => {
    expect((await counsellor.get('/styrning')).html).toContain('Ingen handlingsplan är beslutad')
    expect((await counsellor.get('/styrning/utkast')).status).toBe(403)
    expect((await coordinator.send('/styrning/utkast')).location).toBe('/styrning/utkast')
    const html = await theDraft()
    expect(partLinks(html)).toHaveLength(15)
    expect(html).toContain('Att informera och kontakta')
    expect(html).toContain('ansvarig nämnd saknas')
    // Without boards it is no plan, says the rule and the database.
    expect((await adopt()).html).toContain('saknar ansvarig nämnd')
    const past = `update steering.plan set adopted_on = now()::date, adopted_by = 'x', review_on = now()::date + 300`
    await expect(site.place.sql(past)).rejects.toThrow('every part of an adopted plan has a board')
    const begun = `insert into steering.plan (version, begun_on, adopted_on, adopted_by, review_on) values (9, now(), now(), 'x', now() + interval '300 days')`
    await expect(site.place.sql(begun)).rejects.toThrow('a plan begins as a draft')
    await coordinator.send('/styrning/utkast')
    expect(await site.place.sql('select from steering.plan')).toHaveLength(1)
  })

  it('is written in part by part; the second of two at once is told and loses nothing', async () => {
    const [first = ''] = partLinks(await theDraft())
    const seen = draftNo((await coordinator.get(first)).html)
    const said = { draftNo: seen, heading: 'Uppdraget', board: 'Utbildningsnämnden', body: 'Första stycket.\n\nAndra stycket.', place: '2' }
    expect((await coordinator.send(first, said)).status).toBe(303)
    const second = await coordinator.send(first, { ...said, heading: 'Mitt' })
    expect([second.status, second.html.includes('value="Mitt"'), second.html.includes('Någon annan har ändrat')]).toEqual([409, true, true])
    const html = await theDraft()
    expect(html.indexOf('Vem som ansvarar')).toBeLessThan(html.indexOf('Uppdraget'))
    expect(html).toContain('<p>Andra stycket.</p>')
  })

  it.each([
    [{ heading: '' }, 'Fyll i fältet'],
    [{ body: 'Gäller 20080314-2389' }, 'ser ut att stå ett personnummer'],
  ])('a new part with %j is refused with what was written', async (fields, text) => {
    const part = { draftNo: draftNo(await theDraft()), heading: 'Ny del', board: 'Socialnämnden', body: '', ...fields }
    const { status, html } = await coordinator.send('/styrning/utkast/del', part)
    expect([status, html.includes(text), html.includes('Socialnämnden')]).toEqual([422, true, true])
  })

  it('is adopted with a board for every part and a revision within the year, and is not rewritten', async () => {
    await site.place.sql(`update steering.part set board = 'Arbetsmarknadsnämnden' where board = ''`)
    expect((await coordinator.get('/styrning/utkast/pdf')).html.startsWith('%PDF')).toBe(true)
    expect((await adopt({ reviewOn: inDays(500) })).html).toContain('högst tretton månader')
    expect((await adopt({ adoptedOn: inDays(1), reviewOn: inDays(300) })).html).toContain('Dagen har inte kommit')
    expect((await adopt()).location).toBe('/styrning/plan/1')
    expect((await counsellor.get('/styrning/plan/1')).html).toMatch(/Beslutad av Arbetsmarknadsnämnden[^]*Uppdraget/)
    expect((await counsellor.get('/styrning/plan/1/pdf')).html.startsWith('%PDF')).toBe(true)
    expect((await counsellor.get('/styrning/plan/7/pdf')).status).toBe(404)
    await expect(site.place.sql(`update steering.part set body = 'annat'`)).rejects.toThrow('stays as it was')
    await expect(site.place.sql(`update steering.plan set adopted_by = 'annan'`)).rejects.toThrow('stays as it was')
  })

  it('is revised from what holds, and says what differs', async () => {
    await coordinator.send('/styrning/utkast')
    const [first = '', second = ''] = partLinks(await theDraft())
    const seen = draftNo(await theDraft())
    await coordinator.send(first, { draftNo: seen, heading: 'Styra', board: 'Socialnämnden', body: '', place: '1' })
    await coordinator.send(`${second}/ta-bort`, { draftNo: draftNo(await theDraft()) })
    await coordinator.send('/styrning/utkast/del', {
      draftNo: draftNo(await theDraft()),
      heading: 'Nytt',
      board: 'Socialnämnden',
      body: '',
    })
    const html = await theDraft()
    expect(html).toMatch(/ändrad<\/span> Styra[^]*ansvarig före: Arbetsmarknadsnämnden/)
    expect(html).toMatch(/ny<\/span> Nytt[^]*borttagen<\/span> Uppdraget/)
    expect((await adopt()).location).toBe('/styrning/plan/2')
    expect((await counsellor.get('/styrning/plan/1')).html).toContain('Uppdraget')
    expect((await counsellor.get('/styrning/plan/3')).status).toBe(404)
  })

  it('that is not revised in time is said to be', async () => {
    const reviewAt = async (days: number) => (await readOverview(site.place.pool, inDays(days))).review
    expect([await reviewAt(0), await reviewAt(310), await reviewAt(366)]).toEqual(['holds', 'dueSoon', 'overdue'])
  })
})

const raise = (fields: Readonly<Record<string, string>> = {}) =>
  counsellor.send('/styrning/fragor/ny', { title: 'Få nås', why: 'Numren är gamla', board: '', report: '', ...fields })
const step = (path: string, seen: number, fields: Readonly<Record<string, string>>) =>
  coordinator.send(`${path}/steg`, { seen: String(seen), onDay: today, said: '', dueOn: '', ...fields })

describe('a development item', () => {
  it('goes from whoever saw it to the forum, the steering group and what was decided', async () => {
    const path = (await raise()).location
    expect((await counsellor.send(`${path}/steg`, { seen: '0', kind: 'forum', onDay: today, said: '', dueOn: '' })).status).toBe(403)
    expect((await step(path, 0, { kind: 'approved', said: 'Ja' })).html).toContain('går inte att ta nu')
    expect((await step(path, 0, { kind: 'forum' })).status).toBe(303)
    expect((await step(path, 0, { kind: 'forum' })).status).toBe(409)
    expect((await step(path, 1, { kind: 'steeringGroup' })).status).toBe(303)
    expect((await step(path, 2, { kind: 'approved' })).html).toContain('Skriv vad som beslutades')
    expect((await step(path, 2, { kind: 'approved', said: 'Nya nummer hämtas', dueOn: inDays(-1) })).html).toContain('före beslutet')
    expect((await step(path, 2, { kind: 'approved', said: 'Nya nummer hämtas', dueOn: inDays(30) })).status).toBe(303)
    expect((await counsellor.get('/styrning')).html).toMatch(/Få nås[^]*bifallen/)
    expect((await step(path, 3, { kind: 'done' })).status).toBe(303)
    expect((await coordinator.get(path)).html).toContain('Frågan är avslutad')
    const skip = `insert into steering.step (item_pk, nth, kind, on_day) select id, 5, 'forum', now()::date from steering.item limit 1`
    await expect(site.place.sql(skip)).rejects.toThrow('step by step')
  })

  it.each([
    [{ why: 'Gäller 20080314-2389' }, 'ser ut att stå ett personnummer'],
    [{ title: '' }, 'Fyll i fältet'],
    [{ report: '00000000-0000-4000-8000-000000000000' }, 'Rapporten finns inte'],
    [{ report: 'x' }, 'Rapporten finns inte'],
  ])('%j is refused', async (fields, text) => {
    const { status, html } = await raise(fields)
    expect([status, html.includes(text)]).toEqual([422, true])
  })
})

const said = { title: 'Få omfattas', why: 'Det syns i siffrorna', board: '' }

describe('an item from a number', () => {
  const figure = `dag=${today}&tal=on-day`
  const raiseFrom = (fields: Readonly<Record<string, string>> = {}, who = coordinator) =>
    who.send('/styrning/fragor/ur-tal', { ...said, figure, cell: 'total', ...fields })

  it('is raised by a press on the figure, and keeps the number and the day as they stood', async () => {
    const { html } = await coordinator.get('/siffror/tal/on-day')
    const link = /href="(\/styrning\/fragor\/ur-tal[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const form = await coordinator.get(link)
    const cell = /<option value="([^"]+)" selected/.exec(form.html)?.[1] ?? ''
    expect([form.status, cell]).toEqual([200, expect.stringMatching(/^\w/)])
    expect(form.html).toMatch(/name="figure" value="dag=[^"]*tal=on-day[^"]*"/)
    const raised = await raiseFrom({ cell })
    expect(raised.status).toBe(303)
    await site.place.sql(`update worklist.youth set until_on = null`)
    const item = (await counsellor.get(raised.location)).html
    expect(item).toMatch(/Lyft ur talet[^]*: 0<\/strong>[^]*Räknat [^]*Hela kommunen/)
    expect([item.includes('Talet i dag'), (await coordinator.get(raised.location)).html.includes('/siffror/tal/on-day?dag=')]).toEqual([
      false,
      true,
    ])
    await expect(site.place.sql('update steering.item set figure_value = null where figure is not null')).rejects.toThrow(
      'a_figure_is_kept_whole',
    )
  })

  it.each<[string, Readonly<Record<string, string>>, number]>([
    ['no such number', { cell: 'hemligt' }, 422],
    ['no title', { title: '' }, 422],
    ['an identity number', { why: 'Gäller 20080314-2389' }, 422],
    ['no such figure', { figure: 'tal=hemligt' }, 404],
    ['a day ahead', { figure: `dag=${inDays(3)}&tal=on-day` }, 404],
    ['no such report', { figure: 'rapport=00000000-0000-4000-8000-000000000000&tal=on-day' }, 404],
  ])('with %s is answered %#', async (_, fields, status) => {
    expect((await raiseFrom(fields)).status).toBe(status)
  })

  it('is raised by those who read figures and may raise', async () => {
    expect((await raiseFrom({}, counsellor)).status).toBe(403)
    expect((await raiseFrom({}, system)).status).toBe(404)
    expect((await system.get('/siffror/tal/on-day')).html).not.toContain('/styrning/fragor/ur-tal')
  })
})

describe('the yearly report', () => {
  it('says that no figures are published, and is a file all the same', async () => {
    const { html } = await coordinator.get('/styrning/arsrapport')
    expect(html).toMatch(new RegExp(`Årsrapport ${year}[^]*Året är inte slut[^]*Nya nummer hämtas[^]*Ingen rapport är publicerad`))
    const paper = await coordinator.get('/styrning/arsrapport/pdf')
    expect([paper.status, paper.html.startsWith('%PDF')]).toEqual([200, true])
    expect((await counsellor.get('/styrning/arsrapport')).status).toBe(403)
  })

  it('takes the figures that were published, and an item can be raised from them', async () => {
    const by = { pool: site.place.pool, staffId: null, name: 'Amina Prov', municipality: site.place.code, today }
    const made = await publishReport(by, { kind: 'annual', year: Number(year) }, '')
    expect(made.granted).toBe(true)
    const id = made.granted ? made.value : ''
    const { html } = await coordinator.get(`/styrning/arsrapport?ar=${year}`)
    expect(html).toMatch(
      new RegExp(`Siffrorna kommer ur [^]*1 januari ${year}[^]*publicerad[^]*Amina Prov[^]*/rapporter/publicerat/${id}[^]*Omfattades`),
    )
    expect((await coordinator.get(`/rapporter/publicerat/${id}`)).html).toContain(
      `/styrning/fragor/ur-tal?rapport=${id}&amp;tal=outreach-list`,
    )
    expect((await system.get(`/rapporter/publicerat/${id}`)).html).not.toContain('/styrning/fragor/ur-tal')
    const paper = await coordinator.get(`/styrning/arsrapport/pdf?ar=${year}`)
    expect([paper.status, paper.html.startsWith('%PDF')]).toEqual([200, true])
    const raised = await raise({ title: 'Ur rapporten', report: id })
    expect((await coordinator.get(raised.location)).html).toContain(`/rapporter/publicerat/${id}`)
    expect((await counsellor.get(raised.location)).html).not.toContain(`/rapporter/publicerat/${id}`)
    const published = `rapport=${id}&tal=outreach-list`
    expect((await coordinator.get(`/styrning/fragor/ur-tal?${published}`)).html).toContain('>Omfattades: 0<')
    const fromIt = await coordinator.send('/styrning/fragor/ur-tal', { ...said, figure: published, cell: 'covered|*' })
    expect((await coordinator.get(fromIt.location)).html).toMatch(
      new RegExp(`Lyft ur talet[^]*Omfattades: 0[^]*/rapporter/publicerat/${id}`),
    )
    expect(site.reported).toEqual([])
  })
})
